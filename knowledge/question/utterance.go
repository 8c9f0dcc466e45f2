package question

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
	smallTalk    = english.Phrases("small talk")
	helpFormulas = english.Phrases("help formulas")
	turningTo    = english.Phrases("turning to the bot")
	vocatives    = english.Class("vocatives")
	fillers      = english.Class("small talk fillers")

	questionWords = english.Class("question words")
	auxiliaries   = english.Class("auxiliaries")
	modals        = english.Class("modals")
	formsOfBe     = english.Class("forms of be")
	objects       = english.Class("object pronouns")
	subjects      = english.Class("personal pronouns")

	secondPerson = english.Class("second person")
	botNames     = english.Class("bot names")
	botMatters   = english.Stems("bot matters")
	ownStates    = english.Stems("own states")
	forbidding   = english.Phrases("forbidding")
	orders       = english.Class("orders")
	orderNouns   = english.Class("orders and nouns")
	orderObjects = english.Class("order objects")
	requests     = english.Class("requests")
	madeThings   = english.Stems("made things")
	wording      = english.Class("wording")
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
	asks := false
	for i, t := range s.Tokens {
		lettered := strings.IndexFunc(t.Norm, unicode.IsLetter) >= 0
		if lettered && !t.Stop && utf8.RuneCountInString(t.Norm) > 1 {
			return true
		}
		if i > 0 && isNumber(t.Norm) && isNumber(s.at(i-1)) && strings.ContainsAny(s.Gap(i), "+-*/×÷^=") {
			return false // "what is 2+2"
		}
		asks = asks || questionWords.Has(t.Norm) || secondPerson.Has(t.Norm)
	}
	return asks
}

// is reports whether the sentence consists of formulas, with fillers between.
func (s utterance) is(formulas english.Set) bool {
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

// address passes over what only turns to the bot: "hey bot, could you please ...".
func address(s utterance) utterance {
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

// interrogative reports whether the sentence is built as a question: it begins with a
// question word or an auxiliary before its subject.
func (s utterance) interrogative() bool {
	if s.addressed {
		return questionWords.Has(s.at(s.from))
	}
	first := s.at(s.from)
	return questionWords.Has(first) || strings.HasSuffix(first, "'s") || auxiliaries.Has(first) && first != "do" ||
		first == "do" && subjects.Has(s.at(s.from+1))
}

// question tells a question about the articles from one about the bot.
func (s utterance) question() Act {
	you := 0
	for you < len(s.Tokens) && !secondPerson.Has(s.at(you)) {
		you++
	}
	switch i := s.from; {
	case s.at(i) == "how" && auxiliaries.Has(s.at(i+1)) && subjects.Has(s.at(i+2)) && wording.Has(s.at(i+3)):
		return Orders // "how do you say hello in Russian"
	case auxiliaries.Has(s.at(you-1)) && s.feels(you+1):
		return AsksBot // "do you like pizza"
	case s.ofBot():
		return AsksBot
	}
	return Asks
}

// feels reports whether the verb at token i, or behind a word such as "ever", is one of
// feeling.
func (s utterance) feels(i int) bool {
	return slices.ContainsFunc(s.Tokens[min(i, len(s.Tokens)):min(i+2, len(s.Tokens))], func(t english.Token) bool { return ownStates.Has(t.Stem) })
}

// ofBot reports whether the sentence speaks of the bot and of nothing else.
func (s utterance) ofBot() bool {
	you := false
	for i, t := range s.Tokens {
		switch {
		case secondPerson.Has(t.Norm), botNames.Has(t.Norm) && (s.at(i-1) == "this" || t.Norm == "talksbot"):
			you = true
		case !t.Stop && !botMatters.Has(t.Stem), pointsBack(t.Norm) && !(t.Norm == "this" && botNames.Has(s.at(i+1))):
			return false
		}
	}
	return you
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
	case verb == "you're", verb == "you" && (formsOfBe.Has(next) || modals.Has(next)):
		return true // "you are now a pirate"
	case requests.Has(verb):
		return s.wantsMade() || secondPerson.Has(next) || objects.Has(next) && secondPerson.Has(s.at(s.from+2))
	}
	return s.commands() && (s.yours() || !s.wantsAnswer())
}

// commands reports whether the sentence begins with a verb that orders.
func (s utterance) commands() bool {
	verb := s.at(s.from)
	return orders.Has(verb) || orderNouns.Has(verb) && (s.addressed || orderObjects.Has(s.at(s.from+1)) || s.yours())
}

// wantsMade reports whether a request is for something made up: "tell me a joke".
func (s utterance) wantsMade() bool {
	for i := s.from + 1; i < len(s.Tokens); i++ {
		switch w := s.at(i); {
		case objects.Has(w):
		case w == "a" || w == "an" || w == "another" || w == "some":
			for _, t := range s.Tokens[i+1 : min(i+4, len(s.Tokens))] {
				if madeThings.Has(t.Stem) {
					return true
				}
			}
			return false
		default:
			return false
		}
	}
	return false
}

// wantsAnswer reports whether the object of an imperative is a question: "say who came".
func (s utterance) wantsAnswer() bool {
	for i := s.from + 1; i < len(s.Tokens); i++ {
		if w := s.at(i); questionWords.Has(w) || w == "whether" {
			return i+1 < len(s.Tokens)
		}
	}
	return false
}

// yours reports whether the sentence goes on to speak of the bot.
func (s utterance) yours() bool {
	for i := s.from + 1; i < len(s.Tokens); i++ {
		if secondPerson.Has(s.at(i)) {
			return true
		}
	}
	return false
}

// overview reports whether the sentence asks to sum up all there is.
func (s utterance) overview() bool {
	sums := false
	for _, t := range s.Tokens[s.from:] {
		switch {
		case summingUp.Has(t.Norm):
			sums = true
		case !t.Stop && !wholes.Has(t.Norm) && !requests.Has(t.Norm) && !isNumber(t.Norm):
			return false
		}
	}
	return sums
}

func isNumber(norm string) bool {
	_, ok := english.Number(norm)
	return ok
}
