package timex

import "talksbot/knowledge/calendar"

// Days and months in figures only. Where day and month could be either, the American order is read,
// as the news agencies write it; a first figure above 12 is a day.
var numericRules = []rule{
	{day, "INT - INT - INT", figures},
	{day, "INT / INT / INT", figures},
	{day, "INT . INT . INT", figures},
	{day, "INT / INT / INT $ - INT / INT / INT", figuresOf},
	{day, "INT - INT - INT $ - INT - INT - INT", figuresOf},
	{day, "INT / INT $ - INT / INT", monthDayFiguresOf},
	{day, "INT / INT", monthDayFigures},
	{day, "YEAR INT INT", spacedFigures},
	{period, "INT -|/ YEAR", ofYear(monthBeforeYear)},
	{period, "YEAR -|/ INT", ofYear(monthAfterYear)},
}

func figures(m *match) meaning {
	if m.inFigureAround() && !m.inFileName() {
		return nil
	}
	return figuresOf(m)
}

// inFileName reports whether an ISO date stands between hyphens and words, as in "report-2002-10-09.txt".
func (m *match) inFileName() bool {
	before, after := m.at(m.first-1), m.at(m.end)
	iso := m.tokens[m.first].digits == 4 && m.tokens[m.first+1].word == hyphen && m.tokens[m.end-1].digits == 2
	return iso && before.word == hyphen && after.digits == 0 &&
		m.at(m.first-2).digits == 0 && !m.inFigureFrom(m.end-1)
}

func figuresOf(m *match) meaning {
	a, b, c := m.nth(symInt, 0), m.nth(symInt, 1), m.nth(symInt, 2)
	ta, tb, tc := m.tokens[a.token], m.tokens[b.token], m.tokens[c.token]
	y, mo, d := int(a.value), int(b.value), int(c.value)
	switch {
	case ta.digits == 4 && tb.digits <= 2 && tc.digits <= 2:
	case ta.digits <= 2 && tb.digits <= 2 && (tc.digits == 4 || tc.digits == 2):
		y, mo, d = int(c.value), int(a.value), int(b.value)
		if tc.digits == 2 {
			y = century(y)
		}
		if mo > 12 {
			mo, d = d, mo
		}
	default:
		return nil
	}
	if y < 1000 || y > 2199 {
		return nil
	}
	if _, ok := calendar.Civil(y, mo, d); !ok {
		return nil
	}
	return dayOfMonth(y, mo, d)
}

// inFigureAround reports whether the figures go on beyond the match, as in an address or a code.
func (m *match) inFigureAround() bool {
	if t := m.at(m.first - 1); m.glued(m.first) {
		slashed := m.tokens[m.first+1].word == slash
		if s := t.text(m.text); s != "(" && s != "\"" && !(s == "-" && slashed) {
			return true
		}
	}
	mark := m.at(m.end).word
	return m.inFigureFrom(m.end-1) || (mark == hyphen || mark == slash) && m.gluedDigits(m.end, mark)
}

func monthDayFigures(m *match) meaning {
	if m.inFigureAround() {
		return nil
	}
	return monthDayFiguresOf(m)
}

func monthDayFiguresOf(m *match) meaning {
	mo, d := m.num(symInt), m.num2(symInt)
	if mo == 9 && d == 11 && !m.alone(m.first, m.end) && m.end-m.first == 3 && m.at(m.end).word != hyphen && !figureDays[m.at(m.first-1).word] && m.listStart(m.first) == m.first {
		return dayOfMonth(2001, mo, d) // the event has the year that the figures leave out
	}
	if mo > 12 {
		mo, d = d, mo
	}
	if mo < 1 || mo > 12 || m.tokens[m.nth(symInt, 1).token].digits > 2 {
		return nil
	}
	return dayOfMonth(0, mo, d)
}

// spacedFigures is "2016 10 16".
func spacedFigures(m *match) meaning {
	if m.tokens[m.end-2].digits != 2 || m.tokens[m.end-1].digits != 2 || m.tokens[m.first].digits != 4 {
		return nil
	}
	return dayOfMonth(m.num(symYear), m.num(symInt), m.num2(symInt))
}

func monthBeforeYear(m *match) *yearly {
	if m.inFigureAround() || m.tokens[m.end-1].digits != 4 {
		return nil
	}
	return aMonthOf(m.num(symInt))
}

// monthAfterYear leaves two years alone that are not a September, "the 2008-09 season": after "the",
// when the second is the next.
func monthAfterYear(m *match) *yearly {
	before := m.at(m.first - 1)
	winter := before.word == wordThe && m.tokens[m.end-1].number == (m.num(symYear)+1)%100
	if winter || m.inFigureAround() || m.token(symInt).digits != 2 {
		return nil
	}
	return aMonthOf(m.num(symInt))
}
