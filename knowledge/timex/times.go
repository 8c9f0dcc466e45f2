package timex

import (
	"fmt"
	"strings"
	"time"
)

// Clock times, and the days they stand with: "9 a.m. Tuesday", "10:35 a.m. (0735 GMT) Friday",
// "noon", "15h30", "half past three".
var clockRules = []rule{
	{clock, "HOUR : MIN AMPM? ZONE?", clockFigures},
	{clock, "HOUR : MIN : MIN AMPM? ZONE?", clockFigures},
	{clock, "HOUR . MIN AMPM ZONE?", clockFigures},
	{clock, "HOUR AMPM ZONE?", clockFigures},
	{clock, "HOUR MIN AMPM ZONE?", clockFigures},
	{clock, "HOUR o ' clock AMPM? ZONE?", clockFigures},
	{clock, "HOUR oclock AMPM? ZONE?", clockFigures},
	{clock, "HOUR h MIN ZONE?", clockFigures},
	{clock, "HOUR h ZONE?", clockFigures},
	{clock, "HOUR in the AMPM", clockFigures},
	{clock, "MILITARY ZONE", clockMilitary},
	{clock, "MILITARY hours ZONE?", clockMilitary},
	{clock, "MILITARY AMPM", clockMilitaryHalf},
	{clock, "high? noon|midday", namedClock(12 * time.Hour)},
	{clock, "midnight", namedClock(0)},
	{clock, "half past HOUR AMPM?", clockPast(30)},
	{clock, "a? quarter past|after HOUR AMPM?", clockPast(15)},
	{clock, "a? quarter to|before HOUR AMPM?", clockPast(-15)},
	{clock, "MIN minutes? past|after HOUR AMPM", clockPast(0)},
	{clock, "MIN minutes? to|before HOUR AMPM", clockPast(-60)},

	{instant, "<clock> PLACETIME?", clockOn},
	{instant, "<clock> PLACETIME? ,? on? the? <day>", clockOn},
	{instant, `<clock> PLACETIME? $ \( <clock> \) ,? on? <day>`, clockOn},
	{nothing, `\( MILITARY ZONE \)`, never}, // the clock before it told again
	{instant, `<clock> PLACETIME? \( ZONE \) ,? on? <day>`, clockOn},
	{instant, "<clock> on? <partday>", clockOn},
	{instant, "<day> ,? at|around|about|by|from|for|after|before|until|@? <clock>", clockOn},
	{instant, "<day> t <clock> z?", clockOn},
	{instant, "HOUR <partday>", hourIn},
	{instant, "<partday> ,? at|@|around? <clock>", clockOn},
	{instant, "<partday> at|@ HOUR", hourIn},
	{instant, "HOUR in the PART", hourInPart},
	{instant, "<clock> in the PART", clockInPart},
	{instant, "<partday>", theSame},
}

const (
	noon     = 12 * time.Hour
	wholeDay = 24 * time.Hour
)

// aClock is a clock time on a day; on an unknown day it is just that time.
func aClock(on result, at time.Duration) result {
	value := fmt.Sprintf("T%02d:%02d", int(at.Hours()), int(at.Minutes())%60)
	if s := int(at.Seconds()) % 60; s != 0 {
		value += fmt.Sprintf(":%02d", s)
	}
	r := on
	r.typ, r.value, r.grain = Time, on.dayValue()+value, minute
	r.clock, r.hasClock = stretch{at, at}, true
	return r
}

// clockFigures reads an hour with its minutes and half of the day, where told.
func clockFigures(m *match) meaning {
	h, at := m.num(symHour), time.Duration(0)
	if m.has(symAMPM) {
		if h < 1 || h > 12 {
			return nil
		}
		h = h%12 + m.num(symAMPM)
	}
	at = time.Duration(h) * time.Hour
	if c := m.nth(symMinute, 0); c != nil {
		at += time.Duration(c.value) * time.Minute
	}
	if c := m.nth(symMinute, 1); c != nil {
		at += time.Duration(c.value) * time.Second
	}
	if at > wholeDay || m.figuresGoOn() {
		return nil
	}
	return m.clockMeaning(at)
}

// figuresGoOn reports whether the figures of a clock are those of a score, a ratio or a verse.
func (m *match) figuresGoOn() bool {
	last := &m.tokens[m.end-1]
	next := m.at(m.end)
	return last.digits > 0 && next != nil && next.gap == glued && (next.word == colon || next.text(m.text) == "%")
}

