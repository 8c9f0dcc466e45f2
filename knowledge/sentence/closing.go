package sentence

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// readClosers reads what closes after the punctuation.
func (s *scanner) readClosers(st *stop) {
	for st.end < len(s.text) {
		rest := s.text[st.end:]
		n := s.closer(rest)
		if n == 0 {
			n = reference(rest)
		}
		if n == 0 {
			break
		}
		if !strings.HasPrefix(rest, "[") && strings.ContainsAny(rest[:n], "\"'”’»") {
			st.quoted = true
		}
		st.end += n
	}
	st.end += s.footnote(*st)
}

// closer returns the length of the closing mark rest starts with, with the white
// space that tokenised text has before it.
func (s *scanner) closer(rest string) int {
	gap := spaces(rest)
	r, n := utf8.DecodeRuneInString(rest[gap:])
	if strings.HasPrefix(rest[gap:], "''") {
		n = 2
	} else if !isCloser(r) {
		return 0
	}
	after := rest[gap+n:]
	next := firstRune(after)
	inWord := after != "" && (unicode.IsLetter(next) || unicode.IsDigit(next))
	atEnd := after == "" || unicode.IsSpace(next)
	closes := gap == 0 || !inWord
	switch {
	case r == '"': // the same mark opens, so ask whether one is open
		closes = gap == 0 && !inWord || s.open && (gap == 0 || atEnd)
	case n == 2:
		closes = !inWord
	case r == '\'':
		closes = gap == 0 && !inWord
	case r == '’':
		closes = !inWord && (gap == 0 || atEnd || strings.ContainsRune("”\"’", next))
	}
	if !closes {
		return 0
	}
	if r == '"' {
		s.open = false
	}
	return gap + n
}

// footnote returns the length of a footnote's number set after a full stop, as in
// "innovation.23 Open-mindedness" and "rights. 4 Even though".
func (s *scanner) footnote(st stop) int {
	rest := s.text[st.end:]
	gap := spaces(rest)
	d := digitsAt(rest, gap)
	if d == 0 || d > 3 || !unicode.IsSpace(firstRune(rest[gap+d:])) || kindOf(st.word) != ordinary {
		return 0
	}
	after := readFollow(rest[gap+d:])
	switch {
	case gap > 0 && !after.opens(), gap == 0 && after.shape == lower:
		return 0
	case gap > 0 || st.quoted || len(st.word) > 3 && !strings.ContainsAny(st.word, "0123456789."):
		return gap + d
	}
	return 0
}

// references are the marks of references, with the white space before each: "[43][44]",
// " [12] [citation needed]", "²". Words of the text in square brackets are none.
var references = regexp.MustCompile(`^(?:[⁰¹²³⁴⁵⁶⁷⁸⁹†‡]| ?\[(?:[^\]]{0,40}(?: needed|\?|dead link|sic|verify|\.\.\.|…)|(?:note )?(?:[a-z]| *[0-9][0-9,;:–— -]*))\])+`)

// reference returns the length of the reference marks s starts with.
func reference(s string) int {
	if r := firstRune(strings.TrimPrefix(s, " ")); r != '[' && r < utf8.RuneSelf {
		return 0
	}
	return len(references.FindString(s))
}
