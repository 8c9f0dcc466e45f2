// Package message tells what somebody does by a message to the bot.
//
// ActOf tells what asks from small talk and orders (read.go, utterance.go). RequestOf finds what
// asks for the articles as a whole, "what is new?" (request.go, frame.go, wants.go), RemarkOf
// what is said to the last answer, "really?" (remark.go), Claims what is claimed rather than
// asked (claims.go), and LanguageOf the language of what is not in English (language.go).
package message

// An Act is what somebody does by saying something. Only what asks is looked up; to take a
// question for anything else would refuse it, and to take anything else for a question does
// no harm, for the articles hold no answer to it. So in doubt a message asks.
type Act int

// The acts. The zero Act asks.
const (
	Asks    Act = iota // a question, or words to look for
	Nothing            // no word that means anything, or no more than "yes" or "cool"
	Greets             // a greeting
	Leaves             // a farewell
	Thanks             // thanks, or praise
	Scolds             // says that the bot is of no use
	AsksBot            // who the bot is, or what it can do
	Orders             // would have the bot do something other than answer
	Foreign            // asks in another language than English; ActOf does not return it
	TooLong            // longer than anything that is read as a question
)
