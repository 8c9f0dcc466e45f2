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

func TestDays(t *testing.T) {
	for _, c := range []struct{ from, to, today, want, away string }{
		{"2022-01-10", "2022-01-10", "2021-12-28", "Monday, 10 January 2022", "in 13 days"},
		{"2022-01-10", "2022-01-10", "2026-11-23", "Monday, 10 January 2022", "4 years ago"},
		{"2022-01-10", "2022-01-10", "2022-01-10", "Monday, 10 January 2022", "today"},
		{"2022-01-10", "2022-01-10", "2022-01-09", "Monday, 10 January 2022", "tomorrow"},
		{"2022-01-10", "2022-01-10", "2022-01-11", "Monday, 10 January 2022", "yesterday"},
		{"2022-01-10", "2022-01-10", "2022-01-12", "Monday, 10 January 2022", "2 days ago"},
		{"2022-01-10", "2022-01-10", "2022-02-01", "Monday, 10 January 2022", "3 weeks ago"},
		{"2022-01-31", "2022-01-31", "2022-05-30", "Monday, 31 January 2022", "3 months ago"},
		{"2022-01-31", "2022-01-31", "2022-05-31", "Monday, 31 January 2022", "4 months ago"},
		{"2024-02-29", "2024-02-29", "2022-02-28", "Thursday, 29 February 2024", "in 2 years"},
		{"2022-01-09", "2022-01-10", "2022-01-10", "Sunday, 9 January 2022 – Monday, 10 January 2022", "now"},
		{"2022-01-09", "2022-01-10", "2022-01-11", "Sunday, 9 January 2022 – Monday, 10 January 2022", "yesterday"},
		{"2022-01-01", "2022-01-31", "2021-12-31", "January 2022", "tomorrow"},
		{"2024-02-01", "2024-02-29", "2024-02-10", "February 2024", "now"},
		{"2021-12-01", "2022-02-28", "2024-02-10", "December 2021 – February 2022", "23 months ago"},
		{"2014-01-01", "2014-12-31", "2022-01-01", "2014", "8 years ago"},
		{"1990-01-01", "1999-12-31", "2022-01-01", "1990–1999", "23 years ago"},
		{"1967-01-01", "1967-12-31", "2026-11-23", "1967", "59 years ago"},
		{"2010-01-01", "2010-12-31", "2026-11-23", "2010", "16 years ago"},
		{"2022-02-01", "2022-02-28", "2026-11-23", "February 2022", "4 years ago"},
		{"2025-01-01", "2025-12-31", "2026-01-01", "2025", "1 year ago"},
		{"2030-01-01", "2030-12-31", "2026-11-23", "2030", "in 4 years"},
		{"", "", "2022-01-01", "", ""},
		{"2022-01-10", "2022-01-10", "", "Monday, 10 January 2022", ""},
	} {
		d := Days{day(t, c.from), day(t, c.to)}
		if got := d.String(); got != c.want {
			t.Errorf("%s to %s is written %q, want %q", c.from, c.to, got, c.want)
		}
		if got := d.Away(day(t, c.today)); got != c.away {
			t.Errorf("%s to %s is %q on %s, want %q", c.from, c.to, got, c.today, c.away)
		}
	}
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
		d, err := l.Asked(c.text, timex.Moment{Day: day(t, c.now)})
		if (err != nil) != (c.want == "") || err == nil && d.From.String()+" "+d.To.String() != c.want {
			t.Errorf("%q asked on %s: %v to %v, %v; want %q", c.text, c.now, d.From, d.To, err, c.want)
		}
	}
	empty, err := knowledge.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	if d, err := New(empty).Asked("jan 10", timex.Moment{Day: day(t, "2026-11-23")}); err != nil || d.From.Month != 1 {
		t.Errorf("without articles: %v, %v", d, err)
	}
}
