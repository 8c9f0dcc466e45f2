package search

import (
	"slices"
	"strings"

	"talksbot/knowledge/article"
	"talksbot/knowledge/english"
	"talksbot/knowledge/names"
	"talksbot/knowledge/question"
	"talksbot/knowledge/timex"
)

// Spans returns the words of the passage that answer the question: the date, the
// names, the number with its unit, the clause that gives the reason. They are offsets into
// p.Text(), in order and apart; none where the kind of answer has no words of its own.
// What the question itself says is never among them.
func Spans(n *names.Names, q question.Question, p article.Passage) []english.Span {
	switch q.Kind {
	case question.When:
		return datesIn(q, p)
	case question.Who:
		if q.Identity {
			return officeIn(n, q, p.Text())
		}
		if doer := doerIn(n, q, p.Text()); len(doer) > 0 {
			return doer
		}
		return namesIn(n, q, p.Text(), names.Person, names.Org, names.Other)
	case question.Where:
		return placesIn(n, q, p.Text())
	case question.HowMany:
		return numbersIn(q, p)
	case question.Why:
		return reasonIn(p.Text())
	}
	return nil
}

// datesIn returns the dates of the passage that stand with what is asked about, how long
// and how often only where it has no other.
func datesIn(q question.Question, p article.Passage) []english.Span {
	var days, others []english.Span
	for _, d := range p.Dates() {
		s := english.Span{Start: d.Start, End: d.End}
		switch {
		case strings.Contains(strings.ToLower(q.Text), strings.ToLower(p.Text()[s.Start:s.End])):
		case d.Type == timex.Duration || d.Type == timex.Set:
			others = append(others, s)
		default:
			days = append(days, s)
		}
	}
	if len(days) > 0 {
		return nearest(q, p.Text(), days)
	}
	return nearest(q, p.Text(), others)
}

// farther is how many words nearer another span may be before a span is left out: the ends
// of a range stay together.
const farther = 4

// nearest returns the spans that stand nearest to a word of the question: of "said on
// Monday that the talks begin on Friday", Friday when the talks are asked about.
func nearest(q question.Question, text string, spans []english.Span) []english.Span {
	if len(spans) < 2 {
		return spans
	}
	tokens := english.Read(text).Tokens
	distances := make([]int, len(spans))
	for i, s := range spans {
		distances[i] = distance(q, text, tokens, s)
	}
	least := slices.Min(distances)
	var near []english.Span
	for i, s := range spans {
		if distances[i] <= least+farther {
			near = append(near, s)
		}
	}
	return near
}

// clauseWords open another clause.
var clauseWords = english.Class("answer clauses")

// distance counts the words between a span and the nearest word of the question. Where
// another clause begins between them, that is as far as many words.
func distance(q question.Question, text string, tokens []english.Token, s english.Span) int {
	const clause = 10
	place := slices.IndexFunc(tokens, func(t english.Token) bool { return t.Start >= s.Start })
	best := len(tokens) * clause
	for i, t := range tokens {
		if t.Start >= s.Start && t.End <= s.End || !slices.ContainsFunc(q.Terms, func(a question.Term) bool { return a.Stem == t.Stem }) {
			continue
		}
		from, to := min(i, place), max(i, place)
		n := to - from
		for j := from + 1; j <= to; j++ {
			if clauseWords.Has(tokens[j].Norm) || strings.ContainsAny(text[tokens[j-1].End:tokens[j].Start], ",;") {
				n += clause
			}
		}
		best = min(best, n)
	}
	return best
}

// namesIn returns the names that the question does not say, of the first of the kinds that
// the passage has.
func namesIn(n *names.Names, q question.Question, text string, kinds ...names.Kind) []english.Span {
	found := n.Find(text)
	for _, kind := range kinds {
		var spans []english.Span
		for _, m := range found {
			if m.Kind == kind && !isAsked(n, m.Name, q) {
				spans = append(spans, english.Span{Start: m.Start, End: m.End})
			}
		}
		if len(spans) > 0 {
			return spans
		}
	}
	return nil
}

