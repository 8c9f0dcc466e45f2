package grammar

import (
	"strings"
	"unicode/utf8"

	"talksbot/knowledge"
)

// quotedSpans returns what stands inside double quotation marks in text. A quotation that
// is not closed reaches to the end; open says that one was opened before the text.
func quotedSpans(text string, open bool) []knowledge.Span {
	var spans []knowledge.Span
	start := -1
	if open {
		start = 0
	}
	for i, r := range text {
		switch {
		case start < 0 && opensQuote(r):
			start = i + utf8.RuneLen(r)
		case start >= 0 && closesQuote(r):
			if i > start {
				spans = append(spans, knowledge.Span{Start: start, End: i})
			}
			start = -1
		}
	}
	if start >= 0 && start < len(text) {
		spans = append(spans, knowledge.Span{Start: start, End: len(text)})
	}
	return spans
}

func opensQuote(r rune) bool { return r == '"' || r == '“' || r == '«' || r == '„' }

func closesQuote(r rune) bool { return r == '"' || r == '”' || r == '»' || r == '“' }

// lookBack is how far before a sentence an open quotation is looked for, in bytes.
const lookBack = 4000

// InsideQuotation reports whether a sentence begins inside a quotation that an earlier sentence
// of its paragraph opened.
func InsideQuotation(p knowledge.Passage) bool {
	text, at := p.Article.Text, p.Span().Start
	start := max(strings.LastIndexByte(text[:at], '\n')+1, at-lookBack)
	open := false
	for _, r := range text[start:at] {
		switch {
		case !open && opensQuote(r):
			open = true
		case open && closesQuote(r):
			open = false
		}
	}
	return open
}
