package verify

import (
	"strings"

	"talksbot/knowledge/english"
)

// mendRole has the two sides of a word change places: "the mayor sued the bank" for "the
// bank sued the mayor".
func mendRole(c *comparison) (all []repair) {
	s := c.claim
	for v, t := range s.Tokens {
		if v == 0 || t.Key == "" || t.Name > 0 || t.Number > 0 || !c.links[v].found() {
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
		if whole := first == 0 || s.Tokens[first-1].Clause != t.Clause; first == v || last == v || !whole {
			continue
		}
		left, right := strings.TrimSpace(s.String[s.Tokens[first].Start:t.Start]), s.Phrase(v+1, last)
		claim := s.String[:s.Tokens[first].Start] + right + " " + s.Written(v) + " " + left + s.String[s.Tokens[last].End:]
		all = append(all, repair{claim, Reason{Rule: Role, Case: otherWayRound}})
	}
	return all
}

// maxSide is how many words a side has at most: more than a name and what goes with it is a
// clause of its own.
const maxSide = 6

var sideEnds = english.Class("side ends")

// mutual verbs and nouns mean the same with their sides changed.
var mutual = english.Keys("mutual verbs")
