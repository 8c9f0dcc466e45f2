package timex

import (
	"strconv"
	"strings"
)

// Durations: "three days", "a two-day visit", "5 1/2 hours", "for weeks".
var durationRules = []rule{
	{span, "COUNT more? UNIT", lasting},
	{span, "NUM - UNIT", lasting},
	{span, "COUNT UNIT and a half", lastingAndHalf},
	{span, "NUM - UNIT - long", lasting},
	{span, "NUM UNIT and|, NUM UNIT", lastingTwo},
	{span, "UNIT - long", dayLong},
	{span, "UNIT - old", dayLong},
	{span, "a? quarter of an hour", lastingISO("PT15M")},
	{span, "three - quarters of an hour", lastingISO("PT45M")},
	{span, "for|over|in|within|took|takes|take|last|lasted|spent ^ UNIT", manyUnits},
	{span, "for|over|in|through|throughout|across ^ the years|months|weeks|days|decades|centuries", manyUnits},
	{span, "( more than )? ^ half a century", lastingISO("P50Y")},
	{span, "more than ^ <span>", modified("MORE_THAN")},
	{span, "over|exceeding ^ <span>", moreThan},
	{span, "less|fewer than ^ <span>", modified("LESS_THAN")},
	{span, "at least ^ <span>", modified("EQUAL_OR_MORE")},
	{span, "at most ^ <span>", modified("EQUAL_OR_LESS")},
	{span, "up to ^ <span>", modified("EQUAL_OR_LESS")},
	{span, "about|around|approximately|roughly|some|nearly|almost ^ <span>", modified("APPROX")},

	{span, "COUNT business|working UNIT", lasting},
}

// A length is an amount of a unit; a vague one has the amount vagueCount.
type length struct {
	n float64
	u unit
}

// durationCodes give each unit its ISO 8601 designator, and how many of it the unit is.
var durationCodes = map[unit]struct {
	prefix string
	times  float64
	code   string
}{
	second: {"PT", 1, "S"}, minute: {"PT", 1, "M"}, hour: {"PT", 1, "H"}, oneDay: {"P", 1, "D"},
	weekend: {"P", 1, "WE"}, week: {"P", 1, "W"}, fortnight: {"P", 2, "W"}, month: {"P", 1, "M"},
	quarter: {"P", 1, "Q"}, year: {"P", 1, "Y"}, decade: {"P", 10, "Y"}, hundredYears: {"P", 100, "Y"},
	millennium: {"P", 1000, "Y"},
}

// iso writes a length as a TIMEX3 value: P3D, PT5H30M, PXW.
func (l length) iso() string {
	c := durationCodes[l.u]
	if l.n == vagueCount {
		return c.prefix + "X" + c.code
	}
	n := l.n * c.times
	whole := float64(int(n))
	if half := n - whole; half != 0 {
		if smaller, ok := smallerUnit[l.u]; ok && half*smaller.times == float64(int(half*smaller.times)) {
			rest := length{half * smaller.times, smaller.u}.iso()
			if whole == 0 {
				return rest
			}
			return c.prefix + number(whole) + c.code + strings.TrimPrefix(strings.TrimPrefix(rest, "P"), "T")
		}
	}
	return c.prefix + number(n) + c.code
}

// smallerUnit is what a fraction of a unit is told in.
var smallerUnit = map[unit]struct {
	u     unit
	times float64
}{
	minute: {second, 60}, hour: {minute, 60}, year: {month, 12},
}

func number(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

func aDuration(l length) result {
	return result{typ: Duration, value: l.iso(), grain: l.u, length: l}
}

func lastingISO(value string) func(*match) meaning {
	return func(*match) meaning {
		return func(*scope) result { return result{typ: Duration, value: value} }
	}
}

// lasting is an amount of units. "a second" is an ordinal more often than a length of time, and a
// lone plural ("several second") is none at all.
func lasting(m *match) meaning {
	l, ok := m.length()
	if !ok {
		return nil
	}
	return func(*scope) result { return aDuration(l) }
}

// length reads the COUNT or NUM and the UNIT of a match.
func (m *match) length() (length, bool) {
	l := length{n: 1, u: unit(m.num(symUnit))}
	switch {
	case m.has(symCount):
		l.n = m.float(symCount)
	case m.has(symNum):
		l.n = m.float(symNum)
	}
	t := m.token(symUnit)
	hyphened := m.at(m.nth(symUnit, 0).token-1).word == hyphen
	switch {
	case l.n == 0 || l.n > 1e6:
		return l, false
	case l.u == second && (!t.word.plural && !hyphened || l.n == vagueCount && m.tokens[m.first].text(m.text) == "a"):
		return l, m.tokens[m.first].digits > 0 || m.tokens[m.first].text(m.text) == "one"
	case l.u == quarter && l.n != float64(int(l.n)):
		return l, false
	case l.u == weekend || l.u == quarter && !t.word.plural:
		return l, false
	case l.n == vagueCount && !t.word.plural:
		return l, false
	case l.n > 1 && !t.word.plural && !hyphened && m.tokens[m.first].word.classes&symCard.class() != 0 && m.first > 0:
		return l, true
	}
	return l, true
}

func lastingAndHalf(m *match) meaning {
	l, ok := m.length()
	if !ok || l.n < 1 {
		return nil
	}
	l.n += 0.5
	return func(*scope) result { return aDuration(l) }
}

// plain reports whether a unit has an ISO 8601 designator of its own.
func (u unit) plain() bool {
	switch u {
	case second, minute, hour, oneDay, week, month, year:
		return true
	}
	return false
}

func lastingTwo(m *match) meaning {
	a := length{m.float(symNum), unit(m.num(symUnit))}
	b := length{m.nth(symNum, 1).value, unit(m.num2(symUnit))}
	if b.u >= a.u || a.n <= 0 || b.n <= 0 || !a.u.plain() || !b.u.plain() {
		return nil
	}
	first, rest := a.iso(), b.iso()
	sep := ""
	if strings.HasPrefix(rest, "PT") && !strings.HasPrefix(first, "PT") {
		sep = "T"
	}
	value := first + sep + strings.TrimPrefix(strings.TrimPrefix(rest, "P"), "T")
	return func(*scope) result { return result{typ: Duration, value: value, grain: b.u} }
}

func dayLong(m *match) meaning {
	l := length{1, unit(m.num(symUnit))}
	if m.token(symUnit).word.plural {
		l.n = vagueCount
	}
	if l.u == second {
		return nil
	}
	return func(*scope) result { return aDuration(l) }
}

// manyUnits is a bare plural after a word of lasting: "for weeks".
func manyUnits(m *match) meaning {
	t := &m.tokens[m.end-1]
	if !t.word.plural {
		return nil
	}
	l := length{vagueCount, unit(t.word.values[symUnit])}
	if l.u == quarter || l.u == weekend {
		return nil
	}
	return func(*scope) result { return aDuration(l) }
}

// moreThan leaves the preposition of "over the past two months" alone.
func moreThan(m *match) meaning {
	if next := &m.tokens[m.first+1]; smallWords[next.word] && next.word.classes == 0 && next.word != wordA {
		return m.sub()
	}
	return modified("MORE_THAN")(m)
}

func modified(mod string) func(*match) meaning {
	return func(m *match) meaning {
		inner := m.sub()
		return func(s *scope) result {
			r := inner(s)
			r.mod = mod
			return r
		}
	}
}
