package page

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxMarks is how many combining marks in a row one letter may carry.
const maxMarks = 4

// Clean returns text on one line, with single spaces for white space, and without characters
// that are not seen, controls and those that turn the direction of the text around them, and
// without more combining marks on a letter than any language has.
func Clean(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	space, marks := false, 0
	for _, r := range text {
		if unicode.IsSpace(r) {
			space, marks = true, 0
			continue
		}
		if marks++; !unicode.Is(unicode.M, r) {
			marks = 0
		}
		if hidden(r) || marks > maxMarks {
			continue
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		b.WriteRune(r)
	}
	if space {
		b.WriteByte(' ')
	}
	return b.String()
}

// hidden reports whether a character is left out: controls and all of format, but for the joiners
// that some scripts and emoji are written with.
func hidden(r rune) bool {
	const nonJoiner, joiner = '\u200c', '\u200d'
	return unicode.Is(unicode.Cc, r) || r == utf8.RuneError || unicode.Is(unicode.Cf, r) && r != nonJoiner && r != joiner
}
