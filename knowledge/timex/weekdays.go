package timex

import (
	"time"

	"talksbot/knowledge/calendar"
)

// Weekdays: "Monday", "last Monday", "Monday of next week".
var weekdayRules = []rule{
	{day, "WEEKDAY .?", bareWeekday},
	{day, "this|current? past WEEKDAY", weekdaysAway(-1)},
	{day, "SHIFT WEEKDAY", shiftedWeekday},
	{day, "ANCHOR WEEKDAY", anchoredWeekday},
	{day, "WEEKDAY last", weekdaysAway(-1)},
	{day, "WEEKDAY before last", weekdaysAway(-2)},
	{day, "WEEKDAY after next", weekdaysAway(2)},
	{day, "NUM WEEKDAYS ago|back", weekdaysAway(-1)},
	{day, "NUM WEEKDAYS from now", weekdaysAway(1)},
	{day, "this coming|upcoming WEEKDAY", weekdaysAway(1)},
	{day, "WEEKDAY ,? of|in|from? <period>", weekdayOf},
	{day, "WEEKDAY week NOUNEND", weekdayLater(1)},
	{day, "WEEKDAY fortnight NOUNEND", weekdayLater(2)},
	{day, "a week on|next WEEKDAY", weekdayLater(1)},
	{day, "a fortnight on|next WEEKDAY", weekdayLater(2)},
	{day, "NUM weeks on WEEKDAY", weekdayLater(0)},
	{day, "a week last WEEKDAY", weekdayLater(-2)},
	{day, "a week ago|back on? WEEKDAY", weekdayLater(-2)},
	{day, "WEEKDAY the? NTH NOUNEND", weekdayNth}, // not "by Wednesday the first units"
	{day, "<period> 's? ,? on? WEEKDAY", weekdayOf},
}

func (m *match) weekday() time.Weekday { return time.Weekday(m.num(symWeekday) + m.num(symWeekdays)) }

func weekdayValue(w time.Weekday) string {
	return "XXXX-WXX-" + string(rune('1'+calendar.ISOWeekday(w)))
}

// aWeekday is a weekday that is reckoned from the day of publication, where that is known.
func aWeekday(w time.Weekday, reckon func(s *scope) calendar.Day) meaning {
	return func(s *scope) result {
		if s.ref().IsZero() {
			return unresolved(weekdayValue(w), oneDay)
		}
		return relativeDay(reckon(s))
	}
}

// bareWeekday leaves alone the everyday words: "sat", "sun", "wed", "mon" in small letters. With a
// future cue it is the next one on or after publication, otherwise the last one on or before it, as
// news means it.
func bareWeekday(m *match) meaning {
	t, w := m.token(symWeekday), m.weekday()
	if t.word.plain && !m.alone(m.first, m.end) && (t.shape != capital || !m.besideDate()) {
		return nil
	}
	if stop := m.at(m.end - 1); stop.word == fullStop && (stop.gap != glued || t.End-t.Start > 5) {
		return nil
	}
	reckon := aWeekday(w, func(s *scope) calendar.Day {
		last := s.ref().AddDays(1).Step(w, -1)
		switch {
		case !s.after.IsZero():
			return s.after.AddDays(-1).Step(w, 1)
		case (s.tense >= tenseFuture || s.alone) && last != s.ref():
			return last.AddDays(7)
		}
		return last
	})
	return func(s *scope) result {
		if s.often && !s.tense.isPast() {
			return result{typ: Set, value: weekdayValue(w)}
		}
		r := reckon(s)
		r.byWeekday = true
		return r
	}
}

// besideDate reports whether what stands beside a short weekday speaks for one: "on Sun", "Sat,".
func (m *match) besideDate() bool {
	before, next := m.at(m.first-1), m.at(m.end)
	return monthLeaders[before.word] || m.tokens[m.end-1].word == fullStop ||
		next.word == comma || next.digits > 0 || next.word.is(symMonth)
}

