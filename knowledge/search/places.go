package search

import (
	"slices"

	"talksbot/knowledge/english"
	"talksbot/knowledge/names"
)

// places returns how surely the sentence says where: a place the question does not name,
// of the sort asked for, after "in" or "at".
func (r *ranker) places(s uint32, asked []bool, found []match) float64 {
	best := 0.0
	for i := range asked {
		at := r.starts[s] + uint32(i)
		c, w := r.concepts[at], r.words[at]
		if c == 0 || asked[i] || i > 0 && r.concepts[at-1] == c {
			continue
		}
		v := 0.0
		switch {
		case w&flagPlace != 0:
			v = 1
		case r.kinds[c] == names.Other && r.after(s, i, cueInside|cueToward):
			v = 0.8
		case r.kinds[c] == names.Org && r.after(s, i, cueInside) && !r.after(s, i, cueOn):
			v = 0.6
		}
		if cityFocus.Has(r.q.Focus) && w&flagLand != 0 || countryFocus.Has(r.q.Focus) && w&flagCity != 0 {
			v *= 0.2
		}
		switch {
		case r.topic(s, i, found):
			v *= 0.2
		case !r.after(s, i, cueInside|cueToward):
			v *= 0.4
		case r.after(s, i, cueToward):
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

// topic says whether the place at token i is what something is about rather than where it
// happens: "the situation in Ukraine", unless the question asks about the situation itself.
func (r *ranker) topic(s uint32, i int, found []match) bool {
	for back := 2; back <= 3 && i-back >= 0; back++ {
		w := r.words[r.starts[s]+uint32(i-back)]
		if w&flagStop == 0 {
			itself := func(m match) bool { return m.token == i-back && m.strength >= likeDerived }
			return r.cues[w&termMask]&cueTopic != 0 && !slices.ContainsFunc(found, itself)
		}
	}
	return false
}

// after says whether a word with the cue stands right before token i, an article aside.
func (r *ranker) after(s uint32, i int, c cue) bool {
	for back := 1; back <= 2 && i-back >= 0; back++ {
		w := r.words[r.starts[s]+uint32(i-back)]
		if r.cues[w&termMask]&c != 0 {
			return true
		}
		if w&flagStop == 0 {
			return false
		}
	}
	return false
}
