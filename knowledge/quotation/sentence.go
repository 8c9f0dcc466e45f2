package quotation

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"talksbot/knowledge/english"
)

// A phrase is a run of tokens, half open. Its zero value is none.
type phrase struct{ first, last int }

func (p phrase) ok() bool { return p.last > p.first }

func (p phrase) len() int { return p.last - p.first }

// within reports whether p and q share a token.
func (p phrase) within(q phrase) bool { return p.first < q.last && q.first < p.last }

// A sentence is a run of tokens that no full stop outside quotation marks
// divides, so that "“Go. Now,” he said." is one. It is a window on the tokens of
// its text: what is asked of a token beyond either end is answered no.
type sentence struct {
	*doc
	first, last int // tokens, half open
	para        int
}

// is reports whether token i carries one of the tags x.
func (s sentence) is(i int, x tag) bool {
	return s.first <= i && i < s.last && s.toks[i].is&x != 0
}

// low is token i in lower case, or empty.
func (s sentence) low(i int) string {
	if i < s.first || i >= s.last {
		return ""
	}
	return s.toks[i].low
}

// says reports whether token i is one of the forms f of a verb of saying.
func (s sentence) says(i int, f english.Form) bool {
	return s.is(i, cue) && s.toks[i].says(f)
}

// verbal reports whether token i is a finite verb, of saying or not.
func (s sentence) verbal(i int) bool {
	return s.is(i, auxiliary|finite) || s.says(i, present|past)
}

// back returns where, before token i but not before from, the run of tokens with one of the tags x begins.
func (s sentence) back(i, from int, x tag) int {
	for i > from && s.is(i-1, x) {
		i--
	}
	return i
}

// seek returns the first token from from on for which is holds, or to.
func seek(from, to int, is func(i int) bool) int {
	for i := from; i < to; i++ {
		if is(i) {
			return i
		}
	}
	return to
}

// holds reports whether one of the first tokens of p carries x.
func (s sentence) holds(p phrase, x tag) bool {
	p.last = min(p.last, p.first+reach)
	return s.any(p, func(t *token) bool { return t.has(x) })
}

// trim drops marks and joining words at the edges of a content.
func (s sentence) trim(p phrase) phrase {
	for p.ok() && (s.is(p.first, comma|colon|brk|stop|other|conj) || s.low(p.first) == "'s") {
		p.first++
	}
	p.last = max(p.first, s.back(p.last, p.first, comma|colon|brk|stop|conj))
	return p
}

// allQuoted reports whether tokens are quoted stretches and the marks between them only.
func (s sentence) allQuoted(p phrase) bool {
	return s.any(p, func(t *token) bool { return t.has(quoted) }) &&
		!s.any(p, func(t *token) bool { return !t.has(quoted | comma | stop | brk | colon | conj) })
}

// wordCount counts the words of p by the spaces between them.
func (s sentence) wordCount(p phrase) int { return 1 + strings.Count(s.textOf(p), " ") }

// handsOver reports whether token i is a quoted stretch that ends with a mark that leads over
// to the words of saying: a comma, a question mark, a dash.
func handsOver(s sentence, i int) bool {
	return s.is(i, quoted) && s.mark(i).closed && strings.ContainsRune(",?!—-…", s.lastQuoted(i))
}

// spokenClause reports whether what is quoted at token i is a clause by itself: it holds a verb and
// does not begin with one.
func spokenClause(s sentence, i int) bool {
	m, words := s.mark(i), 0
	for w := range strings.FieldsSeq(s.text[m.inner.Start:m.inner.End]) {
		low := strings.Trim(strings.ReplaceAll(strings.ToLower(w), "’", "'"), ".,;:!?…")
		f := lexicon[low]
		_, contracted := strings.CutSuffix(low, "n't")
		if k := strings.LastIndexByte(low, '\''); contracted || k > 0 && low[k:] != "'s" || (closed[low]|guess(low))&(auxiliary|finite) != 0 || f.form&(past|present) != 0 {
			return words > 0
		}
		if words++; words > reach {
			break
		}
	}
	return false
}

// speaking reports whether a phrase is of somebody who can speak: a name, an office, a body, he or she.
func (s sentence) speaking(p phrase) bool {
	head := headOf(s.doc, p) - 1
	low := s.low(head)
	return s.is(head, upper|subject) || isTitle(low) || bodyWords.Has(low) || documents.Has(low) || nounPlural(low)
}

// lowerStart reports whether the quoted token i begins in lower case: it goes on with a sentence.
func lowerStart(s sentence, i int) bool {
	r, _ := utf8.DecodeRuneInString(s.text[s.mark(i).inner.Start:])
	return unicode.IsLower(r)
}
