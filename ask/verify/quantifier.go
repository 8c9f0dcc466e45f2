package verify

import "fmt"

// A quantity is how much of a thing a sentence speaks of.
type quantity int

const (
	bare quantity = iota
	all
	most
	many
	some
	few
	none
	only
)

var quantifiers = map[string]quantity{
	"all": all, "every": all, "each": all, "entire": all, "whole": all, "both": all, "always": all, "everyone": all,
	"everything": all, "everybody": all, "completely": all, "entirely": all, "fully": all, "any": bare,
	"most": most, "mostly": most, "majority": most, "mainly": most, "largely": most,
	"many": many, "numerous": many, "much": many, "often": many, "usually": many,
	"some": some, "several": some, "part": some, "partly": some, "sometimes": some, "partially": some, "certain": some,
	"few": few, "rarely": few, "seldom": few, "little": few,
	"none": none, "never": none,
	"only": only, "solely": only, "exclusively": only, "alone": only, "merely": only,
}

var quantityNames = map[quantity]string{
	bare: "no such limit", all: "all", most: "most", many: "many", some: "some", few: "few", none: "none", only: "only",
}

// markQuantity marks the tokens a quantifier speaks of: the first with a key after it.
func (r *reading) markQuantity() {
	for i, t := range r.tokens {
		q := quantifiers[t.Norm]
		if q == bare || q == most && r.superlative(i) {
			continue
		}
		k := r.next(i + 1)
		if i+1 >= len(r.tokens) || r.tokens[i+1].clause != t.clause {
			k = -1
		}
		if k >= 0 && k <= i+4 {
			r.tokens[k].amount = q
		}
	}
}

// superlative says whether a "most" makes an adjective a superlative: "the most dangerous".
func (r *reading) superlative(i int) bool {
	return i > 0 && r.tokens[i].Norm == "most" && (r.tokens[i-1].Norm == "the" || r.tokens[i-1].Norm == "of")
}

// quantifier reports a thing of which the claim says more, or another part, than the article.
func (c *comparison) quantifier() []Reason {
	for i, t := range c.claim.tokens {
		j := c.links[i]
		if t.key == "" || t.date > 0 || !j.found() {
			continue
		}
		e := c.token(j)
		if t.amount != e.amount && !weaker[[2]quantity{t.amount, e.amount}] {
			return []Reason{{Quantifier, fmt.Sprintf("of %q the claim says %s, the article %s", c.claim.written(i), quantityNames[t.amount], quantityNames[e.amount])}}
		}
	}
	if w := c.absent(); w != "" {
		return []Reason{{Quantifier, fmt.Sprintf("the article does not say %q", w)}}
	}
	return nil
}

// weaker holds the pairs of claim and article where the claim says no more than the article.
var weaker = map[[2]quantity]bool{
	{bare, all}: true, {bare, none}: true, {bare, many}: true,
}

// absent returns a quantifier of the claim that stands nowhere in the evidence.
func (c *comparison) absent() string {
	var there [only + 1]bool
	for _, e := range c.evidence {
		for _, t := range e.tokens {
			there[quantifiers[t.Norm]] = true
		}
	}
	for i, t := range c.claim.tokens {
		if q := quantifiers[t.Norm]; !there[q] && q != bare && !c.claim.superlative(i) && !c.claim.hedges(i) {
			return c.claim.written(i)
		}
	}
	return ""
}
