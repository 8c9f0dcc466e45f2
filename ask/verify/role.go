package verify

import (
	"iter"
	"strings"

	"talksbot/knowledge/english"
	"talksbot/knowledge/grammar"
)

// judgeRole reports that the claim has swapped who did what to whom: two things that stand on
// the two sides of a verb stand the other way round in the article, or the one that acts in
// the claim is only acted on there. A passive in one of the two turns the sides about.
func judgeRole(c *comparison) []Reason {
	for v := range c.pairs() {
		if v.own.Name > 0 || v.own.Number > 0 || v.own.Date > 0 || grammar.Speaks.Has(v.own.Stem) {
			continue
		}
		if x := otherAgent(c, v); x >= 0 {
			return because(Role, notDoneBy, c.claim.Written(x), c.claim.Written(v.i))
		}
		for _, named := range []bool{true, false} {
			a, b := side(c, v, c.claim.Before(v.i, grammar.Clause), named), side(c, v, c.claim.After(v.i, grammar.Clause), named)
			if a >= 0 && b >= 0 && swapped(c, a, v, b) {
				return because(Role, otherSides, c.claim.Written(a), c.claim.Written(b), c.claim.Written(v.i))
			}
			if a >= 0 && displaced(c, a, v) {
				return because(Role, notBefore, c.claim.Written(a), c.claim.Written(v.i))
			}
		}
	}
	return relations(c)
}

// relations reports a name that the claim ties in by one preposition and the article only
// by others: "talks with Ukraine" of "the situation in Ukraine".
func relations(c *comparison) []Reason {
	for k, m := range c.claim.Names {
		i := c.claim.TokenAt(m.Start)
		own := grammar.Preposition(c.claim, i)
		if !binding.Has(own) || !c.links[i].found() {
			continue
		}
		sentence, other := c.links[i].sentence, ""
		for _, p := range c.sameNames(k) {
			if p.sentence != sentence {
				continue
			}
			e := c.evidence[sentence]
			theirs := grammar.Preposition(e, e.TokenAt(e.Names[p.token].Start))
			if theirs == own || theirs == "" {
				other = ""
				break
			}
			other = theirs
		}
		if other != "" {
			return because(Role, differsWord, other+" "+c.claim.Mention(k), own+" "+c.claim.Mention(k))
		}
	}
	return nil
}

// side returns the nearest token on one side of the verb that is a thing, with a name where
// named, or -1.
func side(c *comparison, v pair, tokens iter.Seq2[int, *grammar.Token], named bool) int {
	for i, t := range tokens {
		if isThing(c, i, v) && (!named || t.Name > 0) {
			return i
		}
	}
	return -1
}

// isThing reports whether token i is something that acts or is acted on, linked to the same
// sentence as the verb: a name or, failing that, any word that is no verb by its form.
func isThing(c *comparison, i int, v pair) bool {
	t, l := c.claim.Tokens[i], c.links[i]
	if t.Key == "" || t.Date > 0 || t.Number > 0 || !l.found() || l.sentence != v.sentence {
		return false
	}
	return t.Name > 0 || t.Weight >= grammar.WeightWord && t.Mood == grammar.Factual && l.fit >= inflected
}

// swapped reports whether a, v, b of the claim stand as b, v, a in the article or, where one of
// the two is passive, in the same order.
func swapped(c *comparison, a int, v pair, b int) bool {
	la, lb := c.links[a].token, c.links[b].token
	named := c.claim.Tokens[a].Name > 0
	switch {
	case mutual.Has(v.own.Key):
		return false
	case v.in.Tokens[la].Clause != v.in.Tokens[lb].Clause && !named && c.claim.Tokens[b].Name == 0:
		return false
	case grammar.Passive(c.claim, v.i) != grammar.Passive(v.in, v.token):
		return la < v.token && v.token < lb && named
	}
	return lb < v.token && v.token < la
}

// displaced reports whether the actor of the claim's verb stands only behind that verb in the
// article, where something else stands before it: "the United States asked" of "Russia
// asked the United States".
func displaced(c *comparison, a int, v pair) bool {
	switch {
	case mutual.Has(v.own.Key):
		return false
	case c.claim.Tokens[a].Name == 0:
		return unnamedDisplaced(c, a, v)
	case grammar.Passive(c.claim, v.i) != grammar.Passive(v.in, v.token) || v.there.Report > 0 && v.own.Report == 0:
		return false
	}
	behind, other := false, false
	for _, m := range v.in.Names {
		at := v.in.TokenAt(m.Start)
		if at >= len(v.in.Tokens) {
			continue
		}
		same := c.isSame(c.claim.Names[c.claim.Tokens[a].Name-1], m)
		if same && at < v.token {
			return false
		}
		behind = behind || same
		other = other || !same && at < v.token && v.in.Tokens[at].Clause == v.there.Clause
	}
	return behind && other
}

// unnamedDisplaced is displaced for a thing without a name, before a verb in the past tense.
func unnamedDisplaced(c *comparison, a int, v pair) bool {
	if !grammar.Past(c.claim, v.i) || !grammar.Past(v.in, v.token) || c.links[a].token < v.token || a+2 < v.i || grammar.IsBe(c.claim, v.i) || grammar.IsBe(v.in, v.token) {
		return false
	}
	other := false
	for _, t := range v.in.Tokens[:v.token] {
		if t.Key == c.claim.Tokens[a].Key {
			return false
		}
		other = other || t.Name > 0 || t.Clause == v.there.Clause && t.Weight >= grammar.WeightWord
	}
	return other
}

// otherAgent returns the thing after "by" in a passive claim if the article has the verb in
// the active voice and that thing not before it; else -1.
func otherAgent(c *comparison, v pair) int {
	if !grammar.Passive(c.claim, v.i) || grammar.Passive(v.in, v.token) {
		return -1
	}
	by := v.i + 1
	for c.claim.Norm(by) != "by" {
		by++
	}
	x := side(c, v, c.claim.After(by, grammar.Clause), false)
	if x >= 0 && c.links[x].token <= v.token {
		return -1
	}
	return x
}

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

var binding = english.Class("binding prepositions")

// mutual verbs and nouns mean the same with their sides changed.
var mutual = english.Keys("mutual verbs")
