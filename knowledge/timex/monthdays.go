package timex

import (
	"fmt"
	"time"

	"talksbot/knowledge/calendar"
)

// Days told by month: "January 10", "10 January 2022", "the 10th of January", "Monday, January 10".
var monthDayRules = []rule{
	{day, "MONTH . the? DAY ,? of? YEAR", monthDay},
	{day, "MONTH . the? DAY", monthDay},
	{day, "MONTH the? DAY ,? of? YEAR", monthDay},
	{day, "MONTH the? DAY", monthDay},
	{day, "MONTH - DAY", monthDay},
	{day, "the? DAY of? MONTH .? ,? of|in? YEAR", monthDay},
	{day, "the? DAY day? of MONTH", monthDay},
	{day, "DAY MONTH", monthDay},
	{day, "the DAY MONTH", monthDay},
	{day, "DAY - MONTH - YEAR", monthDay},
	{day, "DAY - MONTH - YY", monthDayShort},
	{day, "DAY / MONTH / YEAR", monthDay},
	{day, "MONTH - DAY - YEAR", monthDay},
	{day, "YEAR -|/ MONTH -|/ DAY", monthDay},
	{day, "YEAR / DAY / MONTH", monthDay},
	{day, "MONTH / DAY", monthDay},
	{day, "the? ides of MONTH", ides},
	{day, "WEEKDAY .? ,? <day>", weekdayDay},
	{day, "<day> , WEEKDAY", weekdayDay},
	{day, "SHIFT WEEKDAY ,? <day>", weekdayDay},
}

func monthDay(m *match) meaning {
	if m.num(symDay) > 31 || m.hangsOn(symMonth) {
		return nil
	}
	y, next := m.num(symYear), m.at(m.end)
	if y == 0 && m.num(symMonth) == 9 && m.num(symDay) == 11 && next != nil && attackWords[next.word] {
		y = 2001 // the event has the year that the words leave out
	}
	return dayOfMonth(y, m.num(symMonth), m.num(symDay))
}

var attackWords = wordsOf("after september 11")

func monthDayShort(m *match) meaning {
	return dayOfMonth(m.num(symHalf), m.num(symMonth), m.num(symDay))
}

func ides(m *match) meaning {
	day := 13
	switch time.Month(m.num(symMonth)) {
	case time.March, time.May, time.July, time.October:
		day = 15
	}
	return dayOfMonth(0, m.num(symMonth), day)
}

// dayOfMonth is a month and a day, of a year or of the year the context tells. A day the calendar does
// not have ("February 30") is matched and means nothing, so that no part of it is taken for a date.
func dayOfMonth(year, month, day int) meaning {
	if day < 1 || day > calendar.MonthLength(2000, time.Month(month)) {
		return nowhere
	}
	if year > 0 {
		d, ok := calendar.Civil(year, month, day)
		if !ok {
			return nowhere
		}
		return func(*scope) result { return aDay(d) }
	}
	return func(s *scope) result {
		if s.ref().IsZero() {
			return unresolved(fmt.Sprintf("XXXX-%02d-%02d", month, day), oneDay)
		}
		return s.nearest(func(y int) result {
			d, ok := calendar.Civil(y, month, day)
			if !ok {
				return result{}
			}
			return aDay(d)
		})
	}
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
		if t := &p.tokens[i]; t.digits > 0 || t.word.classes&symMonth.class() != 0 {
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

// hangsOn reports whether a month that is an everyday word too stands uncapitalised, as in "may 10
// people", and nothing else in the match speaks for a date.
func (m *match) hangsOn(name symbol) bool {
	t := m.token(name)
	return t.word.plain && t.shape == lower && t.text(m.text) == "may" && !m.has(symYear)
}
