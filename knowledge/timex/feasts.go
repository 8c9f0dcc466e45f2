package timex

import (
	"fmt"

	"talksbot/knowledge/calendar"
)

// holidayRules are a rule for each name, and what may stand beside a name.
func holidayRules() []rule {
	rules := []rule{
		{day, "<feast>", feastNear},
		{day, "<feast> ,? in|of? YEAR", feastOfYear},
		{day, "the? SHIFT <feast>", feastShifted},
		{day, "<feast> SHIFT year", feastOfShiftedYear},
		{day, "<feast> of|in <period>", feastOfPeriod},
		{day, "SHIFT year 's? <feast>", feastOfShiftedYear},
		{period, "<feast> weekend YEAR", feastWeekendOf},
		{period, "<feast> YEAR weekend", feastWeekendOf},
		{day, "<feast> in <span>", feastAway(1)},
		{day, "<feast> <span> hence", feastAway(1)},
		{day, "<feast> <span> from now", feastAway(1)},
		{day, "<feast> <span> ago", feastAway(-1)},
		{period, "<feast> week", feastWeek(week)},
		{period, "<feast> weekend", feastWeek(weekend)},
		{date, "immediately|shortly|soon|right|just? after|before|during|over|until the? OWNER? <feast> holidays|holiday|period|season|break", holidaySeason},
		{date, "after|before|during|over|until the holidays", holidaySeason},
		{date, "the <feast> holidays|season|break", holidaySeason},
		{date, "the holiday season", holidaySeason},
	}
	for _, h := range calendar.Holidays() {
		for _, name := range h.Names {
			rules = append(rules, rule{feast, name, named(daysOf(h))})
		}
	}
	return rules
}

// A yearly is a date told without its year: the days it falls on in a year, or an empty result when it
// does not fall in that year.
type yearly func(year int) result

func daysOf(h *calendar.Holiday) yearly {
	return func(year int) result {
		d := h.In(year)
		if d.First.IsZero() {
			return result{}
		}
		r := aDay(d.First)
		if d.Last != d.First {
			r.value += "/" + d.Last.String()
		}
		r.from, r.to = d.Eve, d.Last
		return r
	}
}

// named is a holiday by its name. A name made of everyday words ("he lent", "a great fast") needs its
// capital in a sentence.
func named(on yearly) func(*match) meaning {
	return func(m *match) meaning {
		t := m.tokens[m.first]
		if t.shape == lower && plainHolidays[t.word] && !m.alone(m.first, m.end) {
			return nil
		}
		if t.word == wordLent && !m.alone(m.first, m.end) && !m.namesLent() {
			return nil
		}
		return func(*scope) result { return result{yearly: on} }
	}
}

// namesLent reports whether what stands beside the word speaks for the season: "during Lent", "Lent
// begins"; not a headline's "Bank Lent Millions".
func (m *match) namesLent() bool {
	if next := m.at(m.end); m.sentenceEnds(m.first - 1) {
		return next != nil && (next.cue != 0 || beForms[next.word])
	}
	before := m.at(m.first - 1)
	return lentLeaders[before.word] || before.word.classes&(symShift.class()|symAnchor.class()|symEdge.class()) != 0
}

var (
	wordLent    = intern("lent")
	lentLeaders = wordsOf("before lent")
)

var plainHolidays = wordsOf("everyday holiday words")

// feastNear is a holiday without a year: by the tense, and when nothing tells, the next.
func feastNear(m *match) meaning {
	on := m.yearly()
	return func(s *scope) result {
		switch {
		case s.ref().IsZero():
			return everyYear(on)
		case s.tense == tenseUnknown:
			if r := on(s.ref().Year); r.known() && !r.to.Before(s.ref()) {
				r.relative, r.yearly = true, on
				return r
			}
			r := s.strictly(1, on)
			r.yearly = on
			return r
		}
		r := s.nearest(on)
		r.yearly = on
		return r
	}
}

// everyYear is a holiday of no known year: XXXX-12-25, or XXXX-XX-XX when it moves.
func everyYear(on yearly) result {
	a, b := on(2001), on(2002)
	if a.from.Month != b.from.Month || a.from.Day != b.from.Day {
		return unresolved("XXXX-XX-XX", oneDay)
	}
	return unresolved(fmt.Sprintf("XXXX-%02d-%02d", a.from.Month, a.from.Day), oneDay)
}

func feastOfYear(m *match) meaning {
	on, y := m.yearly(), m.num(symYear)
	return func(*scope) result { return on(y) }
}

func feastShifted(m *match) meaning {
	on, n := m.yearly(), m.num(symShift)
	return func(s *scope) result {
		if n == 0 {
			return feastNear(m)(s)
		}
		return s.strictly(n, on)
	}
}

func feastOfShiftedYear(m *match) meaning {
	on, n := m.yearly(), m.num(symShift)
	return func(s *scope) result {
		if s.ref().IsZero() {
			return result{}
		}
		r := on(s.ref().Year + n)
		r.relative = true
		return r
	}
}

func feastOfPeriod(m *match) meaning {
	on, inner := m.yearly(), m.sub2()
	return func(s *scope) result {
		r := inner(s)
		if !r.known() || r.grain != year {
			return result{}
		}
		return inherit(on(r.from.Year), r)
	}
}

// feastAway is "Thanksgiving in three years": the one nearest to that distance from publication.
func feastAway(direction int) func(*match) meaning {
	return func(m *match) meaning {
		on, span := m.yearly(), m.sub2()
		return func(s *scope) result {
			l := span(s).length
			if s.ref().IsZero() || l.u < oneDay || l.n < 0 || l.n > 500 {
				return result{}
			}
			at := shift(s.ref(), direction*int(l.n), l.u)
			around := &scope{published: Moment{Day: at}}
			r := around.nearest(on)
			if l.u == year {
				r = on(at.Year)
			}
			r.relative = true
			return r
		}
	}
}

func feastWeekendOf(m *match) meaning {
	on, y := m.yearly(), m.num(symYear)
	return func(*scope) result {
		r := on(y)
		if !r.known() {
			return r
		}
		return aPeriod(r.from.AddDays(-1), weekend)
	}
}

func feastWeek(u unit) func(*match) meaning {
	return func(m *match) meaning {
		inner := feastNear(m)
		return func(s *scope) result {
			r := inner(s)
			if !r.known() {
				return result{}
			}
			return inherit(aPeriod(r.from, u), r)
		}
	}
}

// holidaySeason is a time whose days nobody can name: "after the New Year holidays".
func holidaySeason(*match) meaning {
	return func(s *scope) result {
		if s.tense == tensePast {
			return reference("PAST_REF")
		}
		return reference("FUTURE_REF")
	}
}

// yearly returns the holiday a feast phrase names.
func (m *match) yearly() yearly {
	return m.sub()(nil).yearly
}
