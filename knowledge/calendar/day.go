// Package calendar has the civil day, its arithmetic, and the holidays that people name days by, those
// of calendars that move included: Easter, the Hebrew, Islamic, Chinese and Hindu feasts.
package calendar

import (
	"cmp"
	"fmt"
	"time"
)

// A Day is a civil date in the proleptic Gregorian calendar: a square on the wall calendar, with no
// time and no zone. It is never turned into an instant, so no zone can move it. The zero Day means
// unknown. Years before 1 are not represented.
type Day struct {
	Year  int
	Month time.Month
	Day   int
}

// Date returns the day of a year and month. It does not ask whether the calendar has it: see Civil.
func Date(year int, month time.Month, day int) Day { return Day{year, month, day} }

// DayOf returns the day t falls on in t's own zone.
func DayOf(t time.Time) Day {
	y, m, d := t.Date()
	return Day{y, m, d}
}

// ParseDay reads a day written YYYY-MM-DD. A day the calendar does not have, such as 2021-02-29, is
// an error.
func ParseDay(s string) (Day, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil || t.Year() < 1 {
		return Day{}, fmt.Errorf("%q is not a day of the calendar: write it YYYY-MM-DD, such as 2022-01-10", s)
	}
	return DayOf(t), nil
}

// String returns the day as YYYY-MM-DD, and "" for the zero Day.
func (d Day) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// IsZero reports whether d is unknown.
func (d Day) IsZero() bool { return d == Day{} }

// Weekday returns the day of the week. That of the zero Day has no meaning.
func (d Day) Weekday() time.Weekday { return d.utc().Weekday() }

// AddDays returns the day n days after d, or before it when n is negative. The zero Day stays zero.
func (d Day) AddDays(n int) Day {
	if d.IsZero() {
		return d
	}
	return DayOf(d.utc().AddDate(0, 0, n))
}

// Compare returns -1, 0 or +1 as d is before, the same as, or after e. The zero Day is before all.
func (d Day) Compare(e Day) int {
	return cmp.Or(cmp.Compare(d.Year, e.Year), cmp.Compare(d.Month, e.Month), cmp.Compare(d.Day, e.Day))
}

// Before reports whether d is earlier than e.
func (d Day) Before(e Day) bool { return d.Compare(e) < 0 }

// After reports whether d is later than e.
func (d Day) After(e Day) bool { return d.Compare(e) > 0 }

// Sub returns the number of days from e to d: 1 when d is the day after e.
func (d Day) Sub(e Day) int {
	return int(d.utc().Unix()/secondsPerDay - e.utc().Unix()/secondsPerDay)
}

const secondsPerDay = 24 * 60 * 60

// utc lends the day to package time for arithmetic. Midnight UTC divides evenly into days, so
// nothing is rounded.
func (d Day) utc() time.Time { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC) }

// AddMonths returns the same day n months on, or the last day of that month where it is shorter.
func (d Day) AddMonths(n int) Day {
	if d.IsZero() {
		return d
	}
	first := Day{d.Year, d.Month, 1}.utc().AddDate(0, n, 0)
	return Day{first.Year(), first.Month(), min(d.Day, MonthLength(first.Year(), first.Month()))}
}

// ISOWeek returns the ISO 8601 year and week d lies in.
func (d Day) ISOWeek() (year, week int) { return d.utc().ISOWeek() }

// Monday returns the Monday of d's ISO week.
func (d Day) Monday() Day { return d.AddDays(-ISOWeekday(d.Weekday())) }

// Step returns the nth such weekday after d, or before it when n is negative. n is not 0.
func (d Day) Step(w time.Weekday, n int) Day {
	ahead := (int(w) - int(d.Weekday()) + 7) % 7 // days to the first on or after d
	if n > 0 && ahead > 0 {
		n--
	}
	return d.AddDays(ahead + 7*n)
}

// ISOWeekday counts from Monday, 0, to Sunday, 6.
func ISOWeekday(w time.Weekday) int { return (int(w) + 6) % 7 }

// MonthLength returns how many days a month has.
func MonthLength(year int, m time.Month) int {
	return time.Date(year, m+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// Civil returns the day, and false when the calendar does not have it.
func Civil(year, month, day int) (Day, bool) {
	ok := year >= 1 && year <= 9999 && month >= 1 && month <= 12 &&
		day >= 1 && day <= MonthLength(year, time.Month(month))
	if !ok {
		return Day{}, false
	}
	return Day{year, time.Month(month), day}, true
}
