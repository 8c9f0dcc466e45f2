package timex

import (
	"fmt"

	"talksbot/knowledge/calendar"
)

// holidayRules are a rule for each name, and what may stand beside a name.
func holidayRules() []rule {
	rules := []rule{
		{day, "<feast>", feastNear},
		{day, "<feast> ,? in|of? YEAR", ofYear(feasts)},
		{day, "the? SHIFT <feast>", feastShifted},
		{day, "<feast> SHIFT year", ofShiftedYear(feasts)},
		{day, "<feast> of|in <period>", ofPeriod(feasts)},
		{day, "SHIFT year 's? <feast>", ofShiftedYear(feasts)},
		{period, "<feast> weekend YEAR", feastWeekendOf},
		{period, "<feast> YEAR weekend", feastWeekendOf},
		{day, "<feast> in <span>", feastAway(1)},
		{day, "<feast> <span> hence", feastAway(1)},
		{day, "<feast> <span> from now", feastAway(1)},
		{day, "<feast> <span> ago", feastAway(-1)},
		{period, "<feast> week", feastPeriod(week)},
		{period, "<feast> weekend", feastPeriod(weekend)},
		{date, "immediately|shortly|soon|right|just? after|before|during|over|until the? OWNER? <feast> holidays|holiday|period|season|break", holidaySeason},
		{date, "after|before|during|over|until the holidays", holidaySeason},
		{date, "the <feast> holidays|season|break", holidaySeason},
		{date, "the holiday season", holidaySeason},
	}
	for _, h := range calendar.Holidays() {
		y := aHoliday(h)
		for _, name := range h.Names {
			rules = append(rules, rule{feast, name, named(y)})
		}
	}
	return rules
}

// aHoliday is a holiday of no known year: XXXX-12-25, or XXXX-XX-XX when it moves.
func aHoliday(h *calendar.Holiday) *yearly {
	y := &yearly{in: func(year int) result {
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
	}, unknown: "XXXX-XX-XX", grain: oneDay}
	if a, b := y.in(2001).from, y.in(2002).from; a.Month == b.Month && a.Day == b.Day {
		y.unknown = fmt.Sprintf("XXXX-%02d-%02d", a.Month, a.Day)
	}
	return y
}

// named is a holiday by its name. A name made of everyday words ("he lent", "a great fast") needs its
// capital in a sentence.
func named(y *yearly) func(*match) meaning {
	return func(m *match) meaning {
		t := m.tokens[m.first]
		if t.shape == lower && plainHolidays[t.word] && !m.alone(m.first, m.end) {
			return nil
		}
		if t.word == wordLent && !m.alone(m.first, m.end) && !m.namesLent() {
			return nil
		}
		return always(result{yearly: y})
	}
}

// namesLent reports whether what stands beside the word speaks for the season: "during Lent", "Lent
// begins"; not a headline's "Bank Lent Millions".
func (m *match) namesLent() bool {
	if next := m.at(m.end); m.sentenceEnds(m.first - 1) {
		return next.cue != 0 || beForms[next.word]
	}
	before := m.at(m.first - 1)
	return lentLeaders[before.word] || before.word.is(symShift) || before.word.is(symAnchor) || before.word.is(symEdge)
}

var (
	wordLent      = intern("lent")
	lentLeaders   = wordsOf("before lent")
	plainHolidays = wordsOf("everyday holiday words")
)

// feasts is the holiday a feast phrase names.
func feasts(m *match) *yearly { return m.sub()(nil).yearly }

// feastNear is a holiday without a year: by the tense, and when nothing tells, the next.
func feastNear(m *match) meaning {
	y := feasts(m)
	return func(s *scope) result {
		if s.ref().IsZero() || s.tense != tenseUnknown {
			return y.near(s)
		}
		r := y.of(s, 0)
		if !r.known() || r.to.Before(s.ref()) {
			r = s.strictly(1, y.in)
		}
		r.yearly = y
		return r
	}
}

func feastShifted(m *match) meaning {
	if m.num(symShift) == 0 {
		return feastNear(m)
	}
	return shiftedBy(feasts)(m)
}

// feastAway is "Thanksgiving in three years": the one nearest to that distance from publication.
func feastAway(direction int) func(*match) meaning {
	return func(m *match) meaning {
		y, span := feasts(m), m.sub2()
		return func(s *scope) result {
			l := span(s).length
			if s.ref().IsZero() || l.u < oneDay || l.n < 0 || l.n > 500 {
				return result{}
			}
			then := &scope{published: Moment{Day: shift(s.ref(), direction*int(l.n), l.u)}}
			if l.u == year {
				return y.of(then, 0)
			}
			return y.near(then)
		}
	}
}

func feastWeekendOf(m *match) meaning {
	r := feasts(m).in(m.num(symYear))
	if !r.known() {
		return always(r)
	}
	return always(aPeriod(r.from.AddDays(-1), weekend))
}

func feastPeriod(u unit) func(*match) meaning {
	return func(m *match) meaning {
		return within(feastNear(m), oneDay, oneDay, func(r result) result { return aPeriod(r.from, u) })
	}
}

// holidaySeason is a time whose days nobody can name: "after the New Year holidays".
func holidaySeason(*match) meaning {
	return func(s *scope) result {
		if s.tense.isPast() {
			return reference("PAST_REF")
		}
		return reference("FUTURE_REF")
	}
}
