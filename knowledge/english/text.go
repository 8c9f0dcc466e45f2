package english

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Token is one word, number or symbol-bound name ("U.S.", "S-400", "$5") where it stands
// in a text. What is true of the word wherever it stands is in Word.
type Token struct {
	Span
	*Word
	Upper bool // begins with an upper-case letter
}

// A Text is a string with its tokens. White space and punctuation are no tokens; they are
// what stands between them.
type Text struct {
	String string
	Tokens []Token // in order; their offsets are into String
}

// Read cuts s into tokens. It never fails, whatever the bytes, and takes time linear in
// their number. It may be called by any number of goroutines.
func Read(s string) Text { return ReadParts(s, nil) }

// ReadParts is Read, but no token reaches over an end of one of the parts, which are in order
// and apart: each of them has the tokens it has by itself.
func ReadParts(s string, parts []Span) Text {
	tokens := make([]Token, 0, len(s)/6+2)
	shared.read(func(lookup func(string) *Word) {
		at := 0
		readTo := func(end int) {
			for at < end {
				span := next(s[:end], at)
				if span.Start == span.End {
					break
				}
				tokens = append(tokens, Token{span, lookup(span.Of(s)), beginsUpper(s[span.Start:])})
				at = span.End
			}
			at = end
		}
		for _, p := range parts {
			readTo(p.Start)
			readTo(p.End)
		}
		readTo(len(s))
	})
	return Text{s, tokens}
}

// In returns the text with only those tokens that lie within the span. String and offsets
// stay the same, and the tokens are shared.
func (t Text) In(s Span) Text {
	from := sort.Search(len(t.Tokens), func(i int) bool { return t.Tokens[i].Start >= s.Start })
	to := from + sort.Search(len(t.Tokens)-from, func(i int) bool { return t.Tokens[from+i].End > s.End })
	return Text{t.String, t.Tokens[from:to:to]}
}

// Touching returns the tokens that share a byte with the span: of "Monday" in "Monday's talks",
// "Monday's".
func (t Text) Touching(s Span) []Token {
	from := sort.Search(len(t.Tokens), func(i int) bool { return t.Tokens[i].End > s.Start })
	to := from + sort.Search(len(t.Tokens)-from, func(i int) bool { return t.Tokens[from+i].Start >= s.End })
	return t.Tokens[from:to:to]
}

// Gap returns what stands between token i-1 and token i: punctuation and white space. Before
// the first token that is everything from the start of String, and for i == len(t.Tokens)
// everything to its end.
func (t Text) Gap(i int) string {
	from, to := 0, len(t.String)
	if i > 0 {
		from = t.Tokens[i-1].End
	}
	if i < len(t.Tokens) {
		to = t.Tokens[i].Start
	}
	return t.String[from:to]
}

// Written returns token i as it stands in the text.
func (t Text) Written(i int) string { return t.Tokens[i].Of(t.String) }

// Norms returns the norms of the words of s, in order.
func Norms(s string) []string {
	var norms []string
	for _, t := range Read(s).Tokens {
		norms = append(norms, t.Norm)
	}
	return norms
}

// ContentStems returns the distinct stems of the words of s that are no stop words, in order.
func ContentStems(s string) []string { return Read(s).ContentStems() }

// ContentStems returns the distinct stems of the words that are no stop words, in order.
func (t Text) ContentStems() []string {
	var stems []string
	seen := Set{}
	for _, w := range t.Tokens {
		if !w.Stop && !seen.Has(w.Stem) {
			seen[w.Stem] = struct{}{}
			stems = append(stems, w.Stem)
		}
	}
	return stems
}

// Possessive returns how many bytes at the end of the token, as it stands in text, are a
// possessive ending ("'s" or "’s") and so no part of the word.
func (t Token) Possessive(text string) int {
	s := t.Of(text)
	for _, ending := range []string{"'s", "’s", "'S", "’S"} {
		if strings.HasSuffix(s, ending) {
			return len(ending)
		}
	}
	return 0
}

func beginsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}
