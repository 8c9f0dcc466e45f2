package message

import "talksbot/knowledge/english"

// The words of English grammar by which several kinds of message are told apart.
var (
	questionWords       = english.Class("question words")
	questionAuxiliaries = english.Class("question auxiliaries")
	beForms             = english.Class("forms of be")
	doForms             = english.Class("do auxiliaries")
	negatives           = english.Class("negatives")
	determiners         = english.Class("noun openers")
	subjects            = english.Class("personal pronouns")
	objects             = english.Class("object pronouns")
	secondPerson        = english.Class("second person")
	pointing            = english.Class("pointing words") // point to what was said
)
