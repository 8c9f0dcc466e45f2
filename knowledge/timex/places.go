package timex

import (
	"time"

	"talksbot/knowledge/calendar"
)

// Days and weeks told by their place in a longer period: "the 10th", "the first Monday of March", "the
// third Tuesday after Christmas", "the last weekend of July", "the first ten days of the year".
var placeRules = []rule{
	{day, "on|by|until|till|before|after|since|from ^ the? NTH NOUNEND", ledNth},
	{day, "the NTH NOUNEND", theNth},
	{day, "the? DAY of|in the? <period>", nthDayOf},
	{day, "the? NTH day of|in <period>", nthDayOf},
	{day, "WEEKDAY INT NOUNEND", weekdayInt},
	{day, "the? NTH day? of the month", nthDayCurrent},
	{day, "the INT", theInt},
	{day, "the? NTH WEEKDAY of|in <period>", weekdayWithin},
	{day, "the? NTH WEEKDAY of|in the? month", weekdayWithin},
	{day, "the? last WEEKDAY of|in <period>", weekdayWithin},
	{day, "the? NTH? last day of|in <period>", place(week, millennium, 366, lastDay)},
	{day, "the? NTH? WEEKDAY after|following <date>", weekdayFrom(1)},
	{day, "the? NTH? WEEKDAY before <date>", weekdayFrom(-1)},
	{day, "the? WEEKDAY preceding <date>", weekdayFrom(-1)},
	{day, "the closest|nearest WEEKDAY to <day>", closestWeekday},
	{period, "the? NTH week of|in <period>", place(month, year, 53, nthWeek)},
	{period, "the? NTH month of|in <period>", place(year, year, 12, nthMonth)},
	{period, "the? first|last NUM ANYUNIT of|in <period>", firstOrLast},
	{period, "the? NTH? last week of|in <period>", place(month, year, 53, lastWeek)},
	{period, "the? week of <day>", place(second, millennium, 1, wholeWeek)},
	{period, "the? week beginning|starting|ending on? <day>", place(second, millennium, 1, wholeWeek)},
	{period, "w / c|b|e <day>", place(second, millennium, 1, wholeWeek)},
	{period, "the? weekend of|beginning|starting|ending on? the? <date>", weekendOf},
	{period, "the? last weekend of|in <period>", place(month, millennium, 1, lastWeekend)},
	{period, "the? NTH weekend of|in <period>", place(month, millennium, 53, nthWeekend)},
	{period, "week INT ( of|, <period> )?", weekNumber},
}

// place is an action for the nth of something in a period that is told in units from least to most;
// without an NTH it is the first, and more than limit of them no period has.
func place(least, most unit, limit int, reckon func(r result, n int) result) func(*match) meaning {
	return func(m *match) meaning {
		n := 1
		if m.has(symNth) {
			n = m.num(symNth)
		}
		if n < 1 || n > limit {
			return nil
		}
		return within(m.sub(), least, most, func(r result) result { return reckon(r, n) })
	}
}

func lastDay(r result, n int) result { return aDay(r.to.AddDays(1 - n)) }

// nthWeek counts the weeks of which most lies in the period, as ISO 8601 does.
func nthWeek(r result, n int) result {
	return aPeriod(r.from.AddDays(3).Monday().AddDays(7*(n-1)), week)
}

func lastWeek(r result, n int) result {
	return aPeriod(r.to.AddDays(-3).Monday().AddDays(-7*(n-1)), week)
}

// weekendOf is "the weekend of April 6", "the weekend of 6-7 April": the weekend that has the days, or the one
// after them where they are none of it.
func weekendOf(m *match) meaning {
	return within(m.sub(), oneDay, oneDay, func(r result) result { return aPeriod(r.from, weekend) })
}

func wholeWeek(r result, _ int) result { return aPeriod(r.from, week) }
func nthMonth(r result, n int) result  { return aMonth(r.from.Year, time.Month(n)) }

func nthWeekend(r result, n int) result {
	return aPeriod(r.from.AddDays(-1).Step(time.Saturday, n), weekend)
}

func lastWeekend(r result, n int) result {
	return aPeriod(r.to.AddDays(1).Step(time.Saturday, -n), weekend)
}

// ledNth is "on the 10th": of the month the tense points to.
func ledNth(m *match) meaning {
	if next := m.at(m.end); rangeWords[next.word] || next.word == wordAnd {
		return nil
	}
	return dayInMonth(m.num(symNth))
}

// theNth is "the 10th" alone, which is a day only in figures and when no noun follows.
func theNth(m *match) meaning {
	if m.tokens[m.first+1].digits == 0 {
		return nil
	}
	return dayInMonth(m.num(symNth))
}

