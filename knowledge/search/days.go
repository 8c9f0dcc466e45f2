package search

import (
	"slices"

	"talksbot/knowledge/english"
	"talksbot/knowledge/question"
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

// spokenOf is how many words before a noun the verb may stand that only speaks of it: "called for
// new elections".
const spokenBefore = 4

// onlySpokenOf reports whether it is asked when something is, and the sentence only says when
// somebody called for it, or spoke of it.
func (c *comparison) onlySpokenOf() bool {
	if c.q.Kind != question.When || c.doing.known {
		return false
	}
	t, told := c.text().Tokens, false
	for _, m := range c.found {
		if u := c.units[m.unit]; u.name || u.focus || u.number || m.strength < likeDerived || m.token >= len(t) {
			continue
		}
		if !spokenAt(t, m.token) {
			return false
		}
		told = true
	}
	return told && !c.appointed(t)
}

func spokenAt(t []english.Token, i int) bool {
	return slices.ContainsFunc(t[max(0, i-spokenBefore):i], func(w english.Token) bool { return spoken.Has(w.Stem) })
}

// appointed reports whether a day of the sentence is one for something: "for 5 June", "in May".
func (c *comparison) appointed(t []english.Token) bool {
	for i := 1; i < len(t); i++ {
		if c.all[i].cues&cueCalendar != 0 && t[i].Upper || c.all[i].word&(flagNumber|flagYear) != 0 {
			if appoints.Has(t[i-1].Norm) {
				return true
			}
		}
	}
	return false
}

var (
	spoken   = english.Stems("spoken of")
	appoints = english.SetOf(`for in by from until before`)
)

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
