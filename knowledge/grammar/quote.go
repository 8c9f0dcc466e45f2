package grammar

import (
	"strings"
	"unicode/utf8"

	"talksbot/knowledge/article"
	"talksbot/knowledge/english"
)

// quotations returns what stands inside double quotation marks in text, and whether one is
// open at its end; that one reaches to the end. The first may have been opened before the text.
func quotations(text string, open bool) (spans []english.Span, openEnd bool) {
	start := 0
	for i, r := range text {
		switch {
		case !open && strings.ContainsRune("\"“«„", r):
			open, start = true, i+utf8.RuneLen(r)
		case open && strings.ContainsRune("\"”»“", r):
			if i > start {
				spans = append(spans, english.Span{Start: start, End: i})
			}
			open = false
		}
	}
	if open && start < len(text) {
		spans = append(spans, english.Span{Start: start, End: len(text)})
	}
	return spans, open
}

// lookBack is how far before a sentence an open quotation is looked for, in bytes.
const lookBack = 4000

// InsideQuotation reports whether a sentence begins inside a quotation that an earlier sentence
// of its paragraph opened.
func InsideQuotation(p article.Passage) bool {
	text, at := p.Article.Text, p.Span().Start
	_, open := quotations(text[max(strings.LastIndexByte(text[:at], '\n')+1, at-lookBack):at], false)
	return open
}
