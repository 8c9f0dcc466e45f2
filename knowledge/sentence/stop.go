package sentence

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A mark is what kind of punctuation a stop is made of.
type mark int

const (
	period   mark = iota // one full stop
	ellipsis             // two or more, spaced or not, or "…"
	shout                // "!", "?" and their runs
	wide                 // a full stop of a script that needs no space after it
)

// A stop is a place where a sentence may end: the punctuation and all that
// closes after it.
type stop struct {
	start, end int // of the punctuation with what closes after it
	mark       mark
	dots       int    // how many full stops are in it
	word       string // before it; "" if white space or a mark is
	spaced     bool   // white space stands before it
	bracketed  bool   // an opening bracket stands before it: "[...]", "(!)"
	quoted     bool   // a quotation mark closes after it
	omission   bool   // a spaced ellipsis follows the full stop: "compounds. . . . The"
}

// A scanner reads one passage from left to right.
type scanner struct {
	text  string
	at    int    // first byte not read
	start int    // of the sentence being read
	last  marker // of the list item being read
	open  bool   // a straight double quotation mark is open
	begun bool   // the sentence being read has a word
	small bool   // the passage has no capital, so lower case tells nothing
	cuts  []int
}

// cuts returns the offsets at which the sentences of a passage end, the last one
// excepted. White space may follow an offset.
func cuts(passage string) []int {
	s := scanner{text: passage, small: strings.IndexFunc(passage, unicode.IsUpper) < 0}
	s.begin(spaces(passage))
	if n := caption(passage[s.start:]); n > 0 {
		s.cut(s.start + n)
	}
	for s.at < len(s.text) {
		s.step()
	}
	return s.cuts
}

// begin starts a sentence and steps over the list marker it may open with.
func (s *scanner) begin(at int) {
	s.start, s.at, s.begun = at, max(s.at, at), false
	if m, ok := readMarker(s.text[at:]); ok {
		s.last = m
		s.at = max(s.at, at+m.length)
	}
}

// cut ends the sentence being read at end.
func (s *scanner) cut(end int) {
	s.cuts = append(s.cuts, end)
	s.at = max(s.at, end)
	s.begin(end + spaces(s.text[end:]))
}

// step reads one rune, or one stop.
func (s *scanner) step() {
	r, n := rune(s.text[s.at]), 1
	if r >= utf8.RuneSelf {
		r, n = utf8.DecodeRuneInString(s.text[s.at:])
	}
	switch {
	case r == '"':
		s.open = !s.open
	case isTerminator(r):
		st := s.readStop()
		s.at = st.end
		if s.ends(st) {
			s.cut(st.end)
		}
		return
	case unicode.IsLetter(r) || unicode.IsDigit(r):
		s.begun = true
	case unicode.IsSpace(r):
		if s.item(s.at, s.at+n) {
			return
		}
	}
	s.at += n
}

// item ends the sentence at end if the next item of a list starts at next, and
// reports whether it did.
func (s *scanner) item(end, next int) bool {
	m, ok := readMarker(s.text[next:])
	if !ok || next <= s.start {
		return false
	}
	if m.bullet || s.begun && m.number > 0 && m.follows(s.last) && !lowerAt(s.text[next+m.length:]) {
		s.cut(end)
		return true
	}
	return false
}

// upperAt reports whether the first word of s has a capital.
func upperAt(s string) bool {
	return unicode.IsUpper(firstRune(s[spaces(s):]))
}

// lowerAt reports whether the first word of s is in lower case.
func lowerAt(s string) bool {
	return unicode.IsLower(firstRune(s[spaces(s):]))
}

// readStop gathers the stop at s.at.
func (s *scanner) readStop() stop {
	st := stop{start: s.at}
	if r, _ := utf8.DecodeLastRuneInString(s.text[:s.at]); s.at > 0 {
		st.spaced = unicode.IsSpace(r)
		st.bracketed = r == '(' || r == '['
		if !st.spaced {
			st.word = wordBefore(s.text[s.start:], s.at-s.start)
		}
	}
	s.readMarks(&st)
	if st.dots == 4 && st.end == st.start+len(". . . .") && !st.spaced && upperAt(s.text[st.end:]) {
		st.mark, st.end, st.omission = period, st.start+1, true
		return st
	}
	s.readClosers(&st)
	return st
}

// readMarks reads the run of punctuation: "?!", "...", ". . .".
func (s *scanner) readMarks(st *stop) {
	st.end = st.start
	for st.end < len(s.text) {
		gap := 0
		if st.dots > 0 && st.mark != wide {
			gap = spaces(s.text[st.end:])
			if gap > 0 && !strings.HasPrefix(s.text[st.end+gap:], ".") {
				return
			}
		}
		r, n := utf8.DecodeRuneInString(s.text[st.end+gap:])
		if !isTerminator(r) || gap > 0 && !s.spacedDot(st.end+gap) {
			return
		}
		st.end += gap + n
		st.add(r)
	}
}

// spacedDot reports whether the full stop at i belongs to a spaced ellipsis
// rather than to a number or a name such as ".50" and ".NET".
func (s *scanner) spacedDot(i int) bool {
	r, _ := utf8.DecodeRuneInString(s.text[i+1:])
	return !unicode.IsLetter(r) && !unicode.IsDigit(r)
}

func (st *stop) add(r rune) {
	switch {
	case isWideStop(r):
		st.mark = wide
	case r == '…':
		st.dots += 3
	case r == '.':
		st.dots++
	case st.mark != wide:
		st.mark = shout
	}
	if st.mark == period && st.dots > 1 {
		st.mark = ellipsis
	}
}
