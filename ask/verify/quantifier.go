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
		if t.key == "" || !j.found() {
			continue
		}
		e := c.token(j)
		if t.amount != e.amount && !weaker[[2]quantity{t.amount, e.amount}] {
			return []Reason{{Quantifier, fmt.Sprintf("of %q the claim says %s, the article %s", c.claim.written(i), quantityNames[t.amount], quantityNames[e.amount])}}
		}
	}
	return nil
}

// weaker holds the pairs of claim and article where the claim says no more than the article.
var weaker = map[[2]quantity]bool{
	{bare, all}: true, {bare, only}: true, {bare, none}: true,
	{some, all}: true, {some, most}: true, {some, many}: true, {some, bare}: true,
	{many, most}: true, {many, all}: true, {most, all}: true,
}
