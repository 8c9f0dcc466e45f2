package timex

import (
	"fmt"
	"time"
)

// Seasons, quarters, halves and fiscal years: "last spring", "the summer of 2012", "Q4 2018", "the
// third quarter", "fiscal 2003".
var seasonRules = []rule{
	{period, "the? SEASON ,? of? YEAR", seasonOf},
	{period, "the? SEASON of? YEAR -|/ YY", seasonOf},
	{period, "YEAR SEASON", seasonOf},
	{period, "SHIFT SEASON", seasonShifted},
	{period, "ANCHOR SEASON", seasonAnchored},
	{period, "the? SEASON of? <period>", seasonOfPeriod},
	{period, "in|by|until|during|since|over|through|throughout|before|after|for the? ^ SEASON", seasonBare},
	{period, "the SEASON", seasonAlone},
	{period, "SEASON", seasonAlone},

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

// seasonCodes are the TIMEX3 names of the seasons.
var seasonCodes = map[season]string{spring: "SP", summer: "SU", autumn: "FA", winter: "WI"}

// aSeason is three whole months, as weather services count: spring from March, and winter from
// December of its year to February of the next.
func aSeason(y int, n season) result {
	if y < 1 || y > 9998 {
		return result{}
	}
	first := Day{y, time.Month(3 * int(n)), 1}
	return result{
		typ: Date, value: fmt.Sprintf("%04d-%s", y, seasonCodes[n]), grain: seasonUnit,
		from: first, to: first.addMonths(3).AddDays(-1),
	}
}

func seasonOf(m *match) meaning {
	y, n := m.num(symYear), season(m.num(symSeason))
	return func(*scope) result { return aSeason(y, n) }
}

// seasonShifted: "last fall" is the last one that is over, "next fall" the next to begin, "this fall"
// the one of this year.
func seasonShifted(m *match) meaning {
	shift, n := m.num(symShift), season(m.num(symSeason))
	return func(s *scope) result {
		of := func(y int) result { return aSeason(y, n) }
		switch {
		case s.ref().IsZero():
			return unresolved("XXXX-"+seasonCodes[n], seasonUnit)
		case shift != 0:
			return s.strictly(shift, of)
		}
		r := of(s.ref().Year)
		if n == winter && s.ref().Month < time.March || s.tense == tensePast && r.from.After(s.ref()) {
			r = of(s.ref().Year - 1)
		}
		r.relative = true
		return r
	}
}

func seasonAnchored(m *match) meaning {
	step, n := m.num(symAnchor), season(m.num(symSeason))
	return func(s *scope) result {
		a := s.anchor()
		if a.IsZero() {
			return unresolved("XXXX-"+seasonCodes[n], seasonUnit)
		}
		r := aSeason(a.Year, n)
		if step > 0 && !r.from.After(a) {
			r = aSeason(a.Year+1, n)
		}
		if step < 0 && !r.to.Before(a) {
			r = aSeason(a.Year-1, n)
		}
		r.relative = true
		return r
	}
}

func seasonOfPeriod(m *match) meaning {
	inner, n := m.sub(), season(m.num(symSeason))
	return func(s *scope) result {
		r := inner(s)
		if !r.known() || r.grain != year {
			return result{}
		}
		return inherit(aSeason(r.from.Year, n), r)
	}
}

func seasonBare(m *match) meaning {
	n := season(m.tokens[m.end-1].word.values[symSeason])
	t := m.at(m.end)
	if t != nil && t.gap == spaced && t.shape != other && t.shape != lower && n != summer && n != winter {
		return nil // "the Spring Offensive", "the Fall River"
	}
	if m.tokens[m.end-1].word.plain && (!m.endsPhrase() || t != nil && t.text(m.text) == "in") {
		return nil // "the fall of Kabul", "the spring in his step"
	}
	return seasonNear(n)
}

func seasonAlone(m *match) meaning {
	if m.tokens[m.end-1].word.plain {
		return nil
	}
	return seasonNear(season(m.num(symSeason)))
}

func seasonNear(n season) meaning {
	return func(s *scope) result {
		if s.ref().IsZero() {
			return unresolved("XXXX-"+seasonCodes[n], seasonUnit)
		}
		return s.nearest(func(y int) result { return aSeason(y, n) })
	}
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
	first := Day{y, time.Month(6*n - 5), 1}
	return result{typ: Date, value: fmt.Sprintf("%04d-H%d", y, n), grain: quarter, from: first, to: first.addMonths(6).AddDays(-1)}
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
			middle = Day{r.from.Year + (r.to.Year-r.from.Year+1)/2, 1, 1}
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
	return func(*scope) result { return aPeriod(Day{y, 1, 1}, year) }
}
