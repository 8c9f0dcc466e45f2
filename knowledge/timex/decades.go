package timex

import (
	"time"

	"talksbot/knowledge/calendar"
)

// Years, decades and centuries: "1998", "the 1990s", "the '90s", "the late 19th century", "44 BC".
var decadeRules = []rule{
	{period, "the? DECADE s", decadeFigures},
	{period, "the? DECADE 's", decadeFigures},
	{period, "the ' YYDECADE s", decadeShort},
	{period, "the? ' YYDECADE 's", decadeShort},
	{period, "in|of|since|late|early|mid|and|or ^ YYDECADE s", decadeShort},
	{period, "in|of|since|by|until|class|from ^ ' YY", shortYear},
	{period, "in|of|since|by|until|from ^ YEAR", yearInWords},
	{period, "MONTH of YY", monthOfShortYear},
	{period, "AD OLDYEAR", oldYear},
	{date, "-|until|to ^ present", refer("PRESENT_REF")},
	{period, "' YYDECADE s", decadeShort},
	{period, "the YYDECADE s", decadeShort},
	{period, "the? mid - YYDECADE s", decadeShort},
	{period, "the DECADEWORD", decadeWord},
	{period, "the? nineteen DECADEWORD", decadeWord},
	{period, "the? NTH -? century|centuries", nthCentury},
	{period, "the? NTH $ and|or|to|- EDGE? the? NTH -? century|centuries", nthCentury},
	{period, "the? NTH millennium", nthMillennium},
	{period, "YEAR AD|CE", bareYear},
	{period, "YEAR A . D .", bareYear},
	{period, "YEAR c . e .", bareYear},
	{period, "AD|CE YEAR", bareYear},
	{period, "the year of? YEAR", bareYear},
	{period, "year YEAR", bareYear},
	{period, "c|ca . ^ OLDYEAR", oldYear},
	{period, "OLDYEAR AD|CE", oldYear},
	{period, "in|until|from|since|circa|around|after|before|during|by ^ OLDYEAR", oldYearIn},
	{period, "MONTH of? OLDYEAR", oldMonth},
	{day, "DAY MONTH OLDYEAR", oldDay},
	{period, "INT bc|bce", beforeChrist},
	{period, "YEAR - YY", yearPair},
	{period, "YEAR / YY", yearPair},
}

func decadeFigures(m *match) meaning {
	y := m.num(symDecade)
	return func(*scope) result { return aPeriod(calendar.Date(y, 1, 1), decade) }
}

func decadeShort(m *match) meaning {
	y := 1900 + m.num(symYYDecade)
	return func(*scope) result { return aPeriod(calendar.Date(y, 1, 1), decade) }
}

func decadeWord(m *match) meaning {
	y := 1900 + m.num(symDecadeWord)
	return func(*scope) result { return aPeriod(calendar.Date(y, 1, 1), decade) }
}

func nthCentury(m *match) meaning {
	n := m.num(symNth)
	if n < 1 || n > 30 {
		return nil
	}
	return func(*scope) result { return aPeriod(calendar.Date((n-1)*100, 1, 1), hundredYears) }
}

func nthMillennium(m *match) meaning {
	n := m.num(symNth)
	if n < 1 || n > 4 {
		return nil
	}
	return func(*scope) result { return aPeriod(calendar.Date((n-1)*1000, 1, 1), millennium) }
}

// oldYear is a year of three digits, which only "c." or the like tells from a plain number.
func oldYear(m *match) meaning {
	y := m.num(symOldYear)
	return func(*scope) result { return aPeriod(calendar.Date(y, 1, 1), year) }
}

func oldYearIn(m *match) meaning {
	if !m.endsPhrase() {
		return nil
	}
	return oldYear(m)
}

func oldMonth(m *match) meaning {
	y, mo := m.num(symOldYear), m.num(symMonth)
	if !m.endsPhrase() {
		return nil
	}
	return func(*scope) result { return aMonth(y, time.Month(mo)) }
}

func oldDay(m *match) meaning {
	if !m.endsPhrase() {
		return nil
	}
	return dayOfMonth(m.num(symOldYear), m.num(symMonth), m.num(symDay))
}

// beforeChrist has a value but no days: a Day has no years before 1.
func beforeChrist(m *match) meaning {
	y := m.num(symInt)
	if y < 1 {
		return nil
	}
	return func(*scope) result { return result{typ: Date, value: "BC" + four(y), grain: year} }
}

func four(n int) string { return two(n/100%100) + two(n%100) }

// yearPair is "1914-18", or "2013/14".
func yearPair(m *match) meaning {
	y, yy := m.num(symYear), m.token(symHalf).number
	last := y/100*100 + yy
	if last <= y || m.tokens[m.first].digits != 4 || !m.glued(m.first+1) || yy <= 12 && yy != (y+1)%100 {
		return nil
	}
	return func(*scope) result { return years(y, last-y+1, four(y)+"/"+four(last), year) }
}

// shortYear is "'98" after a word that a year follows.
func shortYear(m *match) meaning {
	y := m.num(symHalf)
	if !m.glued(m.end - 1) {
		return nil
	}
	return func(*scope) result { return aPeriod(calendar.Date(y, 1, 1), year) }
}

func yearInWords(m *match) meaning {
	if m.tokens[m.first+1].word.classes&symCard.class() == 0 || !m.endsPhrase() {
		return nil
	}
	y := m.num(symYear)
	return func(*scope) result { return aPeriod(calendar.Date(y, 1, 1), year) }
}

func monthOfShortYear(m *match) meaning {
	if m.token(symMonth).word.plain && m.token(symMonth).shape == lower {
		return nil
	}
	return monthOf(m.num(symHalf), m.num(symMonth))
}
