package grammar

import (
	"strings"

	"talksbot/knowledge/english"
)

// markSpeech says what part of speech each token has: first what its own form and the words
// right beside it tell, then which of the words that are as often nouns are the verbs of
// their clauses.
func markSpeech(s *Sentence) {
	for i := range s.Tokens {
		s.Tokens[i].Speech = speechOf(s, i)
	}
	subject, verb := false, false
	listed := false              // behind an "and" that may go on a list
	aside, outer := false, false // within a clause that a comma will close, and what is known outside it
	for i := range s.Tokens {
		t := &s.Tokens[i]
		switch {
		case aside && verb && i > 0 && s.Broken(i):
			aside, verb = false, outer
		case t.Speech == Relative || t.Speech == Subordinator || !verb && t.Speech == Verb && i > 0 && s.Broken(i) && i+1 < len(s.Tokens) && s.Tokens[i+1].Speech == Prepositional:
			if !aside {
				aside, outer = true, verb
			}
			verb = false
		case listed && i > 0 && s.Broken(i):
			listed = false
		case opensClause(s, i):
			listed, verb = t.Speech == Coordinator && verb, false
		}
		if t.Speech == Noun && mayBeVerb(s, i) && (!listed || opensObject(s, i+1)) && isVerbOf(s, i, subject, verb) {
			t.Speech = Verb
		}
		switch {
		case t.Speech == Verb && plainlySays.Has(t.Stem):
			verb, subject = false, false // what is said may follow without a "that"
		case t.Speech == Verb && isFinite(s, i), t.Speech == Auxiliary:
			verb, listed = true, false
		case t.Speech == Noun, t.Speech == Pronoun:
			subject = true
		}
	}
}

func speechOf(s *Sentence, i int) Speech {
	t, n := s.Tokens[i], s.Tokens[i].Norm
	switch {
	case n == "once" || n == "twice":
		return Adverb
	case t.Date > 0 && !(prepositionWords.Has(n) && t.Number == 0), t.Number > 0, t.Name > 0:
		return Noun
	case hyphened(s, i):
		return Noun // "US-led"
	case hedgesNumber(s, i):
		return Determiner // "about 2,600"
	case n == "own" && i > 0 && s.Tokens[i-1].Speech == Noun && s.Tokens[i-1].Possessive(s.String) == 0:
		return Verb
	case n == "according" && s.Norm(i+1) == "to" || n == "to" && s.Norm(i-1) == "according":
		return Prepositional
	case n == "to":
		return speechOfTo(s, i)
	case n == "that":
		return speechOfThat(s, i)
	case n == "one" && s.Norm(i+1) == "of" && partitive(s, i+1):
		return Determiner
	case n == "of" && partitive(s, i):
		return Determiner // "most of the loans", "four of its terminals"
	case articleWords.Has(n):
		return Determiner
	case determinerWords.Has(n):
		return speechOfDeterminer(s, i)
	case relativeWords.Has(n):
		return Relative
	case Auxiliaries.Has(n) || beWords.Has(n) || haveWords.Has(n) || doWords.Has(n) || negativeAuxiliaries.Has(n):
		return Auxiliary
	case pronounWords.Has(n):
		return Pronoun
	case n == "not" || n == "never" || strings.HasSuffix(n, "ly") && len(n) > 4 && !t.Upper && !noAdverbs.Has(n) || adverbWords.Has(n):
		return Adverb
	case coordinatorWords.Has(n):
		return Coordinator
	case prepositionWords.Has(n):
		return speechOfPreposition(s, i)
	case subordinatorWords.Has(n):
		return Subordinator
	case t.Stop && !s.Acronym(i):
		return Adverb
	}
	return openSpeech(s, i)
}

// partitive reports whether the "of" at token i stands between how many and what they are some of.
func partitive(s *Sentence, i int) bool {
	switch before := s.Norm(i - 1); {
	case i == 0 || i+1 >= len(s.Tokens):
		return false
	case before == "one" && s.Tokens[i+1].Possessive(s.String) > 0:
		return true
	case before == "one", quantifierWords.Has(before), s.Tokens[i-1].Number > 0 && s.Tokens[i-1].Date == 0:
		return determinerWords.Has(s.Norm(i + 1))
	}
	return false
}

// hyphened reports whether a hyphen binds a token to another.
func hyphened(s *Sentence, i int) bool {
	return i > 0 && s.Gap(i) == "-" || i+1 < len(s.Tokens) && s.Gap(i+1) == "-"
}

