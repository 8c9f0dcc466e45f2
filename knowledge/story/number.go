package story

import (
	"math"
	"slices"

	"talksbot/knowledge/english"
	"talksbot/knowledge/grammar"
)

// counting reports whether it is plain that two numbers count one kind of thing, where one of them stands
// alone: it has become so many, or the other's things are what its clause speaks of, or what happened to
// them happens to people.
func counting(f, g frame) bool {
	if f.counts.head == g.counts.head && !f.counts.none() && !g.counts.none() {
		return true
	}
	toPeople := func(t term) bool { return befalls.Has(t.concept) && slices.ContainsFunc(g.core, t.same) }
	return f.counts.money != "" || f.changed() || g.changed() || slices.ContainsFunc(f.core, toPeople) ||
		slices.ContainsFunc(f.core, g.countsIt) || slices.ContainsFunc(g.core, f.countsIt)
}

var befalls = english.Keys("befalls people")

// agree reports whether two numbers can both be right, hedges and all.
func agree(n, m grammar.Number) bool {
	if n.Value == m.Value {
		return true
	}
	if n.Value > m.Value {
		n, m = m, n
	}
	about := n.Hedge == grammar.About || m.Hedge == grammar.About || n.Hedge == grammar.Nearly || m.Hedge == grammar.Nearly
	return n.Hedge == grammar.AtLeast && m.Hedge != grammar.AtLeast || m.Hedge == grammar.AtMost && n.Hedge != grammar.AtMost ||
		about && math.Abs(n.Value-m.Value) <= near*m.Value
}

// near is how far two numbers may be apart, of the larger one, where one of them is about so much.
const near = 0.15

// numbers returns how the sentence there stands to the one here by a number of each.
func (s *Story) numbers(f, g frame) (Kind, bool) {
	here, there := f.value.number, g.value.number
	if f.old || !f.counts.comparable(g.counts) || !counting(f, g) || f.rival() || g.rival() {
		return 0, false
	}
	if g.old { // "up from 180"
		return Replaced, here.Value == there.Value && newer(g.line, f.line) && s.alike(f, g, true)
	}
	if agree(here, there) && !(g.anew && newer(g.line, f.line) && here.Value != there.Value && here.Hedge == grammar.AtLeast) || f.gives(there) || g.gives(here) {
		return 0, false
	}
	if apart(f.times(), g.times()) && !(oneDay(f.times()) && oneDay(g.times()) && s.retold(f, g)) || !s.alike(f, g, false) {
		return 0, false
	}
	return order(f, g, f.lasting() && g.lasting() || rivals(f, g) && !f.running() && !g.running())
}

// running reports whether the number is one that grows or goes on, so that the newer is the better: "killed",
// "costs a day".
func (f frame) running() bool {
	return f.counts.per != "" || slices.ContainsFunc(f.core, func(t term) bool { return befalls.Has(t.concept) })
}

// rival reports whether the clause has another number of the same kind, or the sentence another of the
// same thing, so that it is not plain which of them is compared.
func (f frame) rival() bool {
	return slices.ContainsFunc(f.line.values, func(v value) bool {
		if v.sort != number || v.old || v.first == f.first {
			return false
		}
		sameThing := v.counts.head != "" && v.counts.head == f.counts.head
		return sameThing || f.Tokens[v.first].Part == f.Tokens[f.first].Part && v.counts.comparable(f.counts)
	})
}

// gives reports whether the sentence states the number too.
func (f frame) gives(n grammar.Number) bool {
	return slices.ContainsFunc(f.line.values, func(v value) bool {
		return v.sort == number && !v.old && agree(v.number, n) && v.counts.comparable(f.counts)
	})
}

var timeUnits = english.Keys("lengths of time")

// lasting reports whether a number says how long something lasted: that does not change once it is
// over.
func (f frame) lasting() bool {
	return timeUnits.Has(f.counts.head) && f.counts.per == "" && !f.ahead()
}
