package knowledge

import (
	"talksbot/knowledge/word"
)

// AnswerSpans returns the words of the passage that answer the question: the date, the
// names, the number. They are offsets into p.Text(), in order and apart; none where the
// kind of answer has no words of its own.
func (l *Library) AnswerSpans(q Question, p Passage) []Span {
	text := p.Text()
	switch q.Kind {
	case When:
		return datesIn(p)
	case Who, Where:
		return l.namesIn(q, text)
	case HowMany:
		return numbersIn(q, text)
	}
	return nil
}

func datesIn(p Passage) []Span {
	var spans []Span
	for _, d := range p.Dates() {
		spans = append(spans, Span{d.Start, d.End})
	}
	return spans
}

func (l *Library) namesIn(q Question, text string) []Span {
	var spans []Span
	for _, m := range l.names.Find(text) {
		if q.Kind == Where && m.Kind != Place || q.Kind == Who && m.Kind == Place || l.names.asked(m.Name, q) {
			continue
		}
		spans = append(spans, Span{m.Start, m.End})
	}
	return spans
}

// asked says whether the question itself names it.
func (n *Names) asked(name string, q Question) bool {
	for _, m := range q.Names {
		if n.Same(m.Name, name) {
			return true
		}
	}
	return false
}

func numbersIn(q Question, text string) []Span {
	asked := map[string]bool{}
	for _, t := range q.Terms {
		asked[t.Norm] = true
	}
	var spans []Span
	for _, t := range word.Tokens(text) {
		if _, ok := word.Number(t.Norm); ok && !t.Stop && !asked[t.Norm] {
			spans = append(spans, Span{t.Start, t.End})
		}
	}
	return spans
}
