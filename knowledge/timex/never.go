package timex

// What looks like a date and is none. These phrases are consumed, so nothing is found inside them. Those
// that need no more than their words are in the data.
var neverRules = append(dataRules(nothing, "no dates", func(string) func(*match) meaning { return never }), []rule{
	{nothing, "INT / INT", notAMonthDay},
	{nothing, "INT ANYUNIT", title},
	{nothing, "INT - INT - INT", notADate},
	{nothing, "<span> later|earlier|sooner|longer|shorter|older|younger|faster|slower than", never},
	{nothing, "WEEKDAY PART", programme},
	{nothing, "today 's", ofOurTimes},
}...)

func never(*match) meaning { return nowhere }

func nowhere(*scope) result { return result{void: true} }

// notADate takes what has the form of a telephone number.
func notADate(m *match) meaning {
	if t := m.tokens[m.first]; t.digits == 3 {
		return nowhere
	}
	return nil
}

// title takes the name of a programme: "60 Minutes".
func title(m *match) meaning {
	if t := m.token(symUnit); t.shape == capital && m.first > 0 && !m.sentenceEnds(m.first-1) {
		return nowhere
	}
	return nil
}

// programme takes the name of a programme: "Sunday Morning Live".
func programme(m *match) meaning {
	if next := m.at(m.end); m.tokens[m.end-1].shape == lower || next.gap != spaced || next.shape != capital {
		return nil
	}
	return nowhere
}

// ofOurTimes takes what is no day: "today's world".
func ofOurTimes(m *match) meaning {
	if !ourTimes[m.at(m.end).word] {
		return nil
	}
	return nowhere
}

var ourTimes = wordsOf("of our times")

// notAMonthDay takes two figures with a stroke that no word gives the sense of a date: a score, a
// share, "9/11", "24/7".
func notAMonthDay(m *match) meaning {
	before := m.at(m.listStart(m.first) - 1)
	switch [2]int{m.num(symInt), m.num2(symInt)} {
	case [2]int{9, 11}:
		if m.at(m.end).word != wordOf {
			return nil // that of 2001
		}
	case [2]int{24, 7}:
		return nowhere
	}
	if next := m.at(m.end); next.word == hyphen && next.gap == glued {
		return nil // a range
	}
	if next := m.at(m.end); next.word == wordOf {
		return nowhere // "8/10 of them"
	}
	if m.sentenceEnds(m.first-1) || m.alone(m.first, m.end) || figureLeaders[before.word] || before.word.classes&figureClasses != 0 {
		return nil
	}
	return nowhere
}

// listStart is the first token of a list of days in figures that goes on at token i: "3/4, 3/6 or 3/9".
func (p *parser) listStart(i int) int {
	for range longestRow {
		k := i - 1
		if listing[p.at(k).word] && listing[p.at(k-1).word] {
			k--
		}
		if !listing[p.at(k).word] || p.at(k-1).digits == 0 || p.at(k-2).word != slash || p.at(k-3).digits == 0 {
			return i
		}
		i = k - 3
	}
	return i
}

var listing = wordsOf("between days in figures")

// What month and day in figures may follow: "on 2/15", "Friday 7/6", "(2/15)".
var (
	figureDays    = wordsOf("before a day in figures that is of this year")
	figureLeaders = wordsOf("before a day in figures")
	figureClasses = symWeekday.class() | symShift.class() | symAnchor.class()
)