// theInt is "the 24", which is a day only when nothing else is said.
func theInt(m *match) meaning {
	if !m.alone(m.first, m.end) {
		return nil
	}
	return dayInMonth(m.num(symInt))
}

func dayInMonth(n int) meaning {
	if n < 1 || n > 31 {
		return nil
	}
	return func(s *scope) result {
		if s.ref().IsZero() {
			return unresolved("XXXX-XX-"+two(n), oneDay)
		}
		return relativeDay(s.nthOfMonth(n, 1, func(calendar.Day) bool { return true }))
	}
}

func two(n int) string { return string([]byte{byte('0' + n/10), byte('0' + n%10)}) }

// endsNoun reports whether no noun stands at token i that what is before it could belong to.
func (p *parser) endsNoun(i int) bool {
	t := p.at(i)
	if t.gap == broken || t.shape == other {
		return t.word != hyphen
	}
	return t.word.cue != 0 || phraseEnders[t.word]
}

var (
	phraseEnders = wordsOf("phrase enders")
	dayLeaders   = wordsOf("before a day")
	wordIn       = intern("in")
)

// nthDayOf is "the 10th of next month". Without "the" it may be a place in a contest ("came third in
// May", "fourth of 2014") and needs a word before it that leads to a day.
func nthDayOf(m *match) meaning {
	before := m.at(m.first - 1)
	led := m.has(symNth) || m.tokens[m.first].word == wordThe || m.alone(m.first, m.end) || dayLeaders[before.word]
	for _, t := range m.tokens[m.first:m.phraseAt(0).first] {
		if !led && t.word == wordIn {
			return always(result{})
		}
	}
	most := year
	if !led {
		most = threeMonths
	}
	return dayWithin(m.sub(), m.num(symDay)+m.num(symNth), most)
}

func nthDayCurrent(m *match) meaning { return dayWithin(current(month), m.num(symNth), year) }

func dayWithin(inner meaning, n int, most unit) meaning {
	return within(inner, week, most, func(r result) result {
		if d := r.from.AddDays(n - 1); n > 0 && !d.After(r.to) {
			return aDay(d)
		}
		return result{}
	})
}

// subOr returns the meaning of the phrase in the match, or another where there is none.
func (m *match) subOr(other meaning) meaning {
	if m.phraseAt(0) == nil {
		return other
	}
	return m.sub()
}

// weekdayWithin is the nth such weekday of a period, or without an NTH the last.
func weekdayWithin(m *match) meaning {
	w, n := m.weekday(), -1
	if m.has(symNth) {
		n = m.num(symNth)
	}
	if n == 0 || n > 60 {
		return nil
	}
	return within(m.subOr(current(month)), week, millennium, func(r result) result {
		d := r.from.AddDays(-1).Step(w, n)
		if n < 0 {
			d = r.to.AddDays(1).Step(w, n)
		}
		if d.Before(r.from) || d.After(r.to) {
			return result{}
		}
		return aDay(d)
	})
}

// weekdayFrom is "the third Tuesday after Christmas".
func weekdayFrom(direction int) func(*match) meaning {
	return func(m *match) meaning {
		w, n := m.weekday(), max(1, m.num(symNth))
		if n > 60 {
			return nil
		}
		return within(m.sub(), second, millennium, func(r result) result {
			if direction < 0 {
				return aDay(r.from.Step(w, -n))
			}
			return aDay(r.to.Step(w, n))
		})
	}
}

func closestWeekday(m *match) meaning {
	w := m.weekday()
	return within(m.sub(), second, millennium, func(r result) result { return aDay(r.from.AddDays(-4).Step(w, 1)) })
}

// weekdayInt is "Sunday 31".
func weekdayInt(m *match) meaning {
	if m.inFigure(m.end - 1) {
		return nil
	}
	return weekdayDate(m.weekday(), m.num(symInt))
}

// weekNumber is "week 10", by ISO 8601, of the year told or else of that of publication.
func weekNumber(m *match) meaning {
	n := m.num(symInt)
	if n < 1 || n > 53 {
		return nil
	}
	return within(m.subOr(current(year)), year, year, func(r result) result { return aPeriod(r.from.AddDays(3+7*(n-1)), week) })
}

// firstOrLast is "the first ten days of March", "the last three weeks of the year".
func firstOrLast(m *match) meaning {
	e, n, u := late, m.num(symNum), unit(m.num(symUnit))
	if m.afterThe().is(symOrd) {
		e = early
	}
	return within(m.sub(), second, millennium, func(r result) result {
		if u < oneDay || u >= r.grain || n < 1 || n > 1000 {
			return result{}
		}
		if e == early {
			r.to = shift(r.from, n, u).AddDays(-1)
		} else {
			r.from = shift(r.to.AddDays(1), -n, u)
		}
		r.mod = edgeMods[e]
		return r
	})
}
