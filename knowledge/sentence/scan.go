package sentence

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// isTerminator reports whether r can end a sentence by itself.
func isTerminator(r rune) bool {
	switch r {
	case '.', '!', '?', '…', '‽', '⁇', '⁈', '⁉':
		return true
	}
	return isWideStop(r)
}

// isWideStop reports whether r ends a sentence wherever it stands, with or
// without white space after it: the full stops of scripts that write none, and
// those that are never anything else.
func isWideStop(r rune) bool {
	switch r {
	case '。', '！', '？', '｡', '．', '।', '॥', '؟', '۔', '։', '።', '፧', '။', '។', '៕', '᠃', '‼':
		return true
	}
	return false
}

// isCloser reports whether r can close a quotation or a bracket.
func isCloser(r rune) bool {
	switch r {
	case '"', '\'', '”', '’', '»', '›', ')', ']', '}', '」', '』', '）', '】', '》':
		return true
	}
	return false
}

// isOpener reports whether r can open a quotation or a bracket.
func isOpener(r rune) bool {
	switch r {
	case '"', '\'', '`', '“', '‘', '«', '‹', '„', '‚', '(', '[', '{', '¿', '¡', '「', '『', '（', '【', '《':
		return true
	}
	return false
}

// spaces returns the length of the white space s starts with.
func spaces(s string) int {
	return len(s) - len(strings.TrimLeftFunc(s, unicode.IsSpace))
}

// maxWord bounds, in bytes, how far the rules look for either end of a word, so
// that no text makes them look for long.
const maxWord = 40

// wordBefore returns the word that ends at s[:end]: letters, digits and the full
// stops and apostrophes between them.
func wordBefore(s string, end int) string {
	start := end
	for start > 0 && end-start < maxWord {
		r, n := utf8.DecodeLastRuneInString(s[:start])
		if !isWordRune(r) && r != '.' {
			break
		}
		start -= n
	}
	return strings.TrimLeft(s[start:end], ".'’")
}

// wordAt returns the word s starts with: letters, digits and the apostrophes
// between them.
func wordAt(s string) string {
	end := 0
	for end < len(s) && end < maxWord {
		r, n := utf8.DecodeRuneInString(s[end:])
		if !isWordRune(r) {
			break
		}
		end += n
	}
	return strings.TrimRight(s[:end], "'’")
}

func isWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '\'' || r == '’' || r == '°'
}

// firstRune returns the first rune of s, or utf8.RuneError if there is none.
func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}