func (m *match) clockMeaning(at time.Duration) meaning {
	zone := m.zone()
	return func(*scope) result {
		r := aClock(result{}, at)
		r.zone = zone
		return r
	}
}

// zone returns the zone told in the match, or nil.
func (m *match) zone() *time.Location {
	c := m.nth(symZone, 0)
	if c == nil {
		return nil
	}
	return time.FixedZone(strings.ToUpper(m.tokens[c.token].text(m.text)), int(c.value)*60)
}

func clockMilitary(m *match) meaning {
	h, min := m.num(symMilitary)/100, m.num(symMilitary)%100
	if h > 23 || min > 59 {
		return nil
	}
	return m.clockMeaning(time.Duration(h)*time.Hour + time.Duration(min)*time.Minute)
}

// clockMilitaryHalf is "330 p.m.".
func clockMilitaryHalf(m *match) meaning {
	h, min := m.num(symMilitary)/100, m.num(symMilitary)%100
	if h < 1 || h > 12 || min > 59 {
		return nil
	}
	return m.clockMeaning(time.Duration(h%12+m.num(symAMPM))*time.Hour + time.Duration(min)*time.Minute)
}

// namedClock leaves titles alone: "High Noon".
func namedClock(at time.Duration) func(*match) meaning {
	return func(m *match) meaning {
		if m.tokens[m.end-1].shape != lower && !m.sentenceEnds(m.first-1) {
			return nil
		}
		return m.clockMeaning(at)
	}
}

// clockPast is so many minutes past or to an hour; without a number in the rule, those of the match.
func clockPast(minutes int) func(*match) meaning {
	return func(m *match) meaning {
		n := minutes
		switch {
		case minutes == 0:
			n = m.num(symMinute)
		case minutes == -60:
			n = -m.num(symMinute)
		}
		h := m.num(symHour)
		if m.has(symAMPM) {
			h = h%12 + m.num(symAMPM)
		}
		at := time.Duration(h)*time.Hour + time.Duration(n)*time.Minute
		if at < 0 || at >= wholeDay {
			return nil
		}
		return m.clockMeaning(at)
	}
}

// clockOn is a time on a day, the two in either order; of no day, on the day its sentence speaks of, or
// else on that of publication.
func clockOn(m *match) meaning {
	var clocks, days []meaning
	for _, c := range m.captures {
		switch {
		case c.phrase == nil:
		case c.phrase.kind == clock:
			clocks = append(clocks, c.phrase.mean)
		default:
			days = append(days, c.phrase.mean)
		}
	}
	return func(s *scope) result {
		at := clocks[0](s)
		on := result{}
		if len(days) > 0 {
			on = days[0](s)
		} else if d := s.day(); !d.IsZero() {
			on = relativeDay(d)
		}
		r := aClock(dayOf(on), intoHalf(at.clock.from, on))
		r.zone = at.zone
		return r
	}
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

// intoHalf moves a morning hour into the part of the day it was told with: 8 in the evening.
func intoHalf(at time.Duration, in result) time.Duration {
	if in.typ == Time && in.clock.from >= noon && at < noon {
		return at + noon
	}
	return at
}

func hourIn(m *match) meaning {
	inner, h := m.sub(), m.num(symHour)
	if h > 12 || h == 0 {
		return nil
	}
	return func(s *scope) result {
		on := inner(s)
		return aClock(dayOf(on), intoHalf(time.Duration(h)*time.Hour, on))
	}
}

func hourInPart(m *match) meaning {
	return inPart(time.Duration(m.num(symHour))*time.Hour, part(m.num(symPart)))
}

func clockInPart(m *match) meaning {
	inner, p := m.sub(), part(m.num(symPart))
	return func(s *scope) result { return inPart(inner(s).clock.from, p)(s) }
}

func inPart(at time.Duration, p part) meaning {
	if at > noon {
		return nil
	}
	return func(s *scope) result {
		on := result{}
		if d := s.day(); !d.IsZero() {
			on = relativeDay(d)
		}
		return aClock(on, intoHalf(at, aPart(on, p)))
	}
}

// day is the day a time without one stands on: that of a date in the same sentence, or else that of
// publication.
func (s *scope) day() Day {
	if s.near.known() && s.near.grain <= oneDay {
		return s.near.from
	}
	return s.ref()
}
