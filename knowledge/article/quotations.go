package article

import (
	"sort"
	"strings"

	"talksbot/knowledge/quotation"
)

// Quotations returns the quotations in the article's sentences, in order, with speakers as
// far as the article itself tells them. Package quote knows them by the names that
// all articles teach. Offsets are into Text.
func (a *Article) Quotations() []quotation.Quotation { return a.quotations() }

// findQuotations reads the whole text, since a caption or a headline may tell an office,
// and keeps the quotations that stand in sentences.
func (a *Article) findQuotations() []quotation.Quotation {
	var found []quotation.Quotation
	for _, q := range quotation.Find(a.Words(), quotation.Options{Turns: a.Speech()}) {
		citable := len(q.Spans) > 0
		for _, s := range q.Spans {
			first, last := a.SentencesAt(Span(s))
			citable = citable && first < last
		}
		if citable {
			found = append(found, q)
		}
	}
	return found
}

// Speech returns what is said in the article's turns, questions left out, as package quotation takes
// it: of each turn its paragraphs.
func (a *Article) Speech() []quotation.Turn {
	var turns []quotation.Turn
	for _, t := range a.Turns {
		if t.Asked {
			continue
		}
		turn := quotation.Turn{Label: t.Label}
		first := sort.Search(len(a.Sentences), func(i int) bool { return a.Sentences[i].Start >= t.Words.Start })
		for _, s := range a.Sentences[first:] {
			if s.End > t.Words.End {
				break
			}
			if n := len(turn.Words); n > 0 && !strings.Contains(a.Text[turn.Words[n-1].End:s.Start], "\n") {
				turn.Words[n-1].End = s.End
				continue
			}
			turn.Words = append(turn.Words, s)
		}
		turns = append(turns, turn)
	}
	return turns
}

// IsSpoken reports whether the sentence is what a speaker of a transcript says.
func (p Passage) IsSpoken() bool {
	s, turns := p.Span(), p.Article.Turns
	i := sort.Search(len(turns), func(i int) bool { return turns[i].Words.End >= s.End })
	return i < len(turns) && turns[i].Words.Contains(s)
}

// Asked returns the question to which a speaker of a transcript says the sentence; an empty span where
// none was put.
func (p Passage) Asked() Span {
	s, turns := p.Span(), p.Article.Turns
	i := sort.Search(len(turns), func(i int) bool { return turns[i].Words.End >= s.End })
	if i == 0 || i == len(turns) || !turns[i].Words.Contains(s) || !turns[i-1].Asked {
		return Span{}
	}
	return turns[i-1].Words
}

// Speaker returns who says the sentence in a transcript, by the name that the article knows, and
// whether the sentence is said so.
func (p Passage) Speaker() (name string, spoken bool) {
	if !p.IsSpoken() {
		return "", false
	}
	s := p.Span()
	for _, q := range p.Article.Quotations() {
		if q.Kind == quotation.Direct && q.Spans[0].Contains(s) {
			return q.Name, true
		}
	}
	return "", true
}

// SentencesAt returns the indices of the sentences that share a byte with the span, as a half-open range;
// an empty one where the span begins or ends outside all sentences.
func (a *Article) SentencesAt(s Span) (first, last int) {
	first = sort.Search(len(a.Sentences), func(i int) bool { return a.Sentences[i].End > s.Start })
	last = sort.Search(len(a.Sentences), func(i int) bool { return a.Sentences[i].End >= s.End })
	if s.Start >= s.End || last == len(a.Sentences) || a.Sentences[first].Start > s.Start || a.Sentences[last].Start >= s.End {
		return 0, 0
	}
	return first, last + 1
}
