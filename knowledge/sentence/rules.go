package sentence

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A shape is how the text goes on after a stop.
type shape int

const (
	nothing shape = iota // the passage ends
	glued                // no white space: ".com", ".,"
	lower
	upper
	caseless // a letter of a script without case
	digit
	symbol // punctuation that opens no sentence: "; he"
	sign   // a symbol that may open one: "$5", "@name", "—"
)

// A follow is what stands after a stop.
type follow struct {
	shape  shape
	word   string // first word
	rest   string // the text from that word on
	opened rune   // the first quotation mark or bracket before the word, or 0
	dashed bool   // a dash stands before the word
	mixed  bool   // the word is like "iPhone": lower case first, capitals later
}

// readFollow reads what follows s, the text after a stop.
func readFollow(s string) follow {
	gap := spaces(s)
	s = s[gap:]
	if s == "" {
		return follow{}
	}
	if gap == 0 {
		return follow{shape: glued, rest: s}
	}
	var f follow
	for i := 0; i < maxWord; i++ {
		r, n := utf8.DecodeRuneInString(s)
		switch {
		case isOpener(r):
			if f.opened == 0 {
				f.opened = r
			}
		case r == '—' || r == '–' || r == '-' || r == '_' || r == '*':
			f.dashed = true
		case unicode.IsSpace(r) && (f.opened != 0 || f.dashed):
		default:
			f.shape, f.word, f.rest = shapeOf(r), wordAt(s), s
			f.mixed = f.shape == lower && strings.ToLower(f.word) != f.word
			return f
		}
		s = s[n:]
	}
	f.shape = sign
	return f
}

func shapeOf(r rune) shape {
	switch {
	case unicode.IsLower(r):
		return lower
	case unicode.IsUpper(r) || unicode.IsTitle(r):
		return upper
	case unicode.IsLetter(r):
		return caseless
	case unicode.IsDigit(r):
		return digit
	case strings.ContainsRune(",;:.!?)]}/%&=<>|\\+", r):
		return symbol
	}
	return sign
}

// opens reports whether the follow's word opens a sentence for sure.
func (f follow) opens() bool {
	if f.shape != upper || !openers.Has(f.word) {
		return false
	}
	after := f.rest[len(f.word):]
	if f.word == "Under" && underRanks.Has(wordAt(after[spaces(after):])) {
		return false // "The U.S. Under Secretary of State"
	}
	return !strings.HasPrefix(after, ".") && !strings.HasPrefix(after, "-")
}

// ends reports whether a sentence ends at st.
func (s *scanner) ends(st stop) bool {
	f := readFollow(s.text[st.end:])
	switch {
	case f.shape == nothing || st.mark == wide || st.omission:
		return true
	case f.shape == glued:
		return endsGlued(s.text, st, f.rest)
	case st.bracketed || f.shape == symbol || !s.begun:
		return false
	case isAside(f) || isTag(st, f):
		return false
	case st.mark == shout:
		return endsShout(st, f) || s.small && f.shape == lower && !st.quoted
	case st.mark == ellipsis:
		return endsEllipsis(st, f)
	}
	return s.endsPeriod(st, f)
}

// endsGlued decides where no white space follows, as in "world.Today is".
func endsGlued(text string, st stop, rest string) bool {
	word := wordAt(rest)
	after := rest[len(word):]
	if st.mark == ellipsis || len(word) == 0 || !unicode.IsUpper(firstRune(word)) || domains.Has(word) {
		return false
	}
	if st.quoted {
		return true
	}
	if len(st.word) < 2 || strings.Contains(st.word, ".") || kindOf(st.word) != ordinary {
		return false
	}
	if kindOf(word) == title && strings.HasPrefix(after, ".") { // "Tuesday.Mr. Smith"
		return true
	}
	if after != "" && after[0] != ',' && !unicode.IsSpace(firstRune(after)) {
		return false
	}
	if openers.Has(word) {
		return true
	}
	left := lastRune(text[:st.start-len(st.word)])
	return isLowerWord(st.word) && isLowerWord(word[1:]) && (st.start == len(st.word) || unicode.IsSpace(left))
}

