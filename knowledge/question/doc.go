// Package question understands what people say to the bot: once, as a value.
package question

import "talksbot/knowledge/english"

// pointing are words that point to what was said.
var pointing = english.Class("pointing words")
