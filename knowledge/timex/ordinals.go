package timex

import (
	"time"

	"talksbot/knowledge/calendar"
)

// Days told by their place in a longer period: "the 10th", "the first Monday of March", "the third
// Tuesday after Christmas".
var ordinalRules = []rule{
	{day, "on|by|until|till|before|after|since|from ^ the? NTH", dayOfThisMonth},
	{day, "the NTH", theNth},
	{day, "the? DAY of|in the? <period>", nthDayOf},
	{day, "the? NTH day of|in <period>", nthDayOf},
	{day, "WEEKDAY INT", weekdayInt},
	{day, "the? NTH day of the month", nthDayCurrent},
	{day, "the? NTH of the month", nthDayCurrent},
	{day, "the INT", theDay},
	{day, "the? NTH WEEKDAY of|in <period>", nthWeekdayOf},
	{day, "the? NTH WEEKDAY of|in the? month", nthWeekdayCurrent},
	{day, "the? last WEEKDAY of|in <period>", lastWeekdayOf},
	{day, "the? NTH last day of|in <period>", nthLastDayOf},
	{day, "the? last day of|in <period>", nthLastDayOf},
	{day, "the? NTH WEEKDAY after|following <date>", nthWeekdayFrom(1)},
	{day, "the? NTH WEEKDAY before <date>", nthWeekdayFrom(-1)},
	{day, "the? WEEKDAY after|following <date>", nthWeekdayFrom(1)},
	{day, "the? WEEKDAY before|preceding <date>", nthWeekdayFrom(-1)},
	{day, "the closest|nearest WEEKDAY to <day>", closestWeekday},
}

// dayOfThisMonth is "on the 10th": of the month the tense points to.
func dayOfThisMonth(m *match) meaning {
	if next := m.at(m.end); !m.endsPhrase() || next != nil && (rangeWords[next.word] || next.word == wordAnd) {
		return nil
	}
	return dayInMonth(m.num(symNth))
}

// theDay is "the 24", which is a day only when nothing else is said.
//
// theNth is "the 10th" alone, which is a day only in figures and when no noun follows.
func theDay(m *match) meaning {
	if !m.alone(m.first, m.end) {
		return nil
	}
	return dayInMonth(m.num(symInt))
}

func theNth(m *match) meaning {
	if m.tokens[m.first+1].digits == 0 || !m.endsPhrase() {
		return nil
	}
	return dayInMonth(m.num(symNth))
}

func dayInMonth(n int) meaning {
	if n < 1 || n > 31 {
		return nil
	}
	return func(s *scope) result {
		ref := s.ref()
		if ref.IsZero() {
			return unresolved("XXXX-XX-"+two(n), oneDay)
		}
		var best result
		cost := 1 << 30
		for k := -1; k <= 1; k++ {
			first := calendar.Date(ref.Year, ref.Month, 1).AddMonths(k)
			if d, ok := calendar.Civil(first.Year, int(first.Month), n); ok && s.cost(relativeDay(d)) < cost {
				best, cost = relativeDay(d), s.cost(relativeDay(d))
			}
		}
		return best
	}
}

func two(n int) string { return string([]byte{byte('0' + n/10), byte('0' + n%10)}) }

// endsPhrase reports whether no noun follows that the ordinal could belong to.
func (m *match) endsPhrase() bool {
	t := m.at(m.end)
	if t == nil || t.gap == broken || t.shape == other {
		return t == nil || t.word != hyphen
	}
	return t.word.cue != 0 || phraseEnders[t.word]
}

// phraseEnders are words that do not go on with a noun phrase.
var phraseEnders = wordsOf("phrase enders")

// nthDayOf is "the 10th of next month". Without "the" it may be a place in a contest ("came third in
// May", "fourth of 2014") and needs a word before it that leads to a day.
func nthDayOf(m *match) meaning {
	n := m.num(symDay)
	if m.has(symNth) {
		n = m.num(symNth)
	}
	inner := m.sub()
	before := m.at(m.first - 1)
	led := m.has(symNth) || m.tokens[m.first].word == wordThe || m.alone(m.first, m.end) || before != nil && dayLeaders[before.word]
	placed := false
	for _, t := range m.tokens[m.first:m.phraseAt(0).first] {
		placed = placed || !led && t.word == wordIn
	}
	return func(s *scope) result {
		r := inner(s)
		if placed || !led && r.grain == year {
			return result{}
		}
		return dayWithin(r, n)
	}
}

var wordIn = intern("in")

// dayLeaders are the words a day follows.
var dayLeaders = wordsOf("before a day")

func nthDayCurrent(m *match) meaning {
	n := m.num(symNth)
	return func(s *scope) result { return dayWithin(current(month)(s), n) }
}

func dayWithin(r result, n int) result {
	if !r.known() || r.grain < week || r.grain > year || n < 1 {
		return result{}
	}
	d := r.from.AddDays(n - 1)
	if d.After(r.to) {
		return result{}
	}
	return inherit(aDay(d), r)
}

// inherit passes on that the period a day lies in was told relative to publication.
func inherit(r, outer result) result {
	r.relative = outer.relative
	return r
}

func nthWeekdayOf(m *match) meaning {
	return weekdayWithin(m.sub(), time.Weekday(m.num(symWeekday)), m.num(symNth))
}

func nthWeekdayCurrent(m *match) meaning {
	return weekdayWithin(current(month), time.Weekday(m.num(symWeekday)), m.num(symNth))
}

func lastWeekdayOf(m *match) meaning {
	return weekdayWithin(m.sub(), time.Weekday(m.num(symWeekday)), -1)
}

// weekdayWithin is the nth such weekday of a period, or the nth last for a negative n.
func weekdayWithin(inner meaning, w time.Weekday, n int) meaning {
	if n == 0 || n > 60 {
		return nil
	}
	return func(s *scope) result {
		r := inner(s)
		if !r.known() || r.grain < week {
			return result{}
		}
		d := r.from.AddDays(-1).Step(w, n)
		if n < 0 {
			d = r.to.AddDays(1).Step(w, n)
		}
		if d.Before(r.from) || d.After(r.to) {
			return result{}
		}
		return inherit(aDay(d), r)
	}
}

func nthLastDayOf(m *match) meaning {
	inner, n := m.sub(), max(1, m.num(symNth))
	return func(s *scope) result {
		r := inner(s)
		if !r.known() || r.grain < week || n > 366 {
			return result{}
		}
		return inherit(aDay(r.to.AddDays(1-n)), r)
	}
}

func nthWeekdayFrom(direction int) func(*match) meaning {
	return func(m *match) meaning {
		inner, w, n := m.sub(), time.Weekday(m.num(symWeekday)), max(1, m.num(symNth))
		if n > 60 {
			return nil
		}
		return func(s *scope) result {
			r := inner(s)
			if !r.known() {
				return result{}
			}
			base := r.to
			if direction < 0 {
				base = r.from
			}
			return inherit(aDay(base.Step(w, direction*n)), r)
		}
	}
}

func closestWeekday(m *match) meaning {
	inner, w := m.sub(), time.Weekday(m.num(symWeekday))
	return func(s *scope) result {
		r := inner(s)
		if !r.known() {
			return result{}
		}
		return inherit(aDay(r.from.AddDays(-4).Step(w, 1)), r)
	}
}

// weekdayInt is "Sunday 31".
func weekdayInt(m *match) meaning {
	if !m.endsPhrase() || m.inFigure(m.end-1) {
		return nil
	}
	return weekdayDate(time.Weekday(m.num(symWeekday)), m.num(symInt))
}
