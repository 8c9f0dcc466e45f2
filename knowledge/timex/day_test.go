package timex

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

func parseDay(t *testing.T, s string) Day {
	t.Helper()
	d, err := ParseDay(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestParseDay(t *testing.T) {
	if got, want := parseDay(t, "2022-01-10"), (Day{2022, time.January, 10}); got != want {
		t.Errorf("got %v, want %v", got, want)
	}
	for _, s := range []string{"", "2021-02-29", "2022-1-10", "10.01.2022", "2022-01-10T00:00", "0000-01-01", "22-01-10"} {
		if d, err := ParseDay(s); err == nil {
			t.Errorf("ParseDay(%q) = %v, want an error", s, d)
		}
	}
}

func TestDayArithmetic(t *testing.T) {
	d := parseDay(t, "2021-12-28")
	if got := d.Weekday(); got != time.Tuesday {
		t.Errorf("weekday %v", got)
	}
	if got := d.AddDays(13).String(); got != "2022-01-10" {
		t.Errorf("13 days on: %s", got)
	}
	if got := parseDay(t, "2020-01-31").addMonths(1).String(); got != "2020-02-29" {
		t.Errorf("a month after January 31, 2020: %s", got)
	}
	if got := parseDay(t, "2020-01-15").addMonths(-13).String(); got != "2018-12-15" {
		t.Errorf("13 months back: %s", got)
	}
	var zero Day
	if !zero.IsZero() || zero.String() != "" || !zero.AddDays(5).IsZero() || !zero.Before(d) || zero.After(d) {
		t.Error("the zero Day is not unknown")
	}
}

// TestDayOfKeepsItsZone holds that the day is that of the clock on the wall, wherever it hangs.
func TestDayOfKeepsItsZone(t *testing.T) {
	late := time.Date(2021, 12, 28, 23, 30, 0, 0, time.FixedZone("east", 14*60*60))
	if got := DayOf(late).String(); got != "2021-12-28" {
		t.Errorf("got %s", got)
	}
}

func TestDaysCountTheSame(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		d := dayAt(rapid.IntRange(1, 3_652_059).Draw(r, "day"))
		n := rapid.IntRange(-700_000, 700_000).Draw(r, "days")
		e := d.AddDays(n)
		if got := e.Sub(d); got != n {
			t.Fatalf("%v and %d days is %v, %d days away", d, n, e, got)
		}
		if d.Compare(e) != sign(-n) {
			t.Fatalf("%v against %v: %d", d, e, d.Compare(e))
		}
	})
}

func TestParseMoment(t *testing.T) {
	moscow := 3 * 60 * 60
	for _, test := range []struct {
		in     string
		day    string
		clock  time.Duration
		has    bool
		offset int // seconds east; -1: no zone
	}{
		{"", "", 0, false, -1},
		{"2021-12-28", "2021-12-28", 0, false, -1},
		{"2021-12", "2021-12-01", 0, false, -1},
		{"2021-12-28T18:37", "2021-12-28", 18*time.Hour + 37*time.Minute, true, -1},
		{"2021-12-28 18:37:05", "2021-12-28", 18*time.Hour + 37*time.Minute + 5*time.Second, true, -1},
		{"2021-12-28T23:37:00+03:00", "2021-12-28", 23*time.Hour + 37*time.Minute, true, moscow},
		{"2021-12-28T18:37:00Z", "2021-12-28", 18*time.Hour + 37*time.Minute, true, 0},
	} {
		m, err := ParseMoment(test.in)
		if err != nil {
			t.Errorf("ParseMoment(%q): %v", test.in, err)
			continue
		}
		offset := -1
		if m.Zone != nil {
			_, offset = time.Date(2021, 12, 28, 0, 0, 0, 0, m.Zone).Zone()
		}
		if m.Day.String() != test.day || m.Clock != test.clock || m.HasClock != test.has || offset != test.offset {
			t.Errorf("ParseMoment(%q) = %+v (zone %d)", test.in, m, offset)
		}
	}
	for _, s := range []string{"yesterday", "28.12.2021", "2021-13-01", "2021-02-30T10:00"} {
		if _, err := ParseMoment(s); err == nil {
			t.Errorf("ParseMoment(%q) is no error", s)
		}
	}
}
