package conversation

import (
	"slices"

	"talksbot/knowledge/english"
	"talksbot/knowledge/question"
)

var demonstrated = english.Class("words for an answer")

// isBare reports whether the words are a question word with nothing behind it that asks, but
// perhaps a noun: "when", "since when", "how long", "which ships", "why is that", "how did it
// happen".
func (f followUp) isBare() bool {
	words := f.rest.Tokens
	i := 0
	if len(words) > 1 && prepositions.Has(words[0].Norm) {
		i++
	}
	if i >= len(words) || !questionWords.Has(words[i].Norm) {
		return false
	}
	rest := words[i+1:]
	for len(rest) > 0 && (prepositions.Has(rest[0].Norm) || measures.Has(rest[0].Norm) || rest[0].Norm == "many" || rest[0].Norm == "much" ||
		rest[0].Norm == "come" || emphasis.Has(rest[0].Norm)) {
		rest = rest[1:]
	}
	if len(rest) == 0 {
		return true
	}
	if words[i].Norm == "who" || words[i].Norm == "what" {
		return false
	}
	if noun := words[i].Norm == "which" || words[i].Norm == "how" && len(words) > i+2; noun && len(rest) == 1 && !rest[0].Stop && !question.IsVerb(rest[0]) {
		return true
	}
	return asksSame(rest)
}

// asksSame reports whether the words behind a question word ask of all that was said: "is
// that", "did it happen", "not".
func asksSame(rest []english.Token) bool {
	if len(rest) == 1 {
		return demonstrated.Has(rest[0].Norm) || rest[0].Norm == "not"
	}
	if !questionAuxiliaries.Has(rest[0].Norm) || !english.SetOf(`that this it`).Has(rest[1].Norm) {
		return false
	}
	for _, w := range rest[2:] {
		if !takingPlace.Has(w.Norm) && !emphasis.Has(w.Norm) {
			return false
		}
	}
	return len(rest) > 2 || beForms.Has(rest[0].Norm) && rest[1].Norm != "it"
}

// asking returns the words that ask, without what stands behind them: "why" of "why is that".
// Where what is asked for would have to be a part of the topic, they ask nothing by themselves.
func (f followUp) asking() string {
	words := f.rest.Tokens
	wh := slices.IndexFunc(words, func(t english.Token) bool { return questionWords.Has(t.Norm) })
	last := wh
	for last+1 < len(words) && (measures.Has(words[last+1].Norm) || emphasis.Has(words[last+1].Norm) || words[last+1].Norm == "come") {
		last++
	}
	switch norm := words[wh].Norm; {
	case norm == "what" && wh == 0 && last+1 < len(words) && words[last+1].Norm == "for":
		return "why"
	case norm == "how" && last+1 < len(words) && words[last+1].Norm == "so", norm == "how" && last == wh+1 && words[last].Norm == "come":
		return "why"
	case norm == "why" && last+1 < len(words) && words[last+1].Norm == "not":
		return "why"
	case wh == 0 && norm != "when" && norm != "where" && norm != "why" && norm != "how", last+1 < len(words) && (words[last+1].Norm == "many" || words[last+1].Norm == "much"):
		return "" // "who?", "which ships?", "how many?"
	}
	return f.rest.String[:words[last].End]
}