// openSpeech tells a verb by its form and the word before it. What may be a noun as well is left
// a noun here.
func openSpeech(s *Sentence, i int) Speech {
	f, _ := english.VerbForm(s.Norm(i))
	before := i - 1
	for before >= 0 && s.Tokens[before].Speech == Adverb && !s.Broken(before+1) {
		before--
	}
	prev, near := Speech(Coordinator), before >= 0 && !s.Broken(before+1)
	if near {
		prev = s.Tokens[before].Speech
	}
	nounNext := i+1 < len(s.Tokens) && !s.Broken(i+1) && !s.Tokens[i+1].Stop && s.Tokens[i+1].Date == 0
	switch {
	case prev == InfinitiveTo && near:
		return Verb
	case prev == Auxiliary:
		return behindAuxiliary(s, before, f)
	case prev == Determiner:
		return Noun
	case near && nounNext && s.Tokens[before].Possessive(s.String) > 0 && !verbLike(s, i+1) && s.Tokens[i+1].Name == 0 && s.Tokens[i+1].Number == 0:
		return Noun // "Lunde's elected council"
	case f&english.Base == 0 && f&(english.Past|english.Participle) != 0:
		if nounNext && near && hyphened(s, before) || nounNext && (!s.Tokens[i+1].Upper || prev == Prepositional) && (prev == Prepositional || prev == Verb || !near && i > 0 && s.Tokens[i+1].Speech == Noun && f&english.Past == 0 || i == 0) && !verbLike(s, i+1) {
			return Noun // "leaked invoices"
		}
		return Verb
	case f&english.Gerund != 0:
		if prev == Prepositional && stillPrepositions.Has(s.Norm(before)) && nounNext || prev == Verb && nounNext {
			return Noun // "amid rising tensions"
		}
		if near && prev == Noun && nounNext && (before > 0 && s.Tokens[before-1].Speech == Determiner || s.Tokens[before].Possessive(s.String) > 0) {
			return Noun // "Lunde's ruling party"
		}
		return Verb
	}
	return Noun
}

// behindAuxiliary tells a participle or plain verb from what is said to be so.
func behindAuxiliary(s *Sentence, before int, f english.Form) Speech {
	n := s.Norm(before)
	switch {
	case beWords.Has(n) || n == "be":
		if f&(english.Participle|english.Gerund) != 0 {
			return Verb
		}
	case haveWords.Has(n):
		if f&(english.Past|english.Participle) != 0 {
			return Verb
		}
	case f != 0:
		return Verb
	}
	return Noun
}

// hedgesNumber reports whether a word says how exactly the number behind it is meant.
func hedgesNumber(s *Sentence, i int) bool {
	if !s.Tokens[i].Stop || i+1 >= len(s.Tokens) || s.Broken(i+1) {
		return false
	}
	n := s.Tokens[i+1].Number
	if n > 0 && prepositionWords.Has(s.Norm(i)) {
		last := s.Numbers[n-1].Last
		if under := s.Norm(i); (under == "under" || under == "over" || under == "above" || under == "below") && (last+1 >= len(s.Tokens) || s.Broken(last+1) || s.Tokens[last+1].Stop) {
			return false // "children under 12"
		}
	}
	if n == 0 && i+2 < len(s.Tokens) {
		n = s.Tokens[i+2].Number
	}
	return n > 0 && s.Numbers[n-1].Hedge != Exactly
}

func speechOfTo(s *Sentence, i int) Speech {
	k := i + 1
	for k+1 < len(s.Tokens) && (strings.HasSuffix(s.Norm(k), "ly") || s.Norm(k) == "not" || s.Norm(k) == "and" && strings.HasSuffix(s.Norm(k+1), "ly")) {
		k++
	}
	if k >= len(s.Tokens) || s.Broken(k) || s.Tokens[k].Name > 0 || s.Tokens[k].Number > 0 || s.Tokens[k].Date > 0 {
		return Prepositional
	}
	if f, _ := english.VerbForm(s.Norm(k)); f&english.Base != 0 || s.Norm(k) == "be" || s.Norm(k) == "have" || s.Norm(k) == "do" {
		return InfinitiveTo
	}
	return Prepositional
}

func speechOfDeterminer(s *Sentence, i int) Speech {
	if i+1 >= len(s.Tokens) || s.Broken(i+1) {
		return Pronoun
	}
	next := s.Norm(i + 1)
	if next == "of" && quantifierWords.Has(s.Norm(i)) {
		return Determiner
	}
	if Auxiliaries.Has(next) || prepositionWords.Has(next) || coordinatorWords.Has(next) || articleWords.Has(next) && pronounWords.Has(s.Norm(i)) {
		return Pronoun
	}
	return Determiner
}

func speechOfPreposition(s *Sentence, i int) Speech {
	if particles.Has(s.Norm(i)) && i > 0 && s.Tokens[i-1].Speech == Verb && !s.Broken(i) {
		return Adverb
	}
	return Prepositional
}

var (
	quantifierWords     = english.Class("quantifiers")
	relativeWords       = english.Class("relative pronouns of a clause")
	doWords             = english.Class("forms of do")
	negativeAuxiliaries = english.Class("negative auxiliaries")
	pronounWords        = english.Class("pronouns of a clause")
	noAdverbs           = english.Class("words in -ly that are no adverbs")
	adverbWords         = english.Class("adverbs of a clause")
	coordinatorWords    = english.Class("coordinators of a clause")
	subordinatorWords   = english.Class("subordinators")
	stillPrepositions   = english.Class("prepositions before no gerund")
)
