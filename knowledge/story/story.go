// Package story says how the sentences of different articles stand to one another: the same
// words again, the same fact with another value in a newer article, or in one that appeared at
// the same time.
//
// Two sentences speak of one fact only where the words around what they state are the same, as
// far as both have any, and where nothing on either side tells them apart: another name,
// another day, another of several. What is missed is told as it was before there was this
// package; what is found wrongly would take back a fact that stands.
//
// The house, bottom up:
//
//	relation.go   how two sentences can stand to one another
//	line.go       a sentence, what it states (numbers, days, states) and of what
//	counted.go, value.go   what its numbers count, and what else it states
//	frame.go      the words around a value, and whether those around another are the same
//	read.go       how a line is read, once
//	number.go, date.go, state.go   when two values differ, and which of them stands
//	setting.go    whether two articles tell of one thing at all
//	same.go       the same words
//	story.go      the whole
//
// Nothing is read before it is asked for, and of a library only the sentences that share rare
// words are compared.
package story

import (
	"cmp"
	"context"
	"slices"

	"talksbot/knowledge/article"
	"talksbot/knowledge/english"
	"talksbot/knowledge/names"
	"talksbot/knowledge/search"
)

// New returns the story of articles, which the index holds.
func New(articles []*article.Article, x *search.Index, n *names.Names) *Story {
	return &Story{articles: articles, index: x, names: n}
}

// Of returns how other sentences stand to this one, those of newer articles first.
func (s *Story) Of(p article.Passage) []Relation {
	if found, ok := s.found.Load(placeOf(p)); ok {
		return found.([]Relation)
	}
	var all []Relation
	here := s.line(p)
	if !here.tells {
		return nil
	}
	for _, there := range s.near(here) {
		all = append(all, s.compare(here, there)...)
	}
	slices.SortStableFunc(all, func(a, b Relation) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), b.There.Article.Published.Day.Compare(a.There.Article.Published.Day), a.There.Compare(b.There))
	})
	s.found.Store(placeOf(p), all)
	return all
}

// compare returns how the sentence there stands to the sentence here.
func (s *Story) compare(here, there *line) []Relation {
	if here.same(there) {
		return []Relation{{Kind: Repeats, Here: here.at, There: there.at}}
	}
	all := s.differ(here, there)
	for _, r := range s.differ(there, here) {
		r = r.mirrored()
		if !slices.ContainsFunc(all, func(o Relation) bool { return o.Word == r.Word || o.Other == r.Other }) {
			all = append(all, r)
		}
	}
	return all
}

// mostNear is how many sentences are compared with one.
const mostNear = 40

// near returns the sentences of other articles that may state what this one does: those that
// share its telling words, or words for the same kind of fact, and what leans on them.
func (s *Story) near(l *line) []*line {
	var near []*line
	seen := map[place]bool{}
	add := func(p article.Passage) {
		if p.Article != l.at.Article && !seen[placeOf(p)] {
			seen[placeOf(p)] = true
			if there := s.line(p); there.tells {
				near = append(near, there)
			}
		}
	}
	for _, p := range s.index.Sharing(l.wanted(), mostNear) {
		add(p)
		if next, ok := p.Neighbour(1); ok && s.line(next).leans {
			add(next)
		}
	}
	return near
}

// Replacing returns the relations by which a sentence stands no longer, those to the newest
// article that says so. What that says must stand itself, or what replaces it must replace this one
// too: where the newest article agrees with the oldest, the oldest stands.
func (s *Story) Replacing(p article.Passage) []Relation {
	all := s.Of(p)
	replaces := func(by article.Passage) bool {
		return slices.ContainsFunc(all, func(r Relation) bool { return r.Kind == Replaced && r.There == by })
	}
	var newest []Relation
	for _, r := range all {
		if r.Kind != Replaced || len(newest) > 0 && r.There.Article != newest[0].There.Article {
			continue
		}
		revived := slices.ContainsFunc(s.Of(r.There), func(q Relation) bool { return q.Kind == Replaced && q.Word == r.Other && !replaces(q.There) })
		if !revived {
			newest = append(newest, r)
		}
	}
	return newest
}

