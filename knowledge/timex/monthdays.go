package timex

import (
	"fmt"
	"time"

	"talksbot/knowledge/calendar"
)

// Days told by month: "January 10", "10 January 2022", "the 10th of January", "Monday, January 10".
var monthDayRules = []rule{
	{day, "MONTH .? the? DAY ,? of? YEAR", monthDay},
	{day, "MONTH .? the? DAY", monthDay},
	{day, "MONTH - DAY", monthDay},
	{day, "the? DAY of? MONTH .? ,? of|in? YEAR", monthDay},
	{day, "the? DAY day? of MONTH", monthDay},
	{day, "the? DAY MONTH", monthDay},
	{day, "DAY - MONTH - YEAR|YY", monthDay},
	{day, "DAY / MONTH / YEAR", monthDay},
	{day, "MONTH - DAY - YEAR", monthDay},
	{day, "YEAR -|/ MONTH -|/ DAY", monthDay},
	{day, "YEAR / DAY / MONTH", monthDay},
	{day, "MONTH / DAY", monthDay},
	{day, "the? ides of MONTH", ides},
	{day, "WEEKDAY .? ,? <day>", weekdayDay},
	{date, "<day> , WEEKDAY", weekdayDay},
	{day, "SHIFT WEEKDAY ,? <day>", weekdayDay},
}

func monthDay(m *match) meaning {
	if m.token(symMonth).text(m.text) == "may" && !m.has(symYear) && !m.has(symHalf) {
		return nil // "may 10 people"
	}
	y, next := m.num(symYear)+m.num(symHalf), m.at(m.end)
	if y == 0 && m.num(symMonth) == 9 && m.num(symDay) == 11 && attackWords[next.word] {
		y = 2001 // the event has the year that the words leave out
	}
	return dayOfMonth(y, m.num(symMonth), m.num(symDay))
}

var attackWords = wordsOf("after september 11")

func ides(m *match) meaning {
	day := 13
	switch time.Month(m.num(symMonth)) {
	case time.March, time.May, time.July, time.October:
		day = 15
	}
	return dayOfMonth(0, m.num(symMonth), day)
}

// dayOfMonth is a month and a day, of a year or, where that is 0, of the year the context tells. A day
// the calendar does not have ("February 30") is matched and means nothing, so that no part of it is
// taken for a date.
func dayOfMonth(year, month, day int) meaning {
	if day < 1 || day > calendar.MonthLength(2000, time.Month(month)) {
		return nowhere
	}
	y := aDate(month, day)
	if year == 0 {
		return y.near
	}
	if r := y.in(year); r.ok() {
		return always(r)
	}
	return nowhere
}

// aDate is a day of a month in every year that has it.
func aDate(month, day int) *yearly {
	return &yearly{func(year int) result {
		d, ok := calendar.Civil(year, month, day)
		if !ok {
			return result{}
		}
		return aDay(d)
	}, fmt.Sprintf("XXXX-%02d-%02d", month, day), oneDay}
}

// weekdayDay is a weekday beside a date. The date decides, and lends the weekday its year; where
// they cannot both hold, the date is believed.
func weekdayDay(m *match) meaning {
	inner, w := m.sub(), time.Weekday(m.num(symWeekday))
	if !m.phraseAt(0).tellsDate(m.parser) || m.crossesSentence() {
		return nil // "Wednesday, Thursday or Friday"
	}
	return func(s *scope) result {
		r := inner(s)
		if !r.known() || !r.relative || r.from.Weekday() == w || max(r.from.Sub(s.ref()), s.ref().Sub(r.from)) < 31 {
			return r
		}
		best, cost := r, 1<<30
		for y := r.from.Year - 3; y <= r.from.Year+3; y++ {
			d, ok := calendar.Civil(y, int(r.from.Month), r.from.Day)
			if c := s.cost(aDay(d)); ok && d.Weekday() == w && c < cost {
				best, cost = relativeDay(d), c
			}
		}
		return best
	}
}

// tellsDate reports whether a phrase has a month or a figure.
func (ph *phrase) tellsDate(p *parser) bool {
	for i := ph.first; i < ph.end; i++ {
		if t := &p.tokens[i]; t.digits > 0 || t.word.is(symMonth) {
			return true
		}
	}
	return false
}

// crossesSentence reports whether a sentence ends inside the match.
func (m *match) crossesSentence() bool {
	for i := m.first; i < m.end-1; i++ {
		if m.sentenceEnds(i) {
			return true
		}
	}
	return false
}

// dayOfShiftedYear is "May 4 of last year".
func dayOfShiftedYear(m *match) meaning {
	inner, n := m.sub(), m.num(symShift)
	return func(s *scope) result {
		if y := sameDay(inner(s)); y != nil {
			return y.of(s, n)
		}
		return result{}
	}
}

// shiftedDay is "last Oct. 23".
func shiftedDay(m *match) meaning {
	inner, n := m.sub(), -1
	if m.tokens[m.first].text(m.text) == "next" {
		n = 1
	}
	return func(s *scope) result {
		r := inner(s)
		if y := sameDay(r); y != nil {
			return y.shifted(s, n)
		}
		return r
	}
}

// sameDay is a day told without its year in every year; nil when r is none.
func sameDay(r result) *yearly {
	switch {
	case !r.known() || !r.relative || r.grain != oneDay:
		return nil
	case r.yearly != nil:
		return r.yearly
	}
	return aDate(int(r.from.Month), r.from.Day)
}
