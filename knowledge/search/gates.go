package search

import (
	"slices"
	"strings"

	"talksbot/knowledge/english"
	"talksbot/knowledge/question"
)

// gate notes that the question wants something the sentence must have and has not: a
// number for "how many", a named place for "where did it happen".
func (c *comparison) gate(f *features) {
	all := c.all
	closed := func(gate feature, yes bool) {
		if yes {
			f[gate] = 1
		}
	}
	closed(gateNameElsewhere, c.stranger && !c.unheard)
	closed(certainNameUnknown, c.unheard)
	closed(certainAsks, c.q.Kind != question.Said && c.asks())
	closed(certainOtherFate, c.otherFate())
	closed(certainNoColour, c.q.Kind == question.What && colourNouns.Has(c.q.Focus) && !c.coloured())
	switch c.q.Kind {
	case question.When, question.Where, question.Who, question.HowMany, question.Why, question.How:
		closed(onlyNamesMatch, c.units.onlyNames(c.found))
	}
	switch c.q.Kind {
	case question.When:
		closed(gateNoTime, f[hasTime] <= unitOfTime || f[onlyNamesMatch] > 0)
		closed(certainOnlySpokenOf, c.onlySpokenOf())
		closed(certainTimeElsewhere, c.timeElsewhere())
		closed(certainNoTime, f[hasTime] == 0 && !all.has(cueWhile|cueOften) && len(c.passage(c.s).Dates()) == 0)
	case question.Who:
		closed(gateNoPerson, f[plainly] == 0 && (c.vacant || c.headMissing()))
		closed(certainHolderOfAnother, f[plainly] == 0 && c.holderOfAnother())
	case question.Where:
		closed(certainOtherPlace, f[hasPlace] < somePlace && f[hasPlace] > 0 && (cityFocus.Has(c.q.Focus) || countryFocus.Has(c.q.Focus)))
		closed(gateNoPlace, f[hasPlace] < somePlace && f[hasPlace] > 0 || c.q.Event && f[hasPlace] < surePlace || c.headMissing())
	case question.HowMany:
		closed(gateNoNumber, f[hasNumber] < anyNumber || measureCues[c.q.Measure] != 0 && f[hasNumber] <= anyNumber)
		closed(certainOtherMeasure, c.otherMeasure())
		closed(certainOtherUnit, c.otherUnit())
		closed(certainNoNumber, countable(c.q.Measure) && !all.quantity())
	}
}

// asks reports whether the sentence is itself a question.
func (c *comparison) asks() bool {
	written := strings.TrimRight(c.passage(c.s).Text(), "\"”’')] ")
	return strings.HasSuffix(written, "?") && len(c.all) > 0 && askers.Has(c.text().Tokens[0].Norm)
}

// coloured reports whether the sentence names a colour that the question does not.
func (c *comparison) coloured() bool {
	asked := c.all.asked(c.found)
	for i, w := range c.text().Tokens {
		if colours.Has(w.Norm) && !asked[i] {
			return true
		}
	}
	return false
}

var (
	askers      = english.Class("openers of a question")
	colours     = english.Class("colours")
	colourNouns = english.Stems("colour nouns")
)

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
