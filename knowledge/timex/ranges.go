package timex

import (
	"time"

	"talksbot/knowledge/calendar"
)

// Ranges whose ends share their month are one expression ("July 13-15", "13 to 15 July"). Of two
// whole dates ("from 1991 to 1997", "between Monday and Wednesday") each is an expression, as in
// TIMEX3, and the first one Opens. Where the first end borrows its year from the second ("from March
// to August 2011") the rule looks ahead.
var rangeRules = []rule{
	{date, "MONTH the? DAY -|to|thru|through|until|till the? DAY", dayRange},
	{date, "MONTH the? DAY -|to|thru|through|until|till the? DAY ,? of? YEAR", dayRange},
	{date, "MONTH . the? DAY -|to|thru|through the? DAY ( ,? YEAR )?", dayRange},
	{date, "the? DAY -|to|thru|through|until|till the? DAY of? MONTH ( ,? YEAR )?", dayRange},
	{date, "between ^ the? DAY and the? DAY of? MONTH ( ,? YEAR )?", dayRange},
	{date, "between ^ MONTH the? DAY and the? DAY ( ,? YEAR )?", dayRange},

	{period, "MONTH .? $ -|to|through|until|and|or MONTH .? ,? of|in? YEAR", borrowYear},
	{period, "MONTH .? $ , MONTH and|or MONTH .? ,? of? YEAR", borrowYear},
	{day, "MONTH .? DAY $ -|to|through|until|and|or MONTH .? DAY ,? YEAR", borrowYear},
	{day, "DAY MONTH $ -|to|through|until|and|or DAY MONTH of|in? YEAR", borrowYear},
	{period, "from|between ^ MONTH $ to|-|and|until|through MONTH", monthRange},
	{period, "from|between ^ MONTH $ to|-|and|until|through MONTH ,? of|in? YEAR", borrowYear},
	{period, "MONTH .? $ -|to MONTH .? DAY ,? YEAR", borrowYearOfMonth},
	{day, "INT / INT $ - INT / INT ,? /? YEAR", borrowYearFigures},
	{day, "MONTH DAY $ , DAY and|or DAY ,? YEAR", borrowYear},
	{day, "MONTH .? DAY $ and|or DAY , YEAR", borrowYear},
	{day, "DAY $ and|or|, DAY of? MONTH YEAR?", borrowYear},
	{day, "DAY $ , DAY and DAY of? MONTH YEAR?", borrowYear},

	{tail, "and|or|, the? ^ DAY NOUNEND", tailDay},
	{tail, "and|or the? ^ DAY , YEAR", tailDayYear},
}

func dayRange(m *match) meaning {
	a, b, mo, y := m.num(symDay), m.num2(symDay), m.num(symMonth), m.num(symYear)
	if b <= a || b > calendar.MonthLength(2000, time.Month(mo)) || m.inFigureAround() || y == 0 && m.token(symMonth).text(m.text) == "may" {
		return nil
	}
	first, last := dayOfMonth(y, mo, a), dayOfMonth(y, mo, b)
	return func(s *scope) result {
		r, end := first(s), last(s)
		r.value += "/" + end.value
		if r.known() {
			if d, ok := calendar.Civil(r.from.Year, mo, b); ok {
				r.value, r.to = r.from.String()+"/"+d.String(), d
			}
		}
		return r
	}
}

// monthRange is the first month of "from May to September": where publication lies in the range, of the one
// that is running.
func monthRange(m *match) meaning {
	first, last := months(m), aMonthOf(m.num2(symMonth))
	return func(s *scope) result {
		if ref := s.ref(); !ref.IsZero() && m.num(symMonth) < m.num2(symMonth) {
			if from, to := first.in(ref.Year), last.in(ref.Year); !ref.Before(from.from) && !ref.After(to.to) {
				return relatively(from)
			}
		}
		return first.near(s)
	}
}

// borrowYear is the first of two dates that share a year told once, at the end.
func borrowYear(m *match) meaning {
	if m.has(symDay) {
		return dayOfMonth(m.num(symYear), m.num(symMonth), m.num(symDay))
	}
	return borrowYearOfMonth(m)
}

// borrowYearOfMonth is the November of "Nov-Feb 5th, 2017".
func borrowYearOfMonth(m *match) meaning {
	y := m.num(symYear)
	if m.num(symMonth) > m.num2(symMonth) {
		y--
	}
	return always(months(m).in(y))
}

// borrowYearFigures is the first date of "10/1-11/2/2017".
func borrowYearFigures(m *match) meaning {
	mo, d := m.num(symInt), m.num2(symInt)
	if mo < 1 || mo > 12 {
		return nil
	}
	return dayOfMonth(m.num(symYear), mo, d)
}

// tailDay is the second day of "April 24 and 25", which has the month of the first.
func tailDay(m *match) meaning {
	next, after := m.at(m.end), m.at(m.end+1)
	if next.digits == 4 || next.word == comma && after.digits == 4 || next.word.is(symMonth) || m.token(symDay).digits == 0 {
		return nil
	}
	n := m.num(symDay)
	return func(s *scope) result { return inherit(s.laterInMonth(s.last.from.Year, n), s.last) }
}

// tailDayYear is the second day of "April 24 and 25, 2000".
func tailDayYear(m *match) meaning {
	y, n := m.num(symYear), m.num(symDay)
	return func(s *scope) result { return s.laterInMonth(y, n) }
}

// laterInMonth is a day in the month of the last date, if it is after that.
func (s *scope) laterInMonth(y, n int) result {
	d, ok := calendar.Civil(y, int(s.last.from.Month), n)
	if !ok || !d.After(s.last.from) {
		return result{}
	}
	return aDay(d)
}
