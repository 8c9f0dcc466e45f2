package grammar

// A Quantity is how much of a thing a sentence speaks of.
type Quantity int

const (
	Bare Quantity = iota
	All
	Most
	Many
	Some
	Few
	None
	Only
)

var Quantifiers = kinds[Quantity]("amounts")

// markQuantity marks the tokens a quantifier speaks of: the first with a key after it.
func markQuantity(r *Sentence) {
	for i, t := range r.Tokens {
		q := Quantifiers[t.Norm]
		if q == Bare || q == Most && Superlative(r, i) {
			continue
		}
		k := r.next(i + 1)
		if i+1 >= len(r.Tokens) || r.Tokens[i+1].Clause != t.Clause {
			k = -1
		}
		if k >= 0 && k <= i+4 {
			r.Tokens[k].Amount = q
		}
	}
}

// Superlative reports whether a "most" makes an adjective a superlative: "the most dangerous".
func Superlative(r *Sentence, i int) bool {
	return i > 0 && r.Tokens[i].Norm == "most" && (r.Tokens[i-1].Norm == "the" || r.Tokens[i-1].Norm == "of")
}
