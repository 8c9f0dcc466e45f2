package timex

import (
	"fmt"
	"time"

	"talksbot/knowledge/calendar"
)

// A result is what a phrase turns out to mean once it is known when it was said.
type result struct {
	typ      Type
	value    string // TIMEX3
	mod      string
	from, to Day
	clock    stretch
	hasClock bool
	zone     *time.Location
	grain    unit
	length   length // of durations
	yearly   yearly // of holidays
	vague    bool
	void     bool // matched, and no date: nothing in it is to be taken for one
	relative bool
}

// A stretch is part of a day: from and to a clock time.
type stretch struct{ from, to time.Duration }

// ok reports whether the phrase means anything. A meaning that cannot hold ("June 31") is not ok,
// and the phrase is then no expression.
func (r result) ok() bool { return r.value != "" }

// known reports whether the days are known.
func (r result) known() bool { return !r.from.IsZero() }

// inCalendar reports whether its days, where known, are in order and within the years 1 to 9999.
func (r result) inCalendar() bool {
	if r.from.IsZero() && r.to.IsZero() {
		return true
	}
	return r.from.Year >= 1 && r.to.Year <= 9999 && !r.to.Before(r.from)
}

// A unit is a length of time the calendar has a name for.
type unit int8

const (
	second unit = iota + 1
	minute
	hour
	oneDay
	weekend
	week
	fortnight
	month
	quarter
	threeMonths
	year
	decade
	hundredYears
	millennium
)

// units are the values of the words in the lexicon's rows of units, in their order.
var units = []int{
	int(second), int(minute), int(hour), int(oneDay), int(week), int(month), int(year), int(decade),
	int(hundredYears), int(quarter), int(weekend), int(fortnight), int(millennium),
}

// aDay is the meaning of one civil day.
func aDay(d Day) result {
	return result{typ: Date, value: d.String(), from: d, to: d, grain: oneDay}
}

// aPeriod is the week, month, year or other period that d lies in.
func aPeriod(d Day, u unit) result {
	r := result{typ: Date, grain: u, relative: false}
	switch u {
	case second, minute, hour, oneDay:
		return aDay(d)
	case week, fortnight:
		r.from = d.Monday()
		r.to = r.from.AddDays(6)
		y, w := d.ISOWeek()
		r.value = fmt.Sprintf("%04d-W%02d", y, w)
	case weekend:
		r.from = d.Monday().AddDays(5)
		r.to = r.from.AddDays(1)
		y, w := d.ISOWeek()
		r.value = fmt.Sprintf("%04d-W%02d-WE", y, w)
	case month:
		return aMonth(d.Year, d.Month)
	case quarter:
		return aQuarter(d.Year, (int(d.Month)+2)/3)
	case year:
		return years(d.Year, 1, fmt.Sprintf("%04d", d.Year), year)
	case decade:
		return years(d.Year/10*10, 10, fmt.Sprintf("%03dX", d.Year/10), decade)
	case hundredYears:
		return years(d.Year/100*100, 100, fmt.Sprintf("%02dXX", d.Year/100), hundredYears)
	case millennium:
		return years(d.Year/1000*1000, 1000, fmt.Sprintf("%dXXX", d.Year/1000), millennium)
	}
	return r
}

func aMonth(y int, m time.Month) result {
	if y < 1 || y > 9999 {
		return result{}
	}
	return result{
		typ: Date, value: fmt.Sprintf("%04d-%02d", y, m), grain: month,
		from: calendar.Date(y, m, 1), to: calendar.Date(y, m, calendar.MonthLength(y, m)),
	}
}

func aQuarter(y, q int) result {
	first := calendar.Date(y, time.Month(q*3-2), 1)
	return result{
		typ: Date, value: fmt.Sprintf("%04d-Q%d", y, q), grain: quarter,
		from: first, to: first.AddMonths(3).AddDays(-1),
	}
}

func years(first, n int, value string, u unit) result {
	if first < 0 || first+n > 10000 {
		return result{}
	}
	return result{typ: Date, value: value, grain: u, from: calendar.Date(max(first, 1), 1, 1), to: calendar.Date(first+n-1, 12, 31)}
}

// shift moves d by n units.
func shift(d calendar.Day, n int, u unit) calendar.Day {
	switch u {
	case oneDay:
		return d.AddDays(n)
	case week, weekend:
		return d.AddDays(7 * n)
	case fortnight:
		return d.AddDays(14 * n)
	case month:
		return d.AddMonths(n)
	case quarter, threeMonths:
		return d.AddMonths(3 * n)
	case year:
		return d.AddMonths(12 * n)
	case decade:
		return d.AddMonths(120 * n)
	case hundredYears:
		return d.AddMonths(1200 * n)
	case millennium:
		return d.AddMonths(12000 * n)
	}
	return d
}

// unknownDay is a meaning whose value is told and whose days are not.
func unresolved(value string, u unit) result {
	return result{typ: Date, value: value, grain: u, relative: true}
}

// reference is one of PRESENT_REF, PAST_REF and FUTURE_REF.
func reference(value string) result {
	return result{typ: Date, value: value, vague: true, relative: true}
}
