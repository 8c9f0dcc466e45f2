package grammar

import (
	"strings"

	"talksbot/knowledge/english"
)

// OfVerb reports whether token i is an auxiliary or adverb and so no part of a name.
func OfVerb(r *Sentence, i int) bool {
	t := r.Tokens[i]
	return t.Name == 0 && (Auxiliaries.Has(t.Norm) || BeForms.Has(t.Norm) || adverbs.Has(t.Norm) || t.Date > 0 || strings.HasSuffix(t.Norm, "ly"))
}

var adverbs = english.Class("adverbs of saying")

// IsNamed reports whether the token is a noun by the article before it.
func IsNamed(r *Sentence, i int) bool { return i > 0 && determiners.Has(r.Tokens[i-1].Norm) }

// Infinitive reports whether "to" stands before the verb, an adverb between them at most.
func Infinitive(r *Sentence, i int) bool {
	for k := i - 1; k >= 0 && k >= i-2; k-- {
		if r.Tokens[k].Norm == "to" {
			return true
		}
	}
	return false
}

// Past reports whether a verb is in the past tense or in a perfect form, by its ending or the
// auxiliary before it.
func Past(r *Sentence, i int) bool {
	if i >= len(r.Tokens) {
		return false
	}
	t := r.Tokens[i]
	if strings.HasSuffix(t.Norm, "ed") || isIrregular(t.Norm) {
		return true
	}
	return i > 0 && pastAuxiliaries.Has(r.Tokens[i-1].Norm)
}

var pastAuxiliaries = english.Class("past auxiliaries")

// Preposition returns the preposition that ties in the name at token i, an article or
// possessive between them allowed; "" when there is none.
func Preposition(r *Sentence, i int) string {
	for k := i - 1; k >= 0 && k >= i-2 && r.Tokens[k].Clause == r.Tokens[i].Clause; k-- {
		if prepositions.Has(r.Tokens[k].Norm) {
			return r.Tokens[k].Norm
		}
		if !determiners.Has(r.Tokens[k].Norm) {
			break
		}
	}
	return ""
}

// IsBe reports whether a form of "be" stands right before the verb at token v.
func IsBe(r *Sentence, v int) bool {
	return v > 0 && BeForms.Has(r.Tokens[v-1].Norm) || v > 1 && BeForms.Has(r.Tokens[v-2].Norm)
}

// Passive reports whether the verb at token v is in the passive voice: a form of "be" before
// it and "by" soon after.
func Passive(r *Sentence, v int) bool {
	be := false
	for i := v - 1; i >= 0 && i >= v-3; i-- {
		be = be || BeForms.Has(r.Tokens[i].Norm)
	}
	for i := v + 1; i < len(r.Tokens) && i <= v+8 && r.Tokens[i].Clause == r.Tokens[v].Clause; i++ {
		if r.Tokens[i].Norm == "by" {
			return be || i == v+1
		}
	}
	return false
}

var BeForms = english.Class("forms of be and get")

var prepositions = english.Class("prepositions that tie a name in")

// isIrregular reports whether a word is an irregular form, which of verbs is a past one.
func isIrregular(norm string) bool {
	_, ok := english.Plain(norm)
	return ok
}
