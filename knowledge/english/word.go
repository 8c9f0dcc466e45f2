package english

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kljensen/snowball/english"
	"golang.org/x/text/unicode/norm"
)

// A Word is what can be said of a word wherever it stands. Words are shared: read them, do
// not change them.
type Word struct {
	Norm string // the form it is compared in (see Norm)
	Stem string // Norm without its endings (see Stem)
	Stop bool   // carries no meaning of its own (see IsStop)
}

func newWord(written string) *Word {
	n := Norm(written)
	return &Word{Norm: n, Stem: Stem(n), Stop: IsStop(n)}
}

// Norm returns the form under which a word is compared: lower case, straight apostrophes,
// no accents, no possessive 's, no dots in abbreviations. "Russia’s" and "russia" are one
// word. "US" and "U.S." are "usa", for "us" is the pronoun.
func Norm(s string) string {
	if isUS(s) {
		return "usa"
	}
	s = strings.ToLower(s)
	s = plainLetters(strings.ReplaceAll(s, "’", "'"))
	s = strings.TrimSuffix(strings.TrimSuffix(s, "'s"), "'")
	if strings.Contains(s, ".") && strings.IndexFunc(s, unicode.IsDigit) < 0 {
		s = strings.ReplaceAll(s, ".", "")
	}
	return s
}

// plainLetters writes letters without their accents: "Céloron" is asked for as "Celoron".
func plainLetters(s string) string {
	if strings.IndexFunc(s, func(r rune) bool { return r >= utf8.RuneSelf }) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(s))
}

func isUS(s string) bool {
	s = strings.TrimSuffix(strings.TrimSuffix(s, "'s"), "’s")
	return s == "US" || s == "U.S." || s == "U.S"
}

// longest is how many bytes a word may have to be stemmed. No word of English is as long.
const longest = 48

// Stem returns the stem of a word as Norm gives it: by the English Snowball (Porter2)
// stemmer, of an irregular form ("broke") that of its plain form.
func Stem(norm string) string {
	if plain, ok := Plain(norm); ok {
		norm = plain
	}
	if len(norm) > longest {
		return norm
	}
	return english.Stem(norm, false)
}

// Plain returns the plain form of an irregular one, "break" of "broke", and whether norm is
// one.
func Plain(norm string) (string, bool) {
	plain, ok := irregular[norm]
	return plain, ok
}

var irregular = plainForms(slices.Concat(Rows("irregular verbs"), Rows("irregular plurals")))

func plainForms(rows [][]string) map[string]string {
	m := map[string]string{}
	for _, row := range rows {
		for form := range strings.FieldsSeq(row[1]) {
			m[form] = row[0]
		}
	}
	return m
}

// IsStop reports whether a word, as Norm gives it, carries no meaning of its own: articles,
// pronouns, prepositions, auxiliaries, question words. A question never matches on these.
func IsStop(norm string) bool { return stopWords.Has(norm) }

var stopWords = Class("stop words")

// Number returns the number a word stands for, as Norm gives it: "1,000", "$5", "40%",
// "2.5", "twelve". Words for fractions and orders ("third") stand for none.
func Number(norm string) (float64, bool) {
	if n, ok := numerals[norm]; ok {
		return n, true
	}
	s := strings.TrimSuffix(strings.TrimLeft(norm, "$€£"), "%")
	if s == "" || s[0] < '0' || s[0] > '9' {
		return 0, false
	}
	n, err := strconv.ParseFloat(strings.ReplaceAll(s, ",", ""), 64)
	return n, err == nil
}

// IsNumber reports whether a word, as Norm gives it, stands for a number.
func IsNumber(norm string) bool {
	_, ok := Number(norm)
	return ok
}

var numerals = Values("numerals")

// Values returns the rows of a section, each a word and a number, as a map.
func Values(section string) map[string]float64 {
	m := map[string]float64{}
	for _, row := range Rows(section) {
		n, err := strconv.ParseFloat(row[1], 64)
		if err != nil {
			panic("english: " + section + ": " + row[0] + " has no value: " + err.Error())
		}
		m[row[0]] = n
	}
	return m
}
