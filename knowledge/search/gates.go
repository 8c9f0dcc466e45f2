package search

import (
	"slices"

	"talksbot/knowledge/question"
)

// gate notes that the question wants something the sentence must have and has not: a
// number for "how many", a named place for "where did it happen".
func (r *ranker) gate(f *features, s uint32, found []match, best []float64) {
	all := r.tokens(sentences, s)
	closed := func(gate feature, yes bool) {
		if yes {
			f[gate] = 1
		}
	}
	closed(gateNameElsewhere, r.stranger && !r.unheard)
	closed(certainNameUnknown, r.unheard)
	switch r.q.Kind {
	case question.When, question.Where, question.Who, question.HowMany, question.Why, question.How:
		closed(onlyNamesMatch, r.units.onlyNames(found))
	}
	switch r.q.Kind {
	case question.When:
		closed(gateNoTime, f[hasTime] <= unitOfTime || f[onlyNamesMatch] > 0)
		closed(certainNoTime, f[hasTime] == 0 && !all.has(cueWhile|cueOften) && len(r.passage(s).Dates()) == 0)
	case question.Who:
		closed(gateNoPerson, r.vacant || r.headMissing(found))
	case question.Where:
		closed(certainOtherPlace, f[hasPlace] < somePlace && f[hasPlace] > 0 && (cityFocus.Has(r.q.Focus) || countryFocus.Has(r.q.Focus)))
		closed(gateNoPlace, f[hasPlace] < somePlace && f[hasPlace] > 0 || r.q.Event && f[hasPlace] < surePlace || r.headMissing(found))
	case question.HowMany:
		closed(gateNoNumber, f[hasNumber] < anyNumber || measureCues[r.q.Measure] != 0 && f[hasNumber] <= anyNumber)
		closed(certainOtherMeasure, r.otherMeasure(s, best))
		closed(certainNoNumber, countable(r.q.Measure) && !all.quantity())
	case question.Said:
		closed(saysNothingOfTheirs, f[hasTheirWords] == 0)
	}
}

// countable reports whether only a number or a word of quantity answers: a time may be given by
// its beginning, and how much by any word.
func countable(measure string) bool {
	unit := measureCues[measure]
	return measure == "many" || unit&cueAge != 0 || unit != 0 && unit&(cueTime|cueOften) == 0
}

// quantity reports whether a number or a word of quantity is among the tokens.
func (all tokens) quantity() bool {
	return slices.ContainsFunc(all, func(t token) bool {
		return t.word&flagNumber != 0 || t.cues&(cueQuantity|cueShare) != 0
	})
}
