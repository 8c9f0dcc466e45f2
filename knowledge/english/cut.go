package english

import (
	"unicode"
	"unicode/utf8"
)

// next returns the bounds of the first token of text at or after at; an empty span where
// there is none.
func next(text string, at int) Span {
	for at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		if IsWordRune(r) && !unicode.Is(unicode.Mn, r) {
			return Span{at, wordEnd(text, at)}
		}
		at += size
	}
	return Span{at, at}
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
		if IsWordRune(r) {
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

// joins reports whether r belongs to the word between the runes last and next.
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

// IsWordRune reports whether r belongs to a word wherever it stands: letters, digits, marks
// that change a letter, and the signs of money and per cent.
func IsWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || r == '$' || r == '%'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) || r == '€' || r == '£'
}

// IsDotted reports whether a word is single letters with full stops between them: "U.S".
func IsDotted(word string) bool {
	letters, dots := 0, 0
	for _, r := range word {
		switch {
		case r == '.':
			letters = 0
			dots++
		case !unicode.IsLetter(r) || letters > 0:
			return false
		default:
			letters++
		}
	}
	return dots > 0
}
