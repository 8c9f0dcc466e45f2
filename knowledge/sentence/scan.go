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

// reference returns the length of the reference marks s starts with, with the
// white space before each: "[43][44]", " [12] [citation needed]", "²".
func reference(s string) int {
	n := 0
	for {
		m := oneReference(s[n:])
		if m == 0 {
			return n
		}
		n += m
	}
}

func oneReference(s string) int {
	if s == "" {
		return 0
	}
	if r, n := utf8.DecodeRuneInString(s); strings.ContainsRune("⁰¹²³⁴⁵⁶⁷⁸⁹†‡", r) {
		return n
	}
	space := 0
	if s[0] == ' ' {
		space = 1
	}
	if !strings.HasPrefix(s[space:], "[") {
		return 0
	}
	inner := s[space+1:]
	inner = inner[:min(len(inner), maxWord)]
	end := strings.IndexByte(inner, ']')
	if end < 0 || !isReference(inner[:end]) {
		return 0
	}
	return space + 1 + end + 1
}

// isReference reports whether s, found in square brackets, is a number, a range,
// a letter or an editor's note rather than words of the text.
func isReference(s string) bool {
	s = strings.TrimPrefix(s, "note ")
	if len(s) == 1 && 'a' <= s[0] && s[0] <= 'z' {
		return true
	}
	for _, note := range []string{" needed", "?", "dead link", "sic", "verify", "...", "…"} {
		if strings.HasSuffix(s, note) {
			return true
		}
	}
	return s != "" && strings.Trim(s, "0123456789,;-–—: ") == "" && digitsAt(strings.TrimLeft(s, " "), 0) > 0
}
