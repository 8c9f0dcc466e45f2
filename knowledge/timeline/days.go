package timeline

import (
	"cmp"
	"fmt"
	"time"

	"talksbot/knowledge/calendar"
)

// Days are the civil days from From to To, both included. The zero Days are unknown.
type Days struct{ From, To calendar.Day }

// IsZero reports whether the days are unknown.
func (d Days) IsZero() bool { return d.From.IsZero() && d.To.IsZero() }

// String returns the days as people write them: "Monday, 10 January 2022", with weekday and
// year on every day; whole months and years by their names; "" where they are unknown.
func (d Days) String() string {
	switch {
	case d.IsZero():
		return ""
	case d.From == d.To:
		return written(d.From)
	case d.wholeYears() && d.From.Year == d.To.Year:
		return fmt.Sprint(d.From.Year)
	case d.wholeYears():
		return fmt.Sprintf("%d–%d", d.From.Year, d.To.Year)
	case d.wholeMonths() && d.From.Year == d.To.Year && d.From.Month == d.To.Month:
		return month(d.From)
	case d.wholeMonths():
		return month(d.From) + " – " + month(d.To)
	}
	return written(d.From) + " – " + written(d.To)
}

func written(d calendar.Day) string {
	return fmt.Sprintf("%s, %d %s %d", d.Weekday(), d.Day, d.Month, d.Year)
}

func month(d calendar.Day) string { return fmt.Sprintf("%s %d", d.Month, d.Year) }

func (d Days) wholeMonths() bool { return d.From.Day == 1 && d.To.AddDays(1).Day == 1 }

func (d Days) wholeYears() bool {
	return d.wholeMonths() && d.From.Month == time.January && d.To.Month == time.December
}

// Away returns how far the days are from today: "today", "in 13 days", "4 years ago", "now"
// for days that have begun and not ended. Weeks, months and years are full ones; from a whole
// year to another it is as many as their numbers differ by.
func (d Days) Away(today calendar.Day) string {
	switch {
	case d.IsZero() || today.IsZero():
		return ""
	case d.From == today && d.To == today:
		return "today"
	case d.From == today.AddDays(1) && !d.wholeYears():
		return "tomorrow"
	case d.To.AddDays(1) == today && !d.wholeYears():
		return "yesterday"
	case today.Before(d.From):
		return "in " + d.apart(today, d.From)
	case d.To.Before(today):
		return d.apart(d.To, today) + " ago"
	}
	return "now"
}

// Below these a distance is given in days, in weeks, in months.
const (
	mostDays   = 21
	mostWeeks  = 9
	mostMonths = 24
)

// apart returns the distance from one day to a later one, one of them of d, in the unit that suits it.
func (d Days) apart(from, to calendar.Day) string {
	if n := to.Year - from.Year; d.wholeYears() && n > 0 {
		return number(n, "year")
	}
	days := to.Sub(from)
	months := (to.Year-from.Year)*12 + int(to.Month-from.Month)
	if to.Day < from.Day {
		months--
	}
	switch {
	case days <= mostDays:
		return number(days, "day")
	case days/7 <= mostWeeks:
		return number(days/7, "week")
	case months < mostMonths:
		return number(months, "month")
	}
	return number(months/12, "year")
}

func number(n int, unit string) string {
	if n != 1 {
		unit += "s"
	}
	return fmt.Sprintf("%d %s", n, unit)
}

// overlap reports whether two ranges share a day.
func (d Days) overlap(e Days) bool { return !d.To.Before(e.From) && !e.To.Before(d.From) }

// gap returns how many days lie from the end of the earlier to the start of the later; 0 where
// they overlap.
func (d Days) gap(e Days) int { return max(d.From.Sub(e.To), e.From.Sub(d.To), 0) }

// compare orders by the first day, then by the last.
func (d Days) compare(e Days) int {
	return cmp.Or(d.From.Compare(e.From), d.To.Compare(e.To))
}
