package calendar

import "testing"

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
		d := Days{parse(c.from), parse(c.to)}
		if got := d.String(); got != c.want {
			t.Errorf("%s to %s is written %q, want %q", c.from, c.to, got, c.want)
		}
		if got := d.Away(parse(c.today)).String(); got != c.away {
			t.Errorf("%s to %s is %q on %s, want %q", c.from, c.to, got, c.today, c.away)
		}
	}
}

func TestPlain(t *testing.T) {
	for _, c := range []struct{ from, to, plain, brief string }{
		{"2021-12-27", "2021-12-27", "27 December 2021", "Mon 27 Dec 2021"},
		{"2021-12-27", "", "27 December 2021", "Mon 27 Dec 2021"},
		{"2022-01-09", "2022-01-10", "9 to 10 January 2022", "Sun 9 Jan 2022 – Mon 10 Jan 2022"},
		{"2022-01-31", "2022-02-02", "31 January to 2 February 2022", "Mon 31 Jan 2022 – Wed 2 Feb 2022"},
		{"2021-12-27", "2022-01-02", "27 December 2021 to 2 January 2022", "Mon 27 Dec 2021 – Sun 2 Jan 2022"},
		{"2024-02-01", "2024-02-29", "February 2024", "February 2024"},
		{"2021-12-01", "2022-02-28", "December 2021 to February 2022", "December 2021 – February 2022"},
		{"2022-01-01", "2022-02-28", "January to February 2022", "January 2022 – February 2022"},
		{"2023-01-01", "2023-12-31", "2023", "2023"},
	} {
		d := Days{parse(c.from), parse(c.to)}
		if d.Plain() != c.plain || d.Brief() != c.brief {
			t.Errorf("%s to %s is %q, briefly %q; want %q, %q", c.from, c.to, d.Plain(), d.Brief(), c.plain, c.brief)
		}
	}
}
