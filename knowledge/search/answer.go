package search

import (
	"slices"
	"strings"

	"talksbot/knowledge/english"
	"talksbot/knowledge/names"
	"talksbot/knowledge/question"
)

// An answer is a passage that answers a question.
type answer struct {
	english.Text
	names *names.Names
	q     question.Question
}

// asked reports whether the question itself names it.
func (a answer) asked(name string) bool {
	return slices.ContainsFunc(a.q.Names, func(m names.Mention) bool { return a.names.Same(m.Name, name) })
}

// at returns the first token that begins at or after an offset.
func (a answer) at(offset int) int {
	return slices.IndexFunc(a.Tokens, func(t english.Token) bool { return t.Start >= offset })
}

// or returns the first spans, or the others where there are none.
func or(first, others []english.Span) []english.Span {
	if len(first) > 0 {
		return first
	}
	return others
}

// farther is how many words nearer another span may be before a span is left out: the ends
// of a range stay together.
const farther = 4

// nearest returns the spans that stand nearest to a word of the question: of "said on
// Monday that the talks begin on Friday", Friday when the talks are asked about.
func (a answer) nearest(spans []english.Span) []english.Span {
	if len(spans) < 2 {
		return spans
	}
	distances := make([]int, len(spans))
	for i, s := range spans {
		distances[i] = a.distance(s)
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
func (a answer) distance(s english.Span) int {
	const clause = 10 // farther than any word of the same clause mostly is
	place := a.at(s.Start)
	best := len(a.Tokens) * clause
	for i, t := range a.Tokens {
		if s.Contains(t.Span) || !slices.ContainsFunc(a.q.Terms, func(q question.Term) bool { return q.Stem == t.Stem }) {
			continue
		}
		from, to := min(i, place), max(i, place)
		n := to - from
		for j := from + 1; j <= to; j++ {
			if clauseWords.Has(a.Tokens[j].Norm) || strings.ContainsAny(a.Gap(j), ",;") {
				n += clause
			}
		}
		best = min(best, n)
	}
	return best
}
