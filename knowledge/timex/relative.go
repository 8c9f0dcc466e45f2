package timex

import "talksbot/knowledge/calendar"

// Words that count from publication ("yesterday", "last week", "next month") or from the last date
// mentioned ("the next day", "that year").
var relativeRules = []rule{
	{day, "today", dayFromNow(0)},
	{day, "yesterday", dayFromNow(-1)},
	{day, "tomorrow", dayFromNow(1)},
	{day, "the? day after tomorrow", dayFromNow(2)},
	{day, "the? day before yesterday", dayFromNow(-2)},
	{day, "today|tomorrow|yesterday week|fortnight", dayWeeksAway},
	{day, "a week|fortnight today|tomorrow", dayWeeksAway},
	{period, "SHIFT UNIT", shiftedUnit},
	{period, "ANCHOR UNIT", anchoredUnit},
	{period, "the weekend", theWeekend},
	{period, "this past weekend|week|month|year", nearUnit(-1)},
	{period, "this coming weekend|week|month|year", nearUnit(1)},
}

func dayFromNow(n int) func(*match) meaning {
	return func(*match) meaning {
		return func(s *scope) result { return periodFrom(s.ref(), n, oneDay) }
	}
}

// dayWeeksAway is "today week", "a fortnight tomorrow".
func dayWeeksAway(m *match) meaning {
	n := 0
	for _, t := range m.tokens[m.first:m.end] {
		n += daysAway[t.word]
	}
	return dayFromNow(n)(m)
}

var daysAway = map[*word]int{intern("tomorrow"): 1, intern("yesterday"): -1, intern("week"): 7, intern("fortnight"): 14}

// shiftedUnit leaves days alone: "our last day" is not yesterday.
func shiftedUnit(m *match) meaning { return byUnit(weekend, fromNow(m.num(symShift)))(m) }

func anchoredUnit(m *match) meaning { return byUnit(oneDay, fromAnchor(m.num(symAnchor)))(m) }

// theWeekend is the last one when the tense is past, otherwise the coming one.
func theWeekend(*match) meaning {
	return func(s *scope) result {
		if s.tense.isPast() && calendar.ISOWeekday(s.ref().Weekday()) < 5 {
			return periodFrom(s.ref(), -1, weekend)
		}
		return periodFrom(s.ref(), 0, weekend)
	}
}

// nearUnit is "this past week", "this coming weekend".
func nearUnit(n int) func(*match) meaning {
	return func(m *match) meaning {
		u := unit(m.tokens[m.end-1].word.values[symUnit])
		if u == weekend && n > 0 {
			return current(weekend) // this week's
		}
		return func(s *scope) result { return periodFrom(s.ref(), n, u) }
	}
}
