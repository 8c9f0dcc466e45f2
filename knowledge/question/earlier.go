package question

import "talksbot/knowledge/english"

// AsksEarlier reports whether a question asks for what was said or planned at first, and not for
// what is so now: "How many ships were expected before?", "What was the original date?"
func (q Question) AsksEarlier() bool {
	for i, t := range q.Words.Tokens {
		if atFirst.Has(t.Norm) || i == len(q.Words.Tokens)-1 && beforeNow.Has(t.Norm) {
			return true
		}
	}
	return false
}

var (
	atFirst   = english.Class("at first")
	beforeNow = english.Class("before now")
)
