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
// without more combining marks on a letter than any language has. Joiners stay between letters:
// some scripts are written with them.
func Clean(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	space, marks := false, 0
	join, last := rune(0), rune(0) // a joiner that waits for a letter; what was written last
	for _, r := range text {
		if unicode.IsSpace(r) {
			space, marks = true, 0
			continue
		}
		if isJoiner(r) && !space && unicode.In(last, unicode.L, unicode.M) {
			join = r
		}
		if hidden(r) {
			continue
		}
		if marks++; !unicode.Is(unicode.M, r) {
			marks = 0
		}
		if marks > maxMarks {
			continue
		}
		if space {
			b.WriteByte(' ')
		} else if join != 0 && unicode.IsLetter(r) {
			b.WriteRune(join)
		}
		space, join, last = false, 0, r
		b.WriteRune(r)
	}
	if space {
		b.WriteByte(' ')
	}
	return b.String()
}

// hidden reports whether a character is left out: controls and all of format.
func hidden(r rune) bool { return unicode.In(r, unicode.Cc, unicode.Cf) || r == utf8.RuneError }

// isJoiner reports whether a character joins those beside it, or keeps them from being joined.
func isJoiner(r rune) bool { return r == '\u200c' || r == '\u200d' }
