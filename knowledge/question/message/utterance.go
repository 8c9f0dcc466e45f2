package message

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"talksbot/knowledge/english"
)

// An utterance is a sentence said to the bot.
type utterance struct {
	english.Text
	asks      bool // ends with a question mark
	from      int  // the token with which it begins in earnest
	addressed bool // what stands before that asks or tells the bot to do something: "could you"
}

var (
	smallTalk    = english.Phrases("greetings", "thanks", "farewells", "interjections")
	greetings    = english.Phrases("greetings")
	thanks       = english.Phrases("thanks")
	farewells    = english.Phrases("farewells")
	helpFormulas = english.Phrases("help formulas")
	turningTo    = english.Phrases("turning to the bot")
	vocatives    = english.Class("vocatives")
	fillers      = english.Class("small talk fillers")

	modals = english.Class("modals")

	scolding     = english.Class("scolding")
	scoldedWith  = english.Class("scolded with")
	botNames     = english.Class("bot names")
	botMatters   = english.Stems("bot matters")
	ownStates    = english.Class("own states")
	forbidding   = english.Phrases("forbidding")
	orders       = english.Class("orders")
	orderNouns   = english.Class("orders and nouns")
	orderObjects = english.Class("order objects")
	requests     = english.Class("requests")
	indefinite   = english.Class("indefinite determiners")
	madeThings   = english.Stems("made things")
	wording      = english.Class("wording")
	ledTo        = english.SetOf("if whether about of the")
	summingUp    = english.Class("summing up")
	wholes       = english.Class("wholes")
)

// at returns the norm of token i, "" beyond the end.
func (s utterance) at(i int) string {
	if i < 0 || i >= len(s.Tokens) {
		return ""
	}
	return s.Tokens[i].Norm
}

// means reports whether the sentence has a word of two letters or more that means something,
// or a question word, which goes with what was asked before. Sums are left to others.
func (s utterance) means() bool {
	asks, sum := false, false
	for i, t := range s.Tokens {
		lettered := strings.IndexFunc(t.Norm, unicode.IsLetter) >= 0
		if lettered && !t.Stop && utf8.RuneCountInString(t.Norm) > 1 {
			return true
		}
		sum = sum || i > 0 && english.IsNumber(t.Norm) && english.IsNumber(s.at(i-1)) && strings.ContainsAny(s.Gap(i), "+-*/×÷^=") // "what is 2+2"
		asks = asks || questionWords.Has(t.Norm) || secondPerson.Has(t.Norm) || t.Norm == "more"
	}
	return asks && !sum
}

// is reports whether the sentence consists of formulas, with fillers between.
func (s utterance) is(formulas english.Formulas) bool {
	met := false
	for i := 0; i < len(s.Tokens); i++ {
		n := s.PhraseAt(i, formulas)
		if n == 0 && !fillers.Has(s.at(i)) {
			return false
		}
		met = met || n > 0
		i += max(n-1, 0)
	}
	return met
}

// courtesy tells apart what is said in small talk. Whoever thanks and leaves is thanked for it,
// and "yes" or "ok" says nothing that can be answered.
func (s utterance) courtesy() Act {
	act := Nothing
	for i := range s.Tokens {
		switch {
		case s.PhraseAt(i, greetings) > 0:
			act = max(act, Greets)
		case s.PhraseAt(i, thanks) > 0:
			return Thanks
		case s.PhraseAt(i, farewells) > 0:
			act = Leaves
		}
	}
	return act
}

// scolds reports whether the sentence says of the bot, or of what it said, that it is no good:
// "you are useless", "this is wrong", "you are wrong about the date". Whether something else is
// bad is a question.
func (s utterance) scolds() bool {
	if i := s.from + 1; !s.asks && (s.at(s.from) == "you're" && scolding.Has(s.at(i)) || s.at(s.from) == "you" && beForms.Has(s.at(i)) && scolding.Has(s.at(i+1))) {
		return true
	}
	scolded, you := false, false
	for i, t := range s.Tokens {
		bad := scolding.Has(t.Norm)
		if !bad && !scoldedWith.Has(t.Norm) && !botNames.Has(t.Norm) {
			return false
		}
		scolded = scolded || bad || t.Norm == "not" && s.at(i+1) == "helpful" || t.Norm == "no" && s.at(i+1) == "help"
		you = you || secondPerson.Has(t.Norm) || botNames.Has(t.Norm) || i == 0 && pointsBack(t.Norm)
	}
	return scolded && you && !(s.asks && pointsBack(s.at(0)))
}

// address passes over what only turns to the bot: "hey bot, could you please ...", "hi there, ...".
func address(s utterance) utterance {
	s.from = s.greeting()
	for s.from < len(s.Tokens)-1 {
		n := s.PhraseAt(s.from, turningTo)
		if s.addressed = s.addressed || n > 0; n == 0 && (vocatives.Has(s.at(s.from)) || botNames.Has(s.at(s.from))) {
			n = 1
		}
		if n == 0 || s.from+n >= len(s.Tokens) {
			break
		}
		s.from += n
	}
	return s
}

// greeting returns how many tokens at the beginning greet, up to a comma with more behind it.
func (s utterance) greeting() int {
	n := s.PhraseAt(0, greetings)
	for n > 0 && n < len(s.Tokens) && fillers.Has(s.at(n)) && !strings.Contains(s.Gap(n), ",") {
		n++
	}
	if n == 0 || n >= len(s.Tokens) || !strings.Contains(s.Gap(n), ",") {
		return 0
	}
	return n
}

