package timex

import "strings"

// A word is what the lexicon knows of a word: the classes it belongs to, its value in each, and what
// it tells of the time of its clause. Words the grammar never mentions are all the unknown word.
type word struct {
	classes class
	values  [lastClass]int16
	cue     cue
	starts  uint16 // the kinds of phrases it may begin, a bit each
	plain   bool   // an everyday word too ("may", "sun"): a date word only when its neighbours say so
	plural  bool
}

// A symbol names a token class or a reader in patterns.
type symbol uint8

const (
	noSymbol symbol = iota
	symMonth
	symWeekday    // as time.Weekday
	symWeekdays   // in the plural
	symUnit       // as unit
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
	"MONTH": symMonth, "WEEKDAY": symWeekday, "WEEKDAYS": symWeekdays, "UNIT": symUnit, "SEASON": symSeason, "PART": symPart,
	"SHIFT": symShift, "ANCHOR": symAnchor, "EDGE": symEdge, "ZONE": symZone, "CARD": symCard,
	"ORDWORD": symOrd, "DIGITS": symDigits,
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

// The words of each class with their values. "/" marks an everyday word (see word.plain).
var wordTable = []struct {
	symbol symbol
	words  string
	values []int
}{
	{symMonth, "january february march/ april may/ june july august september october november december", upTo(12)},
	{symMonth, "jan feb mar/ apr _ jun jul aug/ sep oct nov dec", upTo(12)},
	{symMonth, "_ _ _ _ _ _ _ _ sept _ _ _", upTo(12)},
	{symWeekday, "sunday monday tuesday wednesday thursday friday saturday", from(0, 7)},
	{symWeekday, "sun/ mon/ tue wed/ thu fri sat/", from(0, 7)},
	{symWeekday, "_ _ tues weds thurs _ _", from(0, 7)},
	{symWeekday, "_ _ _ _ thur _ _", from(0, 7)},
	{symWeekdays, "sundays mondays tuesdays wednesdays thursdays fridays saturdays", from(0, 7)},
	{symUnit, "second/ minute hour day week month year decade century quarter weekend fortnight millennium", units},
	{symUnit, "seconds minutes hours days weeks months years decades centuries quarters weekends fortnights millennia", units},
	{symUnit, "sec min hr _ wk _ yr _ _ qtr wkend _ _", units},
	{symUnit, "secs mins hrs _ wks mos yrs _ _ qtrs _ _ _", units},
	{symSeason, "spring/ summer fall/ autumn winter", []int{int(spring), int(summer), int(autumn), int(autumn), int(winter)}},
	{symSeason, "springtime summertime _ _ wintertime", []int{int(spring), int(summer), int(autumn), int(autumn), int(winter)}},
	{symPart, "morning afternoon evening night dawn midnight lunch lunchtime mornings afternoons evenings nights overnight", []int{
		int(morning), int(afternoon), int(evening), int(night), int(morning), int(night), int(afternoon), int(afternoon),
		int(morning), int(afternoon), int(evening), int(night), int(night)}},
	{symShift, "last past this current next coming upcoming forthcoming", []int{-1, -1, 0, 0, 1, 1, 1, 1}},
	{symAnchor, "previous preceding prior same that following ensuing", []int{-1, -1, -1, 0, 0, 1, 1}},
	{symEdge, "early mid late beginning start middle end close outset", []int{
		int(early), int(middle), int(late), int(early), int(early), int(middle), int(late), int(late), int(early)}},
	{symCard, "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen", upTo(19)},
	{symCard, "zero oh twenty thirty forty fifty sixty seventy eighty ninety hundred thousand", []int{
		0, 0, 20, 30, 40, 50, 60, 70, 80, 90, 100, 1000}},
	{symOrd, "first second/ third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth", upTo(19)},
	{symOrd, "twentieth thirtieth", []int{20, 30}},
	{symDecadeWord, "twenties thirties forties fifties sixties seventies eighties nineties", []int{20, 30, 40, 50, 60, 70, 80, 90}},
	{symZone, "gmt utc bst wet cet cest eet msk edt est cdt cst mdt mst pdt pst ist jst", []int{
		0, 0, 60, 0, 60, 120, 120, 180, -240, -300, -300, -360, -360, -420, -420, -480, 330, 540}},
}

func upTo(n int) []int { return from(1, n) }

func from(first, n int) []int {
	v := make([]int, n)
	for i := range v {
		v[i] = first + i
	}
	return v
}

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

func buildLexicon() map[string]*word {
	lex := make(map[string]*word, 1024)
	get := func(s string) *word {
		w, ok := lex[s]
		if !ok {
			w = &word{}
			lex[s] = w
		}
		return w
	}
	for _, row := range wordTable {
		for i, s := range strings.Fields(row.words) {
			if s == "_" {
				continue
			}
			w := get(strings.TrimSuffix(s, "/"))
			w.classes |= row.symbol.class()
			w.values[row.symbol] = int16(row.values[i])
			w.plain = w.plain || strings.HasSuffix(s, "/")
			w.plural = w.plural || row.symbol == symUnit && (strings.HasSuffix(s, "s") || s == "millennia")
		}
	}
	for s, c := range cueWords {
		get(s).cue |= c
	}
	for _, dash := range []string{"–", "—", "‑", "‐", "−"} {
		lex[dash] = get("-")
	}
	return lex
}

// intern returns the lexicon's entry for a word of a pattern, made if need be.
func intern(s string) *word {
	w, ok := lexicon[s]
	if !ok {
		w = &word{}
		lexicon[s] = w
	}
	return w
}
