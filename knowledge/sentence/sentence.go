package sentence

import (
	"strings"
	"unicode"

	"talksbot/knowledge/english"
)

// Split returns the sentences of text in order. They do not overlap, none is
// empty, none starts or ends with white space, and every byte that is not white
// space is in exactly one of them. Cuts fall on rune boundaries; text need not
// be valid UTF-8.
func Split(text string) []english.Span {
	var spans []english.Span
	for _, p := range Passages(text) {
		start := p.Start
		for _, cut := range cuts(text[p.Start:p.End]) {
			spans = appendTrimmed(spans, text, start, p.Start+cut)
			start = p.Start + cut
		}
		spans = appendTrimmed(spans, text, start, p.End)
	}
	return spans
}

// appendTrimmed adds text[start:end] without the white space around it, if
// anything is left.
func appendTrimmed(spans []english.Span, text string, start, end int) []english.Span {
	s := strings.TrimLeftFunc(text[start:end], unicode.IsSpace)
	start = end - len(s)
	end = start + len(strings.TrimRightFunc(s, unicode.IsSpace))
	if start == end {
		return spans
	}
	return append(spans, english.Span{Start: start, End: end})
}
