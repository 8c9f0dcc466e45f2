package timex

import "time"

// Sets, how often something is: "every Monday", "twice a week", "on weekends". The adverbs are in the
// data.
var setRules = append([]rule{
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
		if t.shape != lower && next != nil && next.gap != broken && next.shape == capital && m.first > 0 {
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
			l.n = m.float(symNum)
		}
		plural := m.token(symUnit).word.plural
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

func everyWeekday(m *match) meaning {
	return aSet(weekdayValue(time.Weekday(m.num(symWeekday) + m.num(symWeekdays))))
}

func everyPart(m *match) meaning   { return aSet("XXXX-XX-XX" + partFacts[m.part()].code) }
func everyMonth(m *match) meaning  { return aSet(months(m).unknown) }
func everySeason(m *match) meaning { return aSet(seasons(m).unknown) }

// perUnit is "twice a week".
func perUnit(m *match) meaning {
	u := unit(m.num(symUnit))
	if m.token(symUnit).word.plural || u == quarter || u == weekend {
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
