package timex

import (
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
	switch {
	case d.Year != e.Year:
		return sign(d.Year - e.Year)
	case d.Month != e.Month:
		return sign(int(d.Month - e.Month))
	default:
		return sign(d.Day - e.Day)
	}
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

// addMonths returns the same day n months on, or the last day of that month where it is shorter.
func (d Day) addMonths(n int) Day {
	if d.IsZero() {
		return d
	}
	m := d.Year*12 + int(d.Month) - 1 + n
	y, month := floorDiv(m, 12), time.Month(m-floorDiv(m, 12)*12+1)
	return Day{y, month, min(d.Day, monthLength(y, month))}
}

// isoWeek returns the ISO 8601 year and week d lies in.
func (d Day) isoWeek() (year, week int) { return d.utc().ISOWeek() }

// monday returns the Monday of d's ISO week.
func (d Day) monday() Day { return d.AddDays(-isoWeekday(d.Weekday())) }

// isoWeekday counts from Monday, 0, to Sunday, 6.
func isoWeekday(w time.Weekday) int { return (int(w) + 6) % 7 }

func monthLength(year int, m time.Month) int {
	return time.Date(year, m+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// civil returns the day, and false when the calendar does not have it.
func civil(year, month, day int) (Day, bool) {
	ok := year >= 1 && year <= 9999 && month >= 1 && month <= 12 &&
		day >= 1 && day <= monthLength(year, time.Month(month))
	if !ok {
		return Day{}, false
	}
	return Day{year, time.Month(month), day}, true
}

func sign(n int) int {
	switch {
	case n < 0:
		return -1
	case n > 0:
		return 1
	}
	return 0
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}
