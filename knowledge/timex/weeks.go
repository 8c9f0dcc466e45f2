package timex

import (
	"time"

	"talksbot/knowledge/calendar"
)

// Weeks and other stretches told by their place in a longer period: "the first week of October", "the
// last weekend of July", "the week of March 6", "the first ten days of the year".
var weekRules = []rule{
	{period, "the? NTH week of|in <period>", nthWeekOf},
	{period, "the? NTH month of|in <period>", nthMonthOf},
	{period, "the? first NUM UNIT of|in <period>", firstOf},
	{period, "the? last NUM UNIT of|in <period>", lastOf},
	{period, "the? NTH last week of|in <period>", nthLastWeekOf},
	{period, "the? last week of|in <period>", nthLastWeekOf},
	{period, "the? week of <day>", weekOf},
	{period, "the? week beginning|starting|ending on? <day>", weekOf},
	{period, "w / c|b|e <day>", weekOf},
	{period, "the? last weekend of|in <period>", lastWeekendOf},
	{period, "the? first|NTH weekend of|in <period>", nthWeekendOf},
	{period, "week INT", weekNumber},
	{period, "week INT of|, <period>", weekNumberOf},
}

// nthWeekOf counts whole weeks: the first is the first to start in the period.
func nthWeekOf(m *match) meaning {
	inner, n := m.sub(), m.num(symNth)
	return func(s *scope) result {
		r := inner(s)
		if !r.known() || r.grain < month || r.grain > year || n < 1 || n > 53 {
			return result{}
		}
		first := r.from.AddDays(3).Monday() // most of it lies in the period, as ISO 8601 counts weeks
		return inherit(aPeriod(first.AddDays(7*(n-1)), week), r)
	}
}

func nthLastWeekOf(m *match) meaning {
	inner, n := m.sub(), max(1, m.num(symNth))
	return func(s *scope) result {
		r := inner(s)
		if !r.known() || r.grain < month || r.grain > year || n > 53 {
			return result{}
		}
		last := r.to.AddDays(-3).Monday()
		return inherit(aPeriod(last.AddDays(-7*(n-1)), week), r)
	}
}

func weekOf(m *match) meaning {
	inner := m.sub()
	return func(s *scope) result {
		r := inner(s)
		if !r.known() {
			return result{}
		}
		return inherit(aPeriod(r.from, week), r)
	}
}

func lastWeekendOf(m *match) meaning {
	inner := m.sub()
	return func(s *scope) result {
		r := inner(s)
		if !r.known() || r.grain < month {
			return result{}
		}
		return inherit(aPeriod(r.to.AddDays(1).Step(time.Saturday, -1), weekend), r)
	}
}

func nthWeekendOf(m *match) meaning {
	inner, n := m.sub(), max(1, m.num(symNth))
	return func(s *scope) result {
		r := inner(s)
		if !r.known() || r.grain < month || n > 53 {
			return result{}
		}
		return inherit(aPeriod(r.from.AddDays(-1).Step(time.Saturday, n), weekend), r)
	}
}

// weekNumber is "week 10", by ISO 8601, of the year of publication.
func weekNumber(m *match) meaning {
	n := m.num(symInt)
	if n < 1 || n > 53 {
		return nil
	}
	return func(s *scope) result {
		if s.ref().IsZero() {
			return result{}
		}
		r := aPeriod(calendar.Date(s.ref().Year, 1, 4).AddDays(7*(n-1)), week)
		r.relative = true
		return r
	}
}

func weekNumberOf(m *match) meaning {
	inner, n := m.sub(), m.num(symInt)
	if n < 1 || n > 53 {
		return nil
	}
	return func(s *scope) result {
		r := inner(s)
		if !r.known() || r.grain != year {
			return result{}
		}
		return inherit(aPeriod(calendar.Date(r.from.Year, 1, 4).AddDays(7*(n-1)), week), r)
	}
}

func nthMonthOf(m *match) meaning {
	inner, n := m.sub(), m.num(symNth)
	return func(s *scope) result {
		r := inner(s)
		if !r.known() || r.grain != year || n < 1 || n > 12 {
			return result{}
		}
		return inherit(aMonth(r.from.Year, time.Month(n)), r)
	}
}

// firstOf is "the first ten days of March", and lastOf "the last three weeks of the year".
func firstOf(m *match) meaning { return stretchOf(m, early) }
func lastOf(m *match) meaning  { return stretchOf(m, late) }

func stretchOf(m *match, e edge) meaning {
	inner, n, u := m.sub(), m.num(symNum), unit(m.num(symUnit))
	return func(s *scope) result {
		r := inner(s)
		if !r.known() || u < oneDay || u >= r.grain || n < 1 || n > 1000 {
			return result{}
		}
		if e == early {
			r.to = shift(r.from, n, u).AddDays(-1)
		} else {
			r.from = shift(r.to.AddDays(1), -n, u)
		}
		r.mod = edgeMods[e]
		return r
	}
}
