package timex

// Sets, how often something is: "every Monday", "twice a week", "on weekends". The adverbs are in the
// data.
var setRules = append([]rule{
	{set, "every|each single? UNIT", everyUnit(1)},
	{set, "every other ANYUNIT", everyUnit(2)},
	{set, "every|each NUM ANYUNIT", everyUnit(0)},
	{set, "every few|several ANYUNIT", everyUnit(vagueCount)},
	{set, "every NTH ANYUNIT", everyUnit(0)},
	{set, "every|each|alternate other? WEEKDAY|MONTH|SEASON|PART", everyName},
	{set, "every|each WEEKDAY PART", everyName},
	{set, "each of ^ <span>", eachOf},
	{set, "WEEKDAYS", everyName},
	{set, "once|twice a|per|each|every UNIT", everyUnit(1)},
	{set, "NUM times a|per|each|every UNIT", everyUnit(1)},
	{set, "per ^ UNIT", everyUnit(1)},
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

// everyUnit is "every day", "twice a week": a SET has the length of its period as value. With n 0 the
// number is in the match.
func everyUnit(n float64) func(*match) meaning {
	return func(m *match) meaning {
		l := length{n, unit(m.num(symUnit))}
		if n == 0 {
			l.n = m.float(symNum, 0) + m.float(symNth, 0)
		}
		plural := m.token(symUnit).word.is(symManyUnits)
		switch {
		case l.n == 0 || m.has(symNth) && (l.n < 2 || l.n > 100) || l.u == second && !plural || l.u == quarter:
			return nil
		case l.u == weekend:
			return aSet("XXXX-WXX-WE")
		}
		return aSet(l.iso())
	}
}

// everyName is "every Monday", "each spring".
func everyName(m *match) meaning {
	switch {
	case m.has(symMonth):
		return aSet(months(m).unknown)
	case m.has(symSeason):
		return aSet(seasons(m).unknown)
	case m.has(symWeekday) || m.has(symWeekdays):
		return aSet(weekdayValue(m.weekday()))
	}
	return aSet("XXXX-XX-XX" + partFacts[m.part()].code)
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

// oftenAt reports whether a phrase stands with how often something is: "at 7 a.m. every day", "12 crowns on
// weekdays and 18 on Sunday".
func (r *resolver) oftenAt(ph *phrase) bool {
	if n := len(r.found); n > 0 && r.found[n-1].Type == Set && r.sameSentence(r.lastToken, ph.first) {
		return true
	}
	i := ph.end
	for i < len(r.tokens) && (r.tokens[i].word == comma || r.tokens[i].word == wordOn) {
		i++
	}
	return i < len(r.tokens) && r.tokens[i].gap != broken && !r.sentenceEnds(i-1) && r.parse(set, i) != nil
}

var wordOn = intern("on")
