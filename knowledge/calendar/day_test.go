package calendar

import (
	"cmp"
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
	if got := parseDay(t, "2020-01-31").AddMonths(1).String(); got != "2020-02-29" {
		t.Errorf("a month after January 31, 2020: %s", got)
	}
	if got := parseDay(t, "2020-01-15").AddMonths(-13).String(); got != "2018-12-15" {
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
		if d.Compare(e) != cmp.Compare(0, n) {
			t.Fatalf("%v against %v: %d", d, e, d.Compare(e))
		}
	})
}
