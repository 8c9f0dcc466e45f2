package digest

import (
	"strings"

	"talksbot/ask"
	"talksbot/knowledge"
	"talksbot/knowledge/timex"
	"talksbot/knowledge/word"
)

// Plain returns a sentence as a claim in its own words. Read on another day than its article,
// "on Monday" would be another Monday: such words are explained.
func Plain(p knowledge.Passage) ask.Claim {
	c := ask.Claim{Text: p.Text(), Cites: []knowledge.Passage{p}}
	for _, d := range p.Dates() {
		if d.Relative && d.From == d.To && !d.From.IsZero() && moves(c.Text, d) {
			c.Marks = append(c.Marks, ask.Mark{Start: d.Start, End: d.End, Note: short(d.From)})
		}
	}
	return c
}

// moving are words that mean another day every day.
var moving = wordSet(`monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight`)

// moves says whether the expression means another day when it is read later. "The Monday
// before" is no certain day.
func moves(text string, d timex.Expression) bool {
	for _, t := range word.Tokens(text[d.Start:d.End]) {
		if moving[t.Norm] {
			return !strings.HasSuffix(strings.ToLower(text[:d.Start]), "the ") && !strings.HasPrefix(strings.ToLower(text[d.Start:]), "the ")
		}
	}
	return false
}
