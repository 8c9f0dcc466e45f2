package timex

import (
	"fmt"
	"time"

	"talksbot/knowledge/calendar"
)

// Years, decades and centuries: "1998", "the 1990s", "the '90s", "the late 19th century", "44 BC".
var decadeRules = []rule{
	{period, "YEAR", bareYear},
	{date, "<day>", theSame},
	{date, "<period>", theSame},
	{period, "the? DECADE s|'s", inDecade},
	{period, "the? ' YYDECADE s|'s", inDecade},
	{period, "in|of|since|late|early|mid|and|or ^ YYDECADE s", inDecade},
	{period, "in|of|since|by|until|class|from ^ ' YY", shortYear},
	{period, "in|of|since|by|until|from ^ YEAR NOUNEND", yearInWords},
	{period, "MONTH of YY", ofYear(capitalMonths)},
	{period, "the YYDECADE s", inDecade},
	{period, "the? mid - YYDECADE s", inDecade},
	{period, "the DECADEWORD", inDecade},
	{period, "the? nineteen DECADEWORD", inDecade},
	{period, "the? NTH -? century|centuries", nth(hundredYears, 100, 30)},
	{period, "the? NTH $ and|or|to|- EDGE? the? NTH -? century|centuries", nth(hundredYears, 100, 30)},
	{period, "the? NTH millennium", nth(millennium, 1000, 4)},
	{period, "YEAR|OLDYEAR AD|CE", inYear},
	{period, "AD OLDYEAR", inYear},
	{period, "YEAR A . D .", bareYear},
	{period, "YEAR c . e .", bareYear},
	{period, "AD|CE YEAR", bareYear},
	{period, "the? year of? YEAR", bareYear},
	{period, "c|ca . ^ OLDYEAR", inYear},
	{period, "in|until|from|since|circa|around|after|before|during|by ^ OLDYEAR NOUNEND", oldYear},
	{period, "MONTH of? OLDYEAR NOUNEND", oldMonth},
	{day, "DAY MONTH OLDYEAR NOUNEND", oldDay},
	{period, "INT bc|bce", beforeChrist},
	{period, "YEAR -|/ YY", yearPair},
}

// bareYear is a year in figures. "2000 troops" and "about 1990 people" are none: a year has a
// preposition or an article before it, or no plural after it.
func bareYear(m *match) meaning {
	if m.tokens[m.end-1].digits != 4 && m.tokens[m.first].digits != 4 || m.countsThings() {
		return nil
	}
	return inYear(m)
}

func (m *match) countsThings() bool {
	before, next := m.at(m.first-1), m.at(m.end)
	if m.end-m.first > 1 {
		return false
	}
	if than := m.at(m.first - 2); amountLeaders[before.word] || before.word == wordThan && amountLeaders[than.word] {
		return next.gap == spaced && next.shape == lower && !rangeWords[next.word] && !joining[next.word]
	}
	if next.gap != spaced || next.shape != lower {
		return false
	}
	dated := yearLeaders[before.word]
	switch {
	case things[next.word]:
		return !dated || !inTime[before.word]
	case dated:
		return false
	case before.shape == lower && before.cue&cuePast != 0 && !reports[before.word]:
		return !phraseEnders[next.word] // "lost 2000 skilled hands"
	}
	s := next.text(m.text)
	return next.word.classes == 0 && next.cue == 0 && len(s) > 3 && s[len(s)-1] == 's' && s[len(s)-2] != 's' || crowds[next.word]
}

var (
	yearLeaders = wordsOf("before a year")
	crowds      = wordsOf("counted in crowds")

	things        = wordsOf("counted things")
	inTime        = wordsOf("in time")
	amountLeaders = wordsOf("before an amount")
	wordThan      = intern("than")
)

// inYear is the year of a match. One of three digits only "c." or the like tells from a plain number.
func inYear(m *match) meaning {
	return always(aYear(m.num(symYear) + m.num(symHalf) + m.num(symOldYear)))
}

// oldYear is a year of three digits behind a preposition, unless an amount changes there: "up from 180",
// "rose by 250".
func oldYear(m *match) meaning {
	for i := m.first - amountReach; i < m.first; i++ {
		if amounts[m.at(i).word] {
			return nil
		}
	}
	return inYear(m)
}

// amountReach is how many tokens before a number the word may stand that makes an amount of it.
const amountReach = 4

var amounts = wordsOf("changes of an amount")

// inDecade is a decade in four figures, or in two or by name of the last century.
func inDecade(m *match) meaning {
	y := m.num(symDecade)
	if y == 0 {
		y = 1900 + m.num(symYYDecade) + m.num(symDecadeWord)
	}
	return always(aPeriod(calendar.Date(y, 1, 1), decade))
}

// nth is the nth century or millennium, of length years; most bounds n.
func nth(u unit, length, most int) func(*match) meaning {
	return func(m *match) meaning {
		n := m.num(symNth)
		if n < 1 || n > most {
			return nil
		}
		return always(aPeriod(calendar.Date((n-1)*length, 1, 1), u))
	}
}

func oldMonth(m *match) meaning {
	return always(aMonth(m.num(symOldYear), time.Month(m.num(symMonth))))
}

func oldDay(m *match) meaning {
	return dayOfMonth(m.num(symOldYear), m.num(symMonth), m.num(symDay))
}

// beforeChrist has a value but no days: a Day has no years before 1.
func beforeChrist(m *match) meaning {
	y := m.num(symInt)
	if y < 1 {
		return nil
	}
	return always(result{typ: Date, value: fmt.Sprintf("BC%04d", y), grain: year})
}

// yearPair is "1914-18", or "2013/14".
func yearPair(m *match) meaning {
	y, yy := m.num(symYear), m.token(symHalf).number
	last := y/100*100 + yy
	if last <= y || m.tokens[m.first].digits != 4 || !m.glued(m.first+1) || yy <= 12 && yy != (y+1)%100 {
		return nil
	}
	return always(years(y, last-y+1, fmt.Sprintf("%04d/%04d", y, last), year))
}

// shortYear is "'98" after a word that a year follows.
func shortYear(m *match) meaning {
	if !m.glued(m.end - 1) {
		return nil
	}
	return inYear(m)
}

func yearInWords(m *match) meaning {
	if !m.tokens[m.first+1].word.is(symCard) {
		return nil
	}
	return inYear(m)
}
