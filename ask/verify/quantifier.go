package verify

import "talksbot/ask/verify/grammar"

var quantifierRule = rule{
	Description: Description{Quantifier, "certainty and amounts", "all, most, some, few and only are the sentence's own"},
	judge:       judgeQuantifier,
	hurts:       sense, by: 0.5,
}

// judgeQuantifier reports a thing of which the claim says more, or another part, than the article.
func judgeQuantifier(c *comparison) []Reason {
	for i, t := range c.claim.Tokens {
		j := c.links[i]
		if t.Key == "" || t.Date > 0 || !j.found() {
			continue
		}
		e := c.token(j)
		if t.Amount != e.Amount && !weaker[[2]grammar.Quantity{t.Amount, e.Amount}] {
			return because(Quantifier, otherAmount, c.claim.Written(i), amountNames[t.Amount], amountNames[e.Amount])
		}
	}
	if w := absent(c); w != "" {
		return because(Quantifier, noAmount, w)
	}
	return nil
}

// weaker holds the pairs of claim and article where the claim says no more than the article.
var weaker = map[[2]grammar.Quantity]bool{
	{grammar.Bare, grammar.All}: true, {grammar.Bare, grammar.None}: true, {grammar.Bare, grammar.Many}: true,
}

// absent returns a quantifier of the claim that stands nowhere in the evidence.
func absent(c *comparison) string {
	var there [grammar.Only + 1]bool
	for _, e := range c.evidence {
		for _, t := range e.Tokens {
			there[grammar.Quantifiers[t.Norm]] = true
		}
	}
	for i, t := range c.claim.Tokens {
		if q := grammar.Quantifiers[t.Norm]; !there[q] && q != grammar.Bare && !grammar.Superlative(c.claim, i) && !hedges(c.claim, i) {
			return c.claim.Written(i)
		}
	}
	return ""
}
