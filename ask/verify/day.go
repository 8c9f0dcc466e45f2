package verify

import (
	"slices"

	"talksbot/knowledge/grammar"
)

// judgeDays reports a date that the claim gives for one thing and the sentence for another, which has
// a date of its own there: "left in 2014 and returned in 2019".
func judgeDays(c *comparison) []Reason {
	for k := range c.claim.Dates {
		for _, verb := range verbsOn(c.claim, k) {
			if theirs := c.otherDayOf(verb, k); theirs != "" {
				return because(Date, differs, theirs, c.claim.Date(k))
			}
		}
	}
	return nil
}

// verbsOn returns the verbs that date k of a sentence is tied to.
func verbsOn(s *grammar.Sentence, k int) (verbs []int) {
	if !grammar.Dated(s.Dates[k]) {
		return nil
	}
	if v := verbBehind(s, k); v >= 0 {
		return []int{v}
	}
	for _, t := range s.Ties {
		if s.Tokens[t.Dep].Date != k+1 {
			continue
		}
		for _, h := range t.Heads {
			if s.Tokens[h].Speech == grammar.Verb && !slices.Contains(verbs, h) {
				verbs = append(verbs, h)
			}
		}
	}
	return verbs
}

// verbBehind returns the verb that a date before its clause belongs to: "…, and on 9 April it approved"; -1 for
// a date that does not open a clause so.
func verbBehind(s *grammar.Sentence, k int) int {
	first, next := s.TokenAt(s.Dates[k].Start), s.TokenAt(s.Dates[k].End)
	if first < 2 || s.Tokens[first-1].Speech != grammar.Prepositional || s.Tokens[first-2].Speech != grammar.Coordinator {
		return -1
	}
	for i := next; i < len(s.Tokens) && i <= next+mostBetween; i++ {
		if s.Tokens[i].Speech == grammar.Verb && i > next { // somebody stands between
			return i
		}
	}
	return -1
}

// otherDayOf returns the date that the evidence gives for the verb at a token of the claim, where that
// is not date k of the claim, which stands beside it for another verb; "" where nothing is wrong.
func (c *comparison) otherDayOf(verb, k int) string {
	theirs := ""
	for _, at := range c.fitting(verb) {
		e := c.evidence[at.sentence]
		claimed := c.claimDate(k, e.Passage.Article.Published)
		elsewhere, own := false, ""
		for n, d := range e.Dates {
			verbs := verbsOn(e, n)
			switch {
			case c.sameDate(e.String, d, claimed) && (len(verbs) == 0 || slices.Contains(verbs, at.token)):
				return ""
			case c.sameDate(e.String, d, claimed):
				elsewhere = true
			case slices.Contains(verbs, at.token):
				own = e.Date(n)
			}
		}
		if elsewhere && own != "" {
			theirs = own
		}
	}
	return theirs
}

// fitting returns where a verb of the claim may stand in the evidence, with as much of what is tied to it as
// anywhere.
func (c *comparison) fitting(verb int) (all []place) {
	c.untied()
	least := -1
	for _, at := range c.placesOf(verb) {
		if at.sentence >= len(c.evidence) {
			continue
		}
		missing := 0
		for _, t := range c.under[verb] {
			if !c.has(t, verb, at) {
				missing++
			}
		}
		if least < 0 || missing < least {
			all, least = nil, missing
		}
		if missing == least {
			all = append(all, at)
		}
	}
	return all
}
