package quotation

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"talksbot/knowledge/english"
)

// A stretch is one outermost quoted passage within one paragraph, its marks
// included. Quotations nested in it belong to it.
type stretch struct {
	english.Span
	inner  english.Span // without the marks
	closed bool         // has a closing mark; a quotation that runs on into the next paragraph has none
}

// len is its length in bytes.
func (s *stretch) len() int { return s.End - s.Start }

// doubleOpen maps an opening double mark to the marks that may close it. The
// typewriter mark " opens and closes itself; “ closes what „ opened.
var doubleOpen = map[rune]string{
	'“': `”"`,
	'„': `“”"`,
	'«': `»`,
	'"': `"”`,
}

// stretches returns the quoted passages of one paragraph of text, in order.
// It looks at every byte a bounded number of times.
func stretches(text string, para english.Span) []stretch {
	s := scanner{text: text, para: para, single: -1}
	for i := para.Start; i < para.End; {
		r, size := utf8.DecodeRuneInString(text[i:para.End])
		if width := asciiPair(text[i:para.End]); width > 0 {
			r, size = '“', width
			if text[i] == '\'' {
				r = '"' // closes ``, and stands for either mark where a text has lost its own
			}
		}
		i += s.mark(r, i, size)
	}
	s.finish()
	return s.out
}

// asciiPair returns 2 when s starts with the typewriter's “ or ”, else 0.
func asciiPair(s string) int {
	if strings.HasPrefix(s, "``") || strings.HasPrefix(s, "''") {
		return 2
	}
	return 0
}

type scanner struct {
	text   string
	para   english.Span
	out    []stretch
	stack  []open // double marks open at this point, outermost first
	single int    // where the next search for a closing single mark may start again
}

// An open is a double mark that waits for its closing one.
type open struct {
	mark      rune
	at, inner int
}

// mark takes the rune r of the given size at i into account and returns how far to move on.
func (s *scanner) mark(r rune, i, size int) int {
	switch r {
	case '“', '”', '„', '«', '»', '"':
		s.double(r, i, size)
	case '‘', '\'', '’':
		if len(s.stack) == 0 && s.opensSingle(r, i, size) {
			if end := s.closeSingle(i + size); end > 0 {
				_, width := utf8.DecodeLastRuneInString(s.text[:end])
				s.out = append(s.out, stretch{span(i, end), span(i+size, end-width), true})
				return end - i
			}
		}
	}
	return size
}

func (s *scanner) double(r rune, i, size int) {
	if n := len(s.stack); n > 0 && strings.ContainsRune(doubleOpen[s.stack[n-1].mark], r) && !s.reopens(r, i, size) {
		o := s.stack[n-1]
		s.stack = s.stack[:n-1]
		if n == 1 {
			s.out = append(s.out, stretch{span(o.at, i+size), span(o.inner, i), true})
		}
		return
	}
	if _, opens := doubleOpen[r]; !opens || (r == '"' && !s.opener(i, size)) {
		return
	}
	if n := len(s.stack); n > 0 && r == '"' {
		s.stack = s.stack[:n-1] // the mark before was never closed: begin again here
	}
	if len(s.stack) < 8 {
		s.stack = append(s.stack, open{r, i, i + size})
	}
}

// reopens reports whether a mark that could close looks like one that opens:
// a typewriter mark after a space and before a word.
func (s *scanner) reopens(r rune, i, size int) bool {
	return r == '"' && s.opener(i, size) && s.before(i) != '—' && s.before(i) != '-'
}

func (s *scanner) before(i int) rune {
	r, _ := utf8.DecodeLastRuneInString(s.text[s.para.Start:i])
	return r
}

func (s *scanner) after(i int) rune {
	r, _ := utf8.DecodeRuneInString(s.text[i:s.para.End])
	return r
}

// opener reports whether a mark at i stands where an opening one does: at a
// start, after a space or a bracket or a dash, with text right behind it.
func (s *scanner) opener(i, size int) bool {
	if i+size >= s.para.End || unicode.IsSpace(s.after(i+size)) {
		return false
	}
	return i == s.para.Start || unicode.IsSpace(s.before(i)) || strings.ContainsRune("([{—–-:‘“'/", s.before(i))
}

// opensSingle is opener for single marks, which are more often apostrophes.
func (s *scanner) opensSingle(r rune, i, size int) bool {
	if r == '’' || i < s.single || !s.opener(i, size) {
		return false
	}
	next := s.after(i + size)
	return unicode.IsLetter(next) && !elided(s.text[i+size:s.para.End]) || r == '‘' && !unicode.IsDigit(next)
}

// elided reports whether s begins with a word that is written with a leading apostrophe.
func elided(s string) bool {
	for _, w := range []string{"em", "til", "tis", "twas", "cause", "n"} {
		if len(s) > len(w) && strings.EqualFold(s[:len(w)], w) && !isLetterAt(s, len(w)) {
			return true
		}
	}
	return false
}

func isLetterAt(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsLetter(r)
}

// closeSingle returns the end of the single mark that closes a passage begun
// before i, or 0. An apostrophe after a plural ("the workers’ rights") closes
// only when nothing better follows before the next opening mark.
func (s *scanner) closeSingle(i int) int {
	weak := 0
	for i < s.para.End {
		r, size := utf8.DecodeRuneInString(s.text[i:s.para.End])
		if (r == '‘' || r == '\'') && s.opener(i, size) {
			break
		}
		if (r == '’' || r == '\'') && !unicode.IsSpace(s.before(i)) && (i+size >= s.para.End || !isWordRune(s.after(i+size))) {
			if strings.ContainsRune(".,?!…", s.before(i)) || i+size >= s.para.End || strings.ContainsRune(".,?!;:)", s.after(i+size)) {
				return i + size
			}
			if weak == 0 {
				weak = i + size
			}
			if s.before(i) != 's' {
				return weak
			}
		}
		i += size
	}
	s.single = i
	return weak
}

// finish closes at the paragraph's end what is still open: a quotation that
// runs on into the next paragraph carries no closing mark.
func (s *scanner) finish() {
	if len(s.stack) == 0 {
		return
	}
	o := s.stack[0]
	end := s.para.Start + len(strings.TrimRightFunc(s.text[s.para.Start:s.para.End], unicode.IsSpace))
	if end <= o.inner {
		return
	}
	closed := false
	if k := wrongClose(s.text[o.inner:end]); k > 0 {
		end, closed = o.inner+k, true
	}
	// The stretches found inside the open one were nested in it.
	for len(s.out) > 0 && s.out[len(s.out)-1].Start > o.at {
		s.out = s.out[:len(s.out)-1]
	}
	s.out = append(s.out, stretch{span(o.at, end), span(o.inner, end), closed})
}

// wrongClose returns where a single closing mark behind a full stop stands for
// the double one that a quotation lacks, or 0.
func wrongClose(s string) int {
	for _, end := range []string{".’ ", "!’ ", "?’ ", ",’ ", ".' ", ",' "} {
		if k := strings.Index(s, end); k > 0 && !strings.Contains(s[:k], "‘") && !strings.Contains(s[:k], " '") {
			return k + len(end) - 1
		}
	}
	return 0
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func span(start, end int) english.Span { return english.Span{Start: start, End: end} }
