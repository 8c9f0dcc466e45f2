package verify

import (
	"slices"

	"talksbot/knowledge/english"
	"talksbot/knowledge/grammar"
)

// A claim is made of ties: who does what, to whom, with what, of what kind. Each of them, where
// both its words are found, has to be a tie of the evidence as well. All ties of one verb
// have to be those of one verb there.
// An untied is a tie of the claim that the evidence does not have.
type untied struct {
	grammar.Tie
	head int // the word of the claim that the other one is tied to
}

// untied returns the ties of the claim that the evidence does not have, and how many it has to have.
func (c *account) untied() ([]untied, int) {
	if c.wanted < 0 {
		c.missing, c.wanted = c.untiedOf()
	}
	return c.missing, c.wanted
}

// untiedOf returns the ties of the claim that the evidence does not have.
func (c *account) untiedOf() (all []untied, wanted int) {
	byHead := map[int][]grammar.Tie{}
	c.under = byHead
	var heads []int
	for _, t := range c.claim.Ties {
		if !c.counts(t) {
			continue
		}
		h := t.Heads[0]
		for _, o := range t.Heads[1:] {
			if len(c.placesOf(h)) == 0 {
				h = o
			}
		}
		if byHead[h] == nil {
			heads = append(heads, h)
		}
		byHead[h] = append(byHead[h], t)
		wanted++
	}
	for _, h := range heads {
		var least []untied
		best := place{}
		dated := false
		for n, at := range c.placesOf(h) {
			var missing []untied
			for _, t := range byHead[h] {
				if !c.has(t, h, at) {
					missing = append(missing, untied{t, h})
				}
			}
			if better := datedAs(c, h, at); n == 0 || len(missing) < len(least) || len(missing) == len(least) && better && !dated {
				least, best, dated = missing, at, better
			}
		}
		c.relink(h, best)
		for _, t := range byHead[h] {
			c.relinkDep(t, best)
		}
		all = append(all, least...)
	}
	return append(all, c.lightOf()...), max(wanted, 1)
}

// datedAs reports whether a sentence has a day that the claim gives for the word at token i.
func datedAs(c *account, i int, at place) bool {
	return slices.ContainsFunc(c.claim.Ties, func(t grammar.Tie) bool {
		l := c.links[t.Dep]
		return slices.Contains(t.Heads, i) && isDay(c.claim, t.Dep) && l.found() && l.sentence == at.sentence
	})
}

// relink has the trace agree with the ties: the word at token i of the claim stands at the place.
func (c *account) relink(i int, p place) {
	if p.sentence >= len(c.evidence) || c.links[i].found() && c.links[i].place == p || c.claim.Tokens[i].Date > 0 {
		return
	}
	fit := 1.0
	if c.told[p.sentence].Tokens[p.token].Norm != c.claim.Tokens[i].Norm {
		fit = inflected
	}
	c.links[i] = link{p, fit}
	c.linkedTo[p] = true
}

// relinkDep is relink for what hangs on a word that stands at the place.
func (c *account) relinkDep(t grammar.Tie, at place) {
	places := c.placesOf(t.Dep)
	if len(places) < 2 {
		return
	}
	for _, k := range c.tiesAt[c.entities.find(at)] {
		there := place{k.sentence, c.told[k.sentence].Ties[k.token].Dep}
		if k.sentence == at.sentence && slices.Contains(places, there) {
			c.relink(t.Dep, there)
			return
		}
	}
}

// lightOf returns what the claim ties together by a verb that the evidence need not have, "made a
// profit", and the evidence does not tie together at all.
func (c *account) lightOf() (all []untied) {
	first := map[int]grammar.Tie{}
	for _, t := range c.claim.Ties {
		h := t.Heads[0]
		if t.Relation > grammar.Tied || len(c.placesOf(h)) > 0 || len(c.placesOf(t.Dep)) == 0 || isDay(c.claim, t.Dep) {
			continue
		}
		o, known := first[h]
		if !known {
			first[h] = t
			continue
		}
		if !c.together(o.Dep, t.Dep) {
			all = append(all, untied{t, o.Dep})
		}
	}
	return all
}

// together reports whether one clause of the evidence, with what stands under its verb, is about
// two words of the claim.
func (c *account) together(a, b int) bool {
	verbs := map[place]bool{}
	for e := range c.depsOf(a, maxNested) {
		for _, v := range c.verbsOf(e) {
			verbs[v] = true
		}
	}
	for e := range c.depsOf(b, maxNested) {
		for _, v := range c.verbsOf(e) {
			if verbs[v] {
				return true
			}
		}
	}
	return false
}

// verbsOf returns the words that a thing is tied to, those they stand under, and itself.
func (c *account) verbsOf(e entity) []place {
	verbs := []place{e}
	for _, k := range c.tiesAt[e] {
		t := c.told[k.sentence].Ties[k.token]
		if t.Relation == grammar.Linked || c.entities.find(place{k.sentence, t.Dep}) != e {
			continue
		}
		for _, h := range t.Heads {
			verbs = append(verbs, c.entities.find(place{k.sentence, h}))
		}
	}
	for _, v := range verbs {
		for _, k := range c.tiesAt[v] {
			if t := c.told[k.sentence].Ties[k.token]; t.Relation == grammar.Under && (place{k.sentence, t.Dep}) == v {
				verbs = append(verbs, place{k.sentence, t.Heads[0]})
			}
		}
	}
	return verbs
}

// counts reports whether a tie of the claim can be looked for: both words are found.
func (c *account) counts(t grammar.Tie) bool {
	if len(c.placesOf(t.Dep)) == 0 || c.claim.Tokens[t.Dep].Weight == grammar.WeightLight && t.Relation == grammar.Modifier {
		return false
	}
	if t.Relation == grammar.Linked && !telling.Has(t.Word) {
		return false // "while", "and": nothing is said by them
	}
	if isDay(c.claim, t.Dep) || t.Meant {
		return false
	}
	return slices.ContainsFunc(t.Heads, func(h int) bool { return len(c.placesOf(h)) > 0 })
}

var (
	sameWords = english.Rows("prepositions that mean the same")
	byWords   = english.Class("of who does it")
	ofWords   = english.Class("of what it is done to")
	nearWords = english.Class("prepositions of a place")
	telling   = english.Class("connectives that tell")
)

// ruleOf returns the rule that a tie of the claim is held to.
func ruleOf(claim *grammar.Sentence, t grammar.Tie) Rule {
	switch {
	case claim.Tokens[t.Dep].Number > 0:
		return Number
	case t.Relation == grammar.Agent || t.Relation == grammar.Patient:
		return Role
	}
	return Joined
}

// judgeTies reports, for one rule, the first tie of the claim that the evidence does not have.
func judgeTies(rule Rule) func(*comparison) []Reason {
	return func(c *comparison) []Reason {
		missing, _ := c.untied()
		for _, u := range missing {
			if ruleOf(c.claim, u.Tie) == rule {
				return because(rule, notSaidOf, inWords(c.claim, u)...)
			}
		}
		return nil
	}
}

// inWords returns what of a tie a reader is told: what is said, and of what.
func inWords(claim *grammar.Sentence, u untied) []string {
	dep, head := claim.Written(u.Dep), claim.Written(u.head)
	switch {
	case u.Relation == grammar.Agent || u.Relation == grammar.Patient:
		return []string{head, dep}
	case u.Word != "":
		return []string{u.Word + " " + dep, head}
	}
	return []string{dep, head}
}
