package timex

import (
	"strconv"
	"strings"
)

// Durations: "three days", "a two-day visit", "5 1/2 hours", "for weeks", "the past 20 years".
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
	{span, "over|exceeding ^ <span>", modified("MORE_THAN")},
	{span, "less|fewer than ^ <span>", modified("LESS_THAN")},
	{span, "at least ^ <span>", modified("EQUAL_OR_MORE")},
	{span, "at most ^ <span>", modified("EQUAL_OR_LESS")},
	{span, "up to ^ <span>", modified("EQUAL_OR_LESS")},
	{span, "about|around|approximately|roughly|some|nearly|almost ^ <span>", modified("APPROX")},

	{span, "the? SHIFT COUNT more? UNIT", runningSpan},
	{span, "the? ANCHOR COUNT UNIT", runningSpan},
	{span, "the? SHIFT COUNT business|working days", runningWorkDays},
	{span, "the? ANCHOR COUNT business|working days", runningWorkDays},
	{span, "COUNT business|working UNIT", lasting},
	{span, "the? COUNT SHIFT UNIT", runningSpan},
	{span, "the? COUNT ANCHOR UNIT", runningSpan},
	{span, "these past|last COUNT? UNIT", runningSpan},
	{span, "the? SHIFT UNIT", runningUnits},
	{span, "recent UNIT", recentUnits},
	{span, "the past|last UNIT", runningOne},
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
	second: {"PT", 1, "S"}, minute: {"PT", 1, "M"}, hour: {"PT", 1, "H"}, dayUnit: {"P", 1, "D"},
	weekend: {"P", 1, "WE"}, week: {"P", 1, "W"}, fortnight: {"P", 2, "W"}, month: {"P", 1, "M"},
	quarter: {"P", 1, "Q"}, year: {"P", 1, "Y"}, decade: {"P", 10, "Y"}, century100: {"P", 100, "Y"},
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

func lastingTwo(m *match) meaning {
	a := length{m.float(symNum), unit(m.num(symUnit))}
	b := length{m.nth(symNum, 1).value, unit(m.num2(symUnit))}
	if b.u >= a.u || a.n <= 0 || b.n <= 0 {
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

// runningSpan is a length of time that ends or starts now: "the past 20 years", "the next few days".
func runningSpan(m *match) meaning {
	l, ok := m.length()
	if !ok || l.n > 1 && !m.token(symUnit).word.plural && m.has(symCount) && m.float(symCount) > 100 {
		return nil
	}
	n, fromAnchor := m.num(symShift), m.has(symAnchor)
	switch {
	case fromAnchor:
		n = m.num(symAnchor)
	case !m.has(symShift):
		n = -1
		if !m.has(symCount) {
			l.n = vagueCount
		}
	}
	if n == 0 {
		return nil
	}
	return func(s *scope) result {
		at := s.ref()
		if fromAnchor {
			at = s.anchor()
		}
		return running(at, l, n)
	}
}

func running(at Day, l length, direction int) result {
	r := aDuration(l)
	r.relative = true
	if l.n == vagueCount {
		r.vague = true
		return r
	}
	if at.IsZero() || l.u < dayUnit || l.n != float64(int(l.n)) || l.n > 10000 {
		return r
	}
	switch {
	case l.u == quarter: // nobody counts quarters but by the calendar
		r.from, r.to = quartersFrom(at, int(l.n), direction)
	case direction < 0:
		r.from, r.to = at.add(-int(l.n), l.u), at
	default:
		r.from, r.to = at.AddDays(1), at.add(int(l.n), l.u)
	}
	if r.from.Year < 1 || r.to.Year > 9999 {
		r.from, r.to = Day{}, Day{}
	}
	return r
}

// runningWorkDays is "the next four business days", Mondays to Fridays.
func runningWorkDays(m *match) meaning {
	n, direction := m.num(symCount), m.num(symShift)+m.num(symAnchor)
	if n < 1 || n > 1000 || direction == 0 {
		return nil
	}
	return func(s *scope) result {
		r := running(s.ref(), length{float64(n), dayUnit}, direction)
		if !r.known() {
			return r
		}
		d := s.ref()
		for left := n; left > 0; {
			d = d.AddDays(direction)
			if isoWeekday(d.Weekday()) < 5 {
				left--
			}
		}
		if direction < 0 {
			r.from = d
		} else {
			r.to = d
		}
		return r
	}
}

func quartersFrom(at Day, n, direction int) (from, to Day) {
	first := aPeriod(at, quarter).from
	if direction < 0 {
		return first.add(-n, quarter), first.AddDays(-1)
	}
	return first.add(1, quarter), first.add(n+1, quarter).AddDays(-1)
}

// runningUnits is "the coming days": plural, and so no certain number of them.
func runningUnits(m *match) meaning {
	if !m.token(symUnit).word.plural || m.num(symShift) == 0 {
		return nil
	}
	l := length{vagueCount, unit(m.num(symUnit))}
	return func(*scope) result {
		r := aDuration(l)
		r.vague, r.relative = true, true
		return r
	}
}

func recentUnits(m *match) meaning {
	if !m.token(symUnit).word.plural {
		return nil
	}
	return func(*scope) result {
		r := aDuration(length{vagueCount, unit(m.num(symUnit))})
		r.vague, r.relative = true, true
		return r
	}
}

// runningOne is "the past year": the twelve months up to now, where "last year" is a calendar year.
func runningOne(m *match) meaning {
	u, t := unit(m.num(symUnit)), m.token(symUnit)
	if t.word.plural || u <= minute || u == weekend || u == quarter || u == century100 {
		return nil
	}
	if m.at(m.first+1).text(m.text) == "last" && u != decade {
		return nil
	}
	return func(s *scope) result { return running(s.ref(), length{1, u}, -1) }
}
