package timex

import (
	"cmp"
	"fmt"
	"time"

	"talksbot/knowledge/calendar"
)

// Seasons: "last spring", "the summer of 2012".
var seasonRules = []rule{
	{period, "the? SEASON ,? of? YEAR", ofYear(seasons)},
	{period, "the? SEASON of? YEAR -|/ YY", seasonOverNewYear},
	{period, "YEAR SEASON", ofYear(seasons)},
	{period, "SHIFT SEASON", seasonShifted},
	{period, "ANCHOR SEASON", anchoredBy(seasons)},
	{period, "the? SEASON of? <period>", ofPeriod(seasons)},
	{period, "in|by|until|during|since|through|throughout ^ the? SEASON", nearYear(ledSeasons)},
	{period, "the SEASON", nearYear(loneSeasons)},
	{period, "SEASON", nearYear(loneSeasons)},
}

func seasons(m *match) *yearly {
	n := season(m.num(symSeason))
	return &yearly{func(y int) result { return aSeason(y, n) }, "XXXX-" + seasonCodes[n], threeMonths}
}

// seasonOverNewYear is "the winter of 2008-09".
func seasonOverNewYear(m *match) meaning { return always(seasons(m).in(m.num(symYear))) }

// seasonShifted: "this winter" began in the year before when it is not yet March, and so did "this
// fall" when a past tense is told before it.
func seasonShifted(m *match) meaning {
	y, shift, n := seasons(m), m.num(symShift), season(m.num(symSeason))
	return func(s *scope) result {
		r := y.shifted(s, shift)
		if shift == 0 && r.known() && (n == winter && s.ref().Month < time.March || s.tense.isPast() && r.from.After(s.ref())) {
			return y.of(s, -1)
		}
		return r
	}
}

// ledSeasons are seasons after a word that one follows.
func ledSeasons(m *match) *yearly {
	n, t := season(m.num(symSeason)), m.at(m.end)
	if t.gap == spaced && t.shape != other && t.shape != lower && n != summer && n != winter {
		return nil // "the Spring Offensive", "the Fall River"
	}
	if m.token(symSeason).word.plain && (!m.endsNoun(m.end) || t.word == wordIn) {
		return nil // "the fall of Kabul", "the spring in his step"
	}
	return seasons(m)
}

// loneSeasons are seasons that no word leads to. One that a noun follows is of no year: "a winter storm".
func loneSeasons(m *match) *yearly {
	t, before := m.token(symSeason), m.at(m.first-1)
	kind := before.word == wordA || before.word == wordAn || m.tokens[m.first].word != wordThe && !m.endsNoun(m.end)
	if t.word.plain || kind && !m.alone(m.first, m.end) {
		return nil
	}
	return seasons(m)
}

// Quarters, halves and fiscal years: "Q4 2018", "the third quarter", "the first half of 1998", "fiscal
// 2003".
var quarterRules = []rule{
	{period, "the? NTH quarter|qtr of|in? ,? YEAR", ofYear(quarters)},
	{period, "the? NTH quarter|qtr of? <period>", ofPeriod(quarters)},
	{date, "<period> 's NTH quarter|qtr", ofPeriod(quarters)},
	{period, "the? NTH - quarter|qtr of? YEAR", ofYear(quarters)},
	{period, "the? YEAR NTH -? quarter|qtr", ofYear(quarters)},
	{period, "the? YEAR NTH -? half", ofYear(halves)},
	{period, "quarter|qtr INT ,? of? YEAR", ofYear(quarters)},
	{period, "quarter|qtr INT NOUNEND", nearYear(loneQuarters)},
	{period, "the ( most recent )? quarter NOUNEND", quarterSpokenOf(0)},
	{period, "the latest quarter NOUNEND", quarterSpokenOf(0)},
	{period, "the? year - earlier|ago|before quarter|period|month|level|figure", quarterSpokenOf(-1)},
	{period, "the? year - earlier|ago|before", quarterSpokenOf(-1)},
	{period, "the? NTH -? quarter|qtr", nearYear(loneQuarters)},
	{period, "q INT ,? -? of? YEAR", ofYear(quarters)},
	{period, "the? NTH quarter|qtr of the year", nearYear(loneQuarters)},
	{period, "q INT", nearYear(quarters)},
	{period, "YEAR|YY -? q INT", ofYear(quarters)},
	{period, "the? NTH half of? YEAR", ofYear(halves)},
	{period, "YEAR -? h INT", ofYear(halves)},
	{period, "h INT YEAR", ofYear(halves)},
	{period, "the? NTH half of <period>", halfOfPeriod},
	{period, "the? fiscal|financial year? YEAR ( - YY )?", fiscal},
	{period, "FY '? YEAR|YY", fiscal},
	{period, "SHIFT fiscal|financial year", fiscalShifted},
	{period, "SHIFT calendar UNIT", shiftedUnit},
	{period, "CY YEAR|YY", inYear},
	{period, "calendar year? YEAR", inYear},
}

func quarters(m *match) *yearly {
	n := m.num(symNth) + m.num(symInt)
	if n < 1 || n > 4 {
		return nil
	}
	return &yearly{func(y int) result { return aQuarter(y, n) }, fmt.Sprintf("XXXX-Q%d", n), quarter}
}

func loneQuarters(m *match) *yearly {
	if t := m.at(m.end); t.word == wordOf || t.text(m.text) == "final" || t.text(m.text) == "finals" {
		return nil
	}
	return quarters(m)
}

// quarterSpokenOf is "the quarter" that was named before, and, with -1, "the year-earlier period": the
// quarter or month of the year before, or else that year.
func quarterSpokenOf(years int) func(*match) meaning {
	return func(*match) meaning {
		return func(s *scope) result {
			last := &s.told.last
			switch {
			case last.known() && (last.grain == quarter || years != 0 && last.grain == month):
				return relatively(aPeriod(shift(last.from, years, year), last.grain))
			case years != 0:
				return periodFrom(s.ref(), years, year)
			}
			return result{}
		}
	}
}

func halves(m *match) *yearly {
	n := m.num(symNth) + m.num(symInt)
	if n < 1 || n > 2 {
		return nil
	}
	return &yearly{func(y int) result { return aHalf(y, n) }, fmt.Sprintf("XXXX-H%d", n), quarter}
}

// halfOfPeriod is half of a year, or of a century or decade.
func halfOfPeriod(m *match) meaning {
	y, first := halves(m), m.num(symNth) == 1
	if y == nil {
		return nil
	}
	return within(m.sub(), month, millennium, func(r result) result {
		if r.grain == year {
			return y.in(r.from.Year)
		}
		middle := r.from.AddDays((r.to.Sub(r.from) + 1) / 2)
		if r.grain >= decade {
			middle = calendar.Date(r.from.Year+(r.to.Year-r.from.Year+1)/2, 1, 1)
		}
		if first {
			r.mod, r.to = edgeMods[early], middle.AddDays(-1)
		} else {
			r.mod, r.from = edgeMods[late], middle
		}
		return r
	})
}

// fiscal years have no days: each government and company starts its own when it likes.
func fiscal(m *match) meaning {
	return always(fiscalYear(cmp.Or(m.num(symYear), m.num(symHalf))))
}

func fiscalYear(y int) result {
	return result{typ: Date, value: fmt.Sprintf("FY%04d", y), grain: year, vague: true}
}

func fiscalShifted(m *match) meaning {
	n := m.num(symShift)
	return func(s *scope) result {
		if s.ref().IsZero() {
			return reference(refValue(n))
		}
		r := fiscalYear(s.ref().Year + n)
		r.relative = true
		return r
	}
}
