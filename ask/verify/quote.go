package verify

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
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

func opensQuote(r rune) bool  { return r == '"' || r == '“' || r == '«' || r == '„' }
func closesQuote(r rune) bool { return r == '"' || r == '”' || r == '»' || r == '“' }

// lookBack is how far before a sentence an open quotation is looked for, in bytes.
const lookBack = 4000

// insideQuotation says whether a sentence begins inside a quotation that an earlier sentence
// of its paragraph opened.
func insideQuotation(p knowledge.Passage) bool {
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

// quote reports words that the claim puts in quotation marks and that do not stand in the
// evidence so, or that it cuts off where their sense turns.
func (c *comparison) quote() []Reason {
	var reasons []Reason
	for _, q := range c.claim.quotes {
		for _, part := range quoteParts(c.claim.text[q.Start:q.End]) {
			if reason := c.misquoted(part); reason != "" {
				reasons = append(reasons, Reason{Quote, reason})
				break
			}
		}
	}
	return reasons
}

// quoteParts cuts a quotation where it marks an omission: each part must stand as it is.
func quoteParts(quoted string) []string {
	quoted = strings.NewReplacer("[...]", "…", "[…]", "…", "(...)", "…", ". . .", "…", "...", "…").Replace(quoted)
	return strings.Split(quoted, "…")
}

func (c *comparison) misquoted(part string) string {
	want := norms(part)
	if len(want) == 0 {
		return ""
	}
	cut := ""
	for _, e := range c.evidence {
		for at := range e.tokens {
			end := e.match(at, want)
			if end == at {
				continue
			}
			if turn := e.turnsAfter(end); turn != "" {
				cut = fmt.Sprintf("the quotation %q breaks off before %q", strings.TrimSpace(part), turn)
				continue
			}
			return ""
		}
	}
	if cut != "" {
		return cut
	}
	return fmt.Sprintf("the words %q do not stand in %s", strings.TrimSpace(part), c.sources())
}

// norms returns the words of text as they are compared in a quotation: their letters and
// digits, whatever their case.
func norms(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r) })
}

// match returns the token after the words, where they stand one after the other from token
// at on, and at where they do not.
func (r *reading) match(at int, words []string) int {
	i := at
	for ; i < len(r.tokens) && len(words) > 0; i++ {
		own := norms(r.written(i))
		if len(own) > len(words) || !slices.Equal(own, words[:len(own)]) {
			return at
		}
		words = words[len(own):]
	}
	if len(words) > 0 {
		return at
	}
	return i
}

// turnsAfter returns the word at token i where a quotation that ends before it is cut from
// what limits it: "concessions | that would be unilateral".
func (r *reading) turnsAfter(i int) string {
	if i >= len(r.tokens) || !turns[r.tokens[i].Norm] {
		return ""
	}
	if gap := r.gap(i); strings.ContainsAny(gap, ".,;:!?\"”») ") && strings.TrimSpace(gap) != "" {
		return ""
	}
	return r.written(i)
}

var turns = set(`that if unless without but except only until`)

// plain is a text as it is compared for being the same to the letter: white space single,
// quotation marks and apostrophes straight.
func plain(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	return strings.NewReplacer("“", `"`, "”", `"`, "’", "'", "‘", "'").Replace(text)
}
