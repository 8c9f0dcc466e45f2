package sentence

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A marker is what stands before an item of a list: "1.", "(b)", "2.)", "•".
type marker struct {
	bullet bool
	form   string // the marks around the number: ".", ")", ".)", "()"
	letter rune   // 0, 'a' or 'A': what the number is written with
	number int
	length int // in bytes, white space after it excluded
}

// bullets are the runes that are only ever bullets.
const bullets = "•‣⁃▪▫●○◦■□►▸✓✔➢➤❖"

// readMarker reads the marker s starts with. White space must follow it, except
// after a bullet.
func readMarker(s string) (marker, bool) {
	r, n := utf8.DecodeRuneInString(s)
	if strings.ContainsRune(bullets, r) {
		m := marker{bullet: true, length: n}
		rest := strings.TrimLeft(s[n:], " \t")
		if inner, ok := readNumber(rest); ok {
			m.length = len(s) - len(rest) + inner.length
		}
		return m, true
	}
	if r == '*' || r == '-' || r == '–' || r == '—' || r == '+' {
		return marker{form: string(r), length: n}, spaceAt(s, n)
	}
	return readNumber(s)
}

// readNumber reads a marker with a number or a letter in it.
func readNumber(s string) (marker, bool) {
	var m marker
	i := 0
	if strings.HasPrefix(s, "(") {
		m.form, i = "(", 1
	}
	switch d := digitsAt(s, i); {
	case d > 0 && d <= 3:
		for _, c := range s[i : i+d] {
			m.number = m.number*10 + int(c-'0')
		}
		i += d
	case i < len(s) && unicode.IsLetter(rune(s[i])) && s[i] < utf8.RuneSelf:
		m.letter = 'A'
		if s[i] >= 'a' {
			m.letter = 'a'
		}
		m.number = int(rune(s[i])-m.letter) + 1
		i++
	default:
		return marker{}, false
	}
	for _, form := range []string{".)", ")", "."} {
		if strings.HasPrefix(s[i:], form) && (form != "." || m.form == "") {
			m.form += form
			m.length = i + len(form)
			return m, spaceAt(s, m.length)
		}
	}
	return marker{}, false
}

// follows reports whether m is the marker of the item after the one marked last.
func (m marker) follows(last marker) bool {
	return m.form == last.form && m.letter == last.letter && m.number == last.number+1
}

// maxNumbering bounds the length, in bytes, of "Figure 12.34" and the like.
const maxNumbering = 24

var (
	numbering    = regexp.MustCompile(`^(?:([A-Z][a-z]+) )?[0-9]{1,3}(?:\.[0-9.]*)?$`)
	captionStart = regexp.MustCompile(`^([A-Z][a-z]+) [0-9]{1,3}(?:\.[0-9.]*[0-9])?(\s+\p{Lu}|\s\()`)
)

// isNumbering reports whether s, all of a sentence so far, is the number of a
// section, a figure or a table: "2.1", "Figure 3".
func isNumbering(s string) bool {
	if len(s) > maxNumbering {
		return false
	}
	m := numbering.FindStringSubmatch(s)
	return m != nil && (m[1] == "" || captions.Has(m[1]))
}

// caption returns the length of the label a caption starts with, as in "Figure 1.3
// This map shows", where what follows is a sentence of its own.
func caption(s string) int {
	if label, _, _ := strings.Cut(s[:min(len(s), maxNumbering)], " "); !captions.Has(label) {
		return 0
	}
	m := captionStart.FindStringSubmatchIndex(s)
	if m == nil || m[4] > maxNumbering {
		return 0
	}
	return m[4]
}

func spaceAt(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsSpace(r)
}

// digitsAt counts the ASCII digits at s[i:].
func digitsAt(s string, i int) int {
	n := 0
	for i+n < len(s) && '0' <= s[i+n] && s[i+n] <= '9' {
		n++
	}
	return n
}
