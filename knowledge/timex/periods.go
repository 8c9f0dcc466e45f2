package timex

import (
	"time"

	"talksbot/knowledge/calendar"
)

// Months and years: "January 2022", "March", "in 1998".
var periodRules = []rule{
	{period, "MONTH .? ,? of? YEAR", monthYear},
	{period, "MONTH SHIFT year", monthOfShiftedYear},
	{period, "MONTH of|in? <period>", monthOfYear},
	{period, "SHIFT MONTH", shiftedMonth},
	{period, "ANCHOR MONTH", anchoredMonth},
	{period, "MONTH last", shiftedMonth},
	{period, "MONTH after next", monthAfterNext},
	{period, "MONTH", bareMonth},
	{period, "MONTH .", bareMonth},
	{day, "<day> SHIFT year", dayOfShiftedYear},
	{day, "<day> of|in SHIFT year", dayOfShiftedYear},
	{day, "last|past|next <day>", shiftedDay},
	{period, "YEAR", bareYear},
	{date, "<day>", theSame},
	{date, "<period>", theSame},
}

func theSame(m *match) meaning { return m.sub() }

func monthYear(m *match) meaning { return monthOf(m.num(symYear), m.num(symMonth)) }

func bareMonth(m *match) meaning {
	t := m.token(symMonth)
	stop := m.tokens[m.end-1]
	if stop.word == fullStop && (stop.gap != glued || t.End-t.Start > 4 || wholeMonths[t.word]) {
		return nil // the stop is the sentence's
	}
	if t.word.plain && t.shape != capital || !m.namesMonth() {
		return nil
	}
	return monthOf(0, m.num(symMonth))
}

// namesMonth tells a month from a name or a word that is written like one: "Jan Kavan", "the March
// for Life", "April said".
func (m *match) namesMonth() bool {
	t, before, next := m.token(symMonth), m.at(m.first-1), m.at(m.end)
	named := next != nil && next.gap == spaced && next.shape == capital && m.tokens[m.end-1].word != fullStop
	switch {
	case named && firstNames[t.word] && (before == nil || joiners[before.word] || m.sentenceEnds(m.first-1)):
		return false
	case named && t.End-t.Start == 3 && t.text(m.text) != "May":
		return false
	case before == nil || monthLeaders[before.word] && !(named && joiners[before.word]):
		return true
	}
	if t.word.plain {
		return before.digits > 0 || next != nil && next.shape == lower && !notAfterMonth[next.word] && monthDeterminers[before.word]
	}
	return !named || before.digits > 0
}

var (
	wholeMonths      = wordsOf("months in full") // as short as abbreviations, and none
	firstNames       = wordsOf("months that are names")
	joiners          = wordsOf("joining names")
	monthDeterminers = wordsOf("before an everyday month")
	notAfterMonth    = wordsOf("after no month")
)

// monthLeaders are the words a month follows.
var monthLeaders = wordsOf("before a month")

func shiftedMonth(m *match) meaning {
	mo := time.Month(m.num(symMonth))
	n := -1
	if m.has(symShift) {
		n = m.num(symShift)
	}
	if t := m.token(symMonth); t.word.plain && t.shape == lower && !m.alone(m.first, m.end) {
		return nil
	}
	of := func(y int) result { return aMonth(y, mo) }
	return func(s *scope) result {
		switch {
		case s.ref().IsZero():
			return unresolved("XXXX-"+two(int(mo)), month)
		case n != 0:
			return s.strictly(n, of)
		}
		return periodFrom(calendar.Date(s.ref().Year, mo, 1), 0, month)
	}
}

func monthAfterNext(m *match) meaning {
	mo := time.Month(m.num(symMonth))
	return func(s *scope) result {
		r := s.strictly(1, func(y int) result { return aMonth(y, mo) })
		if !r.known() {
			return r
		}
		return inherit(aMonth(r.from.Year+1, mo), r)
	}
}

func anchoredMonth(m *match) meaning {
	mo, n := time.Month(m.num(symMonth)), m.num(symAnchor)
	return func(s *scope) result {
		a := s.anchor()
		if a.IsZero() {
			return unresolved("XXXX-"+two(int(mo)), month)
		}
		around := &scope{published: Moment{Day: a}}
		if n != 0 {
			return around.strictly(n, func(y int) result { return aMonth(y, mo) })
		}
		return periodFrom(calendar.Date(a.Year, mo, 1), 0, month)
	}
}

// monthOfShiftedYear is "February this year".
func monthOfShiftedYear(m *match) meaning {
	mo, n := m.num(symMonth), m.num(symShift)
	return func(s *scope) result {
		if s.ref().IsZero() {
			return unresolved("XXXX-"+two(mo), month)
		}
		r := aMonth(s.ref().Year+n, time.Month(mo))
		r.relative = true
		return r
	}
}

// monthOfYear is "March of that year".
func monthOfYear(m *match) meaning {
	inner, mo := m.sub(), m.num(symMonth)
	if t := m.token(symMonth); t.word.plain && t.shape == lower {
		return nil
	}
	return func(s *scope) result {
		r := inner(s)
		if !r.known() || r.grain != year {
			return result{}
		}
		return inherit(aMonth(r.from.Year, time.Month(mo)), r)
	}
}

// dayOfShiftedYear is "May 4 of last year".
func dayOfShiftedYear(m *match) meaning {
	inner, n := m.sub(), m.num(symShift)
	return func(s *scope) result {
		r := inner(s)
		if !r.known() || !r.relative || r.grain != oneDay {
			return result{}
		}
		d, ok := calendar.Civil(s.ref().Year+n, int(r.from.Month), r.from.Day)
		if !ok {
			return result{}
		}
		return relativeDay(d)
	}
}

// shiftedDay is "last Oct. 23".
func shiftedDay(m *match) meaning {
	inner, next := m.sub(), m.tokens[m.first].text(m.text) == "next"
	return func(s *scope) result {
		r := inner(s)
		if !r.known() || !r.relative || r.grain != oneDay {
			return r
		}
		n := -1
		if next {
			n = 1
		}
		if r.yearly != nil {
			return s.strictly(n, r.yearly)
		}
		return s.strictly(n, func(y int) result {
			d, ok := calendar.Civil(y, int(r.from.Month), r.from.Day)
			if !ok {
				return result{}
			}
			return aDay(d)
		})
	}
}

// countsThings reports whether the figure of a bare year is a number of things: "2000 troops", "about
// 1990 people". A year has a preposition or an article before it, or no plural after it.
func (m *match) countsThings() bool {
	before, next := m.at(m.first-1), m.at(m.end)
	if m.end-m.first > 1 || next == nil || next.gap != spaced || next.shape != lower || before != nil && yearLeaders[before.word] {
		return false
	}
	s := next.text(m.text)
	return next.word == &unknown && len(s) > 3 && s[len(s)-1] == 's' && s[len(s)-2] != 's' || crowds[next.word]
}

var (
	yearLeaders = wordsOf("before a year")
	crowds      = wordsOf("counted in crowds")
)

func bareYear(m *match) meaning {
	if m.tokens[m.end-1].digits != 4 && m.tokens[m.first].digits != 4 || m.countsThings() {
		return nil
	}
	y := m.num(symYear)
	return func(*scope) result { return aPeriod(calendar.Date(y, 1, 1), year) }
}