// placesIn returns the places the question does not say, those something happens "in" or
// "at" if there are any. An adjective ("Russian") is no place.
func placesIn(n *names.Names, q question.Question, text string) []english.Span {
	read := english.Read(text)
	tokens := read.Tokens
	var inside, others []english.Span
	for _, f := range n.Findings(read) {
		if f.Spot == names.NoSpot || isAsked(n, f.Name, q) {
			continue
		}
		i := slices.IndexFunc(tokens, func(t english.Token) bool { return t.Start == f.Start })
		if s := (english.Span{Start: f.Start, End: f.End}); i > 0 && (insideWords.Has(tokens[i-1].Norm) || i > 1 && tokens[i-1].Norm == "the" && insideWords.Has(tokens[i-2].Norm)) {
			inside = append(inside, s)
		} else {
			others = append(others, s)
		}
	}
	if len(inside) > 0 {
		return inside
	}
	return others
}

// insideWords stand before the place where something is.
var insideWords = english.Class("before a place")

// isAsked reports whether the question itself names it.
func isAsked(n *names.Names, name string, q question.Question) bool {
	return slices.ContainsFunc(q.Names, func(m names.Mention) bool { return n.Same(m.Name, name) })
}

// officeIn returns what stands right before the name asked about and says what its bearer
// is: "NATO Secretary General" of "NATO Secretary General Jens Stoltenberg". Where the
// question gives the office, it returns the name.
func officeIn(n *names.Names, q question.Question, text string) []english.Span {
	read := english.Read(text)
	tokens := read.Tokens
	for i, t := range tokens {
		o, size := n.OfficeAt(read, i)
		if size == 0 || o.Role == "" || i+size >= len(tokens) {
			continue
		}
		for _, m := range n.FindIn(english.Text{String: text, Tokens: tokens[i+size:]}) {
			if m.Start == tokens[i+size].Start && isAsked(n, m.Name, q) {
				if slices.ContainsFunc(q.Names, func(a names.Mention) bool { return strings.Contains(q.Text[a.Start:a.End], text[m.Start:m.End]) }) {
					return []english.Span{{Start: t.Start, End: tokens[i+size-1].End}}
				}
				return []english.Span{{Start: m.Start, End: m.End}}
			}
		}
	}
	return nil
}

// numbersIn returns the numbers of the passage with the word they count, those that count
// what the question asks for if there are any, and no days or years.
func numbersIn(q question.Question, p article.Passage) []english.Span {
	text := p.Text()
	asked := map[string]bool{}
	for _, t := range q.Terms {
		asked[t.Norm] = true
	}
	dates := p.Dates()
	var counted, others []english.Span
	tokens := english.Read(text).Tokens
	for i := 0; i < len(tokens); i++ {
		t := tokens[i]
		_, ok := english.Number(t.Norm)
		for len(dates) > 0 && dates[0].End <= t.Start {
			dates = dates[1:]
		}
		inDate := len(dates) > 0 && dates[0].Start <= t.Start && dates[0].Type != timex.Duration
		if !ok || t.Stop || asked[t.Norm] || inDate {
			continue
		}
		end := i
		for end+1 < len(tokens) && end-i < 3 && text[tokens[end].End:tokens[end+1].Start] == " " && !tokens[end+1].Stop {
			end++
			if tokens[end].Stem == q.Focus {
				break
			}
			if _, more := english.Number(tokens[end].Norm); !more && !strings.HasSuffix(t.Norm, "%") {
				break
			}
		}
		s := english.Span{Start: t.Start, End: tokens[end].End}
		if q.Focus != "" && tokens[end].Stem == q.Focus {
			counted = append(counted, s)
		} else {
			others = append(others, s)
		}
		i = end
	}
	if len(counted) > 0 {
		return counted
	}
	return others
}

// reasonWords open the clause that gives a reason.
var reasonWords = english.Class("before a reason")

// reasonIn returns the clause that gives the reason, from its first word to the next comma
// or the end.
func reasonIn(text string) []english.Span {
	tokens := english.Read(text).Tokens
	for i, t := range tokens {
		purpose := t.Norm == "to" && i > 1 && (tokens[i-1].Norm == "order" || tokens[i-1].Norm == "attempt" || tokens[i-1].Norm == "effort")
		if !reasonWords.Has(t.Norm) && !purpose {
			continue
		}
		start, end := t.Start, tokens[len(tokens)-1].End
		if purpose {
			start = tokens[i-2].Start
		}
		if comma := strings.IndexAny(text[t.End:], ",;"); comma >= 0 {
			end = min(end, t.End+comma)
		}
		return []english.Span{{Start: start, End: end}}
	}
	return nil
}
