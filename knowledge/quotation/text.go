package quotation

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"talksbot/knowledge/english"
)

// A doc is a text taken apart: tokens, quoted stretches, sentences.
type doc struct {
	text  string
	toks  []token
	marks []stretch
	sents []sentence
}

// is reports whether token i carries one of the tags x.
func (d *doc) is(i int, x tag) bool { return d.toks[i].is&x != 0 }

// low is token i in lower case.
func (d *doc) low(i int) string { return d.toks[i].low }

// mark is the quoted stretch that token i is.
func (d *doc) mark(i int) *stretch { return &d.marks[d.toks[i].mark] }

// lastQuoted is the last rune of the quoted token i, marks and spaces aside.
func (d *doc) lastQuoted(i int) rune {
	m := d.mark(i)
	return lastRune(strings.TrimRight(d.text[m.inner.Start:m.inner.End], " ’'”\""))
}

// span is where the tokens of p stand.
func (d *doc) span(p phrase) english.Span {
	if !p.ok() {
		return english.Span{}
	}
	return english.Span{Start: d.toks[p.first].Start, End: d.toks[p.last-1].End}
}

// textOf is the text of a phrase.
func (d *doc) textOf(p phrase) string {
	sp := d.span(p)
	return d.text[sp.Start:sp.End]
}

// sentenceOf returns the index of the sentence that holds token i.
func (d *doc) sentenceOf(i int) int {
	return sort.Search(len(d.sents), func(n int) bool { return d.sents[n].last > i })
}

// near reports whether tokens a and b are within a few sentences.
func (d *doc) near(a, b int) bool { return d.sentenceOf(b)-d.sentenceOf(a) < 4 }

// parse takes text apart. bounds are sentences known to the caller, or nil.
func parse(text english.Text, bounds []english.Span) *doc {
	d := &doc{text: text.String}
	c := cutter{Text: text, out: make([]token, 0, len(text.Tokens)*5/4+8)}
	for p, para := range paragraphs(d.text) {
		first, tok := len(d.marks), len(c.out)
		d.marks = append(d.marks, stretches(d.text, para)...)
		c.paragraph(para, d.marks[first:], first)
		settle(c.out[tok:])
		d.toks = c.out
		d.divide(tok, p, bounds)
	}
	return d
}

// paragraphs returns the paragraphs of text. A single line break ends one,
// except where a line was only folded: the next line goes on in lower case.
func paragraphs(text string) []english.Span {
	var out []english.Span
	folded := foldedLines(text)
	start := 0
	for i := 0; i < len(text); i++ {
		if text[i] != '\n' {
			continue
		}
		rest := strings.TrimLeft(text[i+1:min(len(text), i+80)], " \t\r")
		blank := strings.HasPrefix(rest, "\n")
		if !blank && (folded || continues(rest)) {
			continue
		}
		if i > start {
			out = append(out, span(start, i))
		}
		start = i + 1
	}
	if start < len(text) {
		out = append(out, span(start, len(text)))
	}
	return out
}

func continues(line string) bool {
	r, _ := utf8.DecodeRuneInString(line)
	return unicode.IsLower(r)
}

// foldedLines reports whether text is folded at a width: most of its lines
// stop short of a sentence's end and blank lines part its paragraphs.
func foldedLines(text string) bool {
	if !strings.Contains(text, "\n\n") {
		return false
	}
	lines, open := 0, 0
	for line := range strings.SplitSeq(text, "\n") {
		line = strings.TrimSpace(line)
		if len(line) < 40 {
			continue
		}
		if len(line) > 100 {
			return false
		}
		lines++
		if !strings.ContainsRune(".?!”\"’:", lastRune(line)) {
			open++
		}
	}
	return lines > 3 && open*2 > lines
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// divide appends the sentences of the tokens from tok on, all of paragraph p.
func (d *doc) divide(tok, p int, bounds []english.Span) {
	first := tok
	for i := tok; i < len(d.toks); i++ {
		if i+1 < len(d.toks) && !d.ends(i, bounds) {
			continue
		}
		d.sents = append(d.sents, sentence{d, d.behindDateline(first, i+1), i + 1, p})
		first = i + 1
	}
}

// behindDateline returns where, in the tokens of a sentence, the text begins behind
// a dateline: "KYIV, Jan. 9 (Wire) — The …".
func (d *doc) behindDateline(first, last int) int {
	place := d.toks[first].Span
	if w := d.text[place.Start:place.End]; len(w) < 3 || strings.ToUpper(w) != w || !d.is(first, upper) {
		return first
	}
	source := false
	for i := first + 1; i+1 < last && i < first+14; i++ {
		t := &d.toks[i]
		if t.has(brk) {
			if source {
				return i + 1
			}
			return first
		}
		source = source || t.has(unparen|date)
		if t.has(quoted | cue | finite | auxiliary&^modal) {
			return first
		}
	}
	return first
}

// ends reports whether a sentence ends with token i, which another follows.
func (d *doc) ends(i int, bounds []english.Span) bool {
	t, next := &d.toks[i], &d.toks[i+1]
	if bounds != nil && !t.has(quoted) {
		k := sort.Search(len(bounds), func(k int) bool { return bounds[k].End >= t.End })
		return k < len(bounds) && bounds[k].End < next.Start+1 && bounds[k].End >= t.End
	}
	switch {
	case t.has(quoted):
		if !d.mark(i).closed {
			return true
		}
		last := d.lastQuoted(i)
		if !next.has(upper | quoted) {
			return false
		}
		return last == '.' || (last == '?' || last == '!' || last == '…') && !d.tagFollows(i+1)
	case t.has(stop):
		return next.has(upper|quoted|number|paren|brk|other) || next.low == ""
	case strings.HasSuffix(t.low, ".") && t.low != ".":
		// An abbreviation ends a sentence when a word follows that only a start capitalises.
		return next.has(upper) && next.has(det|subject|prep|conj|sub|possessive) && len(next.low) > 1
	}
	return false
}

// tagFollows reports whether the words from token i on say who spoke: a few
// words, then a verb of saying, before any mark.
func (d *doc) tagFollows(i int) bool {
	for k := i; k < len(d.toks) && k < i+8; k++ {
		t := &d.toks[k]
		if t.has(quoted | stop | comma | colon | brk) {
			return false
		}
		if t.says(past|present) && t.verb.has(quoting) && k > i {
			return true
		}
	}
	return false
}