// interrogative reports whether the sentence is built as a question: it begins with a
// question word or an auxiliary before its subject.
func (s utterance) interrogative() bool {
	first := s.at(s.from)
	inverted := questionAuxiliaries.Has(first) && (first != "do" && first != "don't" || subjects.Has(s.at(s.from+1)))
	return questionWords.Has(first) || inverted && !s.addressed
}

// question tells a question about the articles from one about the bot.
func (s utterance) question() Act {
	how := s.Tokens[s.from:]
	if s.at(s.from) == "how" && len(how) > 3 && questionAuxiliaries.Has(how[1].Norm) && subjects.Has(how[2].Norm) && wording.Has(how[3].Norm) && how[len(how)-2].Norm == "in" {
		return Orders // "how do you say hello in Russian"
	}
	if s.ofBot() {
		return AsksBot
	}
	return Asks
}

// ofBot reports whether the sentence speaks of the bot and of nothing else, or asks how it
// feels about something: "do you like pizza", "do you ever sleep".
func (s utterance) ofBot() bool {
	you := slices.IndexFunc(s.Tokens, func(t english.Token) bool { return secondPerson.Has(t.Norm) })
	if you > 0 && questionAuxiliaries.Has(s.at(you-1)) && (ownStates.Has(s.at(you+1)) || ownStates.Has(s.at(you+2))) {
		return true
	}
	met := false
	for i, t := range s.Tokens {
		switch {
		case i < s.from && s.leadsOn():
		case secondPerson.Has(t.Norm), botNames.Has(t.Norm) && (s.at(i-1) == "this" || t.Norm == "talksbot"):
			met = true
		case !t.Stop && !botMatters.Has(t.Stem), pointsBack(t.Norm) && !(t.Norm == "this" && botNames.Has(s.at(i+1))):
			return false
		}
	}
	return met
}

// leadsOn reports whether the words that turn to the bot lead to what is asked of the articles:
// "do you know when ...", "can you name the ...".
func (s utterance) leadsOn() bool {
	first := s.at(s.from)
	return s.from+1 < len(s.Tokens) && (requests.Has(first) || questionWords.Has(first) || ledTo.Has(first))
}

// pointsBack reports whether a word stands for somebody or something named before.
func pointsBack(norm string) bool { return pointing.Has(norm) && norm != "there" }

// orders reports whether the sentence is an order: a verb in the imperative with what is to
// be done, or what the bot is to be from now on. To say, write or show what somebody said,
// or why something is, is to answer.
func (s utterance) orders() bool {
	if s.asks && !s.addressed {
		return false
	}
	if n := s.PhraseAt(s.from, forbidding); n > 0 {
		s.from += n
		s.addressed = true
		return s.commands() || orderObjects.Has(s.at(s.from+1))
	}
	verb, next := s.at(s.from), s.at(s.from+1)
	switch {
	case s.title():
		return false
	case verb == "you're", verb == "you" && (beForms.Has(next) || modals.Has(next)):
		return true // "you are now a pirate"
	case requests.Has(verb):
		return s.wantsMade() || secondPerson.Has(next) || objects.Has(next) && secondPerson.Has(s.at(s.from+2))
	}
	return s.commands() && (s.yours() || !s.wantsAnswer())
}

// title reports whether the sentence begins as a name or a headline does rather than as an
// order: "Imagine Dragons", "Write-off of debts".
func (s utterance) title() bool {
	i := s.from + 1
	return i < len(s.Tokens) && (s.Gap(i) == "-" || s.Tokens[i].Upper && s.Written(i) != strings.ToUpper(s.Written(i)))
}

// commands reports whether the sentence begins with a verb that orders.
func (s utterance) commands() bool {
	verb := s.at(s.from)
	return orders.Has(verb) || orderNouns.Has(verb) && (s.addressed || orderObjects.Has(s.at(s.from+1)) || s.yours())
}

// wantsMade reports whether a request is for something made up: "tell me a joke".
func (s utterance) wantsMade() bool {
	i := s.from + 1
	for objects.Has(s.at(i)) {
		i++
	}
	made := func(t english.Token) bool { return madeThings.Has(t.Stem) }
	return indefinite.Has(s.at(i)) && slices.ContainsFunc(s.Tokens[i+1:min(i+4, len(s.Tokens))], made)
}

// wantsAnswer reports whether the object of an imperative is a question: "say who came".
func (s utterance) wantsAnswer() bool {
	rest := s.Tokens[s.from:]
	return questionWords.HasAny(rest[:len(rest)-1])
}

// yours reports whether the sentence goes on to speak of the bot.
func (s utterance) yours() bool { return secondPerson.HasAny(s.Tokens[s.from:]) }

// particular reports whether a word names something in the world, rather than articles in
// general or how long a summary is to be.
func particular(t english.Token) bool {
	return !t.Stop && !english.IsNumber(t.Norm) && !wholes.Has(t.Norm) && !articleNouns.Has(t.Stem) && !nothingMuch.Has(t.Norm) &&
		!newness.Has(t.Norm) && !limitNouns.Has(t.Stem) && !summingUp.Has(t.Norm)
}
