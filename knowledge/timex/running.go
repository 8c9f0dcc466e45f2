package timex

import "talksbot/knowledge/calendar"

// Lengths of time that end or start at publication: "the past 20 years", "the next few days", "recent
// months", "the coming weeks".
var runningRules = []rule{
	{span, "the? SHIFT COUNT more? ANYUNIT", runningSpan},
	{span, "the? ANCHOR COUNT ANYUNIT", runningSpan},
	{span, "the? SHIFT|ANCHOR COUNT business|working days", runningWorkDays},
	{span, "the? COUNT SHIFT|ANCHOR ANYUNIT", runningSpan},
	{span, "these past|last COUNT? ANYUNIT", runningSpan},
	{span, "the? SHIFT UNITS", runningUnits},
	{span, "recent UNITS", runningUnits},
	{span, "the past UNIT", runningOne},
	{span, "the last decade", runningOne},
}

// runningSpan is a length of time that ends or starts now, or at the last date mentioned.
func runningSpan(m *match) meaning {
	l, ok := m.length()
	if !ok || l.n > 100 && m.has(symCount) && !m.token(symUnit).word.is(symManyUnits) {
		return nil
	}
	n, anchored := m.num(symShift)+m.num(symAnchor), m.has(symAnchor)
	if !anchored && !m.has(symShift) { // these past months
		n = -1
		if !m.has(symCount) {
			l.n = vagueCount
		}
	}
	if n == 0 {
		return nil
	}
	if m.lastOfSomething() {
		return always(aDuration(l))
	}
	return func(s *scope) result {
		if anchored {
			return running(s.anchor(), l, n)
		}
		return running(s.ref(), l, n)
	}
}

// lastOfSomething reports whether the last days are those of what is named behind them: "the last
// three weeks of the season", which nobody need be in now.
func (m *match) lastOfSomething() bool {
	return m.has(symShift) && m.token(symShift).text(m.text) == "last" && m.at(m.end).word == wordOf && !m.sentenceEnds(m.end)
}

func running(at calendar.Day, l length, direction int) result {
	r := aDuration(l)
	r.relative, r.vague = true, l.n == vagueCount
	if r.vague || at.IsZero() || l.u < oneDay || !l.whole() || l.n > 10000 {
		return r
	}
	n := direction * int(l.n)
	switch far := shift(at, n, l.u); {
	case l.u == quarter: // nobody counts quarters but by the calendar
		r.from, r.to = quartersFrom(at, int(l.n), direction)
	case direction < 0:
		r.from, r.to = far, at
	default:
		r.from, r.to = at.AddDays(1), far
	}
	if r.from.Year < 1 || r.to.Year > 9999 {
		r.from, r.to = calendar.Day{}, calendar.Day{}
	}
	return r
}

func quartersFrom(at calendar.Day, n, direction int) (from, to calendar.Day) {
	first := aPeriod(at, quarter).from
	if direction < 0 {
		return shift(first, -n, quarter), first.AddDays(-1)
	}
	return shift(first, 1, quarter), shift(first, n+1, quarter).AddDays(-1)
}

// runningWorkDays is "the next four business days", Mondays to Fridays.
func runningWorkDays(m *match) meaning {
	n, direction := m.num(symCount), m.num(symShift)+m.num(symAnchor)
	if n < 1 || n > 1000 || direction == 0 {
		return nil
	}
	return func(s *scope) result {
		r := running(s.ref(), length{float64(n), oneDay}, direction)
		if !r.known() {
			return r
		}
		d := s.ref()
		for left := n; left > 0; {
			d = d.AddDays(direction)
			if calendar.ISOWeekday(d.Weekday()) < 5 {
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

// runningUnits is "the coming days", "recent months": plural, and so no certain number of them.
func runningUnits(m *match) meaning {
	if m.has(symShift) && m.num(symShift) == 0 {
		return nil
	}
	r := aDuration(length{vagueCount, unit(m.num(symUnit))})
	r.vague, r.relative = true, true
	return always(r)
}

// runningOne is "the past year": the twelve months up to now, where "last year" is a calendar year.
func runningOne(m *match) meaning {
	u := unit(m.tokens[m.end-1].word.values[symUnit])
	if u <= minute || u == weekend || u == quarter || u == hundredYears {
		return nil
	}
	return func(s *scope) result { return running(s.ref(), length{1, u}, -1) }
}
