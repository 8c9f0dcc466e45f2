package story

import (
	"slices"

	"talksbot/knowledge/calendar"
	"talksbot/knowledge/english"
	"talksbot/knowledge/grammar"
)

func (l *line) frame(v value) frame {
	f := frame{line: l, value: v}
	part := l.Tokens[v.first].Part
	lone := true // no word before the value tells of what the clause speaks
	for _, t := range l.terms {
		if t.attributed || !l.near(t.token, v.first) || v.holds(t.token) {
			continue
		}
		f.core = append(f.core, t)
		lone = lone && (t.token > v.first || l.isVerb(t.token))
	}
	if lone || part > 0 {
		f.core = appendNew(f.core, l.subjectOf(v)...)
	}
	f.core = slices.Clip(appendNew(f.core, l.lent...))
	return f
}

// near reports whether token i stands in the clause of token at, or in what the sentence begins with
// for all of it: "In the north, sales rose".
func (l *line) near(i, at int) bool {
	return l.Tokens[i].Part == l.Tokens[at].Part || settingOut.Has(l.Norm(0)) && l.SegmentStart(i) == 0
}

var settingOut = english.Class("setting out")

// holds reports whether a token is of the value, or of what it counts.
func (v value) holds(token int) bool {
	return token >= v.first && token <= v.last || slices.Contains(v.counts.tokens, token)
}

// subjectOf returns what the clause of a value speaks of: a name, where that is plain, or what the
// sentence begins with.
func (l *line) subjectOf(v value) []term {
	if name := l.Tokens[v.first].Subject; name > 0 {
		for _, t := range l.terms {
			if l.Tokens[t.token].Name == name {
				return []term{t}
			}
		}
	}
	return slices.DeleteFunc(slices.Clone(l.subjects), func(t term) bool { return v.holds(t.token) })
}

func appendNew(terms []term, more ...term) []term {
	for _, t := range more {
		if !slices.ContainsFunc(terms, t.same) {
			terms = append(terms, t)
		}
	}
	return terms
}

// against returns the terms of a frame that the other sentence has, and those it lacks; those too general
// to tell are left out.
func (f frame) against(other frame) (shared, alone []term) {
	for _, t := range f.core {
		switch {
		case t.free:
		case slices.ContainsFunc(other.wide, t.same) || other.countsIt(t):
			shared = append(shared, t)
		default:
			alone = append(alone, t)
		}
	}
	return shared, alone
}

// countsIt reports whether the term is what the value counts.
func (f frame) countsIt(t term) bool {
	return slices.ContainsFunc(f.counts.tokens, func(i int) bool { return conceptOf(f.Tokens[i].Key) == t.concept })
}

// alike reports whether two values are of one thing: of the words around them each side may have
// some that the other lacks, but not both, and none that tells one thing from another. With
// confirmed, the newer says itself that it had the older's value before, and only the thing has to
// be the same.
func (s *Story) alike(f, g frame, confirmed bool) bool {
	shared, alone := f.against(g)
	sharedThere, aloneThere := g.against(f)
	if len(alone) > 0 && len(aloneThere) > 0 && !confirmed && !(g.changed() && len(shared) > 1 && s.specific(f, g) && len(f.verbs(alone)) == 0) {
		return false
	}
	// The two clauses have to share a word that tells what happens, and not only their sentences.
	told := func(t term) bool {
		return !t.named && !t.free && (slices.ContainsFunc(g.core, t.same) || g.countsIt(t))
	}
	if !slices.ContainsFunc(f.core, told) {
		return false
	}
	if clash(alone, aloneThere) || !s.known(aloneThere, f) || !s.known(alone, g) && !s.specific(f, g) || f.severalOf() != g.severalOf() {
		return false
	}
	return s.together(f, g, len(shared)+len(sharedThere))
}

// verbs returns those of the terms that are verbs in the sentence.
func (f frame) verbs(terms []term) []term {
	return slices.DeleteFunc(slices.Clone(terms), func(t term) bool {
		return t.free || t.named || t.token >= len(f.Tokens) || !f.isVerb(t.token) || slices.ContainsFunc(f.lent, t.same)
	})
}

// sameDeed reports whether two clauses tell of the same being done, as far as their verbs say: one may
// have none of its own where it tells that something has changed.
func sameDeed(f, g frame) bool {
	v, w := f.verbs(f.core), g.verbs(g.core)
	in := func(terms []term) func(term) bool {
		return func(t term) bool { return slices.ContainsFunc(terms, t.same) }
	}
	switch {
	case len(v) > 0 && len(w) > 0:
		return slices.ContainsFunc(v, in(w))
	case len(v) > 0:
		return g.anew || slices.ContainsFunc(v, in(g.core))
	case len(w) > 0:
		return f.anew || slices.ContainsFunc(w, in(f.core))
	}
	return true
}

// changed reports whether a number is said to be what another one has become: "rose to six", "cut the
// sentence to 45 months".
func (f frame) changed() bool {
	if f.value.sort != number || f.old {
		return false
	}
	for i := f.first - 1; i >= 0 && f.Tokens[i].Part == f.Tokens[f.first].Part; i-- {
		if becoming.Has(f.Tokens[i].Key) {
			return f.Norm(f.first-1) == "to" || f.Norm(f.first-2) == "to"
		}
	}
	return false
}

var becoming = english.Keys("becoming")

// specific reports whether two sentences share the name of something smaller than a country.
func (s *Story) specific(f, g frame) bool {
	return slices.ContainsFunc(f.wide, func(t term) bool { return t.named && !t.country && slices.ContainsFunc(g.wide, t.same) })
}

// clash reports whether both sides have names that the other lacks.
func clash(alone, aloneThere []term) bool {
	named := func(t term) bool { return t.named }
	return slices.ContainsFunc(alone, named) && slices.ContainsFunc(aloneThere, named)
}

// known reports whether the names that only one side has are known to the other's article: else
// they may be what tells two things apart.
func (s *Story) known(alone []term, other frame) bool {
	return !slices.ContainsFunc(alone, func(t term) bool { return t.named && !s.setting(other.at.Article).all[t.concept] })
}

var several = english.Class("of several")

// severalOf returns the words of the clause that tell one of several from the others: "second",
// "another".
func (f frame) severalOf() string {
	words := ""
	for i, t := range f.Tokens {
		ordinal := t.Number > 0 && f.Numbers[t.Number-1].Ordinal
		if f.near(i, f.first) && (ordinal || several.Has(t.Norm)) && t.Date == 0 && !f.value.holds(i) {
			words += t.Norm + " "
		}
	}
	return words
}

// times returns the days and longer times that the clause of a value names, which may tell what it
// is about from the same at another time; not the value itself.
func (f frame) times() []calendar.Days {
	var all []calendar.Days
	said := f.attributed()
	for _, d := range f.Dates {
		i := f.TokenAt(d.Start)
		if !d.From.IsZero() && i < len(f.Tokens) && f.near(i, f.first) && !said[i] && !f.value.holds(i) && grammar.Dated(d) {
			all = append(all, calendar.Days{From: d.From, To: d.To})
		}
	}
	return all
}

// apart reports whether both name times, and none that they share.
func apart(a, b []calendar.Days) bool {
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	for _, x := range a {
		if slices.ContainsFunc(b, x.Overlap) {
			return false
		}
	}
	return true
}

// oneDay reports whether the times are a day, and no month or year of which a number is told.
func oneDay(times []calendar.Days) bool { return len(times) == 1 && times[0].From == times[0].To }
