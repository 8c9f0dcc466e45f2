package grammar

// markQuantity marks the tokens a quantifier speaks of: the first with a key after it.
func markQuantity(s *Sentence) {
	for i, t := range s.Tokens {
		q := Quantifiers[t.Norm]
		if i+1 < len(s.Tokens) && s.Tokens[i+1].Number > 0 && q == Some {
			continue // "some 12,000"
		}
		if q == Bare || q == Most && Superlative(s, i) {
			continue
		}
		k := s.next(i + 1)
		if i+1 >= len(s.Tokens) || s.Tokens[i+1].Clause != t.Clause {
			k = -1
		}
		if k >= 0 && k <= i+4 {
			s.Tokens[k].Amount = q
		}
	}
}

// Superlative reports whether a "most" makes an adjective a superlative: "the most dangerous".
func Superlative(s *Sentence, i int) bool {
	return i > 0 && s.Tokens[i].Norm == "most" && (s.Tokens[i-1].Norm == "the" || s.Tokens[i-1].Norm == "of")
}

// OneOf reports whether the noun at token i stands for several of which one is spoken of: "one of the
// port's oldest cranes".
func OneOf(s *Sentence, i int) bool {
	for k := i - 1; k > 0 && !s.Broken(k+1) && (s.Tokens[k].Speech == Noun || s.Tokens[k].Speech == Determiner); k-- {
		if s.Norm(k) == "of" {
			return s.Norm(k-1) == "one" && Plural(s, i)
		}
	}
	return false
}

// Counted returns the number that token i is or has before it, or -1.
func Counted(s *Sentence, i int) int {
	if s.Tokens[i].Number > 0 {
		return i
	}
	for _, t := range s.Ties {
		if t.Relation == Modifier && t.Heads[0] == i && s.Tokens[t.Dep].Number > 0 {
			return t.Dep
		}
	}
	return -1
}