func isLowerWord(s string) bool {
	return s != "" && strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLower(r) }) < 0
}

// endsShout decides after "!" and "?".
func endsShout(st stop, f follow) bool {
	if f.shape == lower {
		return false
	}
	return st.quoted || !exclaimed.Has(st.word) || f.opens()
}

// endsEllipsis decides after "..." and ". . .".
func endsEllipsis(st stop, f follow) bool {
	switch {
	case f.shape == lower || f.shape == digit && st.dots < 4:
		return false
	case st.quoted || st.dots > 3:
		return true
	case st.spaced:
		return f.opens() && !strings.HasPrefix(f.word, "I")
	}
	return true
}

// endsPeriod decides after a single full stop.
func (s *scanner) endsPeriod(st stop, f follow) bool {
	k := kindOf(st.word)
	if k == ordinary && st.word != "" {
		k = s.initial(st)
	}
	switch {
	case isNumbering(s.text[s.start:st.start]), st.word == "no" && f.shape == digit && s.numbers(st):
		return false
	case f.shape == lower:
		return k == ordinary && (f.mixed || !st.quoted && (s.small || f.opened != 0))
	case k == ordinary:
		return true
	case st.quoted && k != title && k != inline:
		return true
	case f.dashed:
		return false
	}
	switch k {
	case numbered:
		return f.shape != digit && (f.opens() || st.word == "No")
	case final:
		return f.opens()
	case hour:
		return f.shape == upper && !afterHour.Has(f.word) && !s.fronted(st)
	case trailing:
		return f.shape == upper || f.shape == caseless
	}
	return false
}

// numbers reports whether the "no" before a stop and a figure is short for "number": "the no. 5
// shirt", not "he said no. 12 people did".
func (s *scanner) numbers(st stop) bool {
	before := strings.TrimRightFunc(s.text[s.start:st.start-len(st.word)], unicode.IsSpace)
	prev := wordBefore(before, len(before))
	return prev != "" && !speech.Has(strings.ToLower(prev)) && !answering.Has(strings.ToLower(prev))
}

// fronted reports whether the sentence so far is a phrase of time and no more:
// "At 5 a.m."
func (s *scanner) fronted(st stop) bool {
	so := s.text[s.start:st.start]
	return len(so) < maxWord && fronts.Has(wordAt(so)) && len(strings.Fields(so)) < 5
}

// isAside reports whether f is a bracket that belongs to the sentence before it,
// since that goes on after the bracket: for Viva Maria! (1965), and ...; or since
// the bracket is a source with the full stop after it: "..." (Smith 55).
func isAside(f follow) bool {
	if f.opened != '(' {
		return false
	}
	inner := f.rest[:min(len(f.rest), 2*maxWord)]
	end := strings.IndexByte(inner, ')')
	if end <= 0 || isTerminator(rune(inner[end-1])) {
		return false
	}
	after := f.rest[end+1:]
	return after != "" && strings.IndexByte(".,;:", after[0]) >= 0 || lowerAt(after)
}

// isTag reports whether a quotation closes at st and f says who spoke, as in
// "Why?" Smith asked.
func isTag(st stop, f follow) bool {
	if !st.quoted || f.shape != upper || f.opened != 0 || openers.Has(f.word) {
		return false
	}
	rest := f.rest
	for i := 0; i < 5; i++ {
		word := wordAt(rest)
		rest = rest[len(word):]
		if speech.Has(word) {
			return endsTag(rest)
		}
		if word == "" || !unicode.IsUpper(firstRune(word)) {
			return false
		}
		rest = strings.TrimPrefix(rest, ".")
		rest = rest[spaces(rest):]
	}
	return false
}

// endsTag reports whether rest, the text after the verb of a speech tag, leaves it
// at that: "Smith said." and "Smith said, and left", but not `Smith said, "No."`.
func endsTag(rest string) bool {
	if rest == "" || strings.IndexByte(".;", rest[0]) >= 0 {
		return true
	}
	return rest[0] == ',' && readFollow(rest[1:]).opened == 0
}
