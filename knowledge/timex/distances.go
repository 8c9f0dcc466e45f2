package timex

import (
	"time"

	"talksbot/knowledge/calendar"
)

// Days told by their distance from publication or from another date: "two months ago", "three days
// later", "a week from Tuesday", "the day after Easter".
var distanceRules = []rule{
	{date, "<span> ago|back", distance(-1, fromPublication, true)},
	{date, "UNITS ago", refer("PAST_REF")},
	{date, "<span> from right? now|tonight", distance(1, fromPublication, true)},
	{date, "<span> starting|beginning from|on? <day>", startingSpan},
	{date, "for ^ <span> ,? from <day>", startingSpan},
	{date, "<span> hence", distance(1, fromPublication, true)},
	{date, "in ^ <span>", inSpan},
	{date, "in ^ <span> '|'s time", distance(1, fromPublication, true)},
	{date, "<span> later|afterwards|afterward", distanceLater},
	{date, "<span> earlier|previously", distanceEarlier},
	{date, "<span> before|prior CLAUSEEND", distance(-1, fromLast, false)},
	{date, "<span> after|from|following|since <date>", distanceFrom(1)},
	{date, "<span> before <date>", distanceFrom(-1)},
	{date, "<span> prior to <date>", distanceFrom(-1)},
	{date, "the? UNIT after|following <date>", stepFrom(1)},
	{date, "the? UNIT before|preceding <date>", stepFrom(-1)},
	{date, "the UNIT before that", byUnit(oneDay, fromAnchor(-2))},
	{date, "the UNIT before|earlier CLAUSEEND", byUnit(oneDay, fromAnchor(-1))},
	{date, "the UNIT before last", byUnit(oneDay, fromNow(-2))},
	{date, "the UNIT after next", byUnit(oneDay, fromNow(2))},
	{date, "the UNIT after CLAUSEEND", byUnit(oneDay, fromAnchor(1))},
	{day, "the next day", nextDay},
	{period, "the? ANCHOR UNIT", anchoredUnit},
	{period, "that same UNIT", byUnit(oneDay, fromAnchor(0))},
	{period, "the very? same UNIT", byUnit(oneDay, fromAnchor(0))},
	{period, "the very? next UNIT", byUnit(oneDay, nextUnit)},
}

// endsClause reports whether no word or figure stands at token i that the clause could go on with.
func (p *parser) endsClause(i int) bool {
	t := p.at(i)
	return t.gap == broken || t.shape == other && t.digits == 0
}

func nextDay(*match) meaning {
	return func(s *scope) result { return periodFrom(s.anchorBefore(oneDay), 1, oneDay) }
}

// nextUnit is "the next week": from the last date mentioned when the tense is past, otherwise from now.
func nextUnit(s *scope, u unit) result {
	if s.tense.isPast() {
		return periodFrom(s.anchorOf(u), 1, u)
	}
	return periodFrom(s.ref(), 1, u)
}

// stepFrom is the one day, week, month or year beside a date: "the day after Easter".
func stepFrom(direction int) func(*match) meaning {
	return func(m *match) meaning {
		to := m.sub()
		return byUnit(oneDay, func(s *scope, u unit) result {
			if r := to(s); r.known() {
				return periodFrom(r.from, direction, u)
			}
			return result{}
		})(m)
	}
}

// An origin is what a distance in units of u is counted from.
type origin func(s *scope, u unit) calendar.Day

func fromPublication(s *scope, _ unit) calendar.Day { return s.ref() }
func fromLast(s *scope, u unit) calendar.Day        { return s.anchorOf(coarse(u)) }

func distance(direction int, from origin, now bool) func(*match) meaning {
	return func(m *match) meaning {
		span := m.sub()
		return func(s *scope) result {
			l := span(s)
			return away(s, from(s, l.length.u), l, direction, now)
		}
	}
}

// distanceLater is "ten years later": later than the last date mentioned. When none was, or it would then
// still be to come though the text tells of the past, nobody can say than what.
func distanceLater(m *match) meaning {
	span, counted := m.sub(), distance(1, fromLast, false)(m)
	return func(s *scope) result {
		if r := counted(s); s.alone || s.told.last.known() && !(s.tense.isPast() && r.from.After(s.ref())) {
			return r
		}
		r := span(s)
		r.vague, r.relative = true, true
		return r
	}
}

// distanceEarlier is "a year earlier". Compared with a month or a quarter it is that of the year before:
// "In the third quarter sales rose from a year earlier".
func distanceEarlier(m *match) meaning {
	span, counted := m.sub(), distance(-1, fromLast, false)(m)
	compares := comparing[m.at(m.first-1).word]
	return func(s *scope) result {
		l := span(s).length
		if base := &s.near; compares && l.u == year && l.whole() && base.known() && (base.grain == month || base.grain == quarter) {
			return relatively(aPeriod(shift(base.from, -int(l.n), year), base.grain))
		}
		return counted(s)
	}
}

