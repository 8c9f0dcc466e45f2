package grammar

import (
	"talksbot/knowledge/english"
)

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

// tells reports whether the words before token i can have a "that" behind them: a verb of telling or
// thinking, or the noun of one.
func tells(s *Sentence, i int) bool {
	for k := i - 1; k >= 0 && !opensClause(s, k); k-- {
		t := s.Tokens[k]
		if Speaks.Has(t.Stem) || Intentions.Has(t.Key) && !indefinite(s, i-1) || thinks.Has(t.Key) || charges.Has(t.Key) {
			return true
		}
		if t.Speech == Verb {
			return false // "refused to halt the sale of the mill that closed"
		}
	}
	return false
}

// indefinite reports whether token i ends a thing that "a" introduces, and that nothing can be told by.
func indefinite(s *Sentence, i int) bool {
	if thinks.Has(s.Tokens[i].Key) || Speaks.Has(s.Tokens[i].Stem) || Intentions.Has(s.Tokens[i].Key) {
		return false
	}
	for i > 0 && s.Tokens[i].Speech == Noun {
		i--
	}
	return s.Norm(i) == "a" || s.Norm(i) == "an"
}

var thinks = english.Keys("verbs and nouns with a that")