// Stands reports whether no newer article takes back what the sentence says.
func (s *Story) Stands(p article.Passage) bool { return len(s.Replacing(p)) == 0 }

// Undoes reports whether the sentence names the time that stands in the span of its text only to say that it is so no
// longer: "not on June 10 as planned", "up from 180"; with denied, only that it is not so: "not on June 10". That takes
// it back where an older article had it so: see TakesBack. Nothing but the article and the names are read for it.
func (s *Story) Undoes(p article.Passage, at english.Span) (undone, denied bool) {
	if !mayBeOld(p.Words(), at) {
		return false, false
	}
	for _, f := range s.line(p).frames {
		if f.old && f.span().Overlaps(at) {
			undone, denied = undone || !f.denied, denied || f.denied
		}
	}
	return undone, denied
}

// TakesBack reports whether an older article states what stands in the span of the sentence's text otherwise.
func (s *Story) TakesBack(p article.Passage, at english.Span) bool {
	return slices.ContainsFunc(s.Of(p), func(r Relation) bool { return r.Kind == Replaces && r.Word.Overlaps(at) })
}

// Denies reports whether the sentence says of what stands in the span of its text that it is not so, or no
// longer.
func (s *Story) Denies(p article.Passage, at english.Span) bool {
	return slices.ContainsFunc(s.line(p).frames, func(f frame) bool { return f.old && f.span().Overlaps(at) })
}

// TakenBack returns where a sentence names what it says is not so, or no longer.
func (s *Story) TakenBack(p article.Passage) []english.Span {
	var all []english.Span
	for _, f := range s.line(p).frames {
		if f.old {
			all = append(all, f.span())
		}
	}
	return all
}

// Distinct returns the sentences without those that say again, word for word, what one before
// them says.
func (s *Story) Distinct(all []article.Passage) []article.Passage {
	var kept []article.Passage
	for _, p := range all {
		l := s.line(p)
		if !slices.ContainsFunc(kept, func(k article.Passage) bool { return s.line(k).same(l) }) {
			kept = append(kept, p)
		}
	}
	return kept
}

// Told returns the sentences by which one can be understood: the one before it where it leans on that,
// and, where it only says what is not so, the one after it that says what is.
func (s *Story) Told(p article.Passage) []article.Passage {
	told := []article.Passage{p}
	if before, ok := p.Neighbour(-1); ok && s.line(p).leans {
		told = slices.Insert(told, 0, before)
	}
	if next, ok := p.Neighbour(1); ok && s.line(p).onlyDenies && s.line(next).goesOn {
		told = append(told, next)
	}
	return told
}

// Changes returns what newer articles replace, as seen from what stands, the newest first; what is found by
// the time ctx is done.
func (s *Story) Changes(ctx context.Context) []Relation {
	return s.all(ctx, func(r Relation) (Relation, bool) {
		stands := r.Kind == Replaced && slices.Contains(s.Replacing(r.Here), r)
		return r.mirrored(), stands
	})
}

// Disputes returns on what articles differ of which none is newer, the newest first; each once.
func (s *Story) Disputes(ctx context.Context) []Relation {
	return s.all(ctx, func(r Relation) (Relation, bool) { return r, r.Kind == Differs && r.Here.Compare(r.There) < 0 })
}

// all returns the relations that are wanted, those of the newest articles first.
func (s *Story) all(ctx context.Context, wanted func(Relation) (Relation, bool)) []Relation {
	var all []Relation
	for _, a := range s.articles {
		for i := range a.Sentences {
			if ctx.Err() != nil {
				return all
			}
			for _, r := range s.Of(article.Passage{Article: a, Index: i}) {
				if r, ok := wanted(r); ok {
					all = append(all, r)
				}
			}
		}
	}
	slices.SortStableFunc(all, func(a, b Relation) int { return cmp.Or(b.Here.Compare(a.Here), b.There.Compare(a.There)) })
	return all
}
