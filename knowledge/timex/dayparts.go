package timex

import (
	"strings"
	"time"

	"talksbot/knowledge/calendar"
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
	{partday, "late? tonight|tonite", todayPart(0, night)},
	{partday, "late? last night|nite", todayPart(-1, night)},
	{partday, "early|late|the? SHIFT PART", shiftedPart},
	{partday, "the? ANCHOR PART", anchoredPart(0)},
	{partday, "the next PART", anchoredPart(1)},
	{partday, "that same PART", anchoredPart(0)},
	{partday, "in|during|by|until ^ the early? late? PART", anyPart},
}

// A part is a part of the day.
type part int8

const (
	morning part = iota + 1
	afternoon
	evening
	night
)

// partFacts are the TIMEX3 names of the parts of a day, and when they are. They overlap, as in speech.
var partFacts = [...]struct {
	code  string
	clock stretch
}{
	morning:   {"TMO", stretch{0, noon}},
	afternoon: {"TAF", stretch{noon, 19 * time.Hour}},
	evening:   {"TEV", stretch{18 * time.Hour, wholeDay - time.Minute}},
	night:     {"TNI", stretch{18 * time.Hour, wholeDay - time.Minute}},
}

// aPart is a part of a day; of an unknown day it is just that part.
func aPart(on result, p part) result {
	r := on
	r.typ, r.value, r.grain = Time, on.dayValue()+partFacts[p].code, hour
	r.clock, r.hasClock = partFacts[p].clock, true
	return r
}

// dayOf strips a part of a day to the day.
func dayOf(r result) result {
	if !r.known() {
		return r
	}
	return inherit(aDay(r.from), r)
}

// dayValue is the part of the value that tells the day: nothing for "yesterday" of an unknown day.
func (r result) dayValue() string {
	if strings.HasSuffix(r.value, "_REF") {
		return ""
	}
	value, _, _ := strings.Cut(r.value, "T")
	value, _, _ = strings.Cut(value, "/")
	return value
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

// partOn is a part of a day n days after another.
func partOn(d calendar.Day, n int, p part) result {
	if d.IsZero() {
		return aPart(result{relative: true}, p)
	}
	return aPart(relativeDay(d.AddDays(n)), p)
}

func todayPart(n int, p part) func(*match) meaning {
	return func(*match) meaning {
		return func(s *scope) result { return partOn(s.ref(), n, p) }
	}
}

func shiftedPart(m *match) meaning {
	n, p := m.num(symShift), m.part()
	if n < 0 && p != night && p != evening && m.tokens[m.first].word == wordPast {
		return nil
	}
	return todayPart(n, p)(m)
}

// anchoredPart counts from the last day mentioned: as many days as ANCHOR says, and n more.
func anchoredPart(n int) func(*match) meaning {
	return func(m *match) meaning {
		n, p := n+m.num(symAnchor), m.part()
		return func(s *scope) result { return partOn(s.anchorOf(oneDay), n, p) }
	}
}

var wordPast = intern("past")

// anyPart is "in the morning", of the day the sentence speaks of.
func anyPart(m *match) meaning {
	p := m.part()
	return func(s *scope) result { return partOn(s.day(), 0, p) }
}
