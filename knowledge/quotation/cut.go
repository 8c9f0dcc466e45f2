package quotation

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"talksbot/knowledge/english"
	sentences "talksbot/knowledge/sentence"
)

// A cutter makes the tokens of this package of the words of a text and of what stands
// between them: it keeps marks, parts the possessive 's and the 've of "they've" from their
// words, and joins what a hyphen, a dot, a slash or an @ holds together.
type cutter struct {
	english.Text
	at  int // the first word not read
	out []token
}

// paragraph appends the tokens of para. Each of its quoted stretches, marks of which the
// first has the number first, is one token.
func (c *cutter) paragraph(para english.Span, marks []stretch, first int) {
	at := para.Start
	for n, m := range marks {
		c.between(at, m.Start)
		c.out = append(c.out, token{Span: m.Span, is: quoted, mark: int32(first + n)})
		at = m.End
	}
	c.between(at, para.End)
}

// between appends the tokens from start to end.
func (c *cutter) between(start, end int) {
	for c.at < len(c.Tokens) && c.Tokens[c.at].Start < start {
		c.at++
	}
	for c.at < len(c.Tokens) && c.Tokens[c.at].End <= end {
		w := c.Tokens[c.at].Start
		if start = c.marks(start, w, end); start <= w {
			start = c.word(w, end)
		}
	}
	c.marks(start, end, end)
}

// word appends the word that begins at start, with those joined to it, and returns its end.
func (c *cutter) word(start, end int) int {
	stop, ending := c.read()
	for ending == 0 && c.joins(c.String[start:stop], end) {
		stop, ending = c.read()
	}
	if n := len(c.out); n > 0 && c.out[n-1].End == start && (c.out[n-1].low == "@" || c.out[n-1].low == "#") {
		start-- // @name, #topic
		c.out = c.out[:n-1]
	}
	c.add(span(start, stop-ending), end)
	if ending > 0 {
		c.out = append(c.out, token{Span: span(stop-ending, stop), is: possessive, low: "'s"})
	}
	return max(stop, c.out[len(c.out)-1].End)
}

// read reads the next word. It returns its end, and the length of the possessive ending there.
func (c *cutter) read() (stop, ending int) {
	t := c.Tokens[c.at]
	c.at++
	return t.End, t.Possessive(c.String)
}

// joins reports whether what stands before the next word holds it and the word before
// together: "e-mail", "and/or", "example.com", "10:30". After a word that ends in a stop
// nothing does.
func (c *cutter) joins(before string, end int) bool {
	if c.at == len(c.Tokens) || c.Tokens[c.at].End > end || strings.HasSuffix(before, ".") {
		return false
	}
	gap := c.Gap(c.at)
	r, size := utf8.DecodeRuneInString(gap)
	next, _ := utf8.DecodeRuneInString(c.Written(c.at))
	return size == len(gap) && (r == '_' || strings.ContainsRune("-‑.&@/'’", r) && unicode.IsLetter(next) || strings.ContainsRune(",.:-", r) && unicode.IsDigit(next))
}

// add appends the word at sp, with its full stop when it is an abbreviation, and parts
// auxiliaries from pronouns ("he'd", "they've").
func (c *cutter) add(sp english.Span, end int) {
	word := sp.Of(c.String)
	low := strings.ReplaceAll(strings.ToLower(word), "’", "'")
	if sp.End < end && c.String[sp.End] == '.' && abbreviation(word) {
		sp.End++
		low += "."
	}
	if k := strings.LastIndexByte(low, '\''); k > 0 && contracted.Has(low[k:]) {
		mid := sp.Start + strings.LastIndexAny(word, "'’")
		c.out = append(c.out, newToken(c.String, span(sp.Start, mid), low[:k]), token{Span: span(mid, sp.End), is: modal, low: low[k:]})
		return
	}
	c.out = append(c.out, newToken(c.String, sp, low))
}

// abbreviation reports whether a full stop behind word belongs to it.
func abbreviation(word string) bool {
	r, size := utf8.DecodeRuneInString(word)
	return size == len(word) && unicode.IsUpper(r) && word != "I" || sentences.IsAbbreviation(word)
}

// marks appends the marks from start to stop, and returns where the last one ends. What they
// belong to ends at end.
func (c *cutter) marks(start, stop, end int) int {
	i := start
	for i < stop {
		r, size := utf8.DecodeRuneInString(c.String[i:stop])
		switch {
		case unicode.IsSpace(r):
		case r == '’' || r == '\'':
			size = c.apostrophe(i, i+size, end) - i
		default:
			if r == '-' && strings.HasPrefix(c.String[i:stop], "--") {
				size = 2
			}
			sp := span(i, i+size)
			c.out = append(c.out, token{Span: sp, is: markTag(r, c.String, sp), low: sp.Of(c.String)})
		}
		i += size
	}
	return i
}

// apostrophe appends the apostrophe from i to next, with an "s" behind it, and returns its
// end. Right behind a word it is the ending of a possessive.
func (c *cutter) apostrophe(i, next, end int) int {
	t := token{Span: span(i, next), is: other, low: "'s"}
	if n := len(c.out); n > 0 && c.out[n-1].End == i && c.out[n-1].low != "" && !c.out[n-1].has(comma|stop|brk) {
		t.is = possessive
	}
	if c.at < len(c.Tokens) && c.Tokens[c.at].Start == next && c.Tokens[c.at].End <= end && strings.EqualFold(c.Written(c.at), "s") {
		t.End = c.Tokens[c.at].End
		c.at++
	}
	c.out = append(c.out, t)
	return t.End
}

// markTag is the tag of the mark r at sp.
func markTag(r rune, text string, sp english.Span) tag {
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
		if sp.End-sp.Start > 1 && r == '-' || spaceAround(text, sp) {
			return brk
		}
	case '(', '[':
		return paren
	case ')', ']':
		return unparen
	}
	return other
}

func spaceAround(text string, sp english.Span) bool {
	return sp.Start > 0 && text[sp.Start-1] == ' ' && sp.End < len(text) && text[sp.End] == ' '
}
