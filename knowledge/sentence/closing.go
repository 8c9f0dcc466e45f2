package sentence

import (
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
