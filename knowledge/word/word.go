// Package word cuts text into words and says what each one is: its stem, whether it
// carries meaning, and the number it stands for. Search and verification read text
// through the same eyes by sharing it.
package word

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kljensen/snowball/english"
)

// A Token is one word, number or symbol-bound name ("U.S.", "S-400", "$5") of a text.
// text[Start:End] is what stands there; the rest is derived from it.
type Token struct {
	Start, End int    // UTF-8 byte offsets, End exclusive
	Norm       string // lower case, straight apostrophes, no possessive 's, no dots in abbreviations
	Stem       string // Norm by the English Snowball (Porter2) stemmer
	Stop       bool   // carries no meaning of its own (see IsStop)
	Upper      bool   // begins with an upper-case letter
}

// Tokens returns the tokens of text in order. White space and punctuation between them
// are left out; it never fails, whatever the bytes.
func Tokens(text string) []Token {
	var tokens []Token
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		if !isWordRune(r) {
			at += size
			continue
		}
		end := wordEnd(text, at)
		tokens = append(tokens, newToken(text, at, end))
		at = end
	}
	return tokens
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

// Stem returns the stem of one word in lower case.
func Stem(norm string) string {
	return english.Stem(norm, false)
}

func newToken(text string, start, end int) Token {
	r, _ := utf8.DecodeRuneInString(text[start:])
	norm := Norm(text[start:end])
	return Token{Start: start, End: end, Norm: norm, Stem: Stem(norm), Stop: IsStop(norm), Upper: unicode.IsUpper(r)}
}

// Norm returns the form under which a word is compared: "Russia’s" and "russia" are
// one word, and so are "U.S." and "US".
func Norm(s string) string {
	s = strings.ToLower(s)
	s = strings.ReplaceAll(s, "’", "'")
	s = strings.TrimSuffix(strings.TrimSuffix(s, "'s"), "'")
	if strings.Contains(s, ".") && strings.IndexFunc(s, unicode.IsDigit) < 0 {
		s = strings.ReplaceAll(s, ".", "")
	}
	return s
}

// wordEnd returns where the word that begins at start ends. Apostrophes, dots and commas
// belong to it only between two word runes ("O'Brien", "U.S", "1,000"), and one dot more
// closes an abbreviation of single letters ("U.S.").
func wordEnd(text string, start int) int {
	end, dotted := start, false
	for end < len(text) {
		r, size := utf8.DecodeRuneInString(text[end:])
		if isWordRune(r) {
			end += size
			continue
		}
		next, _ := utf8.DecodeRuneInString(text[end+size:])
		if !joins(text[start:end], r, next) {
			break
		}
		dotted = dotted || r == '.'
		end += size
	}
	if dotted && end < len(text) && text[end] == '.' && singleLetters(text[start:end]) {
		end++
	}
	return end
}

func joins(before string, r, next rune) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	switch r {
	case '\'', '’':
		return unicode.IsLetter(last) && unicode.IsLetter(next)
	case ',':
		return unicode.IsDigit(last) && unicode.IsDigit(next)
	case '.':
		return unicode.IsDigit(last) && unicode.IsDigit(next) || singleLetters(before) && unicode.IsLetter(next)
	}
	return false
}

// singleLetters says whether s is single letters with dots between: "U", "U.S", "a.m".
func singleLetters(s string) bool {
	for part := range strings.SplitSeq(s, ".") {
		r, size := utf8.DecodeRuneInString(part)
		if size != len(part) || !unicode.IsLetter(r) {
			return false
		}
	}
	return true
}

func isWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) || r == '$' || r == '€' || r == '£' || r == '%'
}
