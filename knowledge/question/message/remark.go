package message

import (
	"strings"

	"talksbot/knowledge/english"
	"talksbot/knowledge/timex"
)

// A Remark is what somebody says to an answer rather than asks of the articles.
type Remark int

// The remarks. The zero Remark is none.
const (
	NoRemark   Remark = iota
	GoesOn            // wants more of it: "go on", "tell me more", "what else?"
	Doubts            // asks whether it is so: "really?", "is that true?", "did he?"
	AsksSource        // asks where it stands: "source?", "where does it say that?"
	AsksWhose         // asks whose words it is: "who said that?", "says who?"
)

var (
	goingOn      = english.Phrases("going on")
	moreWords    = english.Class("words for more")
	doubtWords   = english.Class("words of doubt")
	sourceWords  = english.Class("words for a source")
	whereItSays  = english.Phrases("asks where it says so")
	saysWho      = english.Phrases("asks who says so")
	spokenWords  = english.Class("words for words")
	handing      = english.Class("handing over")
	citing       = english.Class("citing")
	demonstrated = english.Class("words for an answer")
	beside       = english.SetOf(`for about on to of a an any the your there`)
	sayForms     = english.Inflected("verbs of saying asked about", english.AnyForm)
)

// RemarkOf returns what a message says to the answer before it. A message that has anything
// else in it is none: "who said that the bridge is safe?" asks of the articles.
func RemarkOf(message string) Remark {
	if len(message) > longest || RequestOf(message).Want == Ahead {
		return NoRemark // "what's next?" stands alone
	}
	whole := english.Read(message)
	rest, _ := Opened(strings.TrimSpace(message))
	rest = english.Read(Unended(rest))
	said := address(utterance{Text: rest})
	words := english.Text{String: rest.String, Tokens: said.Tokens[said.from:]}
	all := func(phrases english.Formulas) bool {
		return len(words.Tokens) > 0 && words.PhraseAt(0, phrases) == len(words.Tokens)
	}
	switch r := remark(words.Tokens); {
	case all(saysWho):
		return AsksWhose
	case all(whereItSays):
		return AsksSource
	case all(goingOn) || whole.PhraseAt(0, goingOn) == len(whole.Tokens) && len(whole.Tokens) > 0:
		return GoesOn
	default:
		return r
	}
}

// GoesWith reports whether a message that asks nothing by itself does so after another: "and in
// 2012?", "really?".
func GoesWith(message string) bool {
	if RemarkOf(message) != NoRemark {
		return true
	}
	rest, _ := Opened(message)
	return len(message) <= longest && len(rest.Tokens) < 5 && len(timex.Find(rest, timex.Moment{})) > 0
}

// remark reads a remark by its words: one that says what is wanted, and beside it only such
// as ask for it.
func remark(words []english.Token) Remark {
	if len(words) == 0 || len(words) > 9 {
		return NoRemark
	}
	first := words[0].Norm
	only := func(key english.Set, beside ...english.Set) bool {
		met := false
		for _, w := range words {
			is := key.Has(w.Norm)
			if met = met || is; !is && !hasAny(beside, w.Norm) {
				return false
			}
		}
		return met
	}
	others := english.SetOf(`they them`)                                                                     // "what proof do they have?"
	ofIt := len(words) > 1 && words[1].Norm == "it" && questionAuxiliaries.Has(first) && !beForms.Has(first) // "did it continue?"
	switch {
	case (first == "who" || first == "whose") && len(words) > 1 && whose(words):
		return AsksWhose
	case !others.HasAny(words) && only(sourceWords, citing, demonstrated, objects, beside, secondPerson, questionAuxiliaries, english.SetOf(`what which i we`)):
		return AsksSource
	case questionAuxiliaries.Has(first) && len(words) < 4 && len(words) > 1 && (subjects.Has(words[1].Norm) || demonstrated.Has(words[1].Norm)) &&
		!secondPerson.Has(words[1].Norm) && (len(words) == 2 || doubtWords.Has(words[2].Norm) || words[2].Norm == "not" || words[2].Norm == "so"):
		return Doubts // "did he?", "is it so?"
	case only(doubtWords, questionAuxiliaries, demonstrated, secondPerson, beside):
		return Doubts
	case (first == "what" || !questionWords.Has(first)) && !others.HasAny(words) && !ofIt && only(moreWords, handing, demonstrated, objects, subjects, beside, secondPerson, questionAuxiliaries, english.SetOf(`what anything something i`)):
		return GoesOn
	}
	return NoRemark
}

func hasAny(classes []english.Set, norm string) bool {
	for _, c := range classes {
		if c.Has(norm) {
			return true
		}
	}
	return false
}

// whose reports whether words that begin with "who" or "whose" ask for a speaker and nothing
// else: "who said that", "whose words are these", but not "who is mentioned".
func whose(words []english.Token) bool {
	speaks := false
	for _, w := range words[1:] {
		is := sayForms.Has(w.Norm) || spokenWords.Has(w.Norm)
		if speaks = speaks || is; !is && !demonstrated.Has(w.Norm) && !(beForms.Has(w.Norm) && words[0].Norm == "whose") {
			return false
		}
	}
	return speaks
}
