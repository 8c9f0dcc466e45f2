package ask

import (
	"slices"
	"strings"

	"talksbot/knowledge/article"
	"talksbot/knowledge/english"
	"talksbot/knowledge/question/message"
)

// bears is the Passage.Score from which a passage bears on the question, if only as context.
// What stands in an article for models to obey scores .05 or so for a question about anything
// else, and .21 where it shares a word of weight; what people would call related .3 and more.
const bears = 0.25

// A telling knows which sentences a model may be shown. One that is talked into reading a sentence out
// reads it word for word, which every check of the words passes: so it is shown none that speaks to
// it and, of an article that has such a sentence, only those that tell of what the question and the
// article are about.
type telling struct {
	found []article.Passage
	about map[string]int            // what a stem of the question, of what bears on it, or of a title tells
	turns map[*article.Article]bool // whether one of its sentences speaks to a model
}

// tellingOf returns that of a question, for which a search has found passages.
func tellingOf(p plan, found []article.Passage) telling {
	t := telling{found, map[string]int{}, map[*article.Article]bool{}}
	add := func(text string, worth int) {
		for _, stem := range english.ContentStems(text) {
			if !english.IsNumber(stem) { // a year tells nothing
				t.about[stem] = max(t.about[stem], worth)
			}
		}
	}
	add(p.words.Query(), 1)
	for _, a := range p.within() {
		add(a.Title, enough)
	}
	near := only(found, func(s article.Passage) bool { return s.Score >= bears })
	if len(near) == 0 { // a question in another language, say: what goes with the titles
		for _, a := range p.within() {
			near = append(near, only(t.sentences(a), t.tells)...)
		}
	}
	for _, s := range near {
		add(s.Text(), 1)
	}
	return t
}

// enough is what the words of a sentence tell together that shows that it belongs: a word of a title, or
// two others.
const enough = 2

// sentences returns those of an article, as they were found where they were.
func (t telling) sentences(a *article.Article) []article.Passage {
	all := make([]article.Passage, len(a.Sentences))
	for i := range all {
		all[i] = article.Passage{Article: a, Index: i}
		if n := Number(t.found, all[i]); n > 0 {
			all[i] = t.found[n-1]
		}
	}
	return all
}

// belongs reports whether a model may be shown the sentence.
func (t telling) belongs(s article.Passage) bool {
	i := Number(t.found, s)
	return i > 0 && t.found[i-1].Score >= bears || !asks(s) && !speaksTo(s) && (!t.isTurned(s.Article) || t.tells(s))
}

// isTurned reports whether a sentence of the article speaks to a model.
func (t telling) isTurned(a *article.Article) bool {
	turned, known := t.turns[a]
	if !known {
		turned = slices.ContainsFunc(t.sentences(a), speaksTo)
		t.turns[a] = turned
	}
	return turned
}

// tells reports whether the words of a sentence show that it tells of what the question and the articles
// are about.
func (t telling) tells(s article.Passage) bool {
	told := 0
	if strings.HasPrefix(s.Text(), "\"") || strings.HasPrefix(s.Text(), "“") { // a quotation that goes on
		told = 1
	}
	for _, stem := range english.ContentStems(s.Text()) {
		told += t.about[stem]
	}
	return told >= enough
}

var (
	forModels    = english.Stems("words for models")
	toModels     = english.Stems("words to models")
	secondPerson = english.Class("second person")
	plainVerbs   = english.Class("verbs")
	auxiliaries  = english.Class("auxiliaries")
)

// asks reports whether a sentence is a question: the article does not tell it.
func asks(s article.Passage) bool { return strings.HasSuffix(s.Text(), "?") }

// speaksTo reports whether a sentence speaks to whoever reads the article: it gives an order, turns to
// "you" outside a quotation, or names models or what they are told.
func speaksTo(s article.Passage) bool {
	text, words := s.Text(), s.Words().Tokens
	if act, _ := message.ActOf(text); act == message.Orders || beginsWithVerb(s) {
		return true
	}
	quotes := strings.ContainsAny(text, "“”\"")
	named := 0
	for _, w := range words {
		switch {
		case forModels.Has(w.Stem), secondPerson.Has(w.Norm) && !quotes:
			return true
		case toModels.Has(w.Stem):
			named++
		}
	}
	return named > 1
}

// beginsWithVerb reports whether a sentence begins with a word that orders, if it is a verb. It is none as the
// first word of a day ("Last week …"), nor where the verb comes right behind it ("Plague can be fatal").
func beginsWithVerb(s article.Passage) bool {
	words := s.Words().Tokens
	if len(words) == 0 || !plainVerbs.Has(words[0].Norm) {
		return false
	}
	if dates := s.Dates(); len(dates) > 0 && dates[0].Start <= words[0].Start {
		return false
	}
	return len(words) < 2 || !auxiliaries.Has(words[1].Norm)
}
