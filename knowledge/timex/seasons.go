package timex

import (
	"fmt"
	"time"

	"talksbot/knowledge/calendar"
)

// Seasons: "last spring", "the summer of 2012".
var seasonRules = []rule{
	{period, "the? SEASON ,? of? YEAR", seasonOf},
	{period, "the? SEASON of? YEAR -|/ YY", seasonOf},
	{period, "YEAR SEASON", seasonOf},
	{period, "SHIFT SEASON", seasonShifted},
	{period, "ANCHOR SEASON", seasonAnchored},
	{period, "the? SEASON of? <period>", seasonOfPeriod},
	{period, "in|by|until|during|since|through|throughout ^ the? SEASON", seasonBare},
	{period, "the SEASON", seasonAlone},
	{period, "SEASON", seasonAlone},
}

// seasonCodes are the TIMEX3 names of the seasons.
var seasonCodes = map[season]string{spring: "SP", summer: "SU", autumn: "FA", winter: "WI"}

// aSeason is three whole months, as weather services count: spring from March, and winter from
// December of its year to February of the next.
func aSeason(y int, n season) result {
	if y < 1 || y > 9998 {
		return result{}
	}
	first := calendar.Date(y, time.Month(3*int(n)), 1)
	return result{
		typ: Date, value: fmt.Sprintf("%04d-%s", y, seasonCodes[n]), grain: threeMonths,
		from: first, to: first.AddMonths(3).AddDays(-1),
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
			return unresolved("XXXX-"+seasonCodes[n], threeMonths)
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
			return unresolved("XXXX-"+seasonCodes[n], threeMonths)
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
			return unresolved("XXXX-"+seasonCodes[n], threeMonths)
		}
		return s.nearest(func(y int) result { return aSeason(y, n) })
	}
}
