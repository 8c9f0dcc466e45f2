package quotation

import (
	"strings"

	"talksbot/knowledge/english"
)

// closed tags the words of the closed classes. A word in several classes carries several tags.
var closed = tags(map[tag]string{
	det:        "noun phrase openers",
	possessive: "possessive openers",
	subject:    "speaking pronouns",
	object:     "addressed pronouns",
	prep:       "phrase links",
	conj:       "joining words",
	sub:        "quotation subordinators",
	wh:         "indirect questions",
	be:         "be in a verb group",
	have:       "forms of have",
	do:         "do in a verb group",
	modal:      "modals in a verb group",
	negative:   "quotation negatives",
	adverb:     "adverbs",
	date:       "times",
	finite:     "finite verbs",
})

func tags(classes map[tag]string) map[string]tag {
	m := map[string]tag{"that": that, "to": to}
	for t, name := range classes {
		for w := range english.Lowered(name) {
			m[w] |= t
		}
	}
	return m
}

// What the rules ask of words by themselves.
var (
	dependent     = english.Class("dependent determiners")
	ours          = english.Class("first and second person")
	narrowing     = english.Class("narrowing prepositions")
	narrowed      = english.Class("narrowed pronouns")
	amounts       = english.Class("prepositions of amount")
	plurals       = english.Class("plurals without s")
	takePlural    = english.Class("plural subjects")
	nobodies      = english.Class("nobodies")
	suppositions  = english.Class("suppositions")
	vague         = english.Class("vague pronouns")
	clauseOpeners = english.Class("openers of a subject")
	reasons       = english.Class("reasons")
	asides        = english.Class("aside openers")
	withholding   = english.Class("withholding verbs")
	minded        = english.Class("minded")
	contracted    = english.Class("contracted auxiliaries")
	elidedWords   = english.Class("elided words")
	severals      = english.Class("quantifiers of several")
	selfNamed     = english.Class("bodies by one name")
	showing       = english.Class("showing")
	beforePlaces  = english.Class("before places")
	occasions     = english.Class("occasions")
	talks         = english.Class("talks")
	noAdverbs     = english.Class("no adverbs")
	documents     = english.Class("documents")
	mute          = english.Class("mute")
	anonymity     = english.Class("anonymity")
	hearers       = english.Class("hearers")
	cries         = english.Class("cries")
	views         = english.Class("views")
	labels        = english.Class("labels")
	titles        = english.Lowered("titles")
	courtesy      = english.Class("courtesy titles")
	maleTitles    = english.Class("men's titles")
	femaleTitles  = english.Class("women's titles")
	relations     = english.Class("relations")
	officeWords   = english.Class("office words")
	departments   = english.Class("departments")
	distinctive   = english.Class("distinguishing titles")
	neighbouring  = english.Class("neighbouring")
	partyWords    = english.Class("party words")
	particles     = english.Class("name particles")
	bodyWords     = english.Class("body words")
	cities        = english.Class("places that speak for nobody")
	femaleNames   = english.Class("women's names")
	maleNames     = english.Class("men's names")

	causing  = english.Inflected("causing verbs", english.AnyForm)
	carrying = english.Inflected("carrying on", present|past|ing)
	voicing  = english.Inflected("voicing verbs", present|past)
)

// A speechNoun is what a noun of saying takes beside a clause.
type speechNoun struct {
	toDo     bool   // a pledge to leave
	link     string // a call for talks; empty when none
	attitude bool   // tells an attitude rather than words said
}

var nouns = readNouns(english.Rows("nouns of saying"))

func readNouns(rows [][]string) map[string]*speechNoun {
	m := map[string]*speechNoun{}
	for _, row := range rows {
		n := &speechNoun{}
		for takes := range strings.FieldsSeq(row[1]) {
			switch takes {
			case "to-do":
				n.toDo = true
			case "attitude":
				n.attitude = true
			default:
				n.link = takes
			}
		}
		for w := range strings.FieldsSeq(row[0]) {
			m[w] = n
		}
	}
	return m
}
