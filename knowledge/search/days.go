package search

import (
	"slices"

	"talksbot/knowledge/english"
	"talksbot/knowledge/timex"
)

// otherDay reports whether the sentence and those beside it state days, but none that the
// question names.
func (r *ranker) otherDay(s uint32) bool {
	stated := false
	p := r.passage(s)
	for n := -1; n <= 1; n++ {
		near, ok := p.Neighbour(n)
		if !ok {
			continue
		}
		for _, d := range near.Dates() {
			if d.From.IsZero() || d.Type == timex.Duration || d.Type == timex.Set {
				continue
			}
			stated = true
			for _, q := range r.q.Dates {
				if !q.From.IsZero() && !q.From.After(d.To) && !d.From.After(q.To) {
					return false
				}
			}
		}
	}
	return stated
}

// yearUnknown reports whether the question names a year that stands nowhere in what was
// searched, nor is meant by a day that the sentence states.
func (r *ranker) yearUnknown(s uint32, whole []float64) bool {
	for i, u := range r.units {
		year, ok := english.Number(r.q.Text[u.start:u.end])
		if !u.number || !ok || whole[i] > 0 || u.end-u.start != 4 || year < 1000 || year > 2100 {
			continue
		}
		p := r.passage(s)
		if p.Article.Published.Day.Year == int(year) {
			continue
		}
		if !slices.ContainsFunc(p.Dates(), func(d timex.Expression) bool { return d.From.Year <= int(year) && int(year) <= d.To.Year }) {
			return true
		}
	}
	return false
}
