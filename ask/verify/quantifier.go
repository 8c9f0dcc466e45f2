package verify

import "talksbot/knowledge/grammar"

// judgeQuantifier reports a thing of which the claim says more, or another part, than the article.
func judgeQuantifier(c *comparison) []Reason {
	for p := range c.pairs() {
		own, there := p.own.Amount, p.there.Amount
		if own != there && p.own.Date == 0 && !(own == grammar.Bare && impliesBare[there]) {
			return because(Quantifier, otherAmount, c.claim.Written(p.i), amounts[own], amounts[there])
		}
		if own == grammar.Bare && grammar.Plural(c.claim, p.i) && !grammar.OneOf(c.claim, p.i) && grammar.OneOf(c.evidence[p.sentence], p.token) {
			return because(Quantifier, otherAmount, c.claim.Written(p.i), amounts[own], amounts[grammar.Some])
		}
	}
	var there [grammar.Only + 1]bool
	for _, e := range c.evidence {
		for _, t := range e.Tokens {
			there[grammar.Quantifiers[t.Norm]] = true
		}
	}
	for i, t := range c.claim.Tokens {
		q := grammar.Quantifiers[t.Norm]
		if q != grammar.Bare && !there[q] && !grammar.Superlative(c.claim, i) && !hedges(c.claim, i) {
			return because(Quantifier, noAmount, c.claim.Written(i))
		}
	}
	return nil
}

// impliesBare holds the amounts of the article of which a claim without one says no more.
var impliesBare = map[grammar.Quantity]bool{grammar.All: true, grammar.None: true, grammar.Many: true}
