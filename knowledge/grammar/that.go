package grammar

// speechOfThat tells the "that" of "that mill", "the mill that closed" and "said that it closed" apart.
func speechOfThat(s *Sentence, i int) Speech {
	switch {
	case i == 0 || i+1 >= len(s.Tokens):
		return Pronoun
	case s.Tokens[i-1].Speech == Noun && (Auxiliaries.Has(s.Norm(i+1)) || verbLike(s, i+1)):
		if s.Tokens[i-1].Name > 0 && !cleft(s, i-1) || Speaks.Has(s.Tokens[i-1].Stem) {
			return Subordinator
		}
		return Relative
	case prepositionWords.Has(s.Norm(i - 1)):
		return Determiner
	case s.Tokens[i-1].Speech == Noun && !s.Broken(i) && !tells(s, i):
		return Relative // "a museum that it is building"
	}
	return Subordinator
}

// cleft reports whether the noun that ends at token i is what a sentence is divided for: "It is Arlen
// that has massed ships".
func cleft(s *Sentence, i int) bool {
	for i > 0 && !s.Broken(i) && (s.Tokens[i].Speech == Noun || s.Tokens[i].Speech == Determiner) {
		i--
	}
	return i > 0 && beWords.Has(s.Norm(i)) && s.Norm(i-1) == "it"
}
