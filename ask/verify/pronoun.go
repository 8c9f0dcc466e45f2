package verify

import (
	"slices"
	"strings"

	"talksbot/knowledge/article"
	"talksbot/knowledge/english"
	"talksbot/knowledge/grammar"
	"talksbot/knowledge/names"
)

// joinPronoun joins a pronoun, or "the club", with the name it can only stand for: the subject of
// the clause before, in this sentence or the one that goes before it.
func (c *account) joinPronoun(s, i, far int) bool {
	e := c.told[s]
	person := personal.Has(e.Tokens[i].Norm)
	if person {
		far = maxBack
	}
	if c.joinIn(s, i, s, i, person) {
		return true
	}
	for back := 1; back <= far && s < len(c.evidence)+maxFar; back++ {
		q, ok := c.told[s].Passage.Neighbour(-back)
		if !ok {
			break
		}
		k := c.tellsBefore(q)
		if k < 0 {
			break
		}
		if c.joinIn(k, len(c.told[k].Tokens), s, i, person) {
			return true
		}
	}
	return false
}

// joinIn joins token i of sentence s with the name that sentence k, up to a token, speaks of, or
// that something is done to.
func (c *account) joinIn(k, until, s, i int, person bool) bool {
	sex := sexes[c.told[s].Norm(i)]
	for _, at := range subjectsBefore(c.told[k], until, person) {
		own := c.entities.find(place{k, at})
		if sex != "" && c.gender[own] != "" && c.gender[own] != sex {
			continue
		}
		if key := c.told[s].Tokens[i].Key; key != "" {
			if c.called[own] != "" && c.called[own] != key {
				continue // the company is not the union as well
			}
			if saidOfIt.Has(key) && !strings.Contains(strings.ToLower(c.told[k].Mention(c.told[k].Tokens[at].Name-1)), c.told[s].Norm(i)) {
				continue // the court is the one that is called a court
			}
			c.called[own] = key
		}
		c.entities.join(own, place{s, i})
		if sex != "" {
			c.gender[c.entities.find(own)] = sex
		}
		return true
	}
	return false
}

var (
	saidOfIt = english.Keys("nouns that a name says itself")
	sexes    = map[string]string{"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
)

// tellsBefore returns the number of a sentence before one of the evidence, which is read when it
// is first asked for; -1 where enough have been.
func (c *account) tellsBefore(p article.Passage) int {
	for k, e := range c.told {
		if e.Passage.Article == p.Article && e.Passage.Index == p.Index {
			return k
		}
	}
	if len(c.told) >= len(c.evidence)+maxTold {
		return -1
	}
	c.told = append(c.told, readPassage(p, c.names))
	c.joinSame(len(c.told) - 1)
	return len(c.told) - 1
}

// subjectsBefore returns the names that the clauses before token i speak of, the last first, and
// then those that something is done to: persons', or others'.
func subjectsBefore(e *grammar.Sentence, i int, person bool) []int {
	var subjects, objects []int
	beside := besides(e, i)
	for _, t := range e.Ties {
		if t.Relation > grammar.Patient || t.Dep >= i || slices.Contains(beside, t.Dep) {
			continue
		}
		named := nameOf(e, t.Dep)
		switch {
		case named < 0 || named >= i || !kindFits(e, named, person):
		case t.Dep > t.Heads[0]:
			objects = append(objects, named)
		default:
			subjects = append(subjects, named)
		}
	}
	slices.Reverse(subjects)
	slices.Reverse(objects)
	return append(subjects, objects...)
}

// nameOf returns the name that the noun at token i is or is called by: "its chief executive, Ana
// Reyes"; -1 where there is none.
func nameOf(e *grammar.Sentence, i int) int {
	if e.Tokens[i].Name > 0 {
		return i
	}
	for _, t := range e.Ties {
		if t.Relation == grammar.Same && t.Heads[0] == i && e.Tokens[t.Dep].Name > 0 {
			return t.Dep
		}
	}
	return -1
}

// kindFits reports whether the name at token i can be that of a person, or of something else. Of a
// name that tells neither, what stands beside it does: "its chief executive, Signe Dahl".
func kindFits(e *grammar.Sentence, i int, person bool) bool {
	kind := e.Names[e.Tokens[i].Name-1].Kind
	role := !e.Tokens[i].Upper || slices.ContainsFunc(e.Ties, func(t grammar.Tie) bool {
		o := t.Dep
		if o == i {
			o = t.Heads[0]
		}
		return t.Relation == grammar.Same && (t.Dep == i || t.Heads[0] == i) && grammar.Persons.Has(e.Tokens[o].Norm)
	})
	switch {
	case kind == names.Person || role && kind != names.Place:
		return person
	case kind == names.Other:
		return true
	}
	return !person
}

// besides returns who does what is done to token i: it cannot stand for them.
func besides(e *grammar.Sentence, i int) (all []int) {
	for _, t := range e.Ties {
		if t.Dep != i || t.Relation == grammar.Agent || t.Relation == grammar.Owner {
			continue
		}
		for _, o := range e.Ties {
			if o.Relation == grammar.Agent && slices.Contains(t.Heads, o.Heads[0]) {
				all = append(all, o.Dep)
			}
		}
	}
	return all
}

// maxBack is how many sentences back a pronoun may point.
const maxBack = 2

// maxTold is how many sentences are told beside the evidence.
const maxTold = 6
