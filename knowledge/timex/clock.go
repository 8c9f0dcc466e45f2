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
	{clock, "HOUR MIN? AMPM ZONE?", clockFigures},
	{clock, "HOUR o ' clock AMPM? ZONE?", clockFigures},
	{clock, "HOUR oclock AMPM? ZONE?", clockFigures},
	{clock, "HOUR h MIN? ZONE?", clockFigures},
	{clock, "HOUR in the AMPM", clockFigures},
	{clock, "MILITARY ZONE", clockMilitary},
	{clock, "MILITARY hours ZONE?", clockMilitary},
	{clock, "MILITARY AMPM", clockMilitary},
	{clock, "high? noon|midday", namedClock(noon)},
	{clock, "midnight", namedClock(0)},
	{clock, "half past HOUR AMPM?", clockPast(30, 0)},
	{clock, "a? quarter past|after HOUR AMPM?", clockPast(15, 0)},
	{clock, "a? quarter to|before HOUR AMPM?", clockPast(-15, 0)},
	{clock, "MIN minutes? past|after HOUR AMPM", clockPast(0, 1)},
	{clock, "MIN minutes? to|before HOUR AMPM", clockPast(0, -1)},

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
	{instant, "HOUR|<clock> in the PART", clockInPart},
	{instant, "<partday>", theSame},
}

const (
	noon     = 12 * time.Hour
	wholeDay = 24 * time.Hour
)

// aClock is a clock time on a day; on an unknown day it is just that time.
func aClock(on result, at time.Duration) result {
	r := on
	r.typ, r.value, r.grain = Time, on.dayValue()+"T"+clockString(at), minute
	r.clock, r.hasClock = stretch{at, at}, true
	return r
}

// clockString writes a clock time as 15:04, with seconds where there are any.
func clockString(at time.Duration) string {
	s := fmt.Sprintf("%02d:%02d", int(at.Hours()), int(at.Minutes())%60)
	if sec := int(at.Seconds()) % 60; sec != 0 {
		s += fmt.Sprintf(":%02d", sec)
	}
	return s
}

// clockMeaning is a clock time by the zone told in the match, if any.
func (m *match) clockMeaning(at time.Duration) meaning {
	r := aClock(result{}, at)
	if c := m.nth(symZone, 0); c != nil {
		r.zone = time.FixedZone(strings.ToUpper(m.tokens[c.token].text(m.text)), int(c.value)*60)
	}
	return always(r)
}

// at is an hour and minutes in the half of the day told in the match, and whether there is such a time.
func (m *match) clockAt(h, minutes int) (time.Duration, bool) {
	if m.has(symAMPM) {
		if h < 1 || h > 12 {
			return 0, false
		}
		h = h%12 + m.num(symAMPM)
	}
	at := time.Duration(h)*time.Hour + time.Duration(minutes)*time.Minute
	return at, at >= 0 && at <= wholeDay
}

// clockFigures reads an hour with its minutes and half of the day, where told. It leaves the figures of
// a score, a ratio or a verse alone.
func clockFigures(m *match) meaning {
	at, ok := m.clockAt(m.num(symHour), m.num(symMinute))
	at += time.Duration(m.num2(symMinute)) * time.Second
	last, next := &m.tokens[m.end-1], m.at(m.end)
	goesOn := last.digits > 0 && next.gap == glued && (next.word == colon || next.text(m.text) == "%" || m.gluedDigits(m.end, fullStop))
	if !ok || at > wholeDay || goesOn || m.measuresTime() {
		return nil
	}
	return m.clockMeaning(at)
}

// measuresTime reports whether figures with colons are how long something took: "won in 2:09:41", "a best
// of 58:07".
func (m *match) measuresTime() bool {
	before := m.at(m.first - 1)
	if m.has(symAMPM) || m.has(symZone) || m.tokens[m.first].digits == 0 || m.alone(m.first, m.end) {
		return false
	}
	return measuring[before.word] || m.nth(symMinute, 1) != nil && !clockLeaders[before.word] && before.shape != other
}

var (
	measuring    = wordsOf("before a measured time")
	clockLeaders = wordsOf("before a clock time")
)

// clockMilitary is "0735 GMT", "1530 hours", "330 p.m.".
func clockMilitary(m *match) meaning {
	h, minutes := m.num(symMilitary)/100, m.num(symMilitary)%100
	at, ok := m.clockAt(h, minutes)
	if !ok || h > 23 || minutes > 59 {
		return nil
	}
	return m.clockMeaning(at)
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

// clockPast is so many minutes past an hour, or to it, and those of the match times told.
func clockPast(minutes, told int) func(*match) meaning {
	return func(m *match) meaning {
		at, ok := m.clockAt(m.num(symHour), minutes+told*m.num(symMinute))
		if !ok {
			return nil
		}
		return m.clockMeaning(at)
	}
}

// clockOn is a time on a day, the two in either order; of no day, on the day its sentence speaks of, or
// else on that of publication.
func clockOn(m *match) meaning {
	var at, on meaning
	for _, c := range m.captures {
		switch {
		case c.phrase == nil:
		case c.phrase.kind != clock:
			on = c.phrase.mean
		case at == nil:
			at = c.phrase.mean
		}
	}
	if on == nil {
		on = spokenDay
	}
	return func(s *scope) result {
		told, on := at(s), on(s)
		r := aClock(dayOf(on), intoHalf(told.clock.from, on))
		r.zone = told.zone
		return r
	}
}

// spokenDay is the day a time without one stands on; empty where none is known.
func spokenDay(s *scope) result {
	if d := s.day(); !d.IsZero() && !s.often {
		return relativeDay(d)
	}
	return result{}
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

// clockInPart is an hour or a clock time in a part of the day: "8 in the evening".
func clockInPart(m *match) meaning {
	at, p := time.Duration(m.num(symHour))*time.Hour, m.part()
	if !m.has(symHour) {
		at = m.sub()(nil).clock.from
	}
	if at > noon {
		return nil
	}
	return func(s *scope) result {
		on := spokenDay(s)
		return aClock(on, intoHalf(at, aPart(on, p)))
	}
}
