package digest

import (
	"strings"

	"talksbot/ask"
	"talksbot/knowledge/article"
	"talksbot/knowledge/calendar"
	"talksbot/knowledge/english"
	"talksbot/knowledge/timex"
)

// Plain returns a sentence as a claim in its own words. Read on another day than its article,
// "on Monday" would be another Monday: such words are explained.
func Plain(p article.Passage) ask.Claim {
	c := ask.Claim{Text: p.Text(), Cites: []article.Passage{p}}
	for _, d := range p.Dates() {
		if d.Relative && d.From == d.To && !d.From.IsZero() && moves(p.Words(), d) {
			c.Marks = append(c.Marks, ask.Mark{Start: d.Start, End: d.End, Days: calendar.Days{From: d.From}})
		}
	}
	return c
}

// moving are words that mean another day every day.
var moving = english.Lowered("another day every day")

// moves reports whether the expression means another day when it is read later. "The Monday
// before" is no certain day.
func moves(t english.Text, d timex.Expression) bool {
	before, from := strings.ToLower(t.String[:d.Start]), strings.ToLower(t.String[d.Start:])
	definite := strings.HasSuffix(before, "the ") || strings.HasPrefix(from, "the ")
	words := t.Touching(english.Span{Start: d.Start, End: d.End})
	return !definite && moving.HasAny(words)
}
