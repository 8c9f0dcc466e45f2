package english

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"sync"
)

// A Form is what a form of a verb can be; it may be several things at once, as "said" is.
type Form uint8

const (
	Base    Form = 1 << iota
	Present      // of the third person
	Past
	Participle // of the past
	Gerund     // and the participle of the present

	AnyForm = Base | Present | Past | Participle | Gerund
)

// Inflect returns the forms of a verb, given by its plain form, as they are written.
func Inflect(verb string) map[string]Form {
	stem := inflectable(verb)
	forms := map[string]Form{verb: Base}
	forms[third(verb)] |= Present
	switch {
	case strings.HasSuffix(verb, "ie"):
		forms[verb[:len(verb)-2]+"ying"] |= Gerund
	case strings.HasSuffix(stem, "i"), strings.HasSuffix(verb, "ee"):
		forms[verb+"ing"] |= Gerund
	default:
		forms[stem+"ing"] |= Gerund
	}
	past, participle := []string{stem + "ed"}, []string{stem + "ed"}
	switch irregular := otherForms[verb]; {
	case unchanged.Has(verb):
		past, participle = []string{verb}, []string{verb}
	case len(irregular) == 1 && strings.HasPrefix(irregular[0], verb) && strings.HasSuffix(irregular[0], "n"):
		participle = append(participle, irregular...) // showed, shown
	case len(irregular) == 1 && irregular[0] == verb+"t":
		past = append(past, irregular...) // learned, learnt
		participle = past
	case len(irregular) > 0:
		past, participle = irregular[:1], irregular[len(irregular)-1:]
	case mayDouble.MatchString(verb):
		past = append(past, verb+"led")
		participle = past
		forms[verb+"ling"] |= Gerund
	}
	for _, w := range past {
		forms[w] |= Past
	}
	for _, w := range participle {
		forms[w] |= Participle
	}
	return forms
}

// FormOf returns what a word, as Norm gives it, can be as a form of a verb: by the irregular verbs, or
// else by its ending; 0 where neither tells.
func FormOf(norm string) Form {
	switch f, ok := irregularForms()[norm]; {
	case ok:
		return f
	case len(norm) > 3 && strings.HasSuffix(norm, "ed") && !strings.HasSuffix(norm, "eed"):
		return Past | Participle
	case len(norm) > 4 && strings.HasSuffix(norm, "ing"):
		return Gerund
	}
	return 0
}

var irregularForms = sync.OnceValue(func() map[string]Form {
	all := map[string]Form{}
	for verb := range unchanged {
		all[verb] |= Base | Past | Participle
	}
	for _, verb := range slices.Concat(slices.Collect(maps.Keys(otherForms)), slices.Collect(maps.Keys(Class("verbs in ee")))) {
		for w, f := range Inflect(verb) {
			all[w] |= f
		}
	}
	return all
})

// Inflected returns the words that are one of the forms of a verb of the class.
func Inflected(class string, forms Form) Set {
	s := Set{}
	for verb := range Class(class) {
		for w, f := range Inflect(verb) {
			if f&forms != 0 {
				s[w] = struct{}{}
			}
		}
	}
	return s
}

// third returns the third person of the present.
func third(verb string) string {
	switch {
	case consonantY.MatchString(verb):
		return verb[:len(verb)-1] + "ies"
	case hissing.MatchString(verb):
		return verb + "es"
	}
	return verb + "s"
}

// inflectable returns what -ed and -ing hang on: "admitt", "pledg", "deni".
func inflectable(verb string) string {
	switch {
	case consonantY.MatchString(verb):
		return verb[:len(verb)-1] + "i"
	case strings.HasSuffix(verb, "e"):
		return verb[:len(verb)-1]
	case shortVowel.MatchString(verb), doubled.Has(verb):
		return verb + verb[len(verb)-1:]
	}
	return verb
}

// How a verb ends decides how its forms are spelt.
var (
	consonantY = regexp.MustCompile(`[^aeou]y$`)
	hissing    = regexp.MustCompile(`(s|sh|ch|x|z|[^aeiou]o)$`)
	shortVowel = regexp.MustCompile(`^(qu|[^aeiou])*[aeiouy][^aeiouwxy]$`) // of one syllable: beg, quip
	mayDouble  = regexp.MustCompile(`(el|nal)$`)                           // labelled and labeled, signalled and signaled
)

var (
	doubled    = Class("doubled")
	unchanged  = Class("unchanged in past")
	otherForms = formsOf(Rows("irregular verbs"))
)

func formsOf(rows [][]string) map[string][]string {
	m := map[string][]string{}
	for _, row := range rows {
		m[row[0]] = strings.Fields(row[1])
	}
	return m
}
