package calendar

import (
	"cmp"
	"fmt"
	"strings"
	"time"
)

// Days are the civil days from From to To, both included. The zero Days are unknown.
type Days struct{ From, To Day }

// IsZero reports whether the days are unknown.
func (d Days) IsZero() bool { return d.From.IsZero() && d.To.IsZero() }

// String returns the days as people write them: "Monday, 10 January 2022", with weekday and
// year on every day; whole months and years by their names; "" where they are unknown. Without
// an end they are the first of them.
func (d Days) String() string { return d.written(Day.long, " – ") }

// Brief is String for where there is little room: "Mon 10 Jan 2022".
func (d Days) Brief() string { return d.written(Day.brief, " – ") }

// Plain is String without weekdays, for the middle of a sentence: "9 to 10 January 2022".
func (d Days) Plain() string {
	first, last, more := strings.Cut(d.written(Day.plain, " to "), " to ")
	if !more {
		return first
	}
	first, sameYear := strings.CutSuffix(first, fmt.Sprint(" ", d.To.Year))
	if sameYear {
		first = strings.TrimSuffix(first, " "+d.To.Month.String())
	}
	return first + " to " + last
}

func (d Days) written(one func(Day) string, to string) string {
	switch {
	case d.IsZero():
		return ""
	case d.From == d.To || d.To.IsZero():
		return one(d.From)
	case d.WholeYears() && d.From.Year == d.To.Year:
		return fmt.Sprint(d.From.Year)
	case d.WholeYears():
		return fmt.Sprintf("%d–%d", d.From.Year, d.To.Year)
	case d.WholeMonths():
		one = Day.month
	}
	if first, last := one(d.From), one(d.To); first != last {
		return first + to + last
	}
	return one(d.From)
}

func (d Day) long() string { return fmt.Sprintf("%s, %s", d.Weekday(), d.plain()) }

func (d Day) plain() string { return fmt.Sprintf("%d %s %d", d.Day, d.Month, d.Year) }

func (d Day) brief() string {
	return fmt.Sprintf("%.3s %d %.3s %d", d.Weekday(), d.Day, d.Month, d.Year)
}

func (d Day) month() string { return fmt.Sprintf("%s %d", d.Month, d.Year) }

// WholeMonths reports whether the days are full months.
func (d Days) WholeMonths() bool { return d.From.Day == 1 && d.To.AddDays(1).Day == 1 }

// WholeYears reports whether they are full years.
func (d Days) WholeYears() bool {
	return d.WholeMonths() && d.From.Month == time.January && d.To.Month == time.December
}

// A Distance is how far days are from another day.
type Distance struct {
	Unit Unit
	N    int // of the unit; below 0 where the days have passed
}

// A Unit is what a distance is counted in, or a day so near that it has a word of its own.
type Unit string

const (
	Today     Unit = "today"
	Tomorrow  Unit = "tomorrow"
	Yesterday Unit = "yesterday"
	Now       Unit = "now" // the days have begun and not ended
	InDays    Unit = "day"
	InWeeks   Unit = "week"
	InMonths  Unit = "month"
	InYears   Unit = "year"
)

// Away returns how far the days are from today; the zero Distance where that is not known. Weeks,
// months and years are full ones; from a whole year to another it is as many as their numbers differ
// by.
func (d Days) Away(today Day) Distance {
	switch {
	case d.IsZero() || today.IsZero():
		return Distance{}
	case d.From == today && d.To == today:
		return Distance{Unit: Today}
	case d.From == today.AddDays(1) && !d.WholeYears():
		return Distance{Unit: Tomorrow}
	case d.To.AddDays(1) == today && !d.WholeYears():
		return Distance{Unit: Yesterday}
	case today.Before(d.From):
		return d.apart(today, d.From)
	case d.To.Before(today):
		past := d.apart(d.To, today)
		past.N = -past.N
		return past
	}
	return Distance{Unit: Now}
}

// String returns the distance in English: "today", "in 13 days", "4 years ago"; "" for none.
func (d Distance) String() string {
	switch {
	case d.N > 0:
		return "in " + count(d.N, string(d.Unit))
	case d.N < 0:
		return count(-d.N, string(d.Unit)) + " ago"
	}
	return string(d.Unit)
}

// Below these a distance is given in days, in weeks, in months.
const (
	mostDays   = 21
	mostWeeks  = 9
	mostMonths = 24
)

// apart returns the distance from one day to a later one, one of them of d, in the unit that suits it.
func (d Days) apart(from, to Day) Distance {
	if n := to.Year - from.Year; d.WholeYears() && n > 0 {
		return Distance{InYears, n}
	}
	days := to.Sub(from)
	months := (to.Year-from.Year)*12 + int(to.Month-from.Month)
	if to.Day < from.Day {
		months--
	}
	switch {
	case days <= mostDays:
		return Distance{InDays, days}
	case days/7 <= mostWeeks:
		return Distance{InWeeks, days / 7}
	case months < mostMonths:
		return Distance{InMonths, months}
	}
	return Distance{InYears, months / 12}
}

func count(n int, unit string) string {
	if n != 1 {
		unit += "s"
	}
	return fmt.Sprintf("%d %s", n, unit)
}

// Overlap reports whether two ranges share a day.
func (d Days) Overlap(e Days) bool { return !d.To.Before(e.From) && !e.To.Before(d.From) }

// Gap returns how many days lie from the end of the earlier to the start of the later; 0 where
// they overlap.
func (d Days) Gap(e Days) int { return max(d.From.Sub(e.To), e.From.Sub(d.To), 0) }

// Compare orders by the first day, then by the last.
func (d Days) Compare(e Days) int {
	return cmp.Or(d.From.Compare(e.From), d.To.Compare(e.To))
}
