package timex

// The early, middle or late part of a period: "late November", "mid-1990s", "the end of the month",
// "earlier this week". The value stays that of the period, as TIMEX3 has it, with a mod; the days are
// the part of it that is meant.
var edgeRules = []rule{
	{date, "the? early|mid|late -? <period>", firstEdge},
	{date, "the? early to|- mid -? <period>", firstEdge},
	{date, "the? mid to|- late -? <period>", firstEdge},
	{date, "the? EDGE of <period>", edgeOf},
	{date, "the EDGE in <period>", edgeOf},
	{date, "the? EDGE part of|in the? <period>", edgeOf},
	{date, "early|mid|late in ^ <period>", firstEdge},
	{date, "the? EDGE days|weeks|months|years|hours of the? <period>", edgeOf},
	{date, "the? first|opening days|weeks|months of the? <period>", edgeAs(early)},
	{date, "the? latter|later|closing|final part|days|weeks|months|years|half of the? <period>", edgeAs(late)},
	{date, "the? EDGE of the? UNIT", edgeOfCurrent},
	{date, "by ^ EDGE UNIT", edgeOfCurrent},
	{date, "the? UNIT 's end|close", edgeAsOfCurrent(closing)},
	{date, "the? month|quarter|year - end", edgeAsOfCurrent(closing)},
	{date, "mid - week|month|year", edgeAsOfCurrent(middle)},
	{date, "year - end of? YEAR", endOfYear},
	{date, "YEAR year - end", endOfYear},
	{date, "end - <period>", edgeAs(closing)},
	{date, "midyear|midweek", middleNow},
	{date, "EOM", edgeNow(closing, month)},
	{date, "EOY", edgeNow(closing, year)},
	{date, "BOM", edgeNow(early, month)},
	{date, "BOY", edgeNow(early, year)},
	{date, "EOD", edgeNow(0, oneDay)},
	{date, "the? rest|remainder|remaining of the|this UNIT", byUnit(oneDay, restOfUnit)},
	{date, "the? rest|remainder of <period>", rest},
	{date, "earlier <period>", soFar},
	{date, "later <period>", rest},
	{date, "earlier ^ <day>", theSame},
	{date, "later|late|early ^ <day>", theSame},
	{date, "earlier|early in the UNIT", byUnit(oneDay, soFarInUnit)},
	{date, "later in the UNIT", byUnit(oneDay, restOfUnit)},
	{date, "UNIT to date", byUnit(oneDay, soFarInUnit)},
	{date, "the? all|whole|entire <period>", theSame},
	{date, "all|whole|entire the? UNIT", byUnit(weekend, fromNow(0))},
}

func edgeOf(m *match) meaning { return partOf(m.sub(), edge(m.num(symEdge))) }

// afterThe returns the first word of the match but for an article.
func (m *match) afterThe() *word {
	if w := m.tokens[m.first].word; w != wordThe {
		return w
	}
	return m.tokens[m.first+1].word
}

// firstEdge is "early March", whose edge is the first word.
func firstEdge(m *match) meaning { return partOf(m.sub(), edge(m.afterThe().values[symEdge])) }

func edgeAs(e edge) func(*match) meaning {
	return func(m *match) meaning { return partOf(m.sub(), e) }
}

// partOf is an edge of a period; 0 is all of it.
func partOf(inner meaning, e edge) meaning {
	return func(s *scope) result {
		r := inner(s)
		switch {
		case e == 0:
			return r
		case r.grain < week || r.typ != Date:
			return result{}
		}
		return r.narrow(e)
	}
}

// edgeOfCurrent is "the end of the month": of the one that is spoken of.
func edgeOfCurrent(m *match) meaning {
	e := edge(m.num(symEdge))
	return byUnit(week, func(s *scope, u unit) result { return partOf(always(s.spokenOf(u)), e)(s) })(m)
}

// edgeAsOfCurrent is "the year's end", "mid-week".
func edgeAsOfCurrent(e edge) func(*match) meaning {
	return func(m *match) meaning {
		for i := m.first; i < m.end; i++ {
			if w := m.tokens[i].word; w.is(symOneUnit) {
				u := unit(w.values[symOneUnit])
				return func(s *scope) result {
					if u < week {
						return result{}
					}
					return partOf(always(s.spokenOf(u)), e)(s)
				}
			}
		}
		return nil
	}
}

func endOfYear(m *match) meaning { return partOf(inYear(m), closing) }

// middleNow is "midyear", "midweek".
func middleNow(m *match) meaning {
	u := year
	if m.tokens[m.first].word == wordMidweek {
		u = week
	}
	return func(s *scope) result { return partOf(always(s.spokenOf(u)), middle)(s) }
}

var wordMidweek = intern("midweek")

// edgeNow is an abbreviation: "EOM" is the end of the month.
func edgeNow(e edge, u unit) func(*match) meaning {
	return func(m *match) meaning {
		if m.tokens[m.first].shape != upper {
			return nil
		}
		return partOf(current(u), e)
	}
}

// current is the week, month or year of publication.
func current(u unit) meaning {
	return func(s *scope) result { return periodFrom(s.ref(), 0, u) }
}

// soFar is "earlier this year": from its start to publication.
func soFar(m *match) meaning {
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

func soFarInUnit(s *scope, u unit) result {
	r := s.spokenOf(u)
	if r.known() && u > oneDay {
		r.mod = edgeMods[early]
		if ref := s.ref(); !ref.Before(r.from) && ref.Before(r.to) {
			r.to = ref
		}
	}
	return r
}

// rest is "later this year": from publication to its end.
func rest(m *match) meaning {
	inner := m.sub()
	return func(s *scope) result { return s.restOf(inner(s)) }
}

func restOfUnit(s *scope, u unit) result { return s.restOf(s.spokenOf(u)) }

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
