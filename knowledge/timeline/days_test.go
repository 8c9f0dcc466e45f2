package timeline

import (
	"testing"

	"talksbot/knowledge"
	"talksbot/knowledge/calendar"
	"talksbot/knowledge/timex"
)

func day(t testing.TB, s string) calendar.Day {
	t.Helper()
	if s == "" {
		return calendar.Day{}
	}
	d, err := calendar.ParseDay(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// What people type, seen from long after the articles and from their day.
func TestAsked(t *testing.T) {
	l := New(shipped(t))
	for _, c := range []struct{ text, now, want string }{
		{"jan 10", "2026-11-23", "2022-01-10 2022-01-10"},
		{"January 10", "2021-12-29", "2022-01-10 2022-01-10"},
		{"10 January", "2026-11-23", "2022-01-10 2022-01-10"},
		{"dec 27", "2026-11-23", "2021-12-27 2021-12-27"},
		{" 2022-01-10 ", "2026-11-23", "2022-01-10 2022-01-10"},
		{"10 January 2023", "2026-11-23", "2023-01-10 2023-01-10"},
		{"january", "2026-11-23", "2022-01-01 2022-01-31"},
		{"in January", "2026-11-23", "2022-01-01 2022-01-31"},
		{"december", "2026-11-23", "2021-12-01 2021-12-31"},
		{"2014", "2026-11-23", "2014-01-01 2014-12-31"},
		{"next week", "2021-12-29", "2022-01-03 2022-01-09"},
		{"next week", "2026-11-23", "2026-11-30 2026-12-06"},
		{"tomorrow", "2026-11-23", "2026-11-24 2026-11-24"},
		{"today", "2026-11-23", "2026-11-23 2026-11-23"},
		{"feb 29", "2026-11-23", ""}, // there is none near the article
		{"jan 40", "2026-11-23", ""},
		{"", "2026-11-23", ""},
		{"soon", "2026-11-23", ""},
		{"the talks", "2026-11-23", ""},
		{"talks in january", "2026-11-23", ""},
		{"monday or tuesday", "2026-11-23", ""},
		{"three days", "2026-11-23", ""},
	} {
		d, ok := l.Asked(c.text, timex.Moment{Day: day(t, c.now)})
		if ok != (c.want != "") || ok && d.From.String()+" "+d.To.String() != c.want {
			t.Errorf("%q asked on %s: %v to %v, %v; want %q", c.text, c.now, d.From, d.To, ok, c.want)
		}
	}
	empty, err := knowledge.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	if d, ok := New(empty).Asked("jan 10", timex.Moment{Day: day(t, "2026-11-23")}); !ok || d.From.Month != 1 {
		t.Errorf("without articles: %v, %v", d, ok)
	}
}
