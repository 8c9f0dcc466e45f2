package sentence

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"talksbot/knowledge/english"
)

// A kind says what may follow an abbreviation.
type kind int

const (
	ordinary kind = iota // no abbreviation at all
	title                // stands before a name: never ends a sentence
	inline               // stands within a sentence: "e.g.", "vs."
	numbered             // stands before a number: "No. 5", "Fig. A"
	final                // may end a sentence, if what follows opens one: "Inc.", "Calif."
	hour                 // "a.m.": ends a sentence before a capital that names no day or zone
	trailing             // "etc.": ends a sentence before any capital
)

var abbreviationClasses = map[kind]string{
	title:    "abbreviated titles",
	inline:   "inline abbreviations",
	numbered: "numbered abbreviations",
	final:    "final abbreviations",
	hour:     "hour abbreviations",
	trailing: "trailing abbreviations",
}

// abbreviations are written without their last full stop. One in lower case stands for any
// case, one with a capital only for itself.
var abbreviations = kinds(abbreviationClasses)

func kinds(classes map[kind]string) map[string]kind {
	m := map[string]kind{}
	for k, name := range classes {
		for w := range english.Class(name) {
			m[w] = k
		}
	}
	return m
}

var (
	openers    = capitalised("words that open a sentence")
	hanging    = english.Class("hanging words")
	afterHour  = english.Class("hours go on with")
	fronts     = capitalised("time fronts")
	domains    = capitalised("domains")
	labels     = capitalised("letter labels")
	captions   = capitalised("captions")
	exclaimed  = english.Class("exclaiming names")
	answering  = english.Class("words before an answer")
	underRanks = english.Class("ranks with an under")
	speech     = english.Inflected("verbs of saying/quotes", english.AnyForm)
)

// capitalised returns a class with capitals, with straight and with curly apostrophes.
func capitalised(name string) english.Set {
	s := english.Set{}
	for w := range english.Class(name) {
		w = strings.ToUpper(w[:1]) + w[1:]
		s[w] = struct{}{}
		s[strings.ReplaceAll(w, "'", "’")] = struct{}{}
	}
	return s
}

// IsAbbreviation reports whether a full stop behind word belongs to it, wherever it stands:
// "Inc", "U.S".
func IsAbbreviation(word string) bool { return kindOf(word) != ordinary }

// kindOf returns the kind of the word before a full stop.
func kindOf(word string) kind {
	if k, ok := abbreviations[word]; ok {
		return k
	}
	if low := strings.ToLower(word); low != word {
		for _, w := range []string{low, onlyFirst(word, low)} {
			if k, ok := abbreviations[w]; ok {
				return k
			}
		}
	}
	if english.IsDotted(word) {
		return final
	}
	return ordinary
}

// onlyFirst returns a word that is all in capitals with one capital: "AUG" as "Aug".
func onlyFirst(word, low string) string {
	if strings.ToUpper(word) != word {
		return word
	}
	_, n := utf8.DecodeRuneInString(word)
	return word[:n] + low[min(n, len(low)):]
}

// initial tells an initial, which a name follows, from a letter at the end of a
// sentence: "Albert I. Jones" from "you and I."
func (s *scanner) initial(st stop) kind {
	r, n := utf8.DecodeRuneInString(st.word)
	left := lastRune(s.text[:st.start-len(st.word)])
	if n != len(st.word) || !unicode.IsLetter(r) || strings.ContainsRune("=/_&+", left) {
		return ordinary
	}
	if !unicode.IsUpper(r) {
		return numbered
	}
	before := strings.TrimRightFunc(s.text[max(0, st.start-n-maxWord):st.start-n], unicode.IsSpace)
	prev := wordBefore(before, len(before))
	if labels.Has(prev) || r == 'I' && prev != "" && unicode.IsLower(firstRune(prev)) {
		return ordinary
	}
	return final
}
