package timex

import (
	"time"

	"talksbot/knowledge/calendar"
)

// Weekdays: "Monday", "last Monday", "Monday of next week".
var weekdayRules = []rule{
	{day, "WEEKDAY", bareWeekday},
	{day, "WEEKDAY .", bareWeekday},
	{day, "this|current? past WEEKDAY", pastWeekday},
	{day, "SHIFT WEEKDAY", shiftedWeekday},
	{day, "ANCHOR WEEKDAY", anchoredWeekday},
	{day, "WEEKDAY last", pastWeekday},
	{day, "WEEKDAY before last", weekdayAgo(2)},
	{day, "WEEKDAY after next", weekdayAfterNext},
	{day, "NUM WEEKDAYS ago|back", weekdaysAgo},
	{day, "NUM WEEKDAYS from now", weekdaysHence},
	{day, "this coming|upcoming WEEKDAY", comingWeekday},
	{day, "WEEKDAY ,? of|in|from? <period>", weekdayOf},
	{day, "WEEKDAY the? NTH", weekdayNth},
	{day, "<period> 's? ,? on? WEEKDAY", weekdayOf},
}

// bareWeekday leaves alone the everyday words: "sat", "sun", "wed", "mon" in small letters.
func bareWeekday(m *match) meaning {
	t := m.token(symWeekday)
	if t.word.plain && !m.alone(m.first, m.end) && (t.shape != capital || !m.besideDate()) {
		return nil
	}
	if stop := m.at(m.end - 1); stop.word == fullStop && (stop.gap != glued || len(t.text(m.text)) > 5) {
		return nil
	}
	w := time.Weekday(m.num(symWeekday))
	return func(s *scope) result { return s.weekday(w) }
}

// besideDate reports whether what stands beside a short weekday speaks for one: "on Sun", "Sat,".
func (m *match) besideDate() bool {
	before, next := m.at(m.first-1), m.at(m.end)
	return before != nil && monthLeaders[before.word] || m.tokens[m.end-1].word == fullStop ||
		next != nil && (next.word == comma || next.digits > 0 || next.word.classes&symMonth.class() != 0)
}

func pastWeekday(m *match) meaning { return weekdayAgo(1)(m) }

// weekdayAgo is the nth such weekday strictly before publication.
func weekdayAgo(n int) func(m *match) meaning {
	return func(m *match) meaning { return weekdaySteps(time.Weekday(m.num(symWeekday)), -n) }
}

func weekdaysAgo(m *match) meaning {
	return weekdaySteps(time.Weekday(m.num(symWeekdays)), -m.num(symNum))
}

func weekdaysHence(m *match) meaning {
	return weekdaySteps(time.Weekday(m.num(symWeekdays)), m.num(symNum))
}

func comingWeekday(m *match) meaning { return weekdaySteps(time.Weekday(m.num(symWeekday)), 1) }

// weekdaySteps counts weekdays strictly after publication, or strictly before it.
func weekdaySteps(w time.Weekday, n int) meaning {
	if n == 0 || n > 1000 || n < -1000 {
		return nil
	}
	return func(s *scope) result {
		ref := s.ref()
		if ref.IsZero() {
			return unresolved(weekdayValue(w), oneDay)
		}
		return relativeDay(ref.Step(w, n))
	}
}

func relativeDay(d Day) result {
	r := aDay(d)
	r.relative = true
	return r
}

// shiftedWeekday: "last Friday" is the last one before publication, "next Friday" that of next week,
// "this Friday" the nearest to come unless the tense is past.
func shiftedWeekday(m *match) meaning {
	w, shift := time.Weekday(m.num(symWeekday)), m.num(symShift)
	if shift < 0 {
		return weekdaySteps(w, -1)
	}
	return func(s *scope) result {
		ref := s.ref()
		switch {
		case ref.IsZero():
			return unresolved(weekdayValue(w), oneDay)
		case shift > 0:
			return relativeDay(ref.Monday().AddDays(7 + calendar.ISOWeekday(w)))
		case s.tense == tensePast:
			return relativeDay(ref.Monday().AddDays(calendar.ISOWeekday(w)))
		case ref.Weekday() == w:
			return relativeDay(ref)
		}
		return relativeDay(ref.Step(w, 1))
	}
}

// anchoredWeekday counts from the last date mentioned: "the following Monday", "that Friday".
func anchoredWeekday(m *match) meaning {
	w, n := time.Weekday(m.num(symWeekday)), m.num(symAnchor)
	return func(s *scope) result {
		a := s.anchor()
		switch {
		case a.IsZero():
			return unresolved(weekdayValue(w), oneDay)
		case n == 0 || !s.last.known():
			return relativeDay(a.Monday().AddDays(7*n + calendar.ISOWeekday(w)))
		}
		return relativeDay(a.Step(w, n))
	}
}

func weekdayAfterNext(m *match) meaning {
	w := time.Weekday(m.num(symWeekday))
	return func(s *scope) result {
		if s.ref().IsZero() {
			return unresolved(weekdayValue(w), oneDay)
		}
		return relativeDay(s.ref().Step(w, 2))
	}
}

// weekdayOf is a weekday of a week: "Monday of last week", "next week on Tuesday".
func weekdayOf(m *match) meaning {
	inner, w := m.sub(), time.Weekday(m.num(symWeekday))
	return func(s *scope) result {
		r := inner(s)
		if !r.known() || r.grain != week {
			return result{}
		}
		return relativeDay(r.from.AddDays(calendar.ISOWeekday(w)))
	}
}

// weekdayNth is "Tuesday the 19th": the nearest such day that is a Tuesday.
func weekdayNth(m *match) meaning {
	if !m.endsPhrase() {
		return nil // "by Wednesday the first units"
	}
	return weekdayDate(time.Weekday(m.num(symWeekday)), m.num(symNth))
}

func weekdayDate(w time.Weekday, n int) meaning {
	if n < 1 || n > 31 {
		return nil
	}
	return func(s *scope) result {
		ref := s.ref()
		if ref.IsZero() {
			return unresolved(weekdayValue(w), oneDay)
		}
		var best Day
		for k := -8; k <= 8; k++ {
			first := calendar.Date(ref.Year, ref.Month, 1).AddMonths(k)
			d, ok := calendar.Civil(first.Year, int(first.Month), n)
			if ok && d.Weekday() == w && (best.IsZero() || s.cost(aDay(d)) < s.cost(aDay(best))) {
				best = d
			}
		}
		return relativeDay(best)
	}
}

func monthNumber(n int) time.Month { return time.Month(n) }
