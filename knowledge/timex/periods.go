package timex

// Months and years: "January 2022", "March", "in 1998".
var periodRules = []rule{
	{period, "MONTH .? ,? of? YEAR", monthYear},
	{period, "MONTH", bareMonth},
	{period, "MONTH .", bareMonth},
	{period, "YEAR", bareYear},
	{date, "<day>", theSame},
	{date, "<period>", theSame},
}

func theSame(m *match) meaning { return m.sub() }

func monthYear(m *match) meaning { return monthOf(m.num(symYear), m.num(symMonth)) }

func bareMonth(m *match) meaning {
	t := m.token(symMonth)
	if t.word.plain && t.shape != capital {
		return nil
	}
	return monthOf(0, m.num(symMonth))
}

func bareYear(m *match) meaning {
	if m.tokens[m.first].digits != 4 {
		return nil
	}
	y := m.num(symYear)
	return func(*scope) result { return aPeriod(Day{y, 1, 1}, year) }
}
