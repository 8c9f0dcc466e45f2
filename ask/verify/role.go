package verify

import (
	"slices"
	"strings"

	"talksbot/knowledge/english"
	"talksbot/knowledge/grammar"
)

// mendRole has the two sides of a word change places: "the mayor sued the bank" for "the
// bank sued the mayor".
func mendRole(c *comparison) (all []repair) {
	s := c.claim
	missing, _ := c.untied()
	for v, t := range s.Tokens {
		turned := slices.ContainsFunc(missing, func(u untied) bool { return u.head == v && u.Relation <= grammar.Patient })
		if v == 0 || t.Speech != grammar.Verb || !turned || !c.links[v].found() {
			continue
		}
		first, last := v, v
		for k := range s.Before(v, maxSide) {
			first = k
		}
		for k, t := range s.After(v, maxSide) {
			if k > v+1 && sideEnds.Has(t.Norm) {
				break
			}
			last = k
		}
		if whole := first == 0 || s.Tokens[first-1].Clause != t.Clause; first == v || last == v || !whole || !twoSided(s, v) && !(hasName(s, first, v) && hasName(s, v+1, last+1)) {
			continue
		}
		left, right := strings.TrimSpace(s.String[s.Tokens[first].Start:t.Start]), s.Phrase(v+1, last)
		claim := s.String[:s.Tokens[first].Start] + right + " " + s.Written(v) + " " + left + s.String[s.Tokens[last].End:]
		all = append(all, repair{claim, Reason{Rule: Role, Case: otherWayRound}})
	}
	return all
}

// twoSided reports whether somebody does what the verb at token v says to somebody, in a claim.
func twoSided(s *grammar.Sentence, v int) bool {
	var sides [2]bool
	for _, t := range s.Ties {
		if t.Relation <= grammar.Patient && t.Heads[0] == v && !t.Meant && s.Tokens[t.Dep].Number == 0 && s.Tokens[t.Dep].Date == 0 {
			sides[t.Relation] = true
		}
	}
	return sides[grammar.Agent] && sides[grammar.Patient]
}

func hasName(s *grammar.Sentence, from, until int) bool {
	return slices.ContainsFunc(s.Tokens[from:until], func(t grammar.Token) bool { return t.Name > 0 && t.Date == 0 })
}

// maxSide is how many words a side has at most: more than a name and what goes with it is a
// clause of its own.
const maxSide = 6

var sideEnds = english.Class("side ends")

// mutual verbs and nouns mean the same with their sides changed.
var mutual = english.Keys("mutual verbs")
