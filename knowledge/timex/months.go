package timex

import "time"

// Months: "January 2022", "March".
var monthRules = []rule{
	{period, "MONTH .? ,? of? YEAR", ofYear(months)},
	{period, "MONTH SHIFT year", ofShiftedYear(months)},
	{period, "MONTH of|in? <period>", ofPeriod(capitalMonths)},
	{period, "SHIFT MONTH", shiftedBy(typedMonths)},
	{period, "ANCHOR MONTH", anchoredBy(typedMonths)},
	{period, "MONTH last", teller(typedMonths).action(lastOne)},
	{period, "MONTH after next", teller(months).action(afterNext)},
	{period, "MONTH .?", nearYear(bareMonths)},
	{date, "<day> of|in? SHIFT year", dayOfShiftedYear},
	{day, "last|past|next <day>", shiftedDay},
}

func months(m *match) *yearly { return aMonthOf(m.num(symMonth)) }

func aMonthOf(n int) *yearly {
	if n < 1 || n > 12 {
		return nil
	}
	return &yearly{func(y int) result { return aMonth(y, time.Month(n)) }, "XXXX-" + two(n), month}
}

// smallMonth reports whether the month is a word that is written like one, in small letters: "may".
func (m *match) smallMonth() bool {
	t := m.token(symMonth)
	return (t.word.plain || smallNoMonths[t.word]) && t.shape == lower
}

func capitalMonths(m *match) *yearly {
	if m.smallMonth() {
		return nil
	}
	return months(m)
}

func typedMonths(m *match) *yearly {
	if m.smallMonth() && !m.alone(m.first, m.end) {
		return nil
	}
	return months(m)
}

func lastOne(_ *match, y *yearly) meaning {
	return func(s *scope) result { return y.shifted(s, -1) }
}

// afterNext is the one a year after the next.
func afterNext(_ *match, y *yearly) meaning {
	next := func(s *scope) result { return y.shifted(s, 1) }
	return within(next, month, month, func(r result) result { return y.in(r.from.Year + 1) })
}

func bareMonths(m *match) *yearly {
	t, stop := m.token(symMonth), m.tokens[m.end-1]
	if stop.word == fullStop && (stop.gap != glued || t.End-t.Start > 4 || monthsInFull[t.word]) {
		return nil // the stop is the sentence's
	}
	if m.smallMonth() && !m.alone(m.first, m.end) {
		if !surelyLeads[m.at(m.first-1).word] || !m.endsNoun(m.end) {
			return nil
		}
		return months(m)
	}
	if t.word.plain && t.shape == upper || !m.namesMonth() {
		return nil
	}
	return months(m)
}

// namesMonth tells a month from a name or a word that is written like one: "Jan Kavan", "the March
// for Life", "April said".
func (m *match) namesMonth() bool {
	t, before, next := m.token(symMonth), m.at(m.first-1), m.at(m.end)
	named := next.gap == spaced && next.shape == capital && m.tokens[m.end-1].word != fullStop
	switch {
	case named && firstNames[t.word] && (joiners[before.word] || m.sentenceEnds(m.first-1)):
		return false
	case named && t.End-t.Start == 3 && t.text(m.text) != "May":
		return false
	case before == &outside || monthLeaders[before.word] && !(named && joiners[before.word]):
		return true
	case t.word.plain:
		return before.digits > 0 || next.shape == lower && !notAfterMonth[next.word] && monthDeterminers[before.word]
	}
	return !named || before.digits > 0
}

var (
	smallNoMonths    = wordsOf("no months in small letters")
	surelyLeads      = wordsOf("before a month in small letters")
	monthsInFull     = wordsOf("months in full")
	firstNames       = wordsOf("months that are names")
	joiners          = wordsOf("joining names")
	monthDeterminers = wordsOf("before an everyday month")
	notAfterMonth    = wordsOf("after no month")
	monthLeaders     = wordsOf("before a month")
)
