package timex

// isFraction reports whether a fraction such as 1/2 stands at token i.
func (p *parser) isFraction(i int) bool {
	return i+2 < len(p.tokens) && p.tokens[i].digits == 1 && p.tokens[i+1].word == slash && p.tokens[i+2].digits == 1 &&
		p.tokens[i].number > 0 && p.tokens[i].number < p.tokens[i+2].number && p.tokens[i+2].number <= 4
}

// inFigure reports whether the digits at token i are part of a larger figure: an amount, a decimal,
// a share, a clock, a code.
func (p *parser) inFigure(i int) bool {
	if t := p.at(i); i > 0 && t.gap == glued && p.stuckTo(i-1) {
		return true
	}
	return p.inFigureFrom(i)
}

// inFigureFrom looks only at what follows.
func (p *parser) inFigureFrom(i int) bool {
	next := p.at(i + 1)
	if next == nil || next.gap != glued {
		return false
	}
	switch next.text(p.text) {
	case "%", "°", "$", "€":
		return true
	case ",", ".", ":":
		after := p.at(i + 2)
		year := next.word == comma && after != nil && after.digits == 4
		return after != nil && after.gap == glued && after.digits > 0 && !year
	}
	return false
}

// stuckTo reports whether digits right after token i belong to what it is.
func (p *parser) stuckTo(i int) bool {
	t := &p.tokens[i]
	switch t.text(p.text) {
	case "$", "£", "€", "¥", "#", "+", "=", "@", "_", "№":
		return true
	case "/":
		return i > 0 && t.gap == glued && p.tokens[i-1].shape != other && p.tokens[i-1].word.classes == 0 // a path
	case "-":
		return i > 0 && t.gap == glued && (p.tokens[i-1].digits == 3 || p.tokens[i-1].digits > 4)
	case ",", ".", ":":
		year := t.word == comma && i+1 < len(p.tokens) && p.tokens[i+1].digits == 4
		return i > 0 && t.gap == glued && p.tokens[i-1].digits > 0 && !year
	}
	return false
}

func (p *parser) glued(i int) bool { return p.tokens[i].gap == glued }

// wordsAt reports whether these words stand from token i.
func (p *parser) wordsAt(i int, words ...*word) bool {
	if i < 0 || i+len(words) > len(p.tokens) {
		return false
	}
	for k, w := range words {
		if t := &p.tokens[i+k]; t.word != w || k > 0 && t.gap == broken {
			return false
		}
	}
	return true
}

// partOfFigure reports whether digits right after token i go on a number, a clock or an amount.
func (p *parser) partOfFigure(i int) bool {
	return p.stuckTo(i) || p.tokens[i].word == slash || p.tokens[i].digits > 0
}
