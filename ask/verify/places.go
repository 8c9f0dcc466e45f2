package verify

import (
	"slices"

	"talksbot/knowledge/english"
	"talksbot/knowledge/grammar"
	"talksbot/knowledge/names"
)

// isDay reports whether token i of the claim is part of a day, which is a rule of its own; "three years"
// is none.
func isDay(claim *grammar.Sentence, i int) bool {
	d := claim.Tokens[i].Date
	return d > 0 && grammar.Dated(claim.Dates[d-1])
}

// placesOf returns where the word at token i of the claim may stand in the evidence.
func (c *account) placesOf(i int) []place {
	if c.places[i].known {
		return c.places[i].list
	}
	var list []place
	t := c.claim.Tokens[i]
	if t.Name > 0 {
		for _, p := range c.namesOf {
			if c.isSame(c.claim.Names[t.Name-1], c.told[p.sentence].Names[p.token]) {
				list = append(list, place{p.sentence, nameHead(c.told[p.sentence], p.token)})
			}
		}
	}
	if t.Name > 0 && len(list) == 0 {
		list = c.spelledNames(i)
	}
	if len(list) == 0 && t.Name == 0 {
		list = append(list, c.keys[t.Key]...)
		if t.Root != "" {
			for _, p := range c.roots[t.Root] {
				if !slices.Contains(list, p) && !(t.Speech == grammar.Noun && c.told[p.sentence].Tokens[p.token].Speech == grammar.Noun) {
					list = append(list, p)
				}
			}
		}
	}
	if t.Name > 0 && t.Report > 0 {
		list = append(list, c.us...)
	}
	for _, key := range undergoes[t.Key] {
		list = append(list, c.keys[key]...)
	}
	for _, key := range undergone[t.Key] {
		list = append(list, c.keys[key]...)
	}
	if t.Key == "" {
		list = nil
	}
	list = list[:min(len(list), maxPlaces)]
	if t.Name == 0 && t.Speech == grammar.Noun {
		list = append(list, c.pronounsFor(list)...)
		list = append(list, c.counted(i)...)
	}
	list = list[:min(len(list), maxPlaces)]
	c.places[i].known, c.places[i].list = true, list
	return list
}

// counted returns the numbers of the evidence that stand by themselves for so many of what token i of
// the claim counts: "dismissed 45" of "hired 30 sailors and dismissed 45".
func (c *account) counted(i int) (list []place) {
	for _, t := range c.claim.Ties {
		if t.Relation != grammar.Modifier || t.Heads[0] != i || c.claim.Tokens[t.Dep].Number == 0 {
			continue
		}
		there := c.keys[c.claim.Tokens[t.Dep].Key]
		for _, p := range there[:min(len(there), maxPlaces)] {
			e := c.told[p.sentence]
			n := e.Tokens[p.token].Number
			if n > 0 && e.Numbers[n-1].First == p.token && c.tiedAs[p]&(1<<grammar.Modifier) == 0 {
				list = append(list, p)
			}
		}
	}
	return list
}

// spelledNames returns where a name of the claim stands that the names of the evidence do not know:
// every word of it, and of nobody else's name; or a first name beside the surname of its family.
func (c *account) spelledNames(i int) (list []place) {
	k := c.claim.Tokens[i].Name - 1
	m := c.claim.Names[k]
	first := c.claim.TokenAt(m.Start)
	whole := first < i
	for _, p := range c.keys[c.claim.Tokens[i].Key] {
		e := c.told[p.sentence]
		n := e.Tokens[p.token].Name
		if n > 0 && whole && e.Names[n-1].Kind == names.Person && m.Kind != names.Place && m.Kind != names.Org {
			continue // another of that surname
		}
		if !whole || e.Norm(p.token-1) == c.claim.Norm(i-1) {
			list = append(list, p)
		}
	}
	if len(list) > 0 || !whole {
		return list
	}
	for _, p := range c.keys[c.claim.Tokens[first].Key] {
		kin := slices.ContainsFunc(c.keys[c.claim.Tokens[i].Key], func(o place) bool { return o.sentence == p.sentence })
		if kin && c.told[p.sentence].Tokens[p.token].Name > 0 && c.told[p.sentence].Norm(p.token+1) != c.claim.Norm(i) {
			list = append(list, p) // "Baxter, whose brother Owen"
		}
	}
	return list
}

// pronounsFor returns the pronouns of things that may stand for a noun: in the clauses behind one
// that it is part of, or in the sentence behind.
func (c *account) pronounsFor(nouns []place) (list []place) {
	for _, p := range nouns {
		if !c.inPlace(p) {
			continue
		}
		for _, o := range c.ofThings {
			if many.Has(c.told[o.sentence].Norm(o.token)) != grammar.Plural(c.told[p.sentence], p.token) {
				continue
			}
			near := o.sentence == p.sentence && o.token > p.token || c.follows(o.sentence, p.sentence)
			if near && !slices.Contains(list, o) && (c.entities.find(o) == o || c.isObject(o)) {
				list = append(list, o)
			}
		}
	}
	return list
}

// many are pronouns of several things.
var many = english.Class("pronouns for several things")

// isObject reports whether something is done to the word.
func (c *account) isObject(p place) bool {
	return c.tiedAs[p]&^(1<<grammar.Agent|1<<grammar.Owner) != 0
}

// inPlace reports whether a word is what a clause speaks of, or what is done to.
func (c *account) inPlace(p place) bool {
	return c.tiedAs[p]&(1<<grammar.Agent|1<<grammar.Patient) != 0
}

// follows reports whether one sentence is the next behind another.
func (c *account) follows(a, b int) bool {
	p, q := c.told[a].Passage, c.told[b].Passage
	return p.Article != nil && p.Article == q.Article && p.Index == q.Index+1
}

// refined returns of the places of a noun those where most of what the claim says of it is said:
// of two shares that are told of, those in the firm that the claim names.
func (c *account) refined(i, depth int) []place {
	list := c.placesOf(i)
	if len(list) < 2 || depth == 0 {
		return list
	}
	var best, pronouns []place
	least := -1
	for _, p := range list {
		if t := c.told[p.sentence].Tokens[p.token]; t.Key == "" && t.Norm != "those" && t.Norm != "one" {
			pronouns = append(pronouns, p) // what it stands for may be told of elsewhere
			continue
		}
		missing := 0
		for _, t := range c.under[i] {
			if !c.hasAt(t, i, p, c.depsOf(t.Dep, depth-1)) {
				missing++
			}
		}
		if least < 0 || missing < least {
			best, least = nil, missing
		}
		if missing == least {
			best = append(best, p)
		}
	}
	return append(best, pronouns...)
}

// maxNested is how deep nouns that are tied to nouns are looked into.
const maxNested = 3

func (c *account) depsOf(i, depth int) map[entity]bool {
	at := [2]int{i, depth}
	if deps, known := c.deps[at]; known {
		return deps
	}
	deps := map[entity]bool{}
	for _, p := range c.refined(i, depth) {
		deps[c.entities.find(p)] = true
	}
	c.deps[at] = deps
	return deps
}

// undergoes leads from the key of what is done to somebody to the keys of what they then do: who was
// killed died. And undergone leads back.
var undergoes, undergone = func() (there, back map[string][]string) {
	there, back = map[string][]string{}, map[string][]string{}
	for _, row := range english.Rows("done and undergone") {
		done, then := english.Key(row[0], english.Stem(row[0])), english.Key(row[1], english.Stem(row[1]))
		there[done], back[then] = append(there[done], then), append(back[then], done)
	}
	return there, back
}()