var comparing = wordsOf("comparing with a time")

// away is the day, month or year that lies a length of time from a day, as coarse as the length was
// told. Weeks and, ahead of now, months have that week's or month's value but the very day: people
// count them from today, while "two years ago" is a round figure.
func away(s *scope, at calendar.Day, d result, direction int, now bool) result {
	l := d.length
	switch {
	case d.typ != Duration || l.u == 0:
		return result{}
	case (l.n == vagueCount || at.IsZero()) && !now:
		d.vague, d.relative = true, true
		return d
	case l.n == vagueCount || at.IsZero():
		return reference(refValue(direction))
	case l.u <= hour:
		return clockAway(s, at, l, direction, now)
	case l.n > 20000:
		return result{}
	}
	if !l.whole() {
		l = l.inSmaller()
	}
	to := shift(at, direction*int(l.n), l.u)
	if to.Year < 1 || to.Year > 9998 {
		return result{}
	}
	u := l.u
	for _, l := range d.rest {
		if u = l.u; u <= hour {
			return result{}
		}
		to = shift(to, direction*int(l.n), u)
	}
	r := aPeriod(to, coarse(u))
	if r.grain == week || r.grain == month && direction > 0 && now {
		r.from, r.to = to, to
	}
	r.relative, r.mod = true, awayMod[d.mod][max(direction, 0)]
	return r
}

// coarse is the unit a distance in units of u is as exact as.
func coarse(u unit) unit {
	switch u {
	case decade:
		return year
	case fortnight:
		return week
	}
	return u
}

// awayMod turns the modifier of a length into that of a day that far back, and that far ahead:
// "more than two years ago" is before.
var awayMod = map[string][2]string{
	"APPROX":        {"APPROX", "APPROX"},
	"MORE_THAN":     {"BEFORE", "AFTER"},
	"LESS_THAN":     {"AFTER", "BEFORE"},
	"EQUAL_OR_MORE": {"ON_OR_BEFORE", "ON_OR_AFTER"},
	"EQUAL_OR_LESS": {"ON_OR_AFTER", "ON_OR_BEFORE"},
}

// clockAway is some hours or less from publication; without a clock there, only how long is known.
func clockAway(s *scope, at calendar.Day, l length, direction int, now bool) result {
	if !s.published.HasClock || at != s.ref() || !now {
		r := aDuration(l)
		r.vague, r.relative = true, true
		return r
	}
	d := time.Duration(l.n * float64([...]time.Duration{second: time.Second, minute: time.Minute, hour: time.Hour}[l.u]))
	if d > 10000*time.Hour {
		return result{}
	}
	clock := s.published.Clock + time.Duration(direction)*d
	days := int(clock / wholeDay)
	if clock %= wholeDay; clock < 0 {
		clock += wholeDay
		days--
	}
	return aClock(relativeDay(at.AddDays(days)), clock)
}

// inSpan is "in two weeks": a day ahead, unless the tense is past ("his second letter in two weeks"),
// when it is how long something took.
func inSpan(m *match) meaning {
	span := m.sub()
	return func(s *scope) result {
		r := span(s)
		if s.tense.isPast() || r.relative || r.typ != Duration || r.length.u == 0 || r.known() {
			return r
		}
		return away(s, s.ref(), r, 1, true)
	}
}

func distanceFrom(direction int) func(*match) meaning {
	return func(m *match) meaning {
		span, to := m.sub(), m.sub2()
		return func(s *scope) result {
			r := to(s)
			if !r.known() {
				return result{}
			}
			base := r.from
			if direction > 0 && r.grain < month {
				base = r.to
			}
			got := away(s, base, span(s), direction, false)
			if l := span(s).length; got.known() && r.grain == oneDay && l.whole() {
				exact := aDay(shift(base, direction*int(l.n), l.u))
				exact.mod, exact.relative = got.mod, r.relative
				return exact
			}
			return got
		}
	}
}

// startingSpan is "two weeks starting May 20".
func startingSpan(m *match) meaning {
	span, first := m.sub(), m.sub2()
	return func(s *scope) result {
		r, l := first(s), span(s).length
		if !r.known() || l.u < oneDay || l.n < 1 || l.n > 1000 {
			return result{}
		}
		r.typ, r.value, r.grain = Duration, l.iso(), l.u
		r.to = shift(r.from, int(l.n), l.u).AddDays(-1)
		return r
	}
}
