package message

import (
	"slices"
	"strings"

	"talksbot/knowledge/english"
	"talksbot/knowledge/sentence"
)

// mostAsked is how many questions of one message are told apart. Of more, people look for an answer to
// the whole.
const mostAsked = 5

// Questions returns the questions of a message that asks several, in order, each as one that stands by
// itself: "When is the match, and who referees it? Also, what is the fare?" are three. It returns nil
// where there is one, where something is said beside them, or where one of them asks for the articles
// as a whole.
func Questions(text string) []string {
	var all []string
	for _, s := range sentence.Split(text) {
		said := strings.TrimSpace(text[s.Start:s.End])
		u := address(utterance{Text: english.Read(said), asks: EndsAsking(said)})
		if len(u.Tokens) == 0 || !u.asks && !u.interrogative() || u.request().Want != Fact {
			return nil
		}
		all = append(all, u.questions()...)
	}
	if len(all) < 2 || len(all) > mostAsked {
		return nil
	}
	return all
}

// questions returns the questions that one sentence joins by "and".
func (s utterance) questions() []string {
	t := s.Text
	from := joint(t, 0)
	var all []string
	for i := from + 1; i < len(t.Tokens); i++ {
		if t.Tokens[i].Norm != "and" || !asksFrom(t, from) {
			continue
		}
		if next := joint(t, i); next > i && asksFrom(t, next) {
			all = append(all, ended(written(t, from, i)))
			from = next
		}
	}
	return append(all, ended(written(t, from, len(t.Tokens))))
}

// joint returns the token behind the words at i that only join: "and also".
func joint(t english.Text, i int) int {
	for i < len(t.Tokens)-1 && joining.Has(t.Tokens[i].Norm) {
		i++
	}
	return i
}

// asksFrom reports whether the words from token i on ask by themselves: they begin with a question
// word, and with the auxiliary or what is counted that goes with it.
func asksFrom(t english.Text, i int) bool {
	if i+2 >= len(t.Tokens) || !questionWords.Has(t.Tokens[i].Norm) {
		return false
	}
	near := t.Tokens[i+1 : min(i+5, len(t.Tokens))]
	return slices.ContainsFunc(near[:1], isAuxiliary) || t.Tokens[i].Norm == "how" && slices.ContainsFunc(near, isAuxiliary)
}

func isAuxiliary(t english.Token) bool { return questionAuxiliaries.Has(t.Norm) }

// ended returns a question with its mark.
func ended(words string) string { return strings.TrimRight(words, " ,;?!.") + "?" }

var joining = english.Class("joining questions")
