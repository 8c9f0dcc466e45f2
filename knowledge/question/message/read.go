package message

import (
	"strings"
	"unicode"

	"talksbot/knowledge/english"
	"talksbot/knowledge/sentence"
)

// longest is the longest message that is read as a question, in bytes.
const longest = 6000

// ActOf returns what a message does and, where it asks, the sentences of it that do: neither
// the greeting before a question nor an order behind it is part of it. Mere statements ask,
// for words to look for are seldom a sentence, but not beside an order. Of other messages it
// returns the act of the weightiest sentence.
func ActOf(message string) (act Act, asks string) {
	if len(message) > longest {
		return TooLong, ""
	}
	act = Nothing
	var asking []string
	aside, plainly := false, false // whether a sentence does not ask, whether one is a question
	for _, s := range sentence.Split(message) {
		text := strings.TrimSpace(message[s.Start:s.End])
		said := address(utterance{Text: english.Read(text), asks: EndsAsking(text)})
		a := said.act()
		if a == Asks {
			asking = append(asking, text)
			plainly = plainly || said.asks || said.interrogative() || requests.Has(said.at(said.from))
			continue
		}
		act, aside = max(act, a), true
	}
	switch {
	case len(asking) == 0, act == Orders && !plainly:
		return act, ""
	case !aside:
		return Asks, strings.TrimSpace(message)
	}
	return Asks, strings.Join(asking, " ")
}

// act returns what one sentence does.
func (s utterance) act() Act {
	switch {
	case s.is(smallTalk):
		return s.courtesy()
	case !s.means():
		return Nothing
	case s.is(helpFormulas):
		return AsksBot
	case s.request().Want != Fact:
		return Asks
	case s.scolds():
		return Scolds
	case s.interrogative():
		return s.question()
	case s.orders():
		return Orders
	case s.ofBot():
		return AsksBot
	}
	return Asks
}

// EndsAsking reports whether a sentence ends with a question mark, whatever closes it.
func EndsAsking(text string) bool {
	return strings.HasSuffix(strings.TrimRightFunc(text, func(r rune) bool { return r != '?' && !unicode.IsLetter(r) && !unicode.IsDigit(r) }), "?")
}
