package search

import (
	"slices"

	"talksbot/knowledge/english"
	"talksbot/knowledge/names"
)

// How surely a name after "in", that no list has for a place, is one.
const (
	namedForPlace = 0.8
	bodyForPlace  = 0.6 // "in Parliament"
)

// What is left of a place where something speaks against it. Gates look at somePlace: what is below
// has two of these against it, or the one that decides.
const (
	otherSort  = 0.2 // a country for a city
	asTopic    = 0.2 // "the situation in Arlen"
	notInside  = 0.4 // nothing like "in" stands before it
	onlyToward = 0.8 // "to Arlen", "of Arlen"
	somePlace  = 0.3
	surePlace  = 0.5 // what an event needs: a place after "in" or "to"
)

// places returns how surely the sentence says where: a place the question does not name,
// of the sort asked for, after "in" or "at".
func (c *comparison) places(asked []bool) float64 {
	best := 0.0
	for i, t := range c.all {
		if t.name == 0 || asked[i] || i > 0 && c.all[i-1].name == t.name {
			continue
		}
		v := 0.0
		switch {
		case t.word&flagPlace != 0:
			v = 1
		case t.kind == names.Other && c.all.after(i, cueInside|cueToward):
			v = namedForPlace
		case t.kind == names.Org && c.all.after(i, cueInside) && !c.all.after(i, cueOn):
			v = bodyForPlace
		}
		if cityFocus.Has(c.q.Focus) && t.word&flagLand != 0 || countryFocus.Has(c.q.Focus) && t.word&flagCity != 0 {
			v *= otherSort
		}
		switch {
		case c.all.topic(i, c.found):
			v *= asTopic
		case !c.all.after(i, cueInside|cueToward):
			v *= notInside
		case c.all.after(i, cueToward):
			v *= onlyToward
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
