package quotation

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"talksbot/knowledge/english"
)

// A tag says what a token can be. A word may carry several.
type tag uint32

const (
	det        tag = 1 << iota // the, a, this, some
	possessive                 // his, their; also the 's of a noun
	subject                    // he, they, who: a pronoun that can speak
	object                     // him, them
	prep
	conj // and, but, or
	sub  // while, because: begins a clause
	wh   // what, why, whether
	that
	to
	be
	have
	do
	modal
	negative
	adverb
	date // Tuesday, January, yesterday, 2022
	number
	finite // a verb form that is no cue: met, was
	cue    // a form of a verb of saying; see token.verb
	upper  // begins with a capital
	quoted // a whole quoted stretch
	comma
	colon
	stop  // . ? !
	brk   // ; or a dash
	paren // ( or [
	unparen
	other // any other mark
)

const auxiliary = be | have | do | modal

// A token is one word, one mark, or one whole quoted stretch.
type token struct {
	Span
	is   tag
	low  string // lower case
	verb *verb  // set when cue is
	form english.Form
	mark int32 // index into doc.marks when quoted
}

func (t *token) has(x tag) bool { return t.is&x != 0 }

// says reports whether the token is one of the forms f of a verb of saying.
func (t *token) says(f english.Form) bool { return t.has(cue) && t.form&f != 0 }

// tokenize returns the tokens of one paragraph. Each quoted stretch is one token.
func tokenize(text string, para Span, marks []stretch, first int, out []token) []token {
	for i := para.Start; i < para.End; {
		if len(marks) > 0 && i == marks[0].Start {
			out = append(out, token{Span: marks[0].Span, is: quoted, mark: int32(first)})
			i, marks, first = marks[0].End, marks[1:], first+1
			continue
		}
		limit := para.End
		if len(marks) > 0 {
			limit = marks[0].Start
		}
		r, size := utf8.DecodeRuneInString(text[i:limit])
		switch {
		case unicode.IsSpace(r):
			i += size
		case isWordRune(r) || r == '$' || r == '@' || r == '#':
			out = appendWord(out, text[:limit], Span{i, wordEnd(text[:limit], i+size)})
			i = out[len(out)-1].End
		case r == '’' || r == '\'':
			end := possessiveEnd(text[:limit], i, size)
			out = append(out, token{Span: Span{i, end}, is: suffixTag(out, i), low: "'s"})
			i = end
		default:
			end := i + size
			if r == '-' && strings.HasPrefix(text[i:limit], "--") {
				end = i + 2
			}
			out = append(out, token{Span: Span{i, end}, is: punctuation(r, text, i, end), low: text[i:end]})
			i = end
		}
	}
	return out
}

// settle corrects what a word's neighbours decide: May behind a given name is no
// month and no auxiliary, Will before one is a name.
func settle(toks []token) {
	for i := range toks {
		t := &toks[i]
		if !t.has(upper) || t.low != "may" && t.low != "will" {
			continue
		}
		behind := i > 0 && toks[i-1].has(upper) && toks[i-1].is == upper
		before := i+1 < len(toks) && (toks[i+1].has(cue) || t.low == "will" && toks[i+1].is == upper)
		if behind && !(i+1 < len(toks) && toks[i+1].has(number)) || before {
			t.is = upper
		}
	}
}

// suffixTag is possessive for a mark that stands right behind a word.
func suffixTag(out []token, i int) tag {
	if n := len(out); n > 0 && out[n-1].End == i && out[n-1].low != "" && !out[n-1].has(comma|stop|brk) {
		return possessive
	}
	return other
}

func punctuation(r rune, text string, i, end int) tag {
	switch r {
	case ',':
		return comma
	case ':':
		return colon
	case '.', '?', '!', '…':
		return stop
	case ';', '—', '―':
		return brk
	case '–', '-':
		if end-i > 1 && r == '-' || spaceAround(text, i, end) {
			return brk
		}
	case '(', '[':
		return paren
	case ')', ']':
		return unparen
	}
	return other
}

func spaceAround(text string, i, end int) bool {
	return i > 0 && text[i-1] == ' ' && end < len(text) && text[end] == ' '
}

// possessiveEnd is the end of a possessive 's, or of the bare mark.
func possessiveEnd(text string, i, size int) int {
	end := i + size
	if end < len(text) && (text[end] == 's' || text[end] == 'S') && (end+1 == len(text) || !isLetterAt(text, end+1)) {
		return end + 1
	}
	return end
}

