package timex

// readHour reads the hour of a clock.
func readHour(p *parser, i int) (float64, int) {
	t := p.at(i)
	if n := t.word.values[symCard]; n >= 1 && n <= 12 {
		return float64(n), i + 1
	}
	return hourFigure(p, i)
}

var hourFigure = figure(1, 2, 0, 24, func(p *parser, i int) bool {
	before := p.at(i - 1)
	return p.glued(i) && (p.stuck(i) || before.word == slash || before.digits > 0)
})

// readMinute reads minutes or seconds: two digits, or words from "oh five" to "fifty-nine".
func readMinute(p *parser, i int) (float64, int) {
	t := p.at(i)
	if t.digits == 2 && t.number < 60 {
		return float64(t.number), i + 1
	}
	if !t.word.is(symCard) {
		return 0, i
	}
	at, zero := i, t.word.values[symCard] == 0
	if zero {
		at++
		if p.at(at).word == hyphen {
			at++
		}
	}
	n, end := readCardinal(p, at)
	if end > at && n < 60 && zero == (n < 10) {
		return float64(n), end
	}
	return 0, i
}

var (
	wordAM, wordPM      = intern("am"), intern("pm")
	wordA, wordP, wordM = intern("a"), intern("p"), intern("m")
	wordAn              = intern("an")
	wordTime, wordLocal = intern("time"), intern("local")
)

// readAMPM reads "a.m.", "am", "a m" as 0 and their evening halves as 12.
func readAMPM(p *parser, i int) (float64, int) {
	half := 0.0
	switch p.at(i).word {
	case wordAM:
		return 0, i + 1
	case wordPM:
		return 12, i + 1
	case wordP:
		half = 12
	case wordA:
	default:
		return 0, i
	}
	end, dot := i+1, p.gluedStop(i+1)
	if dot {
		end++
	}
	if m := p.at(end); m.word != wordM || m.gap == broken {
		return 0, i
	}
	if end++; dot && p.gluedStop(end) {
		end++
	}
	return half, end
}

func (p *parser) gluedStop(i int) bool { return p.at(i).word == fullStop && p.glued(i) }

// readPlaceTime reads whose clock a time is by, "local time" or "Moscow time", as a number nobody asks
// for.
func readPlaceTime(p *parser, i int) (float64, int) {
	for end := i; end < i+3 && p.at(end).gap == spaced; end++ {
		switch t := p.at(end); {
		case t.word == wordTime && end > i:
			return 0, end + 1
		case t.shape != capital && t.word != wordLocal:
			return 0, i
		}
	}
	return 0, i
}
