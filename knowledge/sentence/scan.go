package sentence

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"talksbot/knowledge/english"
)

const (
	stops     = ".!?…‽⁇⁈⁉"             // end a sentence if white space follows
	wideStops = "。！？｡．।॥؟۔։።፧။។៕᠃‼"    // end one wherever they stand: of scripts that write no spaces, or never anything else
	closers   = "\"'”’»›)]}」』）】》"      // close a quotation or a bracket
	openMarks = "\"'`“‘«‹„‚([{¿¡「『（【《" // open one
)

// isTerminator reports whether r can end a sentence by itself.
func isTerminator(r rune) bool {
	if r < utf8.RuneSelf {
		return r == '.' || r == '!' || r == '?'
	}
	return strings.ContainsRune(stops, r) || isWideStop(r)
}

func isWideStop(r rune) bool { return r >= utf8.RuneSelf && strings.ContainsRune(wideStops, r) }

func isCloser(r rune) bool { return strings.ContainsRune(closers, r) }

func isOpener(r rune) bool { return strings.ContainsRune(openMarks, r) }

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
		if !inWord(r) && r != '.' {
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
		if !inWord(r) {
			break
		}
		end += n
	}
	return strings.TrimRight(s[:end], "'’")
}

func inWord(r rune) bool { return english.IsWordRune(r) || r == '\'' || r == '’' || r == '°' }

// firstRune returns the first rune of s, or utf8.RuneError if there is none.
func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// lastRune is firstRune from the other end.
func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}
