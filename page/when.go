package page

import (
	"strconv"
	"strings"

	"talksbot/knowledge/calendar"
)

// The ways to write a day, by the names of their patterns. Where a day stands in a sentence, some
// languages leave out the weekday, which would take another form there.
const (
	aloneDate = "date.long"  // "Monday, 10 January 2022"
	inText    = "date.text"  // the same within a sentence
	plainDate = "date.plain" // "10 January 2022"
	briefDate = "date.brief" // "Mon 10 Jan 2022"
)

// date writes a day in one of the ways above. It does not depend on a zone.
func (w Printer) date(way string, d calendar.Day) string {
	if d.IsZero() {
		return ""
	}
	weekdays, months := "date.weekdays", "date.months"
	if way == briefDate {
		weekdays, months = "date.weekdays-brief", "date.months-brief"
	}
	return w.Text(way, "Weekday", own(w.nth(weekdays, int(d.Weekday()))), "Day", d.Day, "Month", own(w.nth(months, int(d.Month)-1)), "Year", own(strconv.Itoa(d.Year)))
}

// nth returns a word of a list in the catalogue.
func (w Printer) nth(list string, i int) string { return strings.Fields(w.Text(list))[i] }

// month writes a month with its year, where it stands alone.
func (w Printer) month(d calendar.Day) string {
	return w.Text("date.month", "Month", own(w.nth("date.months-alone", int(d.Month)-1)), "Year", own(strconv.Itoa(d.Year)))
}

// days writes days from one to another: whole months and years by their names, without an end the first
// of them.
func (w Printer) days(way string, d calendar.Days) string {
	one := func(d calendar.Day) string { return w.date(way, d) }
	switch {
	case d.IsZero():
		return ""
	case d.From == d.To || d.To.IsZero():
		return one(d.From)
	case d.WholeYears():
		return years(d)
	case d.WholeMonths():
		one = w.month
	}
	first, last := one(d.From), one(d.To)
	if first == last {
		return first
	}
	return w.Text("date.span", "First", own(first), "Last", own(last))
}

// years writes whole years, which are the same in every language.
func years(d calendar.Days) string {
	if d.From.Year == d.To.Year {
		return strconv.Itoa(d.From.Year)
	}
	return strconv.Itoa(d.From.Year) + "–" + strconv.Itoa(d.To.Year)
}

// meant writes days behind the words that mean them, without weekdays and without what both ends share:
// "9 to 10 January 2022".
func (w Printer) meant(d calendar.Days) string {
	if d.To.IsZero() || d.From == d.To || d.WholeYears() {
		return w.days(plainDate, d)
	}
	one := func(d calendar.Day) string { return w.date(plainDate, d) }
	if d.WholeMonths() {
		one = w.month
	}
	first, last := one(d.From), one(d.To)
	switch {
	case first == last:
		return first
	case d.From.Year != d.To.Year:
	case d.WholeMonths():
		first = w.nth("date.months-alone", int(d.From.Month)-1)
	case d.From.Month == d.To.Month:
		first = w.date("date.day", d.From)
	default:
		first = w.date("date.day-month", d.From)
	}
	return w.Text("date.plain-span", "First", own(first), "Last", own(last))
}

// Brief writes days where there is little room: "Mon 10 Jan 2022".
func (w Printer) Brief(d calendar.Days) string { return w.days(briefDate, d) }

// Long writes days where they stand alone: "Monday, 10 January 2022".
func (w Printer) Long(d calendar.Days) string { return w.days(aloneDate, d) }

// day writes a day within a sentence.
func (w Printer) day(d calendar.Day) Span { return own(w.date(inText, d)) }

// near are the sentences for days that have a word of their own.
var near = map[calendar.Unit]string{
	calendar.Today: "away.today", calendar.Tomorrow: "away.tomorrow", calendar.Yesterday: "away.yesterday", calendar.Now: "away.now",
}

// far are those for a distance: before the days, and after them.
var far = map[calendar.Unit][2]string{
	calendar.InDays: {"away.in-days", "away.days-ago"}, calendar.InWeeks: {"away.in-weeks", "away.weeks-ago"},
	calendar.InMonths: {"away.in-months", "away.months-ago"}, calendar.InYears: {"away.in-years", "away.years-ago"},
}

// Away says how far away days are: "in 13 days"; "" where that is not known.
func (w Printer) Away(d calendar.Distance) string {
	switch {
	case d.N > 0:
		return w.Text(far[d.Unit][0], "N", d.N)
	case d.N < 0:
		return w.Text(far[d.Unit][1], "N", -d.N)
	case near[d.Unit] != "":
		return w.Text(near[d.Unit])
	}
	return ""
}
