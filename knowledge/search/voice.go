package search

import (
	"strings"

	"talksbot/knowledge/english"
	"talksbot/knowledge/question"
)

// A voice is how a verb stands in a sentence.
type voice int

const (
	unclear voice = iota // "said Lavrov", "addressing a meeting"
	active               // with the one it is done to after it
	passive
)

// voiceOf reads the voice of the verb at token i of a text.
func voiceOf(t english.Text, i int) voice {
	tokens := t.Tokens
	if strings.HasSuffix(tokens[i].Norm, "ing") || question.IsNominal(tokens[i].Norm) || i == 0 {
		return unclear
	}
	if i+1 < len(tokens) && tokens[i+1].Norm == "by" && isParticiple(tokens[i].Norm) {
		return passive
	}
	for back := i - 1; back >= max(0, i-2) && tokens[back].Stop && tokens[back].Norm != "to"; back-- {
		if beForms.Has(tokens[back].Norm) {
			return passive
		}
	}
	if plainlySaid.Has(tokens[i].Stem) || strings.ContainsAny(t.Gap(i), ",\"”’") {
		return unclear
	}
	if i+1 < len(tokens) && (!tokens[i+1].Stop || determiners.Has(tokens[i+1].Norm) || complements.Has(tokens[i+1].Norm)) {
		return active
	}
	return unclear
}

var (
	beForms     = english.Class("forms of be")
	determiners = english.Class("noun openers")
	plainlySaid = english.Stems("plain verbs of saying")
)

// complements open what a verb has for an object: "pledged not to".
var complements = english.SetOf(`to not that`)

// byWithin is how many words, a place and a year among them, behind a verb its "by" may stand: "founded in Graz in 2008 by".
const byWithin = 8

// isParticiple reports whether a word may be a past participle: "met by", but not "spoke by phone".
func isParticiple(norm string) bool {
	form := english.FormOf(norm)
	return form == 0 || form&english.Participle != 0
}
