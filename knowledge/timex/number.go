package timex

import (
	"strconv"

	"talksbot/knowledge/english"
)

// A reader reads a number at token i in one of the ways texts write them. It returns the value and
// the token after it, which is i when there is none.
type reader func(p *parser, i int) (value float64, end int)

var readers = map[symbol]reader{
	symNum: readNumber, symCount: readCount, symDay: readDay, symNth: readOrdinal,
	symYear: readYear, symInt: readInt, symHalf: readHalf,
	symHour: readHour, symMinute: readMinute, symMilitary: readMilitary, symAMPM: readAMPM,
	symOwner: readOwner, symPlaceTime: readPlaceTime,
	symDecade: readDecade, symYYDecade: readShortDecade, symOldYear: readOldYear,
}

// readNumber reads "12", "1,200", "2.5", "5 1/2", "twenty-three", "two hundred", "two and a half".
func readNumber(p *parser, i int) (float64, int) {
	t := p.at(i)
	if t == nil {
		return 0, i
	}
	if t.digits > 0 {
		return readFigures(p, i)
	}
	n, end := readCardinal(p, i)
	if end == i {
		return 0, i
	}
	if p.andHalfAt(end) {
		return float64(n) + 0.5, end + 3
	}
	return float64(n), end
}

func readFigures(p *parser, i int) (float64, int) {
	t := p.at(i)
	if t.number < 0 || i > 0 && t.gap == glued && p.stuckTo(i-1) {
		return 0, i
	}
	n, end := float64(t.number), i+1
	for end+1 < len(p.tokens) && p.tokens[end].word == comma && p.glued(end) && p.glued(end+1) && p.tokens[end+1].digits == 3 {
		n, end = n*1000+float64(p.tokens[end+1].number), end+2
	}
	switch {
	case end+1 < len(p.tokens) && p.tokens[end].word == fullStop && p.glued(end) && p.glued(end+1) && p.tokens[end+1].digits > 0:
		f := float64(p.tokens[end+1].number)
		for range p.tokens[end+1].digits {
			f /= 10
		}
		return n + f, end + 2
	case p.isFraction(end):
		return n + float64(p.tokens[end].number)/float64(p.tokens[end+2].number), end + 3
	case p.isFraction(i):
		return n / float64(p.tokens[i+2].number), i + 3
	case p.andHalfAt(end):
		return n + 0.5, end + 3
	}
	return n, end
}

func (p *parser) andHalfAt(i int) bool {
	return p.wordsAt(i, andAHalf...) || p.wordsAt(i, andAnHalf...)
}

var andAHalf, andAnHalf = phraseOf("and a half"), phraseOf("and an half")

// readCardinal reads a number in words.
func readCardinal(p *parser, i int) (n, end int) {
	total, group, last := 0, 0, 1000
	for end = i; end < len(p.tokens) && end < i+9; {
		t := &p.tokens[end]
		if end > i && t.gap == broken {
			break
		}
		v := int(t.word.values[symCard])
		switch {
		case !t.word.is(symCard):
			joined := end > i && end+1 < len(p.tokens) && p.tokens[end+1].word.is(symCard) &&
				(t.word == hyphen && p.glued(end) && p.glued(end+1) || t.word == wordAnd && last >= 100)
			if !joined {
				return total + group, end
			}
			end++
			continue
		case v == 100 && group > 0 && group < 10:
			group *= 100
		case v == 1000 && group > 0:
			total, group = total+group*1000, 0
		case v >= 100:
			return 0, i
		case end > i && (v == 0 || last < 20 || last < 100 && v >= 10):
			return total + group, p.backOverHyphen(end)
		default:
			group += v
		}
		last = v
		end++
	}
	return total + group, end
}

// backOverHyphen returns to before a hyphen when what followed it was no part of the number.
func (p *parser) backOverHyphen(i int) int {
	if p.tokens[i-1].word == hyphen || p.tokens[i-1].word == wordAnd {
		return i - 1
	}
	return i
}

// readCount reads a number, or "a", "several", "a couple of".
func readCount(p *parser, i int) (float64, int) {
	if t := p.at(i); t != nil {
		for _, c := range countWords[t.word] {
			if p.wordsAt(i, c.words...) {
				return c.value, i + len(c.words)
			}
		}
	}
	return readNumber(p, i)
}

type countWord struct {
	words []*word
	value float64
}

// countWords holds the counts that are no numbers, by their first word.
var countWords = func() map[*word][]countWord {
	m := map[*word][]countWord{}
	for _, row := range english.Rows("count words") {
		value, err := strconv.ParseFloat(row[1], 64)
		if err != nil {
			value = float64(valueOf(row[1]))
		}
		ws := phraseOf(row[0])
		m[ws[0]] = append(m[ws[0]], countWord{ws, value})
	}
	return m
}()

// readDay reads a day of the month.
func readDay(p *parser, i int) (float64, int) {
	if v, end := readOrdinal(p, i); end > i {
		if v >= 1 && v <= 31 {
			return v, end
		}
		return 0, i
	}
	t := p.at(i)
	if t == nil || t.digits == 0 || t.digits > 2 || t.number < 1 || t.number > 31 || p.inFigure(i) {
		return 0, i
	}
	return float64(t.number), i + 1
}

// readOrdinal reads "10th", "tenth", "twenty-first".
func readOrdinal(p *parser, i int) (float64, int) {
	t := p.at(i)
	if t == nil {
		return 0, i
	}
	if t.digits > 0 {
		if s := p.at(i + 1); s != nil && s.gap == glued && ordinalSuffix[s.word] && t.number >= 0 && !p.inFigure(i) {
			return float64(t.number), i + 2
		}
		return 0, i
	}
	if t.word.is(symOrd) {
		return float64(t.word.values[symOrd]), i + 1
	}
	tens := int(t.word.values[symCard])
	if !t.word.is(symCard) || tens < 20 || tens > 90 {
		return 0, i
	}
	end := i + 1
	if u := p.at(end); u != nil && u.word == hyphen && u.gap == glued {
		end++
	}
	if u := p.at(end); u != nil && u.gap != broken && u.word.is(symOrd) && u.word.values[symOrd] < 10 {
		return float64(tens) + float64(u.word.values[symOrd]), end + 1
	}
	return 0, i
}

func readInt(p *parser, i int) (float64, int) {
	t := p.at(i)
	if t == nil || t.digits == 0 || t.digits > 4 || i > 0 && t.gap == glued && p.tokens[i-1].digits > 0 {
		return 0, i
	}
	return float64(t.number), i + 1
}

var wordAnd = intern("and")

var ordinalSuffix = wordsOf("ordinal endings")

var (
	wordAM, wordPM      = intern("am"), intern("pm")
	wordA, wordP, wordM = intern("a"), intern("p"), intern("m")
)

// readOwner reads a name in the genitive, such as "Russia's", as a number nobody asks for.
func readOwner(p *parser, i int) (float64, int) {
	t, s := p.at(i), p.at(i+1)
	if t == nil || s == nil || t.shape == lower || t.shape == other || s.word != genitive || s.gap != glued {
		return 0, i
	}
	return 0, i + 2
}

var wordTime, wordLocal = intern("time"), intern("local")
