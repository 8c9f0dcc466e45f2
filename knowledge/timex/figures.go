package timex

// inFigure reports whether the digits at token i are part of a larger figure: an amount, a decimal,
// a share, a clock, a code.
func (p *parser) inFigure(i int) bool { return p.stuck(i) || p.inFigureFrom(i) }

// inFigureFrom looks only at what follows.
func (p *parser) inFigureFrom(i int) bool {
	next, after := p.at(i+1), p.at(i+2)
	if next.gap != glued {
		return false
	}
	switch next.text(p.text) {
	case "%", "°", "$", "€":
		return true
	case ",", ".", ":":
		year := next.word == comma && after.digits == 4
		return after.gap == glued && after.digits > 0 && !year
	}
	return false
}

// stuck reports whether token i, digits, belongs to what stands right before it.
func (p *parser) stuck(i int) bool {
	mark, before := p.at(i-1), p.at(i-2)
	if p.at(i).gap != glued {
		return false
	}
	if mark.shape != other {
		return !beforeFigures[mark.word] && !mark.word.is(symMonth) // "the A1998"
	}
	switch mark.text(p.text) {
	case "$", "£", "€", "¥", "#", "+", "=", "@", "_", "№":
		return true
	case "/":
		return mark.gap == glued && before.shape != other && before.word.classes == 0 // a path
	case "-":
		return mark.gap == glued && (before.digits == 3 || before.digits > 4)
	case ",", ".", ":":
		year := mark.word == comma && p.at(i).digits == 4
		return mark.gap == glued && before.digits > 0 && !year
	}
	return false
}

// beforeFigures are the letters that figures of a date may stick to.
var beforeFigures = wordsOf("glued before a date")

func (p *parser) glued(i int) bool { return p.tokens[i].gap == glued }

func (p *parser) afterDigits(i int) bool { return p.glued(i) && p.at(i-1).digits > 0 }

// readYear reads a year of four digits, "'98", or one in words: "two thousand ten", "nineteen ninety-eight".
func readYear(p *parser, i int) (float64, int) {
	switch t := p.at(i); {
	case t.word == apostrophe:
		if y, end := readHalf(p, i+1); end > i+1 && p.glued(i+1) {
			return y, end
		}
	case t.word.is(symCard):
		return readYearWords(p, i)
	}
	return yearFigure(p, i)
}

var yearFigure = figure(4, 4, 1000, 2199, (*parser).inFigure)

func readYearWords(p *parser, i int) (float64, int) {
	if n, end := readCardinal(p, i); end-i >= 2 && n >= 2000 && n < 2100 {
		return float64(n), end
	}
	c, at := int(p.tokens[i].word.values[symCard]), i+1
	if p.at(at).word == hyphen {
		at++
	}
	yy, end := readCardinal(p, at)
	if c >= 11 && c <= 20 && end > at && p.tokens[at].gap != broken && yy >= 10 && yy <= 99 {
		return float64(c*100 + yy), end
	}
	return 0, i
}

var twoDigits = figure(2, 2, 0, 99, (*parser).inFigureFrom)

// readHalf reads a year of two digits.
func readHalf(p *parser, i int) (float64, int) {
	yy, end := twoDigits(p, i)
	if end > i {
		yy = float64(century(int(yy)))
	}
	return yy, end
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
	if yy, end := twoDigits(p, i); int(yy)%10 == 0 {
		return yy, end
	}
	return 0, i
}
