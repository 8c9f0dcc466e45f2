package timex

import "strings"

// A reader reads a number at token i in one of the ways texts write them. It returns the value and
// the token after it, which is i when there is none.
type reader func(p *parser, i int) (value float64, end int)

var readers = map[symbol]reader{
	symNum: readNumber, symCount: readCount, symDay: readDay, symNth: readOrdinal,
	symYear: readYear, symInt: readInt, symHalf: readHalf,
	symHour: readHour, symMinute: readMinute, symMilitary: readMilitary, symAMPM: readAMPM, symOwner: readOwner, symPlaceTime: readPlaceTime,
	symDecade: readDecade, symYYDecade: readShortDecade, symOldYear: readOldYear,
}

// vagueCount is the value of "several" and the like.
const vagueCount = -1

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
	case end+1 < len(p.tokens) && p.tokens[end].word == period_ && p.glued(end) && p.glued(end+1) && p.tokens[end+1].digits > 0:
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

var andAHalf, andAnHalf = words("and a half"), words("and an half")

// isFraction reports whether a fraction such as 1/2 stands at token i.
func (p *parser) isFraction(i int) bool {
	return i+2 < len(p.tokens) && p.tokens[i].digits == 1 && p.tokens[i+1].word == slash && p.tokens[i+2].digits == 1 &&
		p.tokens[i].number > 0 && p.tokens[i].number < p.tokens[i+2].number && p.tokens[i+2].number <= 4
}

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
		case t.word.classes&symCard.class() == 0:
			joined := end > i && end+1 < len(p.tokens) && p.tokens[end+1].word.classes&symCard.class() != 0 &&
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

// countWords holds the counts that are no numbers, longest first, by their first word.
var countWords = byFirstWord([]struct {
	words string
	value float64
}{
	{"a couple of", 2}, {"a couple", 2}, {"a pair of", 2}, {"couple of", 2}, {"couple", 2},
	{"a dozen", 12}, {"half a dozen", 6}, {"half a", 0.5}, {"half an", 0.5}, {"a half", 0.5}, {"half", 0.5},
	{"three - quarters of an", 0.75}, {"a quarter of an", 0.25},
	{"a few", vagueCount}, {"a number of", vagueCount}, {"several", vagueCount}, {"some", vagueCount},
	{"many", vagueCount}, {"few", vagueCount}, {"dozens of", vagueCount}, {"hundreds of", vagueCount},
	{"thousands of", vagueCount}, {"a", 1}, {"an", 1},
})

func byFirstWord(rows []struct {
	words string
	value float64
}) map[*word][]countWord {
	m := map[*word][]countWord{}
	for _, r := range rows {
		ws := words(r.words)
		m[ws[0]] = append(m[ws[0]], countWord{ws, r.value})
	}
	return m
}

// words interns the words of a line.
func words(line string) []*word {
	var ws []*word
	for _, s := range strings.Fields(line) {
		ws = append(ws, intern(s))
	}
	return ws
}

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
	if t.word.classes&symOrd.class() != 0 {
		return float64(t.word.values[symOrd]), i + 1
	}
	tens := int(t.word.values[symCard])
	if t.word.classes&symCard.class() == 0 || tens < 20 || tens > 90 {
		return 0, i
	}
	end := i + 1
	if u := p.at(end); u != nil && u.word == hyphen && u.gap == glued {
		end++
	}
	if u := p.at(end); u != nil && u.gap != broken && u.word.classes&symOrd.class() != 0 && u.word.values[symOrd] < 10 {
		return float64(tens) + float64(u.word.values[symOrd]), end + 1
	}
	return 0, i
}

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
	case t.word.classes&symCard.class() != 0:
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

func readInt(p *parser, i int) (float64, int) {
	t := p.at(i)
	if t == nil || t.digits == 0 || t.digits > 4 || i > 0 && t.gap == glued && p.tokens[i-1].digits > 0 {
		return 0, i
	}
	return float64(t.number), i + 1
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

var wordAnd = intern("and")

var ordinalSuffix = map[*word]bool{intern("st"): true, intern("nd"): true, intern("rd"): true, intern("th"): true}

// readHour reads the hour of a clock.
func readHour(p *parser, i int) (float64, int) {
	t := p.at(i)
	switch {
	case t == nil:
	case t.digits > 0 && t.digits <= 2 && t.number <= 24 && !(i > 0 && t.gap == glued && p.partOfFigure(i-1)):
		return float64(t.number), i + 1
	case t.word.classes&symCard.class() != 0 && t.word.values[symCard] >= 1 && t.word.values[symCard] <= 12:
		return float64(t.word.values[symCard]), i + 1
	}
	return 0, i
}

// partOfFigure reports whether digits right after token i go on a number, a clock or an amount.
func (p *parser) partOfFigure(i int) bool {
	return p.stuckTo(i) || p.tokens[i].word == slash || p.tokens[i].digits > 0
}

// readMinute reads minutes or seconds: two digits, or words from "oh five" to "fifty-nine".
func readMinute(p *parser, i int) (float64, int) {
	t := p.at(i)
	switch {
	case t == nil:
	case t.digits == 2 && t.number < 60:
		return float64(t.number), i + 1
	case t.word.classes&symCard.class() != 0:
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
	dot := p.at(end) != nil && p.tokens[end].word == period_ && p.glued(end)
	if dot {
		end++
	}
	if m := p.at(end); m == nil || m.word != wordM || m.gap == broken {
		return 0, i
	}
	end++
	if dot && p.at(end) != nil && p.tokens[end].word == period_ && p.glued(end) {
		end++
	}
	if t.word == wordP {
		return 12, end
	}
	return 0, end
}

var (
	wordAM, wordPM      = intern("am"), intern("pm")
	wordA, wordP, wordM = intern("a"), intern("p"), intern("m")
)

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

// readOwner reads a name in the genitive, such as "Russia's", as a number nobody asks for.
func readOwner(p *parser, i int) (float64, int) {
	t, s := p.at(i), p.at(i+1)
	if t == nil || s == nil || t.shape == lower || t.shape == other || s.word != genitive || s.gap != glued {
		return 0, i
	}
	return 0, i + 2
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

var wordTime, wordLocal = intern("time"), intern("local")
