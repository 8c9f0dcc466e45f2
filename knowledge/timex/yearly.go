package timex

// A yearly is a date told without its year: a month, a season, a quarter, a holiday, a day of a month.
type yearly struct {
	in      func(year int) result // the days it falls on in a year; empty when it does not
	unknown string                // its TIMEX3 value when nobody can tell the year
	grain   unit
}

// unresolved is what y means where it is not known when it was said.
func (y *yearly) unresolved() result { return unresolved(y.unknown, y.grain) }

// near takes the year from the tense and what was published when.
func (y *yearly) near(s *scope) result {
	if s.ref().IsZero() {
		return y.unresolved()
	}
	r, decided := s.besideMonth(y)
	if !decided {
		r = s.nearest(y.in)
	}
	r.yearly = y
	return r
}

// of is y in the year of publication, or n years later.
func (y *yearly) of(s *scope, n int) result {
	if s.ref().IsZero() {
		return y.unresolved()
	}
	r := y.in(s.ref().Year + n)
	r.relative = true
	return r
}

// shifted is the last y before publication, or the next, or the one of this year.
func (y *yearly) shifted(s *scope, n int) result {
	if n == 0 || s.ref().IsZero() {
		return y.of(s, n)
	}
	return s.strictly(n, y.in)
}

// A teller reads from a match what is told without its year; nil when it is nothing of the kind.
type teller func(m *match) *yearly

// action is what a match means by what tell reads from it.
func (tell teller) action(means func(m *match, y *yearly) meaning) func(*match) meaning {
	return func(m *match) meaning {
		if y := tell(m); y != nil {
			return means(m, y)
		}
		return nil
	}
}

// ofYear is an action for a yearly with its year beside it, in four digits or two.
func ofYear(tell teller) func(*match) meaning {
	return tell.action(func(m *match, y *yearly) meaning { return always(y.in(m.num(symYear) + m.num(symHalf))) })
}

// nearYear is an action for a yearly alone.
func nearYear(tell teller) func(*match) meaning {
	return tell.action(func(_ *match, y *yearly) meaning { return y.near })
}

// ofShiftedYear is "February this year".
func ofShiftedYear(tell teller) func(*match) meaning {
	return tell.action(func(m *match, y *yearly) meaning {
		return func(s *scope) result { return y.of(s, m.num(symShift)) }
	})
}

// ofPeriod is "March of that year": the period is the last phrase of the match.
func ofPeriod(tell teller) func(*match) meaning {
	return tell.action(func(m *match, y *yearly) meaning {
		return within(m.lastSub(), year, year, func(r result) result { return y.in(r.from.Year) })
	})
}

// shiftedBy is "last October", "the next spring".
func shiftedBy(tell teller) func(*match) meaning {
	return tell.action(func(m *match, y *yearly) meaning {
		return func(s *scope) result { return y.shifted(s, m.num(symShift)) }
	})
}

// anchoredBy counts from the last date mentioned: "the following March".
func anchoredBy(tell teller) func(*match) meaning {
	return tell.action(func(m *match, y *yearly) meaning {
		if m.following() {
			return nil
		}
		return func(s *scope) result {
			return y.shifted(&scope{published: Moment{Day: s.anchor()}}, m.num(symAnchor))
		}
	})
}
