package timex

import "cmp"

import "talksbot/knowledge/calendar"

// Words that count from publication ("yesterday", "last week", "two months ago") or from the last
// date mentioned ("the next day", "two days later", "that year").
var relativeRules = []rule{
	{day, "today", dayFromNow(0)},
	{day, "yesterday", dayFromNow(-1)},
	{day, "tomorrow", dayFromNow(1)},
	{day, "the? day after tomorrow", dayFromNow(2)},
	{day, "the? day before yesterday", dayFromNow(-2)},
	{period, "SHIFT UNIT", shiftedUnit},
	{period, "ANCHOR UNIT", anchoredUnit},
	{period, "the weekend", theWeekend},
	{period, "this past weekend|week|month|year", lastUnit},
	{period, "this coming weekend|week|month|year", comingUnit},
}

func dayFromNow(n int) func(*match) meaning {
	return func(*match) meaning {
		return func(s *scope) result {
			if s.ref().IsZero() {
				return reference(refValue(n))
			}
			return relativeDay(s.ref().AddDays(n))
		}
	}
}

func refValue(direction int) string {
	return [...]string{"PAST_REF", "PRESENT_REF", "FUTURE_REF"}[cmp.Compare(direction, 0)+1]
}

func shiftedUnit(m *match) meaning {
	n, u := m.num(symShift), unit(m.num(symUnit))
	if u <= oneDay || m.token(symUnit).word.plural {
		return nil // "our last day" is not yesterday
	}
	return func(s *scope) result { return periodFrom(s.ref(), n, u) }
}

func anchoredUnit(m *match) meaning {
	n, u := m.num(symAnchor), unit(m.num(symUnit))
	if u <= hour || m.token(symUnit).word.plural {
		return nil
	}
	return func(s *scope) result { return periodFrom(s.anchorOf(u), n, u) }
}

// periodFrom is the week, month or other period n of them after the one that d lies in.
func periodFrom(d Day, n int, u unit) result {
	if d.IsZero() {
		return reference(refValue(n))
	}
	if u >= month && u != fortnight {
		d.Day = 1
	}
	r := aPeriod(shift(d, n, u), u)
	r.relative = true
	return r
}

// theWeekend is the last one when the tense is past, otherwise the coming one.
func theWeekend(*match) meaning {
	return func(s *scope) result {
		n := 0
		if s.tense == tensePast && calendar.ISOWeekday(s.ref().Weekday()) < 5 {
			n = -1
		}
		return periodFrom(s.ref(), n, weekend)
	}
}

func lastUnit(m *match) meaning   { return adjacentUnit(m, -1) }
func comingUnit(m *match) meaning { return adjacentUnit(m, 1) }

func adjacentUnit(m *match, n int) meaning {
	u := unit(m.tokens[m.end-1].word.values[symUnit])
	return func(s *scope) result {
		if u == weekend && n > 0 {
			return periodFrom(s.ref(), 0, u)
		}
		return periodFrom(s.ref(), n, u)
	}
}
