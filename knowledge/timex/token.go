package timex

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"talksbot/knowledge/english"
)

// A token is a run of letters, a run of digits, or one other character. "31st" is two tokens, and so
// is "today's": the grammar says what may stand together.
type token struct {
	english.Span
	word   *word // what the lexicon says of it; never nil
	number int   // of a run of digits; -1 when too long to be a date's
	digits int   // how many
	gap    gap   // what stands before it
	shape  shape
	cue    cue // what it tells of the time of its clause
}

// A gap is what separates a token from the one before.
type gap uint8

const (
	glued gap = iota // nothing
	spaced
	broken // a blank line, or the start of the text: no expression reaches across
)

// A shape is how a word is written.
type shape uint8

const (
	lower shape = iota
	capital
	upper
	other // digits and punctuation
)

// A cutter cuts the words of a text into the finer tokens of this package, and keeps what stands
// between them: every token but white space, so neighbours can be inspected.
type cutter struct {
	text   string
	tokens []token
	gap    gap // before the next token
}

func cut(t english.Text) []token {
	c := cutter{text: t.String, tokens: make([]token, 0, len(t.String)/5+8), gap: broken}
	at := 0
	for _, w := range t.Tokens {
		c.between(at, w.Start)
		for at = w.Start; at < w.End; {
			at = c.within(at, w.End)
		}
	}
	c.between(at, len(t.String))
	hideAddresses(c.tokens, t.String)
	return c.tokens
}

// hideAddresses takes their meaning from the tokens of addresses, so that no part of one is a date.
func hideAddresses(tokens []token, text string) {
	for first, end := 0, 0; first < len(tokens); first = end {
		for end = first + 1; end < len(tokens) && tokens[end].gap == glued; end++ {
		}
		if end-first < 4 || !isAddress(text[tokens[first].Start:tokens[end-1].End]) {
			continue
		}
		for i := first; i < end; i++ {
			if t := &tokens[i]; t.shape != other || t.digits > 0 {
				t.word, t.cue, t.digits, t.number, t.shape = &unknown, 0, 0, 0, lower
			}
		}
	}
}

func isAddress(s string) bool {
	return strings.Contains(s, "://") || strings.HasPrefix(s, "www.") || strings.Contains(s, "@")
}

// between takes the marks and white space between two words. A blank line is a broken gap.
func (c *cutter) between(at, end int) {
	lines := 0
	for at < end {
		r, size := utf8.DecodeRuneInString(c.text[at:end])
		if unicode.IsSpace(r) {
			if r == '\n' {
				lines++
			}
			c.gap = max(c.gap, spaced)
			if lines > 1 {
				c.gap = broken
			}
		} else {
			c.mark(at, at+size)
			lines = 0
		}
		at += size
	}
}

// within takes the run of letters or of digits at a place in a word, or the mark there, and returns
// its end.
func (c *cutter) within(at, end int) int {
	r, size := utf8.DecodeRuneInString(c.text[at:end])
	switch stop := at + size; {
	case isDigit(r):
		for stop < end && isDigit(rune(c.text[stop])) {
			stop++
		}
		c.digits(at, stop)
		return stop
	case unicode.IsLetter(r):
		return c.letters(at, end)
	default:
		c.mark(at, stop)
		return stop
	}
}

func (c *cutter) add(t token) {
	t.gap = c.gap
	c.tokens = append(c.tokens, t)
	c.gap = glued
}

func (c *cutter) mark(at, end int) {
	w := apostrophe
	if r, _ := utf8.DecodeRuneInString(c.text[at:]); !isApostrophe(r) {
		w = lookup(c.text[at:end])
	}
	c.add(token{Span: english.Span{Start: at, End: end}, word: w, shape: other})
}

// maxDigits is the longest run of digits that can matter to a date.
const maxDigits = 8

func (c *cutter) digits(at, end int) {
	t := token{Span: english.Span{Start: at, End: end}, word: &digits, digits: end - at, number: -1, shape: other}
	if t.digits <= maxDigits {
		t.number = 0
		for _, d := range []byte(c.text[at:end]) {
			t.number = t.number*10 + int(d-'0')
		}
	}
	c.add(t)
}

// letters takes a run of letters. An "s" right after an apostrophe makes one token with it.
func (c *cutter) letters(at, end int) int {
	t := token{Span: english.Span{Start: at, End: at}}
	capitals, n, first := 0, 0, false
	for t.End < end {
		r, size := utf8.DecodeRuneInString(c.text[t.End:end])
		if !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) {
			break
		}
		if unicode.IsUpper(r) {
			capitals++
			first = first || n == 0
		}
		n++
		t.End += size
	}
	s := t.Of(c.text)
	if last := len(c.tokens) - 1; c.gap == glued && last >= 0 && c.tokens[last].word == apostrophe && (s == "s" || s == "S") {
		c.tokens[last].End, c.tokens[last].word = t.End, genitive
		return t.End
	}
	switch {
	case capitals == n && n > 1:
		t.shape = upper
	case first:
		t.shape = capital
	}
	t.word = lookup(s)
	t.cue = t.word.cue
	if t.cue == 0 && t.word.classes == 0 && english.FormOf(s)&english.Past != 0 {
		t.cue = cuePast
	}
	c.add(t)
	return t.End
}

func isDigit(r rune) bool      { return '0' <= r && r <= '9' }
func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == '‘' || r == '`' }

// lookup finds a word in the lexicon whatever its case, without allocating.
func lookup(s string) *word {
	var buf [24]byte
	if len(s) > len(buf) {
		return &unknown
	}
	for i := 0; i < len(s); i++ {
		c := s[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		buf[i] = c
	}
	if w, ok := lexicon[string(buf[:len(s)])]; ok {
		return w
	}
	return &unknown
}

// text returns the token as written.
func (t *token) text(text string) string { return t.Of(text) }

func (t *token) hasSuffix(text, suffix string) bool {
	return strings.HasSuffix(t.Of(text), suffix)
}
