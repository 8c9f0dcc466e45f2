package quotation

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"talksbot/knowledge/english"
	sentences "talksbot/knowledge/sentence"
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

// any reports whether is holds of a token of p.
func (d *doc) any(p phrase, is func(t *token) bool) bool {
	return p.ok() && slices.ContainsFunc(d.toks[p.first:p.last], func(t token) bool { return is(&t) })
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

// parse takes text apart. Its sentences end where bounds do, but not within a quoted stretch.
func parse(text english.Text, bounds []english.Span) *doc {
	d := &doc{text: text.String}
	c := cutter{Text: text, out: make([]token, 0, len(text.Tokens)*5/4+8)}
	for p, para := range sentences.Passages(d.text) {
		first, tok := len(d.marks), len(c.out)
		d.marks = append(d.marks, stretches(d.text, para)...)
		c.paragraph(para, d.marks[first:], first)
		settle(c.out[tok:])
		d.toks = c.out
		bounds = d.divide(tok, p, bounds)
	}
	return d
}

// divide appends the sentences of the tokens from tok on, all of paragraph p. It returns the
// bounds that are left.
func (d *doc) divide(tok, p int, bounds []english.Span) []english.Span {
	first := tok
	for i := tok; i < len(d.toks); i++ {
		for len(bounds) > 0 && bounds[0].End < d.toks[i].End {
			bounds = bounds[1:]
		}
		if last := i + 1; last == len(d.toks) || len(bounds) > 0 && bounds[0].End <= d.toks[last].Start && !d.goesOn(i) {
			d.sents = append(d.sents, sentence{d, d.behindDateline(first, last), d.beforeReferences(first, last), p})
			first = last
		}
	}
	return bounds
}

// goesOn reports whether the quoted token i does not end its sentence: a dash follows, “…” —
// Name, or a few words that say who spoke, “…?” Lee asked.
func (d *doc) goesOn(i int) bool {
	switch {
	case !d.is(i, quoted):
		return false
	case d.is(i+1, brk):
		return true
	}
	for k := i + 1; k < len(d.toks) && k < i+9 && !d.is(k, quoted|stop|comma|colon|brk); k++ {
		if k > i+1 && d.toks[k].says(past|present) && d.toks[k].verb.has(quoting) {
			return strings.ContainsRune("?!…", d.lastQuoted(i))
		}
	}
	return false
}

// beforeReferences returns where, in the tokens of a sentence, the text ends before the
// references and lone marks that stand behind its full stop: "… in England.[60][61]".
func (d *doc) beforeReferences(first, last int) int {
	i := last
	for i > first && (d.low(i-1) == "]" || d.is(i-1, other)) {
		if d.low(i-1) == "]" {
			for i > first+1 && d.low(i-1) != "[" {
				i--
			}
		}
		i--
	}
	if i > first && d.is(i-1, stop|quoted) {
		return i
	}
	return last
}

// behindDateline returns where, in the tokens of a sentence, the text begins behind
// a dateline: "KYIV, Jan. 9 (Wire) — The …".
func (d *doc) behindDateline(first, last int) int {
	if w := d.toks[first].Of(d.text); len(w) < 3 || strings.ToUpper(w) != w || !d.is(first, upper) {
		return first
	}
	source := false
	for i := first + 1; i+1 < last && i < first+14 && !d.is(i, quoted|cue|finite|auxiliary&^modal); i++ {
		if d.is(i, brk) {
			if source {
				return i + 1
			}
			break
		}
		source = source || d.is(i, unparen|date)
	}
	return first
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}
