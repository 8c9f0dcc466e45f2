package timex

// readHour reads the hour of a clock.
func readHour(p *parser, i int) (float64, int) {
	t := p.at(i)
	switch {
	case t == nil:
	case t.digits > 0 && t.digits <= 2 && t.number <= 24 && !(i > 0 && t.gap == glued && p.partOfFigure(i-1)):
		return float64(t.number), i + 1
	case t.word.is(symCard) && t.word.values[symCard] >= 1 && t.word.values[symCard] <= 12:
		return float64(t.word.values[symCard]), i + 1
	}
	return 0, i
}

// readMinute reads minutes or seconds: two digits, or words from "oh five" to "fifty-nine".
func readMinute(p *parser, i int) (float64, int) {
	t := p.at(i)
	switch {
	case t == nil:
	case t.digits == 2 && t.number < 60:
		return float64(t.number), i + 1
	case t.word.is(symCard):
		at, zero := i, t.word.values[symCard] == 0
		if zero {
			at++
			if at < len(p.tokens) && p.tokens[at].word == hyphen {
				at++
			}
		}
		n, end := readCardinal(p, at)
		if end > at && n < 60 && (zero && n < 10 || !zero && n >= 10) {
			return float64(n), end
		}
	}
	return 0, i
}

func readMilitary(p *parser, i int) (float64, int) {
	t := p.at(i)
	if t == nil || (t.digits != 4 && t.digits != 3) || t.number > 2400 || p.inFigure(i) {
		return 0, i
	}
	return float64(t.number), i + 1
}

// readAMPM reads "a.m.", "am", "a m" and their evening halves.
func readAMPM(p *parser, i int) (float64, int) {
	t := p.at(i)
	if t == nil {
		return 0, i
	}
	switch t.word {
	case wordAM:
		return 0, i + 1
	case wordPM:
		return 12, i + 1
	case wordA, wordP:
	default:
		return 0, i
	}
	end := i + 1
	dot := p.at(end) != nil && p.tokens[end].word == fullStop && p.glued(end)
	if dot {
		end++
	}
	if m := p.at(end); m == nil || m.word != wordM || m.gap == broken {
		return 0, i
	}
	end++
	if dot && p.at(end) != nil && p.tokens[end].word == fullStop && p.glued(end) {
		end++
	}
	if t.word == wordP {
		return 12, end
	}
	return 0, end
}

// readPlaceTime reads whose clock a time is by, "local time" or "Moscow time", as a number nobody asks
// for.
func readPlaceTime(p *parser, i int) (float64, int) {
	for end := i; end < min(i+3, len(p.tokens)) && p.tokens[end].gap == spaced; end++ {
		t := &p.tokens[end]
		switch {
		case t.word == wordTime && end > i:
			return 0, end + 1
		case t.shape != capital && t.word != wordLocal:
			return 0, i
		}
	}
	return 0, i
}
