package conversation

import "talksbot/knowledge/english"

// The words of English grammar that follow-ups of several kinds are told by.
var (
	questionWords       = english.Class("question words")
	questionAuxiliaries = english.Class("question auxiliaries")
	measures            = english.Class("measure adjectives")
	beForms             = english.Class("forms of be")
	determiners         = english.Class("noun openers")
	possessives         = english.Class("possessive determiners")
	subjects            = english.Class("personal pronouns")
	prepositions        = english.Class("prepositions")
	pointing            = english.Class("pointing words") // point to what was said
)