// weekdaysAway is the nth such weekday strictly after publication, or strictly before it; with a
// number in the match ("two Fridays ago"), as many times n.
func weekdaysAway(n int) func(m *match) meaning {
	return func(m *match) meaning {
		w, steps := m.weekday(), n
		if m.has(symNum) {
			steps *= m.num(symNum)
		}
		if steps == 0 || steps > 1000 || steps < -1000 {
			return nil
		}
		return aWeekday(w, func(s *scope) calendar.Day { return s.ref().Step(w, steps) })
	}
}

// weekdayLater is "Monday week", "a week on Monday": the weekday so many weeks after the next one, or with a
// number below 0 that before publication which is counted so.
func weekdayLater(weeks int) func(m *match) meaning {
	return func(m *match) meaning {
		w, n := m.weekday(), weeks
		if n == 0 {
			n = m.num(symNum)
		}
		switch {
		case n > 100:
			return nil
		case n > 0:
			n++
		}
		return aWeekday(w, func(s *scope) calendar.Day { return s.ref().Step(w, n) })
	}
}

// shiftedWeekday: "last Friday" is the last one before publication, "next Friday" that of next week,
// "this Friday" the nearest to come unless the tense is past.
func shiftedWeekday(m *match) meaning {
	w, shift := m.weekday(), m.num(symShift)
	return aWeekday(w, func(s *scope) calendar.Day {
		switch ref := s.ref(); {
		case shift < 0:
			return ref.Step(w, -1)
		case shift > 0:
			return weekdayIn(ref.AddDays(7), w)
		case s.tense.isPast():
			return weekdayIn(ref, w)
		default:
			return ref.AddDays(-1).Step(w, 1)
		}
	})
}

// weekdayIn is a weekday of the week that d lies in.
func weekdayIn(d calendar.Day, w time.Weekday) calendar.Day {
	return d.Monday().AddDays(calendar.ISOWeekday(w))
}

// anchoredWeekday counts from the last date mentioned: "the following Monday", "that Friday".
func anchoredWeekday(m *match) meaning {
	if m.following() {
		return nil
	}
	w, n := m.weekday(), m.num(symAnchor)
	return func(s *scope) result {
		a := s.anchor()
		switch {
		case a.IsZero():
			return unresolved(weekdayValue(w), oneDay)
		case n == 0 || !s.told.last.known():
			return relativeDay(weekdayIn(a.AddDays(7*n), w))
		}
		return relativeDay(a.Step(w, n))
	}
}

// following reports whether the match begins with the preposition, as in "following Monday's debate",
// and not with the word of "the following Monday" or "on following Monday".
func (m *match) following() bool {
	before := m.at(m.first - 1).word
	return m.tokens[m.first].word == wordFollowing && before != wordThe && !dayLeaders[before]
}

var wordFollowing = intern("following")

// weekdayOf is a weekday of a week: "Monday of last week", "next week on Tuesday".
func weekdayOf(m *match) meaning {
	w := m.weekday()
	of := within(m.sub(), week, week, func(r result) result { return aDay(weekdayIn(r.from, w)) })
	return func(s *scope) result {
		r := of(s)
		r.relative = r.known()
		return r
	}
}

// weekdayNth is "Tuesday the 19th": the nearest such day that is a Tuesday.
func weekdayNth(m *match) meaning {
	return weekdayDate(m.weekday(), m.num(symNth))
}

func weekdayDate(w time.Weekday, n int) meaning {
	if n < 1 || n > 31 {
		return nil
	}
	return aWeekday(w, func(s *scope) calendar.Day {
		return s.nthOfMonth(n, 8, func(d calendar.Day) bool { return d.Weekday() == w })
	})
}

// nthOfMonth is the nth of a month near publication, of those that will do the one of least cost;
// zero when there is none.
func (s *scope) nthOfMonth(n, months int, will func(calendar.Day) bool) calendar.Day {
	var best calendar.Day
	for k := -months; k <= months; k++ {
		first := calendar.Date(s.ref().Year, s.ref().Month, 1).AddMonths(k)
		d, ok := calendar.Civil(first.Year, int(first.Month), n)
		if ok && will(d) && (best.IsZero() || s.cost(aDay(d)) < s.cost(aDay(best))) {
			best = d
		}
	}
	return best
}
