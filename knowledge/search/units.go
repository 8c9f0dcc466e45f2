package search

import (
	"slices"

	"talksbot/knowledge/english"
	"talksbot/knowledge/names"
	"talksbot/knowledge/question"
)

// A unit is a word or a name of the question and all that may stand for it in a sentence.
type unit struct {
	start, end   int // in the question
	weight       float64
	alternatives []alternative
	name         bool
	kind         names.Kind
	number       bool
	focus        bool
	degree       bool     // "first", "largest"
	contrary     []uint32 // terms that mean the contrary
	opposite     []uint32 // and those that stand at the other end: "shortest"
	first        []uint32 // of a person with a first name: what it may be written as
	term         uint32   // the word's or the name's own term, 0 where the library does not have it
}

type units []unit

// An alternative is a term that stands for a unit, and how well: 1 is the word itself.
type alternative struct {
	term     uint32
	strength float64
}

// How well what stands for a word does so, set by hand in the order of how often it means the
// same: only whether one is above another matters much, since the fit weighs what they add up to.
const (
	likeSynonym    = 0.5 // many of WordNet's are meant in another sense
	likeParaphrase = 0.7 // a pair that was chosen because it says the same in the news
	likeDerived    = 0.8 // "invade" and "invasion"
	likeTypo       = 0.8
	likePart       = 0.8 // a surname for the whole name
)

// maxUnits is how many words of a question are looked at, so that a page of text asked as a question
// costs no more than a long one.
const maxUnits = 64

// strengths says how well a word stands for one it is related to.
var strengths = [...]float64{english.Synonym: likeSynonym, english.Paraphrase: likeParaphrase, english.Derived: likeDerived}

// units takes the question's names and words together: a word inside a known name counts
// with the name.
func (v *naming) units(q question.Question) units {
	q.Names = q.Names[:min(len(q.Names), maxUnits)]
	q.Terms = q.Terms[:min(len(q.Terms), maxUnits)]
	var list units
	var taken []names.Mention
	for _, m := range q.Names {
		if u, ok := v.nameUnit(m, q); ok {
			list = append(list, u)
			taken = append(taken, m)
		}
	}
	for _, t := range q.Terms {
		inside := func(m names.Mention) bool { return m.Start <= t.Start && t.Start < m.End }
		if !slices.ContainsFunc(taken, inside) {
			list = append(list, v.wordUnit(t))
		}
	}
	list = distinct(list)
	return list[:min(len(list), maxUnits)]
}

// nameUnit returns a name as a unit. Where the library does not have it, its last word may
// stand for it; where it has not even that, the unit is one that no sentence matches.
func (v *naming) nameUnit(m names.Mention, q question.Question) (unit, bool) {
	if m.Kind == names.Role {
		return v.officeUnit(m, q)
	}
	id := v.nameOf(m.Name)
	tokens := q.Words.Touching(english.Span{Start: m.Start, End: m.End})
	if m.Kind == names.Person {
		tokens = english.Read(m.Name).Tokens // the office that stands for the person says nothing of the name
	}
	if id == 0 && m.Kind == names.Other && len(tokens) > 1 {
		return unit{}, false
	}
	u := unit{start: m.Start, end: m.End, name: true, kind: m.Kind, term: id}
	if id != 0 {
		u.alternatives = append(u.alternatives, alternative{id, 1})
	}
	last := tokens[len(tokens)-1]
	if word := v.termOf(last.Stem); word != 0 && !last.Stop && (m.Kind != names.Place || len(tokens) == 1) {
		u.alternatives = append(u.alternatives, alternative{word, likePart})
	}
	if len(u.alternatives) == 0 && len(tokens) == 1 && len(last.Norm) >= minTypo && !v.known.IsKnown(m.Name) {
		u.alternatives = v.misspelt(last.Norm)
	}
	if (m.Kind == names.Person || m.Kind == names.Other) && len(tokens) > 1 {
		u.first = v.firstNames(tokens[:len(tokens)-1])
	}
	u.weight = v.idf(u.alternatives)
	return u, true
}

// firstNames returns the terms that stand for the first names, misspelt or not.
func (v *naming) firstNames(tokens []english.Token) []uint32 {
	first := []uint32{0}
	for _, t := range tokens {
		first = append(first, shared.term(t.Stem))
		if len(t.Norm) >= minTypo {
			for _, a := range v.misspelt(t.Norm) {
				first = append(first, a.term)
			}
		}
	}
	return first
}

// officeUnit returns an office as a unit that all who hold it stand for; false where the
// articles name nobody, and then its words are looked for.
func (v *naming) officeUnit(m names.Mention, q question.Question) (unit, bool) {
	u := unit{start: m.Start, end: m.End, name: true, kind: names.Role}
	o, _ := v.known.ReadOffice(q.Text[m.Start:m.End])
	for _, holder := range v.known.HoldersOf(o) {
		if id := v.nameOf(holder); id != 0 {
			u.alternatives = append(u.alternatives, alternative{id, 1})
			u.term = id
		}
	}
	u.weight = v.idf(u.alternatives)
	return u, len(u.alternatives) > 0
}

func (v *naming) wordUnit(t question.Term) unit {
	u := unit{start: t.Start, end: t.End, focus: t.Focus}
	_, u.number = english.Number(t.Norm)
	u.degree = degrees.Has(t.Norm)
	u.term = v.termOf(t.Stem)
	switch {
	case u.term != 0:
		u.alternatives = append(u.alternatives, alternative{u.term, 1})
	case len(t.Norm) >= minTypo && !u.number:
		u.alternatives = v.misspelt(t.Norm)
	}
	for _, l := range english.Alike(t.Stem) {
		if id := v.termOf(l.Stem); id != 0 && id != u.term {
			u.alternatives = append(u.alternatives, alternative{id, strengths[l.Relation]})
		}
	}
	for _, s := range english.Contraries(t.Stem) {
		if id := shared.term(s); id != 0 { // a stop word may be one
			u.contrary = append(u.contrary, id)
		}
	}
	for _, s := range english.Opposites(english.Key(t.Norm, t.Stem)) {
		if id := shared.term(s); id != 0 {
			u.opposite = append(u.opposite, id)
		}
	}
	u.weight = v.rarity(v.frequency(u.term), english.IsCommon(t.Stem))
	return u
}

var degrees = english.Class("ranks")

// idf is the weight of a word or name by the first of the terms that stand for it.
func (v *naming) idf(alternatives []alternative) float64 {
	if len(alternatives) == 0 {
		return v.rarity(0, false)
	}
	t := alternatives[0].term
	return v.rarity(v.frequency(t), t&flagName == 0 && v.cues[t]&cueCommon != 0)
}

func distinct(list units) units {
	seen := map[uint32]bool{}
	kept := list[:0]
	for _, u := range list {
		if u.term != 0 && seen[u.term] {
			continue
		}
		seen[u.term] = true
		kept = append(kept, u)
	}
	return kept
}

// misspelt returns the terms of the words of the articles one edit away from a word that
// they do not have.
func (x *corpus) misspelt(norm string) []alternative {
	var found []alternative
	for _, w := range shared.near(norm) {
		if x.has(w) {
			found = append(found, alternative{shared.termOf(w), likeTypo})
		}
	}
	return found
}
