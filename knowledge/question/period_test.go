package question

import (
	"testing"
	"time"

	"talksbot/knowledge/calendar"
	"talksbot/knowledge/names"
	"talksbot/knowledge/timex"
)

var askedIn2021 = time.Date(2021, 12, 29, 12, 0, 0, 0, time.UTC)

// periodOf reads a question about articles of which the newest is of 28 December 2021.
func periodOf(text string, asked time.Time) (Period, bool) {
	newest := timex.Moment{Day: calendar.Date(2021, time.December, 28)}
	return PeriodOf(Analyze(text, new(names.Names), newest), asked)
}

func TestPeriodOf(t *testing.T) {
	for _, c := range []struct {
		question, from, to, rest string
		alone, narrow            bool
	}{
		{"What happens on January 12?", "2022-01-12", "2022-01-12", "What happens ?", true, true},
		{"january 12", "2022-01-12", "2022-01-12", "", true, true},
		{"Which meetings are in January?", "2022-01-01", "2022-01-31", "Which meetings are ?", false, true},
		{"What happens after January 11?", "2022-01-12", "", "What happens ?", true, false},
		{"What happens before January 11?", "", "2022-01-10", "What happens ?", true, false},
		{"What has happened since January 11?", "2022-01-11", "", "What has happened ?", true, false},
		{"What happens until January 11?", "", "2022-01-11", "What happens ?", true, false},
		{"Who meets between January 10 and January 12?", "2022-01-10", "2022-01-12", "Who meets ?", false, true},
		{"What happens from January 10 to January 12?", "2022-01-10", "2022-01-12", "What happens ?", true, true},
		{"What happened in 2014?", "2014-01-01", "2014-12-31", "What happened ?", true, false},
		{"What happens next month?", "2022-01-01", "2022-01-31", "What happens ?", true, true},
		{"What happens today?", "2021-12-29", "2021-12-29", "What happens ?", true, true},
		{"What does NATO say today?", "none", "", "", false, false}, // nowadays
		{"When do they meet?", "none", "", "", false, false},
		{"What did Lavrov say recently?", "none", "", "", false, false},
		{"How long will the talks last, three days?", "none", "", "", false, false},
	} {
		p, ok := periodOf(c.question, askedIn2021)
		if !ok {
			if c.from != "none" {
				t.Errorf("%q names no days", c.question)
			}
			continue
		}
		if p.From.String() != c.from || p.To.String() != c.to || p.Rest != c.rest || p.Alone != c.alone || p.Narrow() != c.narrow {
			t.Errorf("%q: %v to %v, rest %q, alone %v, narrow %v; want %+v", c.question, p.From, p.To, p.Rest, p.Alone, p.Narrow(), c)
		}
	}
}

// Days seen from the day of the question depend on it; a day of the calendar does not.
func TestPeriodAsked(t *testing.T) {
	for question, want := range map[string]string{
		"What happens next month?":      "2026-12-01",
		"What happened yesterday?":      "2026-11-22",
		"What happens on January 12?":   "2022-01-12",
		"What happened on December 27?": "2021-12-27",
	} {
		p, _ := periodOf(question, time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC))
		if p.From.String() != want {
			t.Errorf("%q: from %v, want %s", question, p.From, want)
		}
	}
}
