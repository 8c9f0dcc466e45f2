package question

import (
	"slices"
	"strings"
	"time"

	"talksbot/knowledge/calendar"
	"talksbot/knowledge/english"
	"talksbot/knowledge/timex"
)

// A Period is the days a question asks about. The zero Period is all days.
type Period struct {
	From, To calendar.Day // both inclusive; zero: open
	Seen     bool         // from the day it was asked: "next week"
	Rest     string       // the question without the words for them
	Alone    bool         // what happens then is all that is asked
}

// monthAtMost is the longest period, in days from the first to the last, of which what is on
// another day is no answer. A year is a setting rather than days to be found.
const monthAtMost = 31

// Narrow reports whether the period is a month at most.
func (p Period) Narrow() bool {
	return !p.From.IsZero() && !p.To.IsZero() && p.To.Sub(p.From) <= monthAtMost
}

// Several reports whether the period is a narrow one of more than a day.
func (p Period) Several() bool { return p.Narrow() && p.From != p.To }

// Words that decide how a question's days are meant. Those around an expression open it to
// one side; those of seeing are about the day the question is asked, all others about the
// articles'.
var (
	openAfter  = english.Class("opens what follows")
	openBefore = english.Class("opens what goes before")
	around     = english.Class("around a period")
	seeing     = english.Class("seen from the day it is said")
	happening  = english.Stems("happening")
)

// PeriodOf returns the days a question names, if it names any that can be told. Its dates are
// as seen from the newest article; asked is when it was asked.
func PeriodOf(q Question, asked time.Time) (p Period, ok bool) {
	seen := timex.Find(q.Words, timex.MomentOf(asked))
	rest := []byte(q.Text)
	for i, d := range q.Dates {
		words := q.Words.Touching(english.Span{Start: d.Start, End: d.End})
		if seeing.HasAny(words) {
			if d.From.IsZero() || i >= len(seen) || seen[i].Start != d.Start {
				continue // articles without a day cannot say what is on one seen from today
			}
			p.Seen, d = true, seen[i]
		}
		if d.From.IsZero() || d.Type != timex.Date && d.Type != timex.Time {
			continue
		}
		start, opens := before(q.Words, d.Start)
		from, to := bounds(d, opens)
		if ok {
			from, to = earlier(p.From, from), later(p.To, to)
		}
		p.From, p.To, ok = from, to, true
		copy(rest[start:d.End], strings.Repeat(" ", d.End-start))
	}
	p.Rest = strings.Join(strings.Fields(string(rest)), " ")
	p.Alone = !slices.ContainsFunc(q.Words.Tokens, func(t english.Token) bool {
		return rest[t.Start] != ' ' && !t.Stop && !happening.Has(t.Stem)
	})
	if today := calendar.DayOf(asked); p.Seen && !p.Alone && p.Holds(today) { // "today" for "nowadays": no day to look for
		return Period{}, false
	}
	return p, ok
}

// Undated returns a text without the tokens of the days it names and of the small words that
// belong to them.
func Undated(t english.Text) english.Text {
	found := timex.Find(t, timex.Moment{})
	if len(found) == 0 {
		return t
	}
	undated := english.Text{String: t.String}
	for _, w := range t.Tokens {
		within := false
		for _, d := range found {
			start, _ := before(t, d.Start)
			within = within || w.Start < d.End && start < w.End && !strings.HasSuffix(d.Value, "_REF") // "recently" is no day
		}
		if !within {
			undated.Tokens = append(undated.Tokens, w)
		}
	}
	return undated
}

// before returns where the small words begin that belong to the expression at a place, and
// which of them opens it to one side.
func before(t english.Text, at int) (start int, opens string) {
	start = at
	for _, w := range slices.Backward(t.In(english.Span{End: at}).Tokens) {
		opens := openAfter.Has(w.Norm) || openBefore.Has(w.Norm)
		if !around.Has(w.Norm) && !opens || strings.TrimSpace(t.String[w.End:start]) != "" {
			break
		}
		if start = w.Start; opens {
			return start, w.Norm
		}
	}
	return start, ""
}

// bounds returns the days of an expression with the word that opens it, if any does.
func bounds(d timex.Expression, opens string) (from, to calendar.Day) {
	switch {
	case opens == "after":
		return d.To.AddDays(1), calendar.Day{}
	case opens == "before":
		return calendar.Day{}, d.From.AddDays(-1)
	case openAfter.Has(opens) && !d.Opens:
		return d.From, calendar.Day{}
	case openBefore.Has(opens):
		return calendar.Day{}, d.To
	}
	return d.From, d.To
}

// earlier returns the first of two days, a zero one being before all.
func earlier(a, b calendar.Day) calendar.Day {
	if b.Before(a) {
		return b
	}
	return a
}

// later returns the last of two days, a zero one being after all.
func later(a, b calendar.Day) calendar.Day {
	if b.IsZero() || !a.IsZero() && b.After(a) {
		return b
	}
	return a
}

// Holds reports whether a day is in the period.
func (p Period) Holds(d calendar.Day) bool {
	return !p.From.After(d) && (p.To.IsZero() || !p.To.Before(d))
}

// States reports whether one of the dates is a day, or days, wholly in the period.
func (p Period) States(dates []timex.Expression) bool {
	return slices.ContainsFunc(dates, func(d timex.Expression) bool {
		return !d.From.IsZero() && d.Type != timex.Duration && p.Holds(d.From) && (p.To.IsZero() || !d.To.After(p.To))
	})
}

// Elsewhere reports whether the dates name days, and none that touches the period: the
// sentence tells of another time.
func (p Period) Elsewhere(dates []timex.Expression) bool {
	named := false
	for _, d := range dates {
		if d.From.IsZero() {
			continue
		}
		if (p.To.IsZero() || !d.From.After(p.To)) && (p.From.IsZero() || !d.To.Before(p.From)) {
			return false
		}
		named = true
	}
	return named
}
