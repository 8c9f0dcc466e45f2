package verify

import (
	"fmt"

	"talksbot/ask/verify/grammar"
)

var quantityNames = map[grammar.Quantity]string{
	grammar.Bare: "no such limit", grammar.All: "all", grammar.Most: "most", grammar.Many: "many", grammar.Some: "some", grammar.Few: "few", grammar.None: "none", grammar.Only: "only",
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
			return []Reason{{Quantifier, fmt.Sprintf("of %q the claim says %s, the article %s", c.claim.Written(i), quantityNames[t.Amount], quantityNames[e.Amount])}}
		}
	}
	if w := absent(c); w != "" {
		return []Reason{{Quantifier, fmt.Sprintf("the article does not say %q", w)}}
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
