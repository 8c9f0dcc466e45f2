package timex

import (
	"strings"
	"time"
)

// Parts of a day: "Friday morning", "tonight", "the night of Oct. 23", "early Thursday".
var partRules = []rule{
	{partday, "<day> 's? PART", dayPart},
	{partday, "<day> early|late? PART", dayPart},
	{partday, "<day> ,? early? in the early|late? PART", dayPart},
	{partday, "<day> ,? in the early hours of the morning", dayPart},
	{partday, "<day> at PART", dayPart},
	{partday, "the? early|late? PART of the? <day>", dayPart},
	{partday, "early|late ^ <day> PART", dayPart},
	{partday, "tonight|tonite", todayPart(0, night)},
	{partday, "late tonight|tonite", todayPart(0, night)},
	{partday, "late? last night|nite", todayPart(-1, night)},
	{partday, "early|late? this PART", thisPart},
	{partday, "the? SHIFT PART", shiftedPart},
	{partday, "the? ANCHOR PART", anchoredPart},
	{partday, "the next PART", nextPart},
	{partday, "that same PART", anchoredPart},
	{partday, "in|during|by|until ^ the early? late? PART", anyPart},
}

// partCodes are the TIMEX3 names of the parts of a day, and partClocks when they are. They overlap,
// as in speech.
var (
	partCodes  = map[part]string{morning: "TMO", afternoon: "TAF", evening: "TEV", night: "TNI"}
	partClocks = map[part]stretch{
		morning: {0, noon}, afternoon: {noon, 19 * time.Hour},
		evening: {18 * time.Hour, wholeDay - time.Minute}, night: {18 * time.Hour, wholeDay - time.Minute},
	}
)

// aPart is a part of a day; of an unknown day it is just that part.
func aPart(on result, p part) result {
	r := on
	r.typ, r.value, r.grain = Time, on.dayValue()+partCodes[p], hour
	r.clock, r.hasClock = partClocks[p], true
	return r
}

func (m *match) part() part {
	if m.has(symPart) {
		return part(m.num(symPart))
	}
	return morning
}

func dayPart(m *match) meaning {
	inner, p := m.sub(), m.part()
	return func(s *scope) result { return aPart(inner(s), p) }
}

func todayPart(n int, p part) func(*match) meaning {
	return func(*match) meaning {
		return func(s *scope) result { return s.partOn(s.ref().AddDays(n), p) }
	}
}

func (s *scope) partOn(d Day, p part) result {
	if d.IsZero() {
		return aPart(result{relative: true}, p)
	}
	return aPart(relativeDay(d), p)
}

func thisPart(m *match) meaning { return todayPart(0, m.part())(m) }

func shiftedPart(m *match) meaning {
	n, p := m.num(symShift), m.part()
	if n < 0 && p != night && p != evening && strings.EqualFold(m.tokens[m.first].text(m.text), "past") {
		return nil
	}
	return todayPart(n, p)(m)
}

func anchoredPart(m *match) meaning {
	n, p := m.num(symAnchor), m.part()
	return func(s *scope) result { return s.partOn(s.anchorOf(oneDay).AddDays(n), p) }
}

func nextPart(m *match) meaning {
	p := m.part()
	return func(s *scope) result { return s.partOn(s.anchorOf(oneDay).AddDays(1), p) }
}

// anyPart is "in the morning", of the day the sentence speaks of.
func anyPart(m *match) meaning {
	p := m.part()
	return func(s *scope) result { return s.partOn(s.day(), p) }
}
