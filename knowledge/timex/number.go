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
	symInt: figure(1, 4, 0, 9999, (*parser).afterDigits), symHalf: readHalf, symYear: readYear,
	symOldYear: figure(3, 3, 100, 999, (*parser).inFigure), symDecade: readDecade, symYYDecade: readShortDecade,
	symHour: readHour, symMinute: readMinute, symMilitary: figure(3, 4, 0, 2400, (*parser).inFigure), symAMPM: readAMPM,
	symOwner: readOwner, symPlaceTime: readPlaceTime,
}

// figure reads from fewest to most digits with a value from least to greatest, where they do not belong
// to something else.
func figure(fewest, most, least, greatest int, belongs func(p *parser, i int) bool) reader {
	return func(p *parser, i int) (float64, int) {
		t := p.at(i)
		if t.digits < fewest || t.digits > most || t.number < least || t.number > greatest || belongs(p, i) {
			return 0, i
		}
		return float64(t.number), i + 1
	}
}

// readNumber reads "12", "1,200", "2.5", "5 1/2", "twenty-three", "two hundred", "two and a half".
func readNumber(p *parser, i int) (float64, int) {
	if p.at(i).digits > 0 {
		return readFigures(p, i)
	}
	n, end := readCardinal(p, i)
	if end > i && p.andHalfAt(end) {
		return float64(n) + 0.5, end + 3
	}
	return float64(n), end
}

func readFigures(p *parser, i int) (float64, int) {
	if p.tokens[i].number < 0 || p.stuck(i) {
		return 0, i
	}
	n, end := float64(p.tokens[i].number), i+1
	for p.gluedDigits(end, comma) && p.tokens[end+1].digits == 3 {
		n, end = n*1000+float64(p.tokens[end+1].number), end+2
	}
	switch {
	case p.gluedDigits(end, fullStop):
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

// gluedDigits reports whether the mark stands at token i with digits right after it and no gap before.
func (p *parser) gluedDigits(i int, mark *word) bool {
	t, next := p.at(i), p.at(i+1)
	return t.word == mark && t.gap == glued && next.gap == glued && next.digits > 0
}

// isFraction reports whether a fraction such as 1/2 stands at token i.
func (p *parser) isFraction(i int) bool {
	n, d := p.at(i), p.at(i+2)
	return n.digits == 1 && p.at(i+1).word == slash && d.digits == 1 && n.number > 0 && n.number < d.number && d.number <= 4
}

func (p *parser) andHalfAt(i int) bool {
	return p.wordsAt(i, andAHalf...) || p.wordsAt(i, andAnHalf...)
}

var andAHalf, andAnHalf = phraseOf("and a half"), phraseOf("and an half")

// wordsAt reports whether these words stand from token i.
func (p *parser) wordsAt(i int, words ...*word) bool {
	for k, w := range words {
		if t := p.at(i + k); t.word != w || k > 0 && t.gap == broken {
			return false
		}
	}
	return true
}

// readCardinal reads a number in words.
func readCardinal(p *parser, i int) (n, end int) {
	total, group, last := 0, 0, 1000
	for end = i; end < i+9; end++ {
		t := p.at(end)
		v := int(t.word.values[symCard])
		switch {
		case end > i && t.gap == broken:
			return total + group, end
		case !t.word.is(symCard):
			next := p.at(end + 1)
			joins := t.word == hyphen && t.gap == glued && next.gap == glued || t.word == wordAnd && last >= 100
			if end == i || !joins || !next.word.is(symCard) {
				return total + group, end
			}
			continue
		case v == 100 && group > 0 && group < 10:
			group *= 100
		case v == 1000 && group > 0:
			total, group = total+group*1000, 0
		case v >= 100:
			return 0, i
		case end > i && (v == 0 || last < 20 || last < 100 && v >= 10):
			if before := p.tokens[end-1].word; before == hyphen || before == wordAnd {
				end-- // it joined no part of the number
			}
			return total + group, end
		default:
			group += v
		}
		last = v
	}
	return total + group, end
}

// readCount reads a number, or "a", "several", "a couple of".
func readCount(p *parser, i int) (float64, int) {
	for _, c := range countWords[p.at(i).word] {
		if p.wordsAt(i, c.words...) {
			return c.value, i + len(c.words)
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

var dayFigure = figure(1, 2, 1, 31, (*parser).inFigure)

// readDay reads a day of the month.
func readDay(p *parser, i int) (float64, int) {
	switch v, end := readOrdinal(p, i); {
	case end == i:
		return dayFigure(p, i)
	case v >= 1 && v <= 31:
		return v, end
	}
	return 0, i
}

// readOrdinal reads "10th", "tenth", "twenty-first".
func readOrdinal(p *parser, i int) (float64, int) {
	t, next := p.at(i), p.at(i+1)
	tens := int(t.word.values[symCard])
	switch {
	case t.digits > 0 && next.gap == glued && ordinalSuffix[next.word] && t.number >= 0 && !p.inFigure(i):
		return float64(t.number), i + 2
	case t.word.is(symOrd):
		return float64(t.word.values[symOrd]), i + 1
	case tens < 20 || tens > 90:
		return 0, i
	}
	end := i + 1
	if next.word == hyphen && next.gap == glued {
		end++
	}
	if u := p.at(end); u.gap != broken && u.word.is(symOrd) && u.word.values[symOrd] < 10 {
		return float64(tens) + float64(u.word.values[symOrd]), end + 1
	}
	return 0, i
}

var ordinalSuffix = wordsOf("ordinal endings")

// readOwner reads a name in the genitive, such as "Russia's", as a number nobody asks for.
func readOwner(p *parser, i int) (float64, int) {
	t, s := p.at(i), p.at(i+1)
	if t.shape == lower || t.shape == other || s.word != genitive || s.gap != glued {
		return 0, i
	}
	return 0, i + 2
}
