package search

import (
	"slices"

	"talksbot/knowledge/english"
	"talksbot/knowledge/names"
)

// places returns how surely the sentence says where: a place the question does not name,
// of the sort asked for, after "in" or "at".
func (r *ranker) places(all tokens, asked []bool, found []match) float64 {
	best := 0.0
	for i, t := range all {
		if t.name == 0 || asked[i] || i > 0 && all[i-1].name == t.name {
			continue
		}
		v := 0.0
		switch {
		case t.word&flagPlace != 0:
			v = 1
		case t.kind == names.Other && all.after(i, cueInside|cueToward):
			v = 0.8
		case t.kind == names.Org && all.after(i, cueInside) && !all.after(i, cueOn):
			v = 0.6
		}
		if cityFocus.Has(r.q.Focus) && t.word&flagLand != 0 || countryFocus.Has(r.q.Focus) && t.word&flagCity != 0 {
			v *= 0.2
		}
		switch {
		case all.topic(i, found):
			v *= 0.2
		case !all.after(i, cueInside|cueToward):
			v *= 0.4
		case all.after(i, cueToward):
			v *= 0.8
		}
		best = max(best, v)
	}
	return best
}

var (
	cityFocus    = english.Stems("cities asked for")
	countryFocus = english.Stems("countries asked for")
)

// topic reports whether the place at token i is what something is about rather than where it
// happens: "the situation in Ukraine", unless the question asks about the situation itself.
func (all tokens) topic(i int, found []match) bool {
	for back := 2; back <= 3 && i-back >= 0; back++ {
		if t := all[i-back]; t.word&flagStop == 0 {
			itself := func(m match) bool { return m.token == i-back && m.strength >= likeDerived }
			return t.cues&cueTopic != 0 && !slices.ContainsFunc(found, itself)
		}
	}
	return false
}
