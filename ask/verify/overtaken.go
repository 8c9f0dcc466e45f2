package verify

import (
	"strings"

	"talksbot/knowledge/english"
	"talksbot/knowledge/grammar"
)

// judgeOvertaken reports what the article tells of a time that was over already, "had put the number at
// 150", and the claim of now.
func judgeOvertaken(c *comparison) []Reason {
	for p := range c.pairs() {
		if p.own.Name > 0 || p.own.Date > 0 {
			continue
		}
		if had := hadBefore(p.in, p.token); had >= 0 {
			if now := nowAt(c.claim, p.i); now >= 0 {
				return because(Modality, differsWord, p.in.Phrase(had, p.token), c.claim.Phrase(now, p.i))
			}
		}
	}
	return nil
}

// hadBefore returns the "had" that makes what token i says over, "had put", "had been the mayor", or -1.
func hadBefore(s *grammar.Sentence, i int) int {
	verb := s.Tokens[i].Speech == grammar.Verb
	for k, t := range s.Before(i, mostBetween) {
		switch {
		case t.Norm == "been":
			verb = true
		case t.Norm == "had" && t.Speech == grammar.Auxiliary && verb:
			return k
		case t.Speech == grammar.Verb || t.Speech == grammar.Auxiliary:
			return -1
		}
	}
	return -1
}

// mostBetween is how many words may stand from an auxiliary to what it is about: "had long been the tallest".
const mostBetween = 4

// nowAt returns the word by which a sentence tells of now what token i says: the verb itself, or "is"
// before it; -1 where it does not.
func nowAt(s *grammar.Sentence, i int) int {
	if s.Tokens[i].Speech == grammar.Verb && !grammar.Past(s, i) && !strings.HasSuffix(s.Norm(i), "ing") && !helped(s, i) {
		return i
	}
	for k, t := range s.Before(i, mostBetween) {
		switch {
		case presentOfBe.Has(t.Norm):
			return k
		case t.Speech == grammar.Verb || t.Speech == grammar.Auxiliary:
			return -1
		}
	}
	return -1
}

// helped reports whether an auxiliary or a "to" stands before the verb at token i.
func helped(s *grammar.Sentence, i int) bool {
	for _, t := range s.Before(i, mostBetween) {
		if t.Speech == grammar.Auxiliary || t.Speech == grammar.InfinitiveTo {
			return true
		}
	}
	return false
}

var presentOfBe = english.Class("present forms of be")
