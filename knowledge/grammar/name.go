package grammar

import (
	"slices"
	"strings"
	"unicode"

	"talksbot/knowledge/english"
	"talksbot/knowledge/names"
)

// Opener reports whether what looks like a name is but the first word of the sentence:
// "According", "Recently".
func Opener(s *Sentence, m names.Mention) bool {
	if m.Kind != names.Other || s.TokenAt(m.Start) > 0 {
		return false
	}
	t := s.Tokens[0]
	return t.End >= m.End && (openers.Has(t.Norm) || light.Has(t.Key) || Speaks.Has(t.Stem) || Intentions.Has(t.Key) || strings.HasSuffix(t.Norm, "ly"))
}

// Names are looked up among those the articles have taught, where a surname stands for the
// one person who was introduced with it. Two persons of one surname are told apart here: by
// a first name that the lookup took for a name of its own, and a bare surname that fits both
// is nobody's.

// joinPersons makes one name of a first name and the surname right after it: "Gareth" and
// "Smith", which is not the Smith that is known.
func joinPersons(text string, found []names.Mention) (joined []names.Mention) {
	for _, m := range found {
		m = withPreposition(text, withFirstName(text, found, m))
		if n := len(joined); n > 0 && firstNameOf(text, joined[n-1], m) {
			joined[n-1].End = m.End
			joined[n-1].Kind = names.Person
			joined[n-1].Name = text[joined[n-1].Start:m.End]
			continue
		}
		joined = append(joined, m)
	}
	return joined
}

// withFirstName takes in a first name that stands before a surname and was not found to be one: "Owen
// Baxter", where only Rory Baxter is known.
func withFirstName(text string, found []names.Mention, m names.Mention) names.Mention {
	if !SurnameOnly(text, m) || m.Start < 2 || text[m.Start-1] != ' ' {
		return m
	}
	start := strings.LastIndexAny(text[:m.Start-1], " \n\"“(—") + 1
	given := text[start : m.Start-1]
	taken := slices.ContainsFunc(found, func(o names.Mention) bool { return o.Start <= start && start < o.End })
	if taken || given == strings.ToLower(given) || !firstNames.Has(strings.ToLower(given)) && !unheard(given) {
		return m
	}
	m.Start, m.Name = start, text[start:m.End]
	return m
}

// withPreposition takes in a first name that looks like a preposition, with a capital before a name of one
// word: "Per Dahl".
func withPreposition(text string, m names.Mention) names.Mention {
	start := strings.LastIndexAny(text[:max(m.Start-1, 0)], " \n\"“(—") + 1
	if m.Kind == names.Place || m.Start < 2 || text[m.Start-1] != ' ' || strings.Contains(text[m.Start:m.End], " ") {
		return m
	}
	given := text[start : m.Start-1]
	if given == strings.ToLower(given) || !givenPrepositions.Has(strings.ToLower(given)) {
		return m
	}
	m.Start, m.Kind, m.Name = start, names.Person, text[start:m.End]
	return m
}

var givenPrepositions = english.Class("first names that are prepositions")

// unheard reports whether a word is none of English, and so may be a first name.
func unheard(word string) bool {
	norm := english.Norm(word)
	stem := english.Stem(norm)
	f, _ := english.VerbForm(norm)
	return f == 0 && !english.IsStop(norm) && !english.IsCommon(stem) && len(english.Alike(stem)) == 0 && !honorifics.Has(norm) && !strings.HasSuffix(norm, "er") && !strings.HasSuffix(norm, "or")
}

var firstNames = english.Class("first names")

// firstNameOf reports whether the name first can be the first name of somebody with the
// surname that is written right after it.
func firstNameOf(text string, first, surname names.Mention) bool {
	if first.Kind != names.Other || first.End >= surname.Start || text[first.End:surname.Start] != " " || !SurnameOnly(text, surname) {
		return false
	}
	given := text[first.Start:first.End]
	norm := english.Norm(given)
	switch {
	case strings.ContainsAny(given, " .'’") || strings.ToUpper(given) == given || !unicode.IsUpper([]rune(given)[0]):
		return false
	case english.IsStop(norm) || openers.Has(norm) || asides.Has(norm) || honorifics.Has(norm) || strings.HasSuffix(norm, "ly"):
		return false
	}
	stem := english.Stem(norm)
	return !Speaks.Has(stem) && !light.Has(english.Key(norm, stem))
}

// SurnameOnly reports whether a person of two names is here written by the last of them.
func SurnameOnly(text string, m names.Mention) bool {
	written := text[m.Start:m.End]
	return m.Kind == names.Person && !strings.Contains(written, " ") && strings.HasSuffix(m.Name, " "+written)
}
