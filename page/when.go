package page

import (
	"slices"
	"strconv"
	"strings"

	"talksbot/ask"
	"talksbot/knowledge/calendar"
)

// The ways to write a day, by the names of their patterns. Where a day stands in a sentence, some
// languages leave out the weekday, which would take another form there.
const (
	aloneDate = "date.long"     // "Monday, 10 January 2022"
	inText    = "date.text"     // the same within a sentence
	plainDate = "date.plain"    // "10 January 2022"
	briefDate = "date.brief"    // "Mon 10 Jan 2022"
	inMonth   = "date.in-month" // "Monday 10", below the name of the month
)

// date writes a day in one of the ways above. It does not depend on a zone.
func date(way string, d calendar.Day, w Printer) string {
	if d.IsZero() {
		return ""
	}
	weekdays, months := "date.weekdays", "date.months"
	if way == briefDate {
		weekdays, months = "date.weekdays-brief", "date.months-brief"
	}
	return w.Text(way, "Weekday", own(nth(weekdays, int(d.Weekday()), w)), "Day", d.Day, "Month", own(nth(months, int(d.Month)-1, w)), "Year", own(strconv.Itoa(d.Year)))
}

// nth returns a word of a list in the catalogue.
func nth(list string, i int, w Printer) string { return strings.Fields(w.Text(list))[i] }

// month writes a month with its year, where it stands alone.
func month(d calendar.Day, w Printer) string {
	return w.Text("date.month", "Month", own(nth("date.months-alone", int(d.Month)-1, w)), "Year", own(strconv.Itoa(d.Year)))
}

// days writes days from one to another: whole months and years by their names, without an end the first
// of them.
func days(way string, d calendar.Days, w Printer) string {
	one := func(d calendar.Day) string { return date(way, d, w) }
	switch {
	case d.IsZero():
		return ""
	case d.From == d.To || d.To.IsZero():
		return one(d.From)
	case d.WholeYears():
		return years(d)
	case d.WholeMonths():
		one = func(d calendar.Day) string { return month(d, w) }
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

// dateNote returns the note on what days a claim's words mean. Of words that give the day and its month it adds
// the year, unless that is when the article appeared, which stands with the source.
func dateNote(c ask.Claim, m ask.Mark, w Printer) []Span {
	note, words, day := meant(m.Days, w), c.Text[m.Start:m.End], m.Days.From
	gives := strings.Contains(words, day.Month.String()[:3]) && slices.Contains(strings.FieldsFunc(words, isNoDigit), strconv.Itoa(day.Day))
	switch {
	case m.Days.From != m.Days.To || !gives:
	case len(c.Cites) > 0 && c.Cites[0].Article.Published.Day.Year == day.Year:
		return nil
	default:
		note = strconv.Itoa(day.Year)
	}
	return []Span{marked(Note, own(note))}
}

func isNoDigit(r rune) bool { return r < '0' || r > '9' }

// meant writes days behind the words that mean them, without weekdays and without what both ends share:
// "9 to 10 January 2022".
func meant(d calendar.Days, w Printer) string {
	if d.To.IsZero() || d.From == d.To || d.WholeYears() {
		return days(plainDate, d, w)
	}
	one := func(d calendar.Day) string { return date(plainDate, d, w) }
	if d.WholeMonths() {
		one = func(d calendar.Day) string { return month(d, w) }
	}
	first, last := one(d.From), one(d.To)
	switch {
	case first == last:
		return first
	case d.From.Year != d.To.Year:
	case d.WholeMonths():
		first = nth("date.months-alone", int(d.From.Month)-1, w)
	case d.From.Month == d.To.Month:
		first = date("date.day", d.From, w)
	default:
		first = date("date.day-month", d.From, w)
	}
	return w.Text("date.plain-span", "First", own(first), "Last", own(last))
}

// BriefDays writes days where there is little room: "Mon 10 Jan 2022".
func BriefDays(d calendar.Days, w Printer) string { return days(briefDate, d, w) }

// LongDays writes days where they stand alone: "Monday, 10 January 2022".
func LongDays(d calendar.Days, w Printer) string { return days(aloneDate, d, w) }

// day writes a day within a sentence.
func day(d calendar.Day, w Printer) Span { return own(date(inText, d, w)) }

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
func Away(d calendar.Distance, w Printer) string {
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

// Drawn has the words of a printer as a picture and a calendar need them.
type Drawn struct{ Printer }

// LongDays is [LongDays] in the printer's language.
func (d Drawn) LongDays(days calendar.Days) string { return LongDays(days, d.Printer) }

// Away is [Away] in the printer's language.
func (d Drawn) Away(far calendar.Distance) string { return Away(far, d.Printer) }
