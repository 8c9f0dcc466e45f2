package format

import (
	"html"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Clean returns a text with characters that look alike made alike, and without those that
// nobody sees: every space is a space, soft hyphens, zero-width and bidirectional marks and
// controls are gone, letters are composed. Here and nowhere else; most texts come back as
// they are.
func Clean(text string) string {
	if isClean(text) {
		return text
	}
	return norm.NFC.String(strings.Map(cleanRune, text))
}

// isClean reports whether Clean would leave text as it is, or cannot tell.
func isClean(text string) bool {
	for i := 0; i < len(text); i++ {
		if c := text[i]; c >= utf8.RuneSelf {
			return isCleanBeyondASCII(text[max(i-1, 0):]) // a mark may belong to the letter before
		} else if c < ' ' && c != '\n' && c != '\t' && c != '\r' || c == 0x7F {
			return false
		}
	}
	return true
}

func isCleanBeyondASCII(text string) bool {
	for _, r := range text {
		if cleanRune(r) != r {
			return false
		}
	}
	return norm.NFC.IsNormalString(text)
}

// cleanRune returns what stands for r, -1 for nothing.
func cleanRune(r rune) rune {
	switch {
	case r < ' ':
		return cleanControl(r)
	case r < 0x7F:
		return r
	case r == '\u0085' || r == '\u2028' || r == '\u2029':
		return '\n'
	case r <= 0x9F: // with DEL
		return -1
	case r < 0xAD:
		if r == '\u00A0' {
			return ' '
		}
		return r
	case unicode.Is(unicode.Zs, r):
		return ' '
	case isUnseen(r):
		return -1
	}
	return r
}

func cleanControl(r rune) rune {
	switch r {
	case '\n', '\t', '\r':
		return r
	case '\v', '\f':
		return '\n'
	}
	return -1
}

// isUnseen reports whether nothing is drawn for r: soft hyphens, joiners, bidirectional marks,
// tags, the byte order mark.
func isUnseen(r rune) bool {
	return unicode.Is(unicode.Cf, r) && !isArabicSign(r) || r == '\u034F' || r == '\uFFFC' || r == '\u115F' || r == '\u3164'
}

// isArabicSign reports whether r is one of the format characters that are drawn: signs over
// digits.
func isArabicSign(r rune) bool {
	return r >= 0x0600 && r <= 0x0605 || r == 0x06DD || r == 0x070F || r == 0x08E2
}

// reference is a character reference of HTML, its semicolon written: "Q&A" is none.
var reference = regexp.MustCompile(`&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});`)

// Unescape returns text with the character references of HTML as the characters they stand for.
// Those written twice ("&amp;nbsp;"), as feeds do, are too.
func Unescape(text string) string {
	for range 2 {
		if strings.IndexByte(text, '&') < 0 || strings.IndexByte(text, ';') < 0 {
			return text
		}
		text = reference.ReplaceAllStringFunc(text, html.UnescapeString)
	}
	return text
}
