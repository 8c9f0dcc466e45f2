package verify

import (
	"slices"

	"talksbot/knowledge/english"
	"talksbot/knowledge/grammar"
)

// An entity is the words of the evidence that stand for one thing or person, by the first of
// them: a name wherever it stands, "the club" and "its" behind that name, "captain" beside it.
type entity = place

// entities joins the words of the evidence that stand for one thing.
type entities struct{ of map[place]place }

func (e *entities) find(p place) entity {
	for {
		up, joined := e.of[p]
		if !joined {
			return p
		}
		if over, more := e.of[up]; more {
			e.of[p] = over // halve the way for those who come after
		}
		p = up
	}
}

func (e *entities) join(a, b place) {
	if a, b = e.find(a), e.find(b); a != b {
		e.of[b] = a
	}
}

// findEntities joins what one sentence calls by several words, a name with itself in other
// sentences, and a pronoun or "the club" with what it stands for. That may stand in a sentence
// before those of the evidence, which is then told too.
func (c *account) findEntities() {
	c.entities = entities{map[place]place{}}
	c.told = slices.Clone(c.evidence)
	c.gender, c.called = map[entity]string{}, map[entity]string{}
	for s := 0; s < len(c.told); s++ {
		c.joinSame(s)
		for k := range c.told[s].Names {
			c.joinName(s, k)
		}
		for i, t := range c.told[s].Tokens {
			switch {
			case t.Norm == "we" && t.Quoted:
				c.us = append(c.us, place{s, i})
			case thingPronouns.Has(t.Norm) && len(c.ofThings) < maxPlaces:
				c.ofThings = append(c.ofThings, place{s, i})
				fallthrough
			case pronouns.Has(t.Norm):
				c.joinPronoun(s, i, 1)
			case bare(c.told[s], i):
				c.joinNoun(s, i)
			}
		}
	}
}

// joinSame joins what a sentence calls by several words.
func (c *account) joinSame(s int) {
	e := c.told[s]
	for _, t := range e.Ties {
		h := t.Heads[0]
		switch {
		case t.Relation == grammar.Same:
			if len(t.Heads) > 1 && e.Tokens[h].Name > 0 && e.Tokens[t.Dep].Name > 0 && !t.Meant {
				h = t.Heads[1] // "the director of the port of Lyrne, Ana Reyes"
			}
			c.entities.join(place{s, h}, place{s, t.Dep})
		case t.Relation == grammar.Modifier && e.Tokens[h].Name > 0 && grammar.Persons.Has(e.Norm(t.Dep)) && t.Dep < h && e.Tokens[t.Dep+1].Name == e.Tokens[h].Name && e.Tokens[t.Dep].Name != e.Tokens[h].Name:
			c.entities.join(place{s, h}, place{s, t.Dep}) // "Judge Hanne Berg"
		case t.Relation == grammar.Tied && t.Word == "of" && placeNouns.Has(e.Tokens[h].Norm) && e.Tokens[t.Dep].Name > 0:
			c.entities.join(place{s, h}, place{s, t.Dep}) // "the state of Kessel"
		}
	}
}

// bare reports whether token i is a noun with nothing but "the" before it.
func bare(e *grammar.Sentence, i int) bool {
	t := e.Tokens[i]
	return i > 0 && t.Speech == grammar.Noun && t.Key != "" && t.Name == 0 && t.Date == 0 && t.Number == 0 && definite.Has(e.Norm(i-1)) && !e.Broken(i) &&
		(i+1 == len(e.Tokens) || e.Broken(i+1) || e.Tokens[i+1].Speech != grammar.Noun && e.Norm(i+1) != "of")
}

// joinNoun joins "the ferry" with the ferry that a sentence before introduces, "the car ferry
// Gannet", or, where none does, "the company" with the name it can only stand for.
func (c *account) joinNoun(s, i int) {
	e := c.told[s]
	key := e.Tokens[i].Key
	if generic.Has(key) && c.joinPronoun(s, i, maxBack) {
		return
	}
	first := e.Passage.Index - maxFar
	for back := min(maxFar, e.Passage.Index); back > 0 && e.Passage.Article != nil; back-- {
		q, ok := e.Passage.Neighbour(-back)
		if !ok || q.Index < first || !slices.ContainsFunc(q.Words().Tokens, func(t english.Token) bool { return english.Key(t.Norm, t.Stem) == key }) {
			continue
		}
		k := c.tellsBefore(q)
		if k < 0 {
			return
		}
		for at, t := range c.told[k].Tokens {
			if t.Key == key && t.Speech == grammar.Noun {
				c.entities.join(place{k, at}, place{s, i})
				return
			}
		}
	}
}

// maxFar is how many sentences back a thing is introduced that "the ferry" stands for.
const maxFar = 8

// joinName joins the words of a name, and the name with an earlier one for the same.
func (c *account) joinName(s, k int) {
	at := nameHead(c.told[s], k)
	first := c.told[s].TokenAt(c.told[s].Names[k].Start)
	for i := first; i < at; i++ {
		c.entities.join(place{s, at}, place{s, i})
	}
	for _, n := range c.namesOf {
		if c.isSame(c.told[n.sentence].Names[n.token], c.told[s].Names[k]) {
			c.entities.join(place{n.sentence, nameHead(c.told[n.sentence], n.token)}, place{s, at})
			return
		}
	}
	c.namesOf = append(c.namesOf, place{s, k})
}

// nameHead returns the last token of name k.
func nameHead(s *grammar.Sentence, k int) int {
	return max(s.TokenAt(s.Names[k].End-1), 0)
}

var (
	pronouns      = english.Class("pronouns for what was named")
	thingPronouns = english.Class("pronouns for a thing")
	generic       = english.Keys("nouns for what was named")
	placeNouns    = english.Class("places of a name")
	definite      = english.Class("before a noun for what was named")
)
