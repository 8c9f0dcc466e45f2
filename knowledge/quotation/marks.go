package quotation

import (
	"regexp"
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
	s := scanner{text: text[:para.End], rest: text[para.End:], start: para.Start, single: -1}
	for i := para.Start; i < para.End; {
		r, size := s.next(i)
		switch r {
		case '“', '”', '„', '«', '»', '"':
			s.double(r, i, i+size)
		case '‘', '\'':
			if end := s.closeSingle(r, i, i+size); end > 0 {
				size = end - i
			}
		}
		i += size
	}
	s.finish()
	return s.out
}

// A scanner pairs the marks of a paragraph.
type scanner struct {
	text   string // ends with the paragraph
	rest   string // what stands behind it
	start  int    // of the paragraph
	out    []stretch
	stack  []open // double marks open at this point, outermost first
	single int    // where the next search for a closing single mark may start again
}

// An open is a double mark that waits for its closing one.
type open struct {
	mark      rune
	at, inner int
}

// next returns the rune at i and its size; the typewriter's “ and ” are one.
func (s *scanner) next(i int) (rune, int) {
	switch {
	case strings.HasPrefix(s.text[i:], "``"):
		return '“', 2
	case strings.HasPrefix(s.text[i:], "''"):
		return '"', 2 // closes ``, and stands for either mark where a text has lost its own
	}
	return utf8.DecodeRuneInString(s.text[i:])
}

func (s *scanner) before(i int) rune { return lastRune(s.text[s.start:i]) }

func (s *scanner) after(i int) rune {
	r, _ := utf8.DecodeRuneInString(s.text[i:])
	return r
}

func (s *scanner) add(at, inner, innerEnd, end int, closed bool) {
	s.out = append(s.out, stretch{span(at, end), span(inner, innerEnd), closed})
}

// opener reports whether the mark from i to end stands where an opening one does: at a
// start, after a space or a bracket or a dash, with text right behind it.
func (s *scanner) opener(i, end int) bool {
	if end >= len(s.text) || unicode.IsSpace(s.after(end)) {
		return false
	}
	return i == s.start || unicode.IsSpace(s.before(i)) || strings.ContainsRune("([{—–-:‘“'/", s.before(i))
}

// double reads the double mark r from i to end.
func (s *scanner) double(r rune, i, end int) {
	n := len(s.stack)
	reopens := r == '"' && s.opener(i, end) && !strings.ContainsRune("—-", s.before(i))
	if n > 0 && strings.ContainsRune(doubleOpen[s.stack[n-1].mark], r) && !reopens {
		o := s.stack[n-1]
		if s.stack = s.stack[:n-1]; n == 1 {
			s.add(o.at, o.inner, i, end, true)
		}
		return
	}
	if _, opens := doubleOpen[r]; !opens || r == '"' && !s.opener(i, end) {
		return
	}
	if n > 0 && r == '"' {
		s.stack = s.stack[:n-1] // the mark before was never closed: begin again here
	}
	if len(s.stack) < 8 {
		s.stack = append(s.stack, open{r, i, end})
	}
}

// closeSingle returns the end of the passage that the single mark r from i to inner opens, or
// 0: single marks are more often apostrophes.
func (s *scanner) closeSingle(r rune, i, inner int) int {
	if len(s.stack) > 0 || i < s.single || !s.opener(i, inner) {
		return 0
	}
	if next := s.after(inner); !(unicode.IsLetter(next) && !elided(s.text[inner:])) && !(r == '‘' && !unicode.IsDigit(next)) {
		return 0
	}
	end := s.closing(inner)
	if end > 0 {
		_, size := utf8.DecodeLastRuneInString(s.text[:end])
		s.add(i, inner, end-size, end, true)
	}
	return end
}

// elided reports whether s begins with a word that is written with a leading apostrophe.
func elided(s string) bool {
	end := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
	return end > 0 && elidedWords.Has(strings.ToLower(s[:end]))
}

// closing returns the end of the single mark that closes a passage from i on, or 0. An
// apostrophe after a plural ("the workers’ rights") closes only when nothing better follows
// before the next opening mark.
func (s *scanner) closing(i int) int {
	weak, size := 0, 0
	for ; i < len(s.text); i += size {
		var r rune
		r, size = utf8.DecodeRuneInString(s.text[i:])
		end := i + size
		if (r == '‘' || r == '\'') && s.opener(i, end) {
			break
		}
		if r != '’' && r != '\'' || unicode.IsSpace(s.before(i)) || english.IsWordRune(s.after(end)) {
			continue
		}
		if strings.ContainsRune(".,?!…", s.before(i)) || end == len(s.text) || strings.ContainsRune(".,?!;:)", s.after(end)) {
			return end
		}
		if weak == 0 {
			weak = end
		}
		if s.before(i) != 's' {
			return weak
		}
	}
	s.single = i
	return weak
}

// finish closes at the paragraph's end what is still open: a quotation that
// runs on into the next paragraph carries no closing mark.
func (s *scanner) finish() {
	if len(s.stack) == 0 || len(s.text) <= s.stack[0].inner {
		return
	}
	o, end, closed := s.stack[0], len(s.text), false
	if k := wrongClose(s.text[o.inner:]); k > 0 {
		end, closed = o.inner+k, true
	} else if k := tagWithin(s.text[o.inner:]); k > 0 && !s.runsOn(o.mark) {
		end, closed = o.inner+k, true
	}
	for len(s.out) > 0 && s.out[len(s.out)-1].Start > o.at {
		s.out = s.out[:len(s.out)-1] // nested in the open one
	}
	s.add(o.at, o.inner, end, end, closed)
}

// runsOn reports whether the paragraph behind begins with such a mark: the quotation goes on there.
func (s *scanner) runsOn(mark rune) bool {
	rest := strings.TrimLeft(s.rest, " \t\r\n")
	r, _ := utf8.DecodeRuneInString(rest)
	return r == mark || strings.HasPrefix(rest, "``") && mark == '“'
}

// tagWithin returns the end of what was said where a quotation lacks its closing mark, or 0: before
// the words that say who spoke it, “The lock is broken,| said Ada Stone.
func tagWithin(s string) int {
	for at := 0; ; {
		k := strings.IndexAny(s[at:], ",?!\n")
		if k < 0 || s[at+k] == '\n' {
			return 0
		}
		at += k + 1
		if isTag(s[at:]) {
			return at
		}
	}
}

// isTag reports whether a text begins with words that say who spoke: "said Ada Stone.", "the harbour
// master said."
func isTag(s string) bool {
	stop := strings.IndexAny(s, ".,?!;:\n")
	if stop < 0 {
		stop = len(s)
	}
	words := strings.Fields(s[:stop])
	for i, w := range words[:min(len(words), 6)] {
		f := lexicon[w]
		if f.verb == nil || !f.verb.has(quoting) || f.form&(past|present) == 0 {
			continue
		}
		named := i+1 < len(words) && (unicode.IsUpper(rune(words[i+1][0])) || words[i+1] == "the")
		return i == 0 && named || i > 0 && i+1 == len(words)
	}
	return false
}

var singleClose = regexp.MustCompile(`[.!?,]’ |[.,]' `)

// wrongClose returns where a single closing mark behind a full stop stands for
// the double one that a quotation lacks, or 0.
func wrongClose(s string) int {
	m := singleClose.FindStringIndex(s)
	if m == nil || m[0] == 0 || strings.Contains(s[:m[0]], "‘") || strings.Contains(s[:m[0]], " '") {
		return 0
	}
	return m[1] - 1
}

func span(start, end int) english.Span { return english.Span{Start: start, End: end} }
