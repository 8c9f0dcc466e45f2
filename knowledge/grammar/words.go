package grammar

import (
	"strings"

	"talksbot/knowledge/english"
)

var (
	// Of a clause: small words, each of which has few parts of speech.
	articleWords       = english.Class("articles")
	determinerWords    = english.Class("determiners")
	possessiveWords    = english.Class("possessive determiners")
	beWords            = english.Class("forms of be")
	subjectPronouns    = english.Class("personal pronouns")
	prepositionWords   = english.Class("prepositions of a clause")
	clausePrepositions = english.Class("prepositions of clauses")
	haveWords          = english.Class("forms of have")
	particles          = english.Class("particles")
	determiners        = english.Class("before a noun in the news")
	occasions          = english.Class("occasions")
	// Where one clause ends and another begins.
	Conjunctions  = english.Class("clause joiners")
	ClauseOpeners = english.Class("clause openers")
	PartOpeners   = english.Class("part openers")
	// Verbs, and what stands around them.
	Auxiliaries = english.Class("auxiliaries")
	BeForms     = english.Class("forms of be and get")
	Speaks      = english.Stems("verbs of speech")
	judges      = english.Stems("verbs of judging")
	plainlySays = english.Stems("verbs that often go without a that")
	Intentions  = english.Keys("intentions")
	charges     = english.Keys("charges")
	Modals      = kinds[Mood]("moods") // the words that put the verb after them in a mood
	Conditions  = english.Class("conditions")
	// Amounts.
	Quantifiers = kinds[Quantity]("amounts")
	measuring   = english.Keys("currencies and scales")
	// Words that say little, or begin what says something.
	light      = english.Keys("light words")
	asides     = english.Class("asides")
	openers    = english.Class("sentence openers")
	honorifics = english.Class("honorifics") // before a surname, without being a first name
)

// Persons are the last words of what persons are called by what they do.
var Persons = func() english.Set {
	last := english.Class("nouns for a person by what they do")
	for _, row := range english.Rows("roles") {
		last[row[0][strings.LastIndexByte(row[0], ' ')+1:]] = struct{}{}
	}
	return last
}()

// kinds reads rows of a kind and its words. The kinds are numbered from 1.
func kinds[K ~int](section string) map[string]K {
	kinds := map[string]K{}
	for i, row := range english.Rows(section) {
		for _, w := range row[1:] {
			kinds[w] = K(i + 1)
		}
	}
	return kinds
}

// Denies reports whether a word denies what follows it.
func Denies(norm string) bool { return negators.Has(norm) || strings.HasSuffix(norm, "n't") }

var negators = english.Class("negators")
