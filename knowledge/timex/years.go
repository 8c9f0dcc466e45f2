package timex

// readYear reads a year of four digits, "'98", or one in words: "two thousand ten", "nineteen ninety-eight".
func readYear(p *parser, i int) (float64, int) {
	t := p.at(i)
	switch {
	case t == nil:
		return 0, i
	case t.digits == 4 && t.number >= 1000 && t.number < 2200 && !p.inFigure(i):
		return float64(t.number), i + 1
	case t.word == apostrophe:
		y := p.at(i + 1)
		if y != nil && y.gap == glued && y.digits == 2 && !p.inFigureFrom(i+1) {
			return float64(century(y.number)), i + 2
		}
	case t.word.is(symCard):
		return readYearWords(p, i)
	}
	return 0, i
}

func readYearWords(p *parser, i int) (float64, int) {
	n, end := readCardinal(p, i)
	switch {
	case end == i || end-i < 2:
	case n >= 2000 && n < 2100:
		return float64(n), end
	}
	c := int(p.tokens[i].word.values[symCard])
	if c < 11 || c > 20 {
		return 0, i
	}
	at := i + 1
	if t := p.at(at); t != nil && t.word == hyphen {
		at++
	}
	yy, end := readCardinal(p, at)
	if end > at && p.tokens[at].gap != broken && yy >= 10 && yy <= 99 {
		return float64(c*100 + yy), end
	}
	return 0, i
}

func readHalf(p *parser, i int) (float64, int) {
	t := p.at(i)
	if t == nil || t.digits != 2 || p.inFigureFrom(i) {
		return 0, i
	}
	return float64(century(t.number)), i + 1
}

// century gives a year of two digits its century: 1930 to 2029.
func century(yy int) int {
	if yy < 30 {
		return 2000 + yy
	}
	return 1900 + yy
}

func readDecade(p *parser, i int) (float64, int) {
	if y, end := readYear(p, i); end == i+1 && int(y)%10 == 0 {
		return y, end
	}
	return 0, i
}

func readShortDecade(p *parser, i int) (float64, int) {
	t := p.at(i)
	if t == nil || t.digits != 2 || t.number%10 != 0 || p.inFigureFrom(i) {
		return 0, i
	}
	return float64(t.number), i + 1
}

func readOldYear(p *parser, i int) (float64, int) {
	t := p.at(i)
	if t == nil || t.digits != 3 || t.number < 100 || p.inFigure(i) {
		return 0, i
	}
	return float64(t.number), i + 1
}
