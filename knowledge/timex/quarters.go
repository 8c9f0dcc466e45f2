package timex

import (
	"fmt"
	"time"

	"talksbot/knowledge/calendar"
)

// Quarters, halves and fiscal years: "Q4 2018", "the third quarter", "the first half of 1998", "fiscal
// 2003".
var quarterRules = []rule{
	{period, "the? NTH quarter of|in? ,? YEAR", quarterOf},
	{period, "the? NTH qtr of|in? ,? YEAR", quarterOf},
	{period, "the? NTH quarter|qtr of? <period>", quarterOfPeriod},
	{period, "<period> 's NTH quarter|qtr", quarterOfPeriod},
	{period, "the? NTH quarter|qtr", quarterBare},
	{period, "the? NTH - quarter", quarterBare},
	{period, "q INT ,? -? of? YEAR", quarterFigures},
	{period, "the? NTH quarter|qtr of the year", quarterBare},
	{period, "q INT", quarterFigures},
	{period, "YEAR -? q INT", quarterFigures},
	{period, "YY q INT", quarterFigures},
	{period, "the? NTH half of? YEAR", halfOf},
	{period, "YEAR -? h INT", halfOf},
	{period, "h INT YEAR", halfOf},
	{period, "the? NTH half of <period>", halfOfPeriod},
	{period, "the? fiscal|financial year? YEAR", fiscal},
	{period, "the? fiscal|financial year? YEAR - YY", fiscal},
	{period, "FY YEAR", fiscal},
	{period, "FY YY", fiscal},
	{period, "FY ' YY", fiscal},
	{period, "SHIFT fiscal|financial year", fiscalShifted},
	{period, "SHIFT calendar year", calendarShifted},
	{period, "CY YEAR", calendarYear},
	{period, "CY YY", calendarYear},
	{period, "calendar year? YEAR", calendarYear},
}

func quarterOf(m *match) meaning { return quarterMeaning(m.num(symYear), m.num(symNth)) }

func quarterFigures(m *match) meaning {
	y := m.num(symYear)
	if m.has(symHalf) {
		y = m.num(symHalf)
	}
	return quarterMeaning(y, m.num(symInt))
}

func quarterBare(m *match) meaning {
	if t := m.at(m.end); t != nil && (t.text(m.text) == "of" || t.text(m.text) == "final" || t.text(m.text) == "finals") {
		return nil
	}
	return quarterMeaning(0, m.num(symNth))
}

func quarterMeaning(y, q int) meaning {
	if q < 1 || q > 4 {
		return nil
	}
	if y > 0 {
		return func(*scope) result { return aQuarter(y, q) }
	}
	return func(s *scope) result {
		if s.ref().IsZero() {
			return unresolved(fmt.Sprintf("XXXX-Q%d", q), quarter)
		}
		return s.nearest(func(y int) result { return aQuarter(y, q) })
	}
}

func quarterOfPeriod(m *match) meaning {
	inner, q := m.sub(), m.num(symNth)
	if q < 1 || q > 4 {
		return nil
	}
	return func(s *scope) result {
		r := inner(s)
		if !r.known() || r.grain != year {
			return result{}
		}
		return inherit(aQuarter(r.from.Year, q), r)
	}
}

func aHalf(y, n int) result {
	first := calendar.Date(y, time.Month(6*n-5), 1)
	return result{typ: Date, value: fmt.Sprintf("%04d-H%d", y, n), grain: quarter, from: first, to: first.AddMonths(6).AddDays(-1)}
}

func halfOf(m *match) meaning {
	y, n := m.num(symYear), m.num(symNth)+m.num(symInt)
	if n < 1 || n > 2 {
		return nil
	}
	return func(*scope) result { return aHalf(y, n) }
}

// halfOfPeriod is half of a year, or of a century or decade.
func halfOfPeriod(m *match) meaning {
	inner, n := m.sub(), m.num(symNth)
	if n < 1 || n > 2 {
		return nil
	}
	return func(s *scope) result {
		r := inner(s)
		switch {
		case !r.known() || r.grain < month:
			return result{}
		case r.grain == year:
			return inherit(aHalf(r.from.Year, n), r)
		}
		r.mod = [...]string{"START", "END"}[n-1]
		middle := r.from.AddDays((r.to.Sub(r.from) + 1) / 2)
		if r.grain >= decade {
			middle = calendar.Date(r.from.Year+(r.to.Year-r.from.Year+1)/2, 1, 1)
		}
		if n == 1 {
			r.to = middle.AddDays(-1)
		} else {
			r.from = middle
		}
		return r
	}
}

// fiscal years have no days: each government and company starts its own when it likes.
func fiscal(m *match) meaning {
	y := m.num(symYear)
	if y == 0 {
		y = m.num(symHalf)
	}
	return func(*scope) result { return fiscalYear(y) }
}

func fiscalYear(y int) result {
	return result{typ: Date, value: fmt.Sprintf("FY%04d", y), grain: year, vague: true}
}

func fiscalShifted(m *match) meaning {
	n := m.num(symShift)
	return func(s *scope) result {
		if s.ref().IsZero() {
			return reference(refValue(n))
		}
		r := fiscalYear(s.ref().Year + n)
		r.relative = true
		return r
	}
}

func calendarShifted(m *match) meaning {
	n := m.num(symShift)
	return func(s *scope) result { return periodFrom(s.ref(), n, year) }
}

func calendarYear(m *match) meaning {
	y := m.num(symYear)
	if y == 0 {
		y = m.num(symHalf)
	}
	return func(*scope) result { return aPeriod(calendar.Date(y, 1, 1), year) }
}
