package search

import (
	"slices"

	"talksbot/knowledge/english"
	"talksbot/knowledge/question"
	"talksbot/knowledge/timex"
)

// gate notes that the question wants something the sentence must have and has not: a
// number for "how many", a named place for "where did it happen".
func (r *ranker) gate(f *features, s uint32, all tokens, found []match) {
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
		closed(gateNoTime, f[hasTime] <= 0.3 || f[onlyNamesMatch] > 0)
		closed(certainNoTime, f[hasTime] == 0 && !all.has(cueWhile|cueOften) && len(r.passage(s).Dates()) == 0)
	case question.Who:
		closed(gateNoPerson, r.vacant || r.headMissing(found))
	case question.Where:
		closed(certainOtherPlace, f[hasPlace] < 0.3 && f[hasPlace] > 0 && (cityFocus.Has(r.q.Focus) || countryFocus.Has(r.q.Focus)))
		closed(gateNoPlace, f[hasPlace] < 0.3 && f[hasPlace] > 0 || r.q.Event && f[hasPlace] < 0.5 || r.headMissing(found))
	case question.HowMany:
		closed(gateNoNumber, f[hasNumber] < 0.3 || measureCues[r.q.Measure] != 0 && f[hasNumber] <= 0.3)
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

// onlyNames reports whether the sentence has only names of the question and none of what it
// asks of them: of "when was NATO founded" no more than NATO.
func (us units) onlyNames(found []match) bool {
	other := false
	for _, u := range us {
		other = other || !u.name && !u.focus
	}
	if !other {
		return false
	}
	for _, m := range found {
		if u := us[m.unit]; !u.name && !u.focus {
			return false
		}
	}
	return true
}

// headMissing reports whether the sentence lacks what somebody is asked to be: "captain" of
// "who is the captain of the ship".
func (r *ranker) headMissing(found []match) bool {
	head := slices.IndexFunc(r.q.Terms, func(t question.Term) bool { return t.Stem == r.q.Head })
	return head >= 0 && !slices.ContainsFunc(found, func(m match) bool {
		u := r.units[m.unit]
		return u.start <= r.q.Terms[head].Start && r.q.Terms[head].Start < u.end
	})
}

// otherDay reports whether the sentence and those beside it state days, but none that the
// question names.
func (r *ranker) otherDay(s uint32) bool {
	stated := false
	p := r.passage(s)
	for n := -1; n <= 1; n++ {
		near, ok := p.Neighbour(n)
		if !ok {
			continue
		}
		for _, d := range near.Dates() {
			if d.From.IsZero() || d.Type == timex.Duration || d.Type == timex.Set {
				continue
			}
			stated = true
			for _, q := range r.q.Dates {
				if !q.From.IsZero() && !q.From.After(d.To) && !d.From.After(q.To) {
					return false
				}
			}
		}
	}
	return stated
}

// yearUnknown reports whether the question names a year that stands nowhere in what was
// searched, nor is meant by a day that the sentence states.
func (r *ranker) yearUnknown(s uint32, whole []float64) bool {
	for i, u := range r.units {
		year, ok := english.Number(r.q.Text[u.start:u.end])
		if !u.number || !ok || whole[i] > 0 || u.end-u.start != 4 || year < 1000 || year > 2100 {
			continue
		}
		p := r.passage(s)
		if p.Article.Published.Day.Year == int(year) {
			continue
		}
		if !slices.ContainsFunc(p.Dates(), func(d timex.Expression) bool { return d.From.Year <= int(year) && int(year) <= d.To.Year }) {
			return true
		}
	}
	return false
}
