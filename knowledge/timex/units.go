package timex

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"talksbot/knowledge/calendar"
)

// A unit is a length of time the calendar has a name for, from the shortest to the longest.
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

// unitFacts say of each unit how many days or months it has, which ISO 8601 designator it is told
// with, and how many of those it is; and, where fractions of it are told in a smaller unit, in which.
var unitFacts = [...]struct {
	days, months int
	code         string
	times        float64
	smaller      length
}{
	second:       {code: "S", times: 1},
	minute:       {code: "M", times: 1, smaller: length{60, second}},
	hour:         {code: "H", times: 1, smaller: length{60, minute}},
	oneDay:       {days: 1, code: "D", times: 1},
	weekend:      {days: 7, code: "WE", times: 1},
	week:         {days: 7, code: "W", times: 1, smaller: length{7, oneDay}},
	fortnight:    {days: 14, code: "W", times: 2},
	month:        {months: 1, code: "M", times: 1, smaller: length{30, oneDay}},
	quarter:      {months: 3, code: "Q", times: 1},
	threeMonths:  {months: 3},
	year:         {months: 12, code: "Y", times: 1, smaller: length{12, month}},
	decade:       {months: 120, code: "Y", times: 10, smaller: length{10, year}},
	hundredYears: {months: 1200, code: "Y", times: 100, smaller: length{100, year}},
	millennium:   {months: 12000, code: "Y", times: 1000},
}

// shift moves d by n units of a day or longer.
func shift(d calendar.Day, n int, u unit) calendar.Day {
	f := unitFacts[u]
	if f.months != 0 {
		return d.AddMonths(n * f.months)
	}
	return d.AddDays(n * f.days)
}

// A length is an amount of a unit; a vague one has the amount vagueCount.
type length struct {
	n float64
	u unit
}

// vagueCount is the value of "several" and the like.
const vagueCount = -1

// whole reports whether a length has no fraction.
func (l length) whole() bool { return l.n == float64(int(l.n)) }

// inSmaller tells a length with a fraction in a smaller unit: a year and a half in months.
func (l length) inSmaller() length {
	if s := unitFacts[l.u].smaller; s.u != 0 {
		l = length{l.n * s.n, s.u}
	}
	return length{float64(int(l.n)), l.u}
}

// iso writes a length as a TIMEX3 value: P3D, PT5H30M, PXW.
func (l length) iso() string {
	f, prefix := unitFacts[l.u], "P"
	if l.u <= hour {
		prefix = "PT"
	}
	if l.n == vagueCount {
		return prefix + "X" + f.code
	}
	n := l.n * f.times
	whole := float64(int(n))
	rest := length{(n - whole) * f.smaller.n, f.smaller.u}
	if n == whole || !rest.whole() || l.u != minute && l.u != hour && l.u != year {
		return prefix + number(n) + f.code
	}
	if whole == 0 {
		return rest.iso()
	}
	return prefix + number(whole) + f.code + strings.TrimLeft(rest.iso(), "PT")
}

func number(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

// aDay is the meaning of one civil day.
func aDay(d calendar.Day) result {
	return result{typ: Date, value: d.String(), from: d, to: d, grain: oneDay}
}

// aPeriod is the week, month, year or other period that d lies in.
func aPeriod(d calendar.Day, u unit) result {
	switch u {
	case week, fortnight, weekend:
		return aWeek(d, u)
	case month:
		return aMonth(d.Year, d.Month)
	case quarter:
		return aQuarter(d.Year, (int(d.Month)+2)/3)
	case year:
		return aYear(d.Year)
	case decade:
		return years(d.Year/10*10, 10, fmt.Sprintf("%03dX", d.Year/10), decade)
	case hundredYears:
		return years(d.Year/100*100, 100, fmt.Sprintf("%02dXX", d.Year/100), hundredYears)
	case millennium:
		return years(d.Year/1000*1000, 1000, fmt.Sprintf("%dXXX", d.Year/1000), millennium)
	}
	return aDay(d)
}

// aWeek is the week that d lies in, or its weekend.
func aWeek(d calendar.Day, u unit) result {
	y, w := d.ISOWeek()
	r := result{typ: Date, grain: u, value: fmt.Sprintf("%04d-W%02d", y, w), from: d.Monday()}
	r.to = r.from.AddDays(6)
	if u == weekend {
		r.value, r.from = r.value+"-WE", r.from.AddDays(5)
	}
	return r
}

func aMonth(y int, m time.Month) result {
	if y < 1 || y > 9999 {
		return result{}
	}
	return monthsFrom(y, m, 1, fmt.Sprintf("%04d-%02d", y, m), month)
}

func aQuarter(y, n int) result {
	return monthsFrom(y, time.Month(n*3-2), 3, fmt.Sprintf("%04d-Q%d", y, n), quarter)
}

func aHalf(y, n int) result {
	return monthsFrom(y, time.Month(n*6-5), 6, fmt.Sprintf("%04d-H%d", y, n), quarter)
}

// monthsFrom is n whole months.
func monthsFrom(y int, m time.Month, n int, value string, u unit) result {
	first := calendar.Date(y, m, 1)
	return result{typ: Date, value: value, grain: u, from: first, to: first.AddMonths(n).AddDays(-1)}
}

func aYear(y int) result { return years(y, 1, fmt.Sprintf("%04d", y), year) }

// years are n whole years.
func years(first, n int, value string, u unit) result {
	if first < 0 || first+n > 10000 {
		return result{}
	}
	return result{typ: Date, value: value, grain: u, from: calendar.Date(max(first, 1), 1, 1), to: calendar.Date(first+n-1, 12, 31)}
}

// A season is a quarter of the year by the weather.
type season int8

const (
	spring season = iota + 1
	summer
	autumn
	winter
)

// seasonCodes are the TIMEX3 names of the seasons.
var seasonCodes = [...]string{spring: "SP", summer: "SU", autumn: "FA", winter: "WI"}

// aSeason is three whole months, as weather services count: spring from March, and winter from
// December of its year to February of the next.
func aSeason(y int, n season) result {
	if y < 1 || y > 9998 {
		return result{}
	}
	return monthsFrom(y, time.Month(3*int(n)), 3, fmt.Sprintf("%04d-%s", y, seasonCodes[n]), threeMonths)
}
