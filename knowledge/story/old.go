package story

import (
	"talksbot/knowledge/english"
	"talksbot/knowledge/grammar"
)

// mayBeOld reports whether a value in a span of a sentence can be what was said before, or denied: whether any of
// the words stands there by which [line.saidBefore], [line.dayOf] or the whole sentence tells that. Few sentences
// have one, and only their grammar needs to be read to find out.
func mayBeOld(words english.Text, at english.Span) bool {
	first, end := within(words, at)
	from, changes := false, false
	for i, w := range words.Tokens {
		switch near := i >= first-daysBefore-mostApart && i < end; {
		case words.PhraseAt(i, takingBack) > 0:
			return true
		case i >= first && i <= end+daysBefore+mostApart && words.PhraseAt(i, asBefore) > 0:
			return true
		case near && w.Norm == "from":
			from = true
		case near && before.Has(w.Norm), i < end && grammar.MayDeny(words, i):
			return true
		}
		changes = changes || putsRight.Has(w.Norm) || w.Norm == "up" || w.Norm == "down" || grammar.MayMean(words, i, toldAnew)
	}
	return from && changes // "up from 180"
}

// mostApart is how many tokens the ends of a span may lie from those of a value that touches it.
const mostApart = 3

// within returns the tokens that share a byte with a span, as a half-open range.
func within(words english.Text, at english.Span) (first, end int) {
	for first < len(words.Tokens) && words.Tokens[first].End <= at.Start {
		first++
	}
	for end = first; end < len(words.Tokens) && words.Tokens[end].Start < at.End; end++ {
	}
	return first, end
}
