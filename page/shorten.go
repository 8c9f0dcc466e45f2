package page

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Shorten returns text in at most n characters: whole sentences where one ends in the second
// half, else whole words and an ellipsis.
func Shorten(text string, n int) string {
	if utf8.RuneCountInString(text) <= n {
		return text
	}
	seen, sentence, word, hard := 0, 0, 0, 0
	for i, r := range text {
		if seen++; seen > n {
			break
		}
		if unicode.IsSpace(r) {
			word = i
			if endsSentence(text[:i]) {
				sentence = i
			}
		}
		if seen < n { // leave room for the ellipsis
			hard = i + utf8.RuneLen(r)
		}
	}
	switch {
	case sentence > hard/2:
		return text[:sentence]
	case word > hard/2:
		return text[:word] + "…"
	}
	return text[:hard] + "…"
}

// endsSentence reports whether text ends as a sentence does, closing quotation marks aside.
func endsSentence(text string) bool {
	text = strings.TrimRight(text, "”’\"')")
	last := text[strings.LastIndexAny(text, " \n\t")+1:]
	return strings.HasSuffix(last, "!") || strings.HasSuffix(last, "?") ||
		strings.HasSuffix(last, ".") && len(last) > 4 // not an initial or "Gen."
}

// shortened returns a line whose texts chosen by which have at most n characters: each span that
// may be spared, and together those between two citations, which are one text in pieces.
func shortened(l Line, n int, which func(Span) bool) Line {
	var kept, between []Span // between: what stands after a text, and goes with what follows it
	room := n
	for _, s := range l.Spans {
		switch {
		case s.Mark == Citation || s.Spare > 0 && which(s):
			if s.Spare > 0 {
				s.Text = Shorten(s.Text, n)
			} else {
				room = n
			}
			kept = append(append(kept, between...), s)
			between = nil
		case !which(s) || s.Text == "":
			between = append(between, s)
		case room <= 0:
			between = nil
		default:
			whole := s.Text
			s.Text = Shorten(whole, room)
			if room -= utf8.RuneCountInString(s.Text); s.Text != whole {
				room = 0
			}
			kept = append(append(kept, between...), s)
			between = nil
		}
	}
	l.Spans = append(kept, between...)
	return l
}
