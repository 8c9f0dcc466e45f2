package verify

import (
	"slices"
	"strings"

	"talksbot/knowledge/english"
	"talksbot/knowledge/grammar"
)

// What a claim may hold that its evidence does not: words of weight in a row, and their
// share of all.
const (
	maxTogether = 0
	maxLoose    = 0.15
)

// judgeAdded reports what the claim says beyond its evidence: two words of weight together that
// no cited sentence explains, or more scattered ones than a paraphrase needs.
func judgeAdded(c *comparison) []Reason {
	if w := speaksOfSelf(c); w != "" {
		return because(Added, speaksOf, c.sources(), w)
	}
	var run, longest, loose []string
	meaning := 0
	for i, t := range c.claim.Tokens {
		if t.Speech == grammar.Verb && t.Key == "" && !c.claim.Acronym(i) && len(c.byNorm[t.Norm]) == 0 {
			return because(Added, saysNothingOf, c.sources(), c.claim.Written(i)) // "own"
		}
		if t.Speech == grammar.Verb && t.Weight >= grammar.WeightWord && t.Name == 0 && !c.links[i].found() && !c.explained(i) && len(c.placesOf(i)) == 0 {
			return because(Added, saysNothingOf, c.sources(), c.claim.Written(i))
		}
	}
	for i, t := range c.claim.Tokens {
		if t.Key == "" || t.Weight == grammar.WeightLight {
			continue
		}
		meaning++
		if c.links[i].found() || c.explained(i) {
			run = nil
			continue
		}
		run = append(run, c.claim.Written(i))
		loose = append(loose, c.claim.Written(i))
		if len(run) > len(longest) {
			longest = run
		}
	}
	switch {
	case len(longest) > maxTogether:
		return because(Added, saysNothingOf, c.sources(), strings.Join(longest, " "))
	case float64(len(loose)) > maxLoose*float64(meaning):
		return because(Added, saysNothingOf, c.sources(), strings.Join(loose, ", "))
	}
	return nil
}

// explained reports whether a token without a link is accounted for by a rule of its own: part
// of a name or date that the evidence has in another form.
func (c *comparison) explained(i int) bool {
	t := c.claim.Tokens[i]
	switch {
	case t.Date > 0 && grammar.Fixes(c.claim, c.claim.Dates[t.Date-1]):
		return len(c.datePlaces(t.Date-1)) > 0
	case t.Name > 0:
		return c.named(t.Name - 1)
	case t.Number > 0:
		return missingNumber(c, c.claim.Numbers[t.Number-1]) == nil
	}
	return c.signed(i) || c.meant(i)
}

// meant reports whether the evidence speaks of what a word of the claim names by another word:
// "she" of the judge who is named before.
func (c *account) meant(i int) bool {
	return slices.ContainsFunc(c.placesOf(i), func(p place) bool {
		return p.sentence >= len(c.evidence) && c.spoken[c.entities.find(p)]
	})
}

// signed reports whether the word at token i is the currency of a number that the evidence
// gives with its sign: "2.3 billion dollars" of "$2.3 billion".
func (c *comparison) signed(i int) bool {
	sign := signs[c.claim.Norm(i)]
	if sign == "" || i == 0 || c.claim.Tokens[i-1].Number == 0 {
		return false
	}
	e, n, ok := c.numberAt(i - 1)
	return ok && (strings.HasPrefix(e.Written(n.First), sign) || strings.HasSuffix(e.Gap(n.First), sign))
}

var signs = map[string]string{"dollar": "$", "dollars": "$", "euro": "€", "euros": "€", "pound": "£", "pounds": "£"}

// speaksOfSelf returns a word for the one who speaks, or is spoken to, outside quotations,
// if the evidence has none.
func speaksOfSelf(c *comparison) string {
	for i, t := range c.claim.Tokens {
		if selves.Has(t.Norm) && !t.Quoted && t.Name == 0 && !c.claim.Acronym(i) && c.claim.Norm(i-1) != "the" && len(c.byNorm[t.Norm]) == 0 {
			return c.claim.Written(i)
		}
	}
	return ""
}

var selves = english.Class("the speaker and the spoken to")
