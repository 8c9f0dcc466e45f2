package story

import (
	"slices"

	"talksbot/knowledge/english"
	"talksbot/knowledge/grammar"
)

// differ returns how the sentence there stands to the one here where they state different things of
// one: once for each value of the one here.
func (s *Story) differ(here, there *line) []Relation {
	var all []Relation
	for _, f := range here.frames {
		if kind, g, ok := s.otherwise(f, there); ok {
			all = append(all, Relation{Kind: kind, Here: here.at, There: there.at, Word: f.span(), Other: g.span(), Event: f.event})
		}
	}
	for _, g := range there.frames {
		if len(all) == 0 && (g.value.sort == denial || g.value.sort == off) {
			if f, ok := s.undone(here, g); ok {
				all = append(all, Relation{Kind: Replaced, Here: here.at, There: there.at, Word: f.span(), Other: g.span(), CallsOff: true})
			}
		}
	}
	return all
}

// otherwise returns what of the sentence there differs from a value, and how it stands to it. What is
// so now says more than what was so before.
func (s *Story) otherwise(f frame, there *line) (Kind, frame, bool) {
	for _, old := range []bool{false, true} {
		for _, g := range there.frames {
			if g.old != old {
				continue
			}
			if kind, ok := s.values(f, g); ok {
				return kind, g, true
			}
		}
	}
	return 0, frame{}, false
}

// span returns where the value stands in the sentence.
func (f frame) span() english.Span {
	return english.Span{Start: f.Tokens[f.first].Start, End: f.Tokens[f.last].End}
}

func (s *Story) values(f, g frame) (Kind, bool) {
	switch {
	case f.value.sort != g.value.sort:
		return 0, false
	case f.value.sort == number:
		return s.numbers(f, g)
	case f.value.sort == day:
		return s.days(f, g)
	case f.value.sort == state:
		return s.states(f, g)
	}
	return 0, false
}

// states returns how the sentence there stands to the one here by the state each tells of one
// thing.
func (s *Story) states(f, g frame) (Kind, bool) {
	if f.row != g.row || f.cell == g.cell || f.unsure() || g.unsure() || g.aside() || !newer(g.line, f.line) {
		return 0, false
	}
	if !s.sameBearer(f, g) {
		return 0, false
	}
	return Replaced, true
}

// unsure reports whether a state is denied, only planned or only possible.
func (f frame) unsure() bool {
	t := f.Tokens[f.first]
	return t.Negated || t.Supposed || t.Mood != grammar.Factual && t.Mood != grammar.Settled
}

// aside reports whether a state is named in passing, as known before: "the missing girl", "where he was
// detained".
func (f frame) aside() bool {
	if f.adjective(f.first) {
		return true
	}
	for i := f.first; i >= 0; i-- {
		if asides.Has(f.Norm(i)) && f.Tokens[i].Date == 0 {
			return true
		}
		if f.Broken(i) {
			break
		}
	}
	return false
}

var asides = english.Class("opens an aside")

// sameBearer reports whether two states are told of one thing.
func (s *Story) sameBearer(f, g frame) bool {
	here, there := f.bearer(), g.bearer()
	shared := 0
	lacks := func(some, all []term) (names, words int) {
		for _, t := range some {
			switch {
			case slices.ContainsFunc(all, t.same):
				shared++
			case t.named:
				names++
			case !t.free:
				words++
			}
		}
		return names, words
	}
	n, w := lacks(here, there)
	m, x := lacks(there, here)
	if shared == 0 || n > 0 && m > 0 || w > 0 && x > 0 || f.how() != g.how() && f.how() > 0 && g.how() > 0 || f.severalOf() != g.severalOf() {
		return false
	}
	return s.together(f, g, shared)
}

// bearer returns what a state is told of: what stands behind an adjective or an active verb, else what
// stands before it.
func (f frame) bearer() []term {
	from, to := f.SegmentStart(f.first), f.first
	next := f.last + 1
	passive := grammar.IsBe(f.Sentence, f.first) || f.first > 0 && present.Has(f.Norm(f.first-1))
	follows := next < len(f.Tokens) && !f.Broken(next) && (!f.Tokens[next].Stop || grammar.IsNamed(f.Sentence, next+1)) && f.Tokens[next].Date == 0
	if !passive && follows {
		from = next
		for to = next; to < len(f.Tokens) && !f.Broken(to) && (to == next || !f.Tokens[to].Stop || f.Norm(to) == "of") && !(f.isVerb(to) && to > next); to++ {
		}
	}
	var all []term
	for _, t := range f.terms {
		if t.token >= from && t.token < to && !t.attributed && len(states[f.Norm(t.token)]) == 0 {
			all = append(all, t)
		}
	}
	if len(all) == 0 && !(follows && !passive) {
		return f.lent
	}
	return all
}

// how returns how many of the bearer there are said to be, 0 where that is not said.
func (f frame) how() float64 {
	for _, n := range f.Numbers {
		if f.Tokens[n.First].Part == f.Tokens[f.first].Part && !n.Ordinal {
			return n.Value
		}
	}
	return 0
}

// undone returns what the sentence here tells that the newer frame denies or calls off.
func (s *Story) undone(here *line, g frame) (frame, bool) {
	if !newer(g.line, here) {
		return frame{}, false
	}
	for _, t := range here.terms {
		v := value{sort: g.value.sort, first: t.token, last: t.token}
		f := here.frame(v)
		own := here.Tokens[t.token]
		if t.attributed || t.named || own.Negated || own.Supposed {
			continue
		}
		switch {
		case g.value.sort == denial && own.Key == g.Tokens[g.first].Key:
			if !apart(f.times(), g.times()) && s.specific(f, g) && s.alike(f, g, false) {
				return f, true
			}
		case g.value.sort == off && f.ahead() && slices.ContainsFunc(g.bearer(), t.same) && s.calledOff(f, g):
			return f, true
		}
	}
	return frame{}, false
}

// calledOff reports whether all that is called off by g is in the sentence of f.
func (s *Story) calledOff(f, g frame) bool {
	shared := 0
	for _, t := range g.bearer() {
		switch {
		case slices.ContainsFunc(f.wide, t.same):
			shared++
		case !t.free:
			return false
		}
	}
	return !apart(f.times(), g.times()) && f.severalOf() == g.severalOf() && s.together(f, g, shared)
}

// ahead reports whether the clause tells of what was still to come.
func (f frame) ahead() bool {
	for i, t := range f.Tokens {
		if t.Part == f.Tokens[f.first].Part && t.Mood != grammar.Factual && t.Mood != grammar.Possible {
			return true
		}
		if t.Date > 0 && i > 0 && f.Dates[t.Date-1].From.After(f.at.Article.Published.Day) {
			return true
		}
	}
	return false
}
