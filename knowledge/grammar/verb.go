package grammar

import (
	"strings"

	"talksbot/knowledge/english"
)

// OfVerb reports whether token i is an auxiliary or adverb and so no part of a name.
func OfVerb(s *Sentence, i int) bool {
	t := s.Tokens[i]
	return t.Name == 0 && (Auxiliaries.Has(t.Norm) || BeForms.Has(t.Norm) || adverbs.Has(t.Norm) || t.Date > 0 || strings.HasSuffix(t.Norm, "ly"))
}

var adverbs = english.Class("adverbs of saying")

// IsNamed reports whether the token is a noun by the article before it.
func IsNamed(s *Sentence, i int) bool { return determiners.Has(s.Norm(i - 1)) }

// Infinitive reports whether "to" stands before the verb, an adverb between them at most.
func Infinitive(s *Sentence, i int) bool {
	return s.Norm(i-1) == "to" || s.Norm(i-2) == "to"
}

// Past reports whether a verb is in the past tense or in a perfect form, by its ending or the
// auxiliary before it.
func Past(s *Sentence, i int) bool {
	if i >= len(s.Tokens) {
		return false
	}
	t := s.Tokens[i]
	if strings.HasSuffix(t.Norm, "ed") || isIrregular(t.Norm) {
		return true
	}
	return pastAuxiliaries.Has(s.Norm(i - 1))
}

var pastAuxiliaries = english.Class("past auxiliaries")

// IsBe reports whether a form of "be" stands right before the verb at token v.
func IsBe(s *Sentence, v int) bool {
	return BeForms.Has(s.Norm(v-1)) || BeForms.Has(s.Norm(v-2))
}

// isIrregular reports whether a word is an irregular past form of a verb. "Put" need not be one.
func isIrregular(norm string) bool {
	f := english.FormOf(norm)
	return f&(english.Past|english.Participle) != 0 && f&english.Base == 0 && !strings.HasSuffix(norm, "ed")
}
