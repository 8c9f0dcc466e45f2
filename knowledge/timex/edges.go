package timex

// The early, middle or late part of a period: "late November", "mid-1990s", "the end of the month",
// "earlier this week". The value stays that of the period, as TIMEX3 has it, with a mod; the days are
// the part of it that is meant.
var edgeRules = []rule{
	{date, "the? early|mid|late <period>", edgeAt},
	{date, "the? early|mid|late - <period>", edgeAt},
	{date, "the? early to|- mid -? <period>", edgeAt},
	{date, "the? mid to|- late -? <period>", edgeAt},
	{date, "the? EDGE of <period>", edgeOf},
	{date, "the EDGE in <period>", edgeOf},
	{date, "the? EDGE part of|in the? <period>", edgeOf},
	{date, "early|mid|late in ^ <period>", edgeIn},
	{date, "the? EDGE days|weeks|months|years|hours of the? <period>", edgeOf},
	{date, "the? first|opening days|weeks|months of the? <period>", edgeAs(early)},
	{date, "the? latter|later|closing|final part|days|weeks|months|years|half of the? <period>", edgeAs(late)},
	{date, "the? EDGE of the? UNIT", edgeOfCurrent},
	{date, "by ^ EDGE UNIT", edgeOfCurrent},
	{date, "EOM", edgeNow(late, month)},
	{date, "EOY", edgeNow(late, year)},
	{date, "BOM", edgeNow(early, month)},
	{date, "BOY", edgeNow(early, year)},
	{date, "EOD", edgeNow(late, oneDay)},
	{date, "the? rest|remainder|remaining of the|this UNIT", restOfCurrent},
	{date, "the? rest|remainder of <period>", restOf},
	{date, "earlier <period>", sofar},
	{date, "later <period>", restOf},
	{date, "earlier ^ <day>", theSame},
	{date, "later|late|early ^ <day>", theSame},
	{date, "earlier|early in the UNIT", sofarCurrent},
	{date, "later in the UNIT", restOfCurrent},
	{date, "UNIT to date", sofarCurrent},
	{date, "the? all|whole|entire <period>", theSame},
	{date, "all|whole|entire the? UNIT", wholeCurrent},
}

// edgeMods are the TIMEX3 names of the edges.
var edgeMods = map[edge]string{early: "START", middle: "MID", late: "END"}

func edgeOf(m *match) meaning { return partOf(m.sub(), edge(m.num(symEdge))) }

// edgeAt is "early March", whose edge is the first word but for an article.
func edgeAt(m *match) meaning {
	w := m.tokens[m.first].word
	if w == wordThe {
		w = m.tokens[m.first+1].word
	}
	return partOf(m.sub(), edge(w.values[symEdge]))
}

func edgeIn(m *match) meaning {
	return partOf(m.sub(), edge(m.tokens[m.first].word.values[symEdge]))
}

func edgeAs(e edge) func(*match) meaning {
	return func(m *match) meaning { return partOf(m.sub(), e) }
}

func partOf(inner meaning, e edge) meaning {
	return func(s *scope) result {
		r := inner(s)
		if r.grain < week || r.typ != Date {
			return result{}
		}
		return r.narrow(e)
	}
}

// edgeOfCurrent is "the end of the month": of the one publication falls in.
func edgeOfCurrent(m *match) meaning {
	u := unit(m.num(symUnit))
	if u < week || m.token(symUnit).word.plural {
		return nil
	}
	return partOf(current(u), edge(m.num(symEdge)))
}

func edgeNow(e edge, u unit) func(*match) meaning {
	return func(m *match) meaning {
		if m.tokens[m.first].shape != upper {
			return nil
		}
		if u == oneDay {
			return current(oneDay)
		}
		return partOf(current(u), e)
	}
}

// current is the week, month or year of publication.
func current(u unit) meaning {
	return func(s *scope) result { return periodFrom(s.ref(), 0, u) }
}

// spokenOf is the day, week or month that "earlier in the day" is about: for a day the last mentioned,
// otherwise that of publication.
func (s *scope) spokenOf(u unit) result {
	if u == oneDay {
		return periodFrom(s.anchorOf(u), 0, u)
	}
	return periodFrom(s.ref(), 0, u)
}

func wholeCurrent(m *match) meaning {
	u := unit(m.num(symUnit))
	if u <= oneDay || m.token(symUnit).word.plural {
		return nil
	}
	return current(u)
}

// narrow keeps the days of the period that its early, middle or late part has: thirds of a month,
// three or four months of a year, as many years of a decade.
func (r result) narrow(e edge) result {
	r.mod = edgeMods[e]
	if !r.known() {
		return r
	}
	first, last := r.from, r.to
	cut := func(unit unit, a, b int) {
		r.from = shift(first, a, unit)
		if b > 0 {
			r.to = shift(first, b, unit).AddDays(-1)
		}
	}
	switch r.grain {
	case week:
		cut(oneDay, [...]int{0, 2, 4}[e-1], [...]int{3, 5, 0}[e-1])
	case month:
		cut(oneDay, [...]int{0, 10, 20}[e-1], [...]int{10, 20, 0}[e-1])
	case quarter, threeMonths:
		cut(month, [...]int{0, 1, 2}[e-1], [...]int{1, 2, 0}[e-1])
	case year:
		cut(month, [...]int{0, 4, 8}[e-1], [...]int{3, 8, 0}[e-1])
	case decade:
		cut(year, [...]int{0, 4, 6}[e-1], [...]int{4, 7, 0}[e-1])
	case hundredYears:
		cut(year, [...]int{0, 33, 75}[e-1], [...]int{25, 67, 0}[e-1])
	}
	if e == late {
		r.to = last
	}
	return r
}

// sofar is "earlier this year": from its start to publication.
func sofar(m *match) meaning {
	inner := m.sub()
	return func(s *scope) result {
		r := inner(s)
		if !r.known() || r.grain < week {
			return r
		}
		r.mod = edgeMods[early]
		if ref := s.ref(); r.from.Before(ref) && ref.Before(r.to) {
			r.to = ref
		}
		return r
	}
}

func sofarCurrent(m *match) meaning {
	u := unit(m.num(symUnit))
	if u < oneDay || m.token(symUnit).word.plural {
		return nil
	}
	return func(s *scope) result {
		r := s.spokenOf(u)
		if r.known() && u > oneDay {
			r.mod, r.to = edgeMods[early], s.ref()
		}
		return r
	}
}

// restOf is "later this year": from publication to its end.
func restOf(m *match) meaning {
	inner := m.sub()
	return func(s *scope) result { return s.restOf(inner(s)) }
}

func restOfCurrent(m *match) meaning {
	u := unit(m.num(symUnit))
	if u < oneDay || m.token(symUnit).word.plural {
		return nil
	}
	return func(s *scope) result { return s.restOf(s.spokenOf(u)) }
}

func (s *scope) restOf(r result) result {
	if !r.known() || r.grain < week {
		return r
	}
	r.mod = edgeMods[late]
	if ref := s.ref(); r.from.Before(ref) && !r.to.Before(ref) {
		r.from = ref
	}
	return r
}
