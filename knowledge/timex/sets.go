package timex

import "time"

// Sets, how often something is: "daily", "every Monday", "twice a week", "on weekends".
var setRules = []rule{
	{set, "daily|nightly", adverbSet("P1D")},
	{set, "weekly", adverbSet("P1W")},
	{set, "biweekly|fortnightly", adverbSet("P2W")},
	{set, "monthly", adverbSet("P1M")},
	{set, "bimonthly", adverbSet("P2M")},
	{set, "quarterly", adverbSet("P3M")},
	{set, "yearly|annually", adverbSet("P1Y")},
	{set, "biennial|biennially", adverbSet("P2Y")},
	{set, "hourly", adverbSet("PT1H")},
	{set, "semiannual|semiannually", adverbSet("P6M")},
	{set, "every|each single? UNIT", everyUnit(1)},
	{set, "every other UNIT", everyUnit(2)},
	{set, "every|each NUM UNIT", everyUnit(0)},
	{set, "every few|several UNIT", everyUnit(vagueCount)},
	{set, "every NTH UNIT", everyNth},
	{set, "every|each|alternate WEEKDAY", everyWeekday},
	{set, "every|each other WEEKDAY", everyWeekday},
	{set, "every|each PART", everyPart},
	{set, "every|each WEEKDAY PART", everyWeekday},
	{set, "every|each MONTH", everyMonth},
	{set, "every|each SEASON", everySeason},
	{set, "each of ^ <span>", eachOf},
	{set, "WEEKDAYS", everyWeekday},
	{set, "weekdays", fixedSet("XXXX-WXX-WD")},
	{set, "on|at ^ weekends", fixedSet("XXXX-WXX-WE")},
	{set, "once|twice a|per|each|every UNIT", perUnit},
	{set, "NUM times a|per|each|every UNIT", perUnit},
	{set, "per ^ UNIT", perUnit},
	{set, "day|year|month|week after|by|to|in|over day|year|month|week", fixedSet("P1D")},
}

func fixedSet(value string) func(*match) meaning {
	return func(*match) meaning {
		return func(*scope) result { return result{typ: Set, value: value} }
	}
}

// adverbSet leaves names alone: "the Daily Telegraph".
func adverbSet(value string) func(*match) meaning {
	return func(m *match) meaning {
		t, next := m.tokens[m.first], m.at(m.end)
		if t.shape != lower && next != nil && next.gap != broken && next.shape == capital && m.first > 0 {
			return nil
		}
		return fixedSet(value)(m)
	}
}

// everyUnit is "every day": a SET has the length of its period as value. With n 0 the number is in
// the match.
func everyUnit(n float64) func(*match) meaning {
	return func(m *match) meaning {
		l := length{n, unit(m.num(symUnit))}
		if n == 0 {
			l.n = m.float(symNum)
		}
		plural := m.token(symUnit).word.plural
		if l.n == 0 || l.u == second && !plural || n == 1 && plural || l.u == quarter {
			return nil
		}
		if l.u == weekend {
			return fixedSet("XXXX-WXX-WE")(m)
		}
		return fixedSet(l.iso())(m)
	}
}

func everyNth(m *match) meaning {
	n := m.num(symNth)
	if n < 2 || n > 100 || unit(m.num(symUnit)) == second {
		return nil
	}
	return fixedSet(length{float64(n), unit(m.num(symUnit))}.iso())(m)
}

func everyWeekday(m *match) meaning {
	return fixedSet(weekdayValue(time.Weekday(m.num(symWeekday) + m.num(symWeekdays))))(m)
}

func everyPart(m *match) meaning { return fixedSet("XXXX-XX-XX" + partCodes[m.part()])(m) }

func everyMonth(m *match) meaning { return fixedSet("XXXX-" + two(m.num(symMonth)))(m) }

func everySeason(m *match) meaning {
	return fixedSet("XXXX-" + seasonCodes[season(m.num(symSeason))])(m)
}

// perUnit is "twice a week".
func perUnit(m *match) meaning {
	u := unit(m.num(symUnit))
	if m.token(symUnit).word.plural || u == quarter || u == weekend {
		return nil
	}
	return fixedSet(length{1, u}.iso())(m)
}

// eachOf is "each of the last three years".
func eachOf(m *match) meaning {
	inner := m.sub()
	return func(s *scope) result {
		r := inner(s)
		if r.length.u == 0 {
			return result{}
		}
		return result{typ: Set, value: length{1, r.length.u}.iso()}
	}
}
