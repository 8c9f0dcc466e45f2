// Package word cuts text into words and says what each one is: its stem, whether it
// carries meaning, and the number it stands for. Search and verification read text
// through the same eyes by sharing it.
package word

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kljensen/snowball/english"
	"golang.org/x/text/unicode/norm"
)

// A Token is one word, number or symbol-bound name ("U.S.", "S-400", "$5") of a text.
// text[Start:End] is what stands there; the rest is derived from it.
type Token struct {
	Start, End int    // UTF-8 byte offsets, End exclusive
	Norm       string // lower case, straight apostrophes, no possessive 's, no dots in abbreviations
	Stem       string // Norm without its endings (see Stem)
	Stop       bool   // carries no meaning of its own (see IsStop)
	Upper      bool   // begins with an upper-case letter
}

// Tokens returns the tokens of text in order. White space and punctuation between them
// are left out; it never fails, whatever the bytes.
func Tokens(text string) []Token {
	var tokens []Token
	for at := 0; at < len(text); {
		start, end := next(text, at)
		if start == end {
			break
		}
		tokens = append(tokens, newToken(text, start, end))
		at = end
	}
	return tokens
}

// next returns the bounds of the first token at or after at; they are equal when there is none.
func next(text string, at int) (start, end int) {
	for at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		if isWordRune(r) && !unicode.Is(unicode.Mn, r) {
			return at, wordEnd(text, at)
		}
		at += size
	}
	return at, at
}

// A Reader cuts many texts into the same tokens as Tokens does, remembering every word it
// has met, so that a word is normalised and stemmed once only: some ten times as fast on a
// library of articles. The zero Reader is ready; it is not for several goroutines at once.
type Reader struct {
	met map[string]Token
}

// Tokens appends the tokens of text to dst and returns it.
func (r *Reader) Tokens(dst []Token, text string) []Token {
	if r.met == nil {
		r.met = map[string]Token{}
	}
	for at := 0; at < len(text); {
		start, end := next(text, at)
		if start == end {
			break
		}
		t, ok := r.met[text[start:end]]
		if !ok {
			t = newToken(text, start, end)
			r.met[text[start:end]] = t
		}
		t.Start, t.End = start, end
		dst = append(dst, t)
		at = end
	}
	return dst
}

// Stems returns the distinct stems of the words of text that carry meaning, in order.
func Stems(text string) []string {
	var stems []string
	seen := map[string]bool{}
	for _, t := range Tokens(text) {
		if !t.Stop && !seen[t.Stem] {
			seen[t.Stem] = true
			stems = append(stems, t.Stem)
		}
	}
	return stems
}

// Plain returns the plain form of an irregular one, "break" of "broke", and whether norm is
// one.
func Plain(norm string) (string, bool) {
	plain, ok := irregular[norm]
	return plain, ok
}

// longest is how many bytes a word may have to be stemmed. No word of English is as long.
const longest = 48

// Stem returns the stem of one word in lower case: by the English Snowball (Porter2)
// stemmer, irregular forms ("broke") by their plain form.
func Stem(norm string) string {
	if plain, ok := Plain(norm); ok {
		norm = plain
	}
	if len(norm) > longest {
		return norm
	}
	return english.Stem(norm, false)
}

func newToken(text string, start, end int) Token {
	r, _ := utf8.DecodeRuneInString(text[start:])
	norm := Norm(text[start:end])
	return Token{Start: start, End: end, Norm: norm, Stem: Stem(norm), Stop: IsStop(norm), Upper: unicode.IsUpper(r)}
}

// Norm returns the form under which a word is compared: "Russia’s" and "russia" are
// one word. "US" and "U.S." are "usa", for "us" is the pronoun.
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

// wordEnd returns where the word that begins at start ends. Apostrophes, dots and commas
// belong to it only between two word runes ("O'Brien", "U.S", "1,000"), and one dot more
// closes an abbreviation of single letters ("U.S.").
func wordEnd(text string, start int) int {
	end, dotted := start, false
	initials := true // so far single letters with dots between
	last := rune(0)
	for end < len(text) {
		r, size := utf8.DecodeRuneInString(text[end:])
		if isWordRune(r) {
			initials = initials && unicode.IsLetter(r) && (last == 0 || last == '.')
			last = r
			end += size
			continue
		}
		next, _ := utf8.DecodeRuneInString(text[end+size:])
		if !joins(last, r, next, initials) {
			break
		}
		dotted = dotted || r == '.'
		last = r
		end += size
	}
	if dotted && initials && end < len(text) && text[end] == '.' {
		end++
	}
	return end
}

// joins says whether r belongs to the word between the runes last and next.
func joins(last, r, next rune, initials bool) bool {
	switch r {
	case '\'', '’':
		return unicode.IsLetter(last) && unicode.IsLetter(next)
	case ',':
		return unicode.IsDigit(last) && unicode.IsDigit(next)
	case '.':
		return unicode.IsDigit(last) && unicode.IsDigit(next) || initials && unicode.IsLetter(last) && unicode.IsLetter(next)
	}
	return false
}

func isWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) || r == '$' || r == '€' || r == '£' || r == '%'
}

// Possessive returns how many bytes at the end of text[t.Start:t.End] are a possessive
// ending ("'s", "’s", or the apostrophe alone) and so no part of the word.
func (t Token) Possessive(text string) int {
	s := text[t.Start:t.End]
	for _, ending := range []string{"'s", "’s", "'S", "’S"} {
		if strings.HasSuffix(s, ending) {
			return len(ending)
		}
	}
	return 0
}

// Number returns the number a word stands for: "1,000", "$5", "40%", "2.5", "twelve". Words for
// fractions and orders ("third") are none.
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

var numerals = map[string]float64{
	"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
	"ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
	"seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
	"sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "thousand": 1e3, "million": 1e6,
	"billion": 1e9, "trillion": 1e12, "dozen": 12,
}
