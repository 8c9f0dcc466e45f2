package timex

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A token is a run of letters, a run of digits, or one other character. "31st" is two tokens, and so
// is "today's": the grammar says what may stand together.
type token struct {
	start, end int
	word       *word // what the lexicon says of it; never nil
	number     int   // of a run of digits; -1 when too long to be a date's
	digits     int   // how many
	gap        gap   // what stands before it
	shape      shape
	cue        cue // what it tells of the time of its clause
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

// tokenize splits text. Every token but white space is kept, so neighbours can be inspected.
func tokenize(text string) []token {
	tokens := make([]token, 0, len(text)/5+8)
	between := broken
	for i := 0; i < len(text); {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		if unicode.IsSpace(r) {
			i, between = skipSpace(text, i, between)
			continue
		}
		t := token{start: i, end: i + size, gap: between, shape: other, word: &unknown}
		switch {
		case isDigit(r):
			scanDigits(text, &t)
		case unicode.IsLetter(r):
			scanLetters(text, &t)
		case isApostrophe(r):
			scanApostrophe(text, &t)
		default:
			t.word = lookup(text[t.start:t.end])
		}
		tokens = append(tokens, t)
		i, between = t.end, glued
	}
	return tokens
}

// skipSpace passes white space and says how much of a gap it is.
func skipSpace(text string, i int, between gap) (int, gap) {
	lines := 0
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsSpace(r) {
			break
		}
		if r == '\n' {
			lines++
		}
		i += size
	}
	if lines > 1 {
		return i, broken
	}
	return i, max(between, spaced)
}

// maxDigits is the longest run of digits that can matter to a date.
const maxDigits = 8

func scanDigits(text string, t *token) {
	for t.end = t.start; t.end < len(text) && isDigit(rune(text[t.end])); t.end++ {
		t.digits++
		if t.digits <= maxDigits {
			t.number = t.number*10 + int(text[t.end]-'0')
		} else {
			t.number = -1
		}
	}
	t.word = &digits
}

func scanLetters(text string, t *token) {
	t.end = t.start
	capitals, letters := 0, 0
	first := false
	for t.end < len(text) {
		r, size := rune(text[t.end]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[t.end:])
		}
		if !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) {
			break
		}
		if unicode.IsUpper(r) {
			capitals++
			first = first || letters == 0
		}
		letters++
		t.end += size
	}
	switch {
	case capitals == letters && letters > 1:
		t.shape = upper
	case first:
		t.shape = capital
	default:
		t.shape = lower
	}
	t.word = lookup(text[t.start:t.end])
	t.cue = t.word.cue
	if t.cue == 0 && t.word.classes == 0 {
		t.cue = guessCue(text[t.start:t.end])
	}
}

// scanApostrophe takes a genitive ending as one token ("'s"), and any other apostrophe alone.
func scanApostrophe(text string, t *token) {
	rest := text[t.end:]
	s := len(rest) > 0 && (rest[0] == 's' || rest[0] == 'S')
	if s && (len(rest) == 1 || !isLetterAt(rest[1:])) {
		t.end++
		t.word = genitive
		return
	}
	t.word = apostrophe
}

func isLetterAt(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
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
func (t *token) text(text string) string { return text[t.start:t.end] }

func (t *token) hasSuffix(text, suffix string) bool {
	return strings.HasSuffix(text[t.start:t.end], suffix)
}
