package conversation

import (
	"strings"
	"sync"

	"talksbot/knowledge/english"
)

var questionVerbs = english.Class("question verbs")

// plain returns the plain form of a verb and the form of "do" that goes with the one given; ""
// where it cannot be told.
func plain(verb string) (base, auxiliary string) {
	if base, ok := english.Plain(verb); ok {
		if english.FormOf(verb)&english.Past != 0 {
			return base, "did"
		}
		return "", ""
	}
	for _, ending := range []struct{ cut, put, auxiliary string }{
		{"ied", "y", "did"}, {"ed", "e", "did"}, {"ed", "", "did"}, {"ies", "y", "does"}, {"es", "", "does"}, {"s", "", "does"},
	} {
		stem, ok := strings.CutSuffix(verb, ending.cut)
		if !ok {
			continue
		}
		for _, base := range []string{stem + ending.put, undoubled(stem)} {
			if base != "" && vocabulary().Has(base) {
				if _, is := english.Inflect(base)[verb]; is {
					return base, ending.auxiliary
				}
			}
		}
	}
	if vocabulary().Has(verb) && questionVerbs.Has(verb) {
		return verb, "do"
	}
	return "", ""
}

// undoubled returns a stem without the second of two last letters that are the same.
func undoubled(stem string) string {
	if n := len(stem); n > 2 && stem[n-1] == stem[n-2] {
		return stem[:n-1]
	}
	return ""
}

// vocabulary is what the lexicon has as words of their own.
var vocabulary = sync.OnceValue(func() english.Set {
	all := english.Set{}
	for _, section := range []string{"synonyms", "derived", "common words"} {
		for w := range english.Class(section) {
			all[w] = struct{}{}
		}
	}
	return all
})
