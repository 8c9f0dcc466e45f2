package grammar

import (
	"talksbot/knowledge/english"
	"talksbot/knowledge/names"
	"talksbot/knowledge/timex"
)

// A Source is what a sentence is made of.
type Source struct {
	Text   english.Text
	Dates  []timex.Expression
	Quoted bool // the text begins inside a quotation opened before it
}

// Read reads a text. The order counts: later steps use what earlier ones found.
func Read(src Source, names *names.Names) *Sentence {
	s := &Sentence{Text: src.Text, Dates: src.Dates}
	s.Tokens = make([]Token, len(src.Text.Tokens))
	for i, t := range src.Text.Tokens {
		s.Tokens[i] = Token{Token: t}
	}
	if names != nil {
		s.Names = joinPersons(src.Text.String, names.FindIn(src.Text))
	}
	s.Quotes, _ = quotations(src.Text.String, src.Quoted)
	markSpans(s)
	findNumbers(s)
	markClauses(s)
	markKeys(s)
	markNegation(s)
	markExcepted(s)
	markMood(s)
	markQuantity(s)
	markSpeech(s)
	findTies(s)
	markSupposed(s)
	findReports(s)
	findSubjects(s)
	return s
}

// markSpans notes in each token the date, name and quotation it stands in.
func markSpans(s *Sentence) {
	for k, d := range s.Dates {
		s.Within(d.Start, d.End, func(t *Token) { t.Date = k + 1 })
	}
	for k, m := range s.Names {
		s.Within(m.Start, m.End, func(t *Token) { t.Name = k + 1 })
	}
	for _, q := range s.Quotes {
		s.Within(q.Start, q.End, func(t *Token) { t.Quoted = true })
	}
}
