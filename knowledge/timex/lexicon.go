package timex

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"talksbot/knowledge/english"
)

// A word is what the lexicon knows of a word: the classes it belongs to, its value in each, and what
// it tells of the time of its clause. Words the grammar never mentions are all the unknown word.
type word struct {
	classes class
	values  [lastClass]int16
	cue     cue
	starts  uint16 // the kinds of phrases it may begin, a bit each
	plain   bool   // an everyday word too ("may", "sun"): a date word only when its neighbours say so
}

// A symbol names a token class or a reader in patterns.
type symbol uint8

const (
	noSymbol symbol = iota
	symMonth
	symWeekday    // as time.Weekday
	symWeekdays   // in the plural
	symUnit       // as unit
	symOneUnit    // in the singular
	symManyUnits  // in the plural
	symSeason     // as season
	symPart       // of the day, as part
	symShift      // last -1, this 0, next +1: from publication
	symAnchor     // previous -1, same 0, following +1: from the last date mentioned
	symEdge       // early, mid, late: as edge
	symZone       // minutes east of Greenwich
	symCard       // one, two ... as a word
	symOrd        // first, second ... as a word
	symDecadeWord // nineties 90
	symDigits     // any run of digits
	lastClass

	symNum       = iota // readers: a number, in digits or words
	symCount            // a number, or "a", or "several" (vagueCount)
	symDay              // 1 to 31, "10", "10th", "tenth"
	symNth              // an ordinal, "10th", "tenth"
	symYear             // a year, "1998", "'98", "two thousand ten"
	symInt              // a run of at most four digits
	symHalf             // two digits, a year of a century, "98"
	symHour             // 0 to 24, or in words
	symMinute           // 00 to 59, or in words
	symMilitary         // three or four digits, 0735
	symDecade           // four digits ending in 0
	symYYDecade         // two digits ending in 0
	symOldYear          // three digits
	symPlaceTime        // local time, Moscow time
	symOwner            // a name in the genitive
	symAMPM             // 0 for a.m., 12 for p.m.
	lastSymbol
)

var symbols = map[string]symbol{
	"MONTH": symMonth, "WEEKDAY": symWeekday, "WEEKDAYS": symWeekdays, "SEASON": symSeason, "PART": symPart,
	"ANYUNIT": symUnit, "UNIT": symOneUnit, "UNITS": symManyUnits,
	"SHIFT": symShift, "ANCHOR": symAnchor, "EDGE": symEdge, "ZONE": symZone, "CARDINAL": symCard, "ORDINAL": symOrd,
	"NUM": symNum, "COUNT": symCount, "DAY": symDay, "NTH": symNth, "YEAR": symYear, "INT": symInt,
	"YY": symHalf, "HOUR": symHour, "MIN": symMinute, "MILITARY": symMilitary, "AMPM": symAMPM, "OWNER": symOwner, "PLACETIME": symPlaceTime,
	"DECADE": symDecade, "YYDECADE": symYYDecade, "OLDYEAR": symOldYear, "DECADEWORD": symDecadeWord,
}

// A class is a set of token classes, a bit each.
type class uint32

func (s symbol) class() class {
	if s < lastClass {
		return 1 << s
	}
	return 0
}

// is reports whether the word is of that class.
func (w *word) is(s symbol) bool { return w.classes&s.class() != 0 }

var (
	unknown    word
	digits     = word{classes: symDigits.class()}
	lexicon    = buildLexicon()
	genitive   = intern("'s")
	apostrophe = intern("'")
	hyphen     = intern("-")
	comma      = intern(",")
	fullStop   = intern(".")
	colon      = intern(":")
	slash      = intern("/")
)

// valueNames are the names of values in the data.
var valueNames = map[string]int{
	"second": int(second), "minute": int(minute), "hour": int(hour), "day": int(oneDay), "week": int(week),
	"month": int(month), "year": int(year), "decade": int(decade), "century": int(hundredYears), "quarter": int(quarter),
	"weekend": int(weekend), "fortnight": int(fortnight), "millennium": int(millennium),
	"spring": int(spring), "summer": int(summer), "autumn": int(autumn), "winter": int(winter),
	"morning": int(morning), "afternoon": int(afternoon), "evening": int(evening), "night": int(night),
	"early": int(early), "middle": int(middle), "late": int(late), "closing": int(closing), "many": vagueCount,
}

// A builder makes the lexicon from the data.
type builder map[string]*word

func buildLexicon() builder {
	b := builder{}
	b.addNames()
	b.addWords()
	b.addCues()
	for _, dash := range []string{"–", "—", "‑", "‐", "−"} {
		b[dash] = b.get("-")
	}
	return b
}

// addNames adds the months and weekdays, and the numbers.
func (b builder) addNames() {
	for m := time.January; m <= time.December; m++ {
		b.addName(symMonth, m.String(), int(m))
	}
	for d := time.Sunday; d <= time.Saturday; d++ {
		b.addName(symWeekday, d.String(), int(d))
		b.add(symWeekdays, strings.ToLower(d.String())+"s", int(d))
	}
	for w, n := range english.Values("numerals") {
		if n <= 1000 && w != "dozen" {
			b.add(symCard, w, int(n))
		}
	}
	for w, n := range english.Values("ordinals") {
		b.add(symOrd, w, int(n))
	}
}

func (b builder) addWords() {
	for _, row := range english.Rows("time words") {
		for pair := range strings.FieldsSeq(row[1]) {
			w, v, _ := strings.Cut(pair, "=")
			sym := symbols[row[0]]
			b.add(sym, w, valueOf(v))
			if sym == symOneUnit || sym == symManyUnits {
				b.add(symUnit, w, valueOf(v))
			}
		}
	}
	for w := range english.Class("everyday time words") {
		b.get(w).plain = true
	}
}

func (b builder) addCues() {
	for name, c := range map[string]cue{"past cues": cuePast, "future cues": cueFuture} {
		for w := range english.Class(name) {
			b.get(w).cue |= c
		}
	}
	for _, row := range english.Rows("irregular verbs") {
		for w := range strings.FieldsSeq(row[1]) {
			if f := english.FormOf(w); f&english.Past != 0 && f&english.Base == 0 {
				b.get(w).cue |= cuePast
			}
		}
	}
}

// valueOf reads a value of the data: a name or a number.
func valueOf(s string) int {
	if v, ok := valueNames[s]; ok {
		return v
	}
	v, err := strconv.Atoi(s)
	if err != nil {
		panic(fmt.Sprintf("timex: no value %q", s))
	}
	return v
}

func (b builder) get(s string) *word {
	w, ok := b[s]
	if !ok {
		w = &word{}
		b[s] = w
	}
	return w
}

func (b builder) add(sym symbol, s string, value int) {
	w := b.get(s)
	w.classes |= sym.class()
	w.values[sym] = int16(value)
}

// addName adds a name and its first three letters.
func (b builder) addName(sym symbol, name string, value int) {
	b.add(sym, strings.ToLower(name), value)
	b.add(sym, strings.ToLower(name[:3]), value)
}

// intern returns the lexicon's entry for a word of a pattern, made if need be.
func intern(s string) *word { return lexicon.get(s) }

// words are words of the lexicon.
type words map[*word]bool

// wordsOf returns the words of a class of the data.
func wordsOf(class string) words {
	m := words{}
	for w := range english.Class(class) {
		m[intern(w)] = true
	}
	return m
}

// phraseOf returns the words of a phrase, in order.
func phraseOf(line string) []*word {
	var ws []*word
	for w := range strings.FieldsSeq(line) {
		ws = append(ws, intern(w))
	}
	return ws
}