// wordEnd is where the word that goes on at i ends: letters, digits, and the
// marks that stand inside words (U.S., e-mail, O’Brien, 2,000, p.m.).
func wordEnd(text string, i int) int {
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		if isWordRune(r) || r == '_' || r == '%' || unicode.Is(unicode.Mn, r) {
			i += size
			continue
		}
		next, _ := utf8.DecodeRuneInString(text[i+size:])
		inside := strings.ContainsRune("-‑.&@/'’", r) && unicode.IsLetter(next) || strings.ContainsRune(",.:-", r) && unicode.IsDigit(next)
		if !inside || (r == '\'' || r == '’') && possessiveEnd(text, i, size) > i+size {
			break
		}
		i += size
	}
	return i
}

// appendWord appends the word at sp, with its full stop when it is an
// abbreviation, and splits "n't" contractions' auxiliaries from pronouns ("he's", "they've").
func appendWord(out []token, text string, sp Span) []token {
	word := text[sp.Start:sp.End]
	low := strings.ToLower(word)
	if sp.End < len(text) && text[sp.End] == '.' && abbreviation(word, low) {
		sp.End++
		low += "."
	}
	if k := contraction(low); k > 0 && len(low) == sp.End-sp.Start {
		out = append(out, newToken(text, Span{sp.Start, sp.Start + k}, low[:k]))
		rest := newToken(text, Span{sp.Start + k, sp.End}, low[k:])
		rest.is = modal
		return append(out, rest)
	}
	return append(out, newToken(text, sp, low))
}

// contraction returns where 've, 'll, 're, 'd or 'm begins in low, or 0.
func contraction(low string) int {
	for _, suffix := range []string{"'ve", "’ve", "'ll", "’ll", "'re", "’re", "'d", "’d", "'m", "’m"} {
		if strings.HasSuffix(low, suffix) {
			return len(low) - len(suffix)
		}
	}
	return 0
}

func newToken(text string, sp Span, low string) token {
	t := token{Span: sp, low: low, is: closed[strings.TrimSuffix(low, ".")]}
	r, _ := utf8.DecodeRuneInString(text[sp.Start:sp.End])
	if unicode.IsUpper(r) || r == '@' {
		t.is |= upper
	}
	if unicode.IsDigit(r) || r == '$' {
		t.is |= number
		if (len(low) == 4 || len(low) == 10 && low[4] == '-' && low[7] == '-') && (strings.HasPrefix(low, "19") || strings.HasPrefix(low, "20")) {
			t.is |= date
		}
	}
	if strings.HasSuffix(low, "n't") || strings.HasSuffix(low, "n’t") {
		t.is |= negative | auxiliaryOf(low)
	}
	if f, ok := lexicon[low]; ok {
		t.is |= cue
		t.verb, t.form = f.verb, f.form
	} else if t.is == 0 {
		t.is = guess(low)
	}
	return t
}

// auxiliaryOf is the tag of the auxiliary in didn't, isn't, won't.
func auxiliaryOf(low string) tag {
	stem := strings.TrimSuffix(strings.TrimSuffix(low, "n't"), "n’t")
	if x := closed[stem] & auxiliary; x != 0 {
		return x
	}
	return modal // won't, can't, ain't
}

// guess tags a word by its ending.
func guess(low string) tag {
	switch {
	case len(low) > 4 && strings.HasSuffix(low, "ly"):
		return adverb
	case len(low) > 4 && strings.HasSuffix(low, "ed") && !strings.HasSuffix(low, "eed"):
		return finite
	}
	return 0
}

// abbreviation reports whether a full stop after word belongs to it.
func abbreviation(word, low string) bool {
	r, size := utf8.DecodeRuneInString(word)
	if size == len(word) && unicode.IsUpper(r) && word != "I" {
		return true
	}
	return strings.Contains(word, ".") && len(word) < 8 && !strings.ContainsAny(word, "/@0123456789") && lettersAndDots(word) || abbreviations.Has(low)
}

// lettersAndDots reports whether word is single letters with full stops between (U.S, p.m, U.S.S.R).
func lettersAndDots(word string) bool {
	for _, part := range strings.Split(word, ".") {
		if utf8.RuneCountInString(part) != 1 {
			return false
		}
	}
	return true
}
