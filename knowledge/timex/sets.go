package timex

import "time"

// Sets, how often something is: "every Monday", "twice a week", "on weekends". The adverbs are in the
// data.
var setRules = append([]rule{
	{set, "every|each single? UNIT", everyUnit(1)},
	{set, "every other ANYUNIT", everyUnit(2)},
	{set, "every|each NUM ANYUNIT", everyUnit(0)},
	{set, "every few|several ANYUNIT", everyUnit(vagueCount)},
	{set, "every NTH ANYUNIT", everyNth},
	{set, "every|each|alternate other? WEEKDAY|MONTH|SEASON|PART", everyName},
	{set, "every|each WEEKDAY PART", everyName},
	{set, "each of ^ <span>", eachOf},
	{set, "WEEKDAYS", everyName},
	{set, "once|twice a|per|each|every UNIT", perUnit},
	{set, "NUM times a|per|each|every UNIT", perUnit},
	{set, "per ^ UNIT", perUnit},
}, dataRules(set, "recurring times", adverb)...)

// aSet is how often something is, as TIMEX3 writes it.
func aSet(value string) meaning { return always(result{typ: Set, value: value}) }

// adverb leaves names alone: "the Daily Telegraph".
func adverb(value string) func(*match) meaning {
	return func(m *match) meaning {
		t, next := m.tokens[m.first], m.at(m.end)
		if t.shape != lower && next.gap != broken && next.shape == capital && m.first > 0 {
			return nil
		}
		return aSet(value)
	}
}

// everyUnit is "every day": a SET has the length of its period as value. With n 0 the number is in
// the match.
func everyUnit(n float64) func(*match) meaning {
	return func(m *match) meaning {
		l := length{n, unit(m.num(symUnit))}
		if n == 0 {
			l.n = m.float(symNum, 0)
		}
		plural := m.token(symUnit).word.is(symManyUnits)
		switch {
		case l.n == 0 || l.u == second && !plural || n == 1 && plural || l.u == quarter:
			return nil
		case l.u == weekend:
			return aSet("XXXX-WXX-WE")
		}
		return aSet(l.iso())
	}
}

func everyNth(m *match) meaning {
	n, u := m.num(symNth), unit(m.num(symUnit))
	if n < 2 || n > 100 || u == second {
		return nil
	}
	return aSet(length{float64(n), u}.iso())
}

// everyName is "every Monday", "each spring".
func everyName(m *match) meaning {
	switch {
	case m.has(symMonth):
		return aSet(months(m).unknown)
	case m.has(symSeason):
		return aSet(seasons(m).unknown)
	case m.has(symWeekday) || m.has(symWeekdays):
		return aSet(weekdayValue(time.Weekday(m.num(symWeekday) + m.num(symWeekdays))))
	}
	return aSet("XXXX-XX-XX" + partFacts[m.part()].code)
}

// perUnit is "twice a week".
func perUnit(m *match) meaning {
	u := unit(m.num(symUnit))
	if u == quarter || u == weekend {
		return nil
	}
	return aSet(length{1, u}.iso())
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
