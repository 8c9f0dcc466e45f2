package search

import (
	"slices"

	"talksbot/knowledge/english"
	"talksbot/knowledge/question"
)

// longestRead is the most words that the encoder's answer has: what is longer is no answer but
// most of the sentence.
const longestRead = 6

// aroundRead are words that the encoder's answer neither begins nor ends with.
var aroundRead = english.Class("around an answer")

// read returns the words in the span, whole, with all of a name and without what only leads to
// them; none where they are many, or say no more than the question, or are not what answers a
// question of its kind.
func (a answer) read(s english.Span) []english.Span {
	whole := a.phrase(a.withCapitals(a.withNames(s)))
	if whole.Start == whole.End || halfQuoted(a.String, whole) {
		return nil
	}
	words := a.Touching(whole)
	for len(words) > 0 && aroundRead.Has(words[0].Norm) {
		words = words[1:]
	}
	for len(words) > 0 && aroundRead.Has(words[len(words)-1].Norm) {
		words = words[:len(words)-1]
	}
	if len(words) > 0 {
		words = a.headed(words)
	}
	said := func(t english.Token) bool {
		return !t.Stop && !slices.ContainsFunc(a.q.Terms, func(q question.Term) bool { return q.Stem == t.Stem })
	}
	if len(words) > longestRead || !slices.ContainsFunc(words, said) || !a.fits(words) {
		return nil
	}
	return a.whole([]english.Span{{Start: words[0].Start, End: words[len(words)-1].End}})
}

// withNames returns the span with the whole of each name that it cuts.
func (a answer) withNames(s english.Span) english.Span {
	for _, m := range a.names.FindIn(a.Text) {
		if m.Start < s.End && s.Start < m.End {
			s.Start, s.End = min(s.Start, m.Start), max(s.End, m.End)
		}
	}
	return s
}

// withCapitals returns the span with the words with capitals that run on from its ends: all of
// "West Virginia".
func (a answer) withCapitals(s english.Span) english.Span {
	words := a.Touching(s)
	if len(words) == 0 {
		return s
	}
	first, last := a.at(words[0].Start), a.at(words[len(words)-1].Start)
	for first > 1 && !a.followsOffice(first) && a.runsOn(first-1) {
		first--
	}
	for last+1 < len(a.Tokens) && a.runsOn(last) && !a.followsOffice(last+1) {
		last++
	}
	return english.Span{Start: min(s.Start, a.Tokens[first].Start), End: max(s.End, a.Tokens[last].End)}
}

// runsOn reports whether tokens i and i+1 have capitals and only a space between them.
func (a answer) runsOn(i int) bool {
	t, next := a.Tokens[i], a.Tokens[i+1]
	return a.Gap(i+1) == " " && t.Upper && next.Upper && !t.Stop && !next.Stop && !calendarNames.Has(t.Norm) && !calendarNames.Has(next.Norm) && t.Possessive(a.String) == 0
}

// fits reports whether the words can answer a question of the kind.
func (a answer) fits(words []english.Token) bool {
	number := slices.ContainsFunc(words, func(t english.Token) bool { _, ok := english.Number(t.Norm); return ok })
	switch a.q.Kind {
	case question.YesNo, question.Said:
		return false
	case question.HowMany:
		return number
	case question.Who:
		return !number
	}
	return true
}
