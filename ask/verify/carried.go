package verify

import (
	"slices"

	"talksbot/knowledge/english"
	"talksbot/knowledge/grammar"
)

// carried reports whether the noun at a place is somebody's by a verb that says no more than that: "made a
// decision", "reported a loss of 3 million".
func (c *account) carried(at place, deps map[entity]bool) bool {
	e := c.told[at.sentence]
	if e.Tokens[at.token].Speech != grammar.Noun {
		return false
	}
	for _, t := range e.Ties {
		if t.Relation != grammar.Patient || t.Dep != at.token {
			continue
		}
		key := e.Tokens[t.Heads[0]].Key
		if !carries.Has(e.Tokens[t.Heads[0]].Stem) && !(carriesAmount.Has(key) && hasAmount(e, at.token)) {
			continue
		}
		for _, o := range e.Ties {
			if o.Relation == grammar.Agent && o.Heads[0] == t.Heads[0] && deps[c.entities.find(place{at.sentence, o.Dep})] {
				return true
			}
		}
	}
	return false
}

var (
	carries       = english.Stems("verbs that only carry a noun")
	carriesAmount = english.Keys("verbs that carry an amount")
)

// hasAmount reports whether a noun is told as so much: "a loss of 3 million".
func hasAmount(e *grammar.Sentence, i int) bool {
	return slices.ContainsFunc(e.Ties, func(t grammar.Tie) bool {
		return t.Heads[0] == i && (t.Relation == grammar.Modifier || t.Relation == grammar.Tied && t.Word == "of") && grammar.Counted(e, t.Dep) >= 0
	})
}
