package search

import (
	"slices"

	"talksbot/knowledge/english"
	"talksbot/knowledge/timex"
)

// otherDay reports whether the sentence and those beside it state days, but none that the
// question names.
func (c *comparison) otherDay() bool {
	stated := false
	p := c.passage(c.s)
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
			for _, q := range c.q.Dates {
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
func (c *comparison) yearUnknown() bool {
	for i, u := range c.units {
		year, ok := english.Number(c.q.Text[u.start:u.end])
		if !u.number || !ok || c.whole[i] > 0 || u.end-u.start != 4 || year < 1000 || year > 2100 {
			continue
		}
		p := c.passage(c.s)
		if p.Article.Published.Day.Year == int(year) {
			continue
		}
		if !slices.ContainsFunc(p.Dates(), func(d timex.Expression) bool { return d.From.Year <= int(year) && int(year) <= d.To.Year }) {
			return true
		}
	}
	return false
}
