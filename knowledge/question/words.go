package question

import (
	"talksbot/knowledge/english"
)

// The words that decide what a question wants. Nouns and verbs of saying are held as stems.
var (
	questionWords       = english.Class("question words")
	questionAuxiliaries = english.Class("question auxiliaries")
	eventAuxiliaries    = english.Class("event auxiliaries")
	doForms             = english.Class("do auxiliaries")
	beForms             = english.Class("forms of be")
	measures            = english.Class("measure adjectives") // after "how": "long", "far"
	negatives           = english.Class("negatives")
	determiners         = english.Class("noun openers")
	possessives         = english.Class("possessive determiners")
	subjects            = english.Class("personal pronouns")
	prepositions        = english.Class("prepositions")
	adverbs             = english.Class("clause adverbs")
	held                = english.Class("being held")
	chatter             = english.Class("chatter")
	verbs               = english.Class("question verbs")
	latestAdverbs       = english.Class("latest, adverbs")
	nextWords           = english.Class("next")
	latest              = english.Class("latest")
	inside              = english.SetOf(`in at`)
	verbParticles       = english.SetOf(`down up out off over away back`)

	kindNouns   = english.Stems("kind nouns")
	capitals    = english.Stems("seat nouns")
	events      = english.Stems("event nouns")
	amounts     = english.Stems("amount nouns")
	plainlySaid = english.Stems("plain verbs of saying")
	sayStems    = english.Stems("verbs of saying asked about")
)
