package timex

import "strings"

// Durations: "three days", "a two-day visit", "5 1/2 hours", "for weeks".
var durationRules = []rule{
	{span, "COUNT more? ANYUNIT", lasting(0)},
	{span, "NUM - ANYUNIT ( - long )?", lasting(0)},
	{span, "COUNT ANYUNIT and a half", lasting(0.5)},
	{span, "COUNT ANYUNIT and|, COUNT ANYUNIT", lastingTwo},
	{span, "COUNT ANYUNIT and|,? COUNT ANYUNIT and|,? COUNT ANYUNIT", lastingTwo},
	{span, "ANYUNIT - long|old", unitLong},
	{span, "a? quarter of an hour", lastingISO("PT15M")},
	{span, "three - quarters of an hour", lastingISO("PT45M")},
	{span, "for|over|in|within|took|takes|take|last|lasted|spent ^ UNITS", manyUnits},
	{span, "for|over|in|through|throughout|across ^ the UNITS", manyUnits},
	{span, "( more than )? ^ half a century", lastingISO("P50Y")},
	{span, "more than ^ <span>", modified("MORE_THAN")},
	{span, "over|exceeding ^ <span>", moreThan},
	{span, "less|fewer than ^ <span>", modified("LESS_THAN")},
	{span, "at least ^ <span>", modified("EQUAL_OR_MORE")},
	{span, "at most ^ <span>", modified("EQUAL_OR_LESS")},
	{span, "up to ^ <span>", modified("EQUAL_OR_LESS")},
	{span, "about|around|approximately|roughly|some|nearly|almost ^ <span>", modified("APPROX")},

	{span, "COUNT business|working ANYUNIT", lasting(0)},
}

func aDuration(l length) result {
	return result{typ: Duration, value: l.iso(), grain: l.u, length: l}
}

func lastingISO(value string) func(*match) meaning {
	return fixed(result{typ: Duration, value: value})
}

// lasting is an amount of units, and a part of one more.
func lasting(part float64) func(*match) meaning {
	return func(m *match) meaning {
		l, ok := m.length()
		if !ok || part > 0 && l.n < 1 {
			return nil
		}
		l.n += part
		return always(aDuration(l))
	}
}

// length reads the COUNT or NUM and the UNIT of a match. "a second" is an ordinal more often than a
// length of time, and a lone plural ("several second") is none at all.
func (m *match) length() (length, bool) {
	l, t, first := length{n: 1, u: unit(m.num(symUnit))}, m.token(symUnit), &m.tokens[m.first]
	for _, amount := range []symbol{symNum, symCount} {
		if m.has(amount) {
			l.n = m.float(amount, 0)
		}
	}
	plural := t.word.is(symManyUnits)
	hyphened := m.at(m.nth(symUnit, 0).token-1).word == hyphen
	switch {
	case l.n == 0 || l.n > 1e6:
		return l, false
	case l.u == second && (!plural && !hyphened || l.n == vagueCount && first.text(m.text) == "a"):
		return l, first.digits > 0 || first.text(m.text) == "one"
	case l.u == weekend, l.u == quarter && (!l.whole() || !plural), l.n == vagueCount && !plural:
		return l, false
	}
	return l, true
}

// lastingTwo is "two hours and ten minutes", "1 week and 3 days", of two or three units that have an ISO 8601
// designator of their own, each smaller than the one before.
func lastingTwo(m *match) meaning {
	var r result
	for i := 0; m.nth(symUnit, i) != nil; i++ {
		l := length{m.float(symCount, i), unit(m.float(symUnit, i))}
		if l.n <= 0 || !l.whole() && l.u > hour || !l.u.plain() || i > 0 && (l.u >= r.grain || l.n >= partsOf[l.u]) {
			return nil // "7 days a week, 365 days a year"
		}
		part := l.iso()
		switch {
		case i == 0:
			r = result{typ: Duration, value: part, length: l}
		case l.u <= hour && r.grain <= hour:
			r.value += strings.TrimPrefix(part, "PT")
		default:
			r.value += strings.TrimPrefix(part, "P")
		}
		if i > 0 {
			r.rest = append(r.rest, l)
		}
		r.grain = l.u
	}
	return always(r)
}

// partsOf is how many of a unit no longer are the rest of a longer one.
var partsOf = map[unit]float64{second: 60, minute: 60, hour: 24, oneDay: 32, week: 6, month: 12}

func (u unit) plain() bool {
	f := unitFacts[u]
	return f.times == 1 && len(f.code) == 1 && u != quarter
}

// unitLong is "year-long".
func unitLong(m *match) meaning {
	l := length{1, unit(m.num(symUnit))}
	if m.token(symUnit).word.is(symManyUnits) {
		l.n = vagueCount
	}
	if l.u == second {
		return nil
	}
	return always(aDuration(l))
}

// manyUnits is a bare plural after a word of lasting: "for weeks".
func manyUnits(m *match) meaning {
	u := unit(m.num(symUnit))
	if u == quarter || u == weekend || m.tokens[m.end-2].word == wordThe && (u < oneDay || u == fortnight) {
		return nil
	}
	return always(aDuration(length{vagueCount, u}))
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
