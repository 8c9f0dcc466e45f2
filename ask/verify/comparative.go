package verify

import (
	"slices"

	"talksbot/knowledge/english"
	"talksbot/knowledge/grammar"
)

// judgeComparative reports a word of the claim whose opposite the article has in its place, and
// a comparison the article does not make.
func judgeComparative(c *comparison) []Reason {
	for i, t := range c.claim.Tokens {
		key := oppositeKey(t)
		against := english.Opposites(key)
		if len(against) == 0 || t.Number > 0 || hedges(c.claim, i) || holds(c, key) {
			continue
		}
		for _, o := range against {
			if holds(c, o) {
				return because(Comparative, differsWord, o, c.claim.Written(i))
			}
		}
		if degrees.Has(key) {
			return because(Comparative, noComparison, c.sources(), c.claim.Written(i))
		}
	}
	return nil
}

// hedges reports whether token i belongs to the hedge of a number: "more than ten".
func hedges(s *grammar.Sentence, i int) bool {
	for k := i + 1; k < len(s.Tokens) && k <= i+2; k++ {
		if n := s.Tokens[k].Number; n > 0 && s.Numbers[n-1].Hedge != grammar.Exactly {
			return true
		}
	}
	return false
}

// holds reports whether a sentence that the claim is linked to has the word.
func holds(c *comparison, key string) bool {
	for s, e := range c.evidence {
		if !slices.ContainsFunc(c.links, func(l link) bool { return l.found() && l.sentence == s }) {
			continue
		}
		for i, t := range e.Tokens {
			if oppositeKey(t) == key && !hedges(e, i) {
				return true
			}
		}
	}
	return false
}

// oppositeKey is the form in which the table of opposites has a word.
func oppositeKey(t grammar.Token) string {
	if t.Key != "" && t.Number == 0 {
		return t.Key
	}
	return t.Norm
}

// degrees are comparatives that a claim must not make on its own.
var degrees = english.Class("degrees")

var excludes = english.Keys("rule each other out")

// mendOpposite puts a word of the sentence for its opposite.
func mendOpposite(c *comparison) (all []repair) {
	e := c.evidence[0]
	for _, t := range c.claim.Tokens {
		if t.Speech == grammar.Verb && !excludes.Has(t.Key) {
			continue // who attacks may defend as well
		}
		for _, o := range english.Opposites(oppositeKey(t)) {
			for k, there := range e.Tokens {
				if oppositeKey(there) == o && t.Number == 0 && !c.linkedTo[place{0, k}] {
					all = append(all, put(c, t.Start, t.End, e.Written(k), Comparative, differsQuoted))
				}
			}
		}
	}
	return all
}
