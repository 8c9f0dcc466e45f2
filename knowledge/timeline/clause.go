package timeline

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"talksbot/knowledge"
	"talksbot/knowledge/quotation"
	"talksbot/knowledge/word"
)

// clauses finds, in one sentence, the clause that belongs to each time.
type clauses struct {
	text     string // of the article
	sentence knowledge.Span
	quotes   []quotation.Quotation // that stand in the sentence, or partly
	times    []dated               // of the sentence
}

// longClause is from how many bytes on a clause loses what follows after the time where that
// only adds a purpose or a background.
const longClause = 110

// enough is how many words that mean something a clause needs, its time left out, to tell
// what happens.
const enough = 3

// widest is how many bytes a clause has at most on either side of its time, so that a text
// without a stop is read in linear time.
const widest = 400

// around returns the clause around the i-th time, and whose words it is where it stands in
// reported speech. Starting from the sentence, each step cuts away what belongs to something
// else, and is left out where too little would remain.
func (c clauses) around(i int) (knowledge.Span, string) {
	t := c.times[i]
	span, speaker := c.outOfSpeech(c.narrow(c.sentence, t), t)
	if i > 0 && c.speech(c.times[i-1]) == c.speech(t) && c.times[i-1].Start >= span.Start {
		if at, ok := c.border(c.times[i-1].End, t.Start, false); ok && !c.governs(span.Start, at) {
			span = c.keep(span, knowledge.Span{Start: at, End: span.End}, t)
		}
	}
	if i+1 < len(c.times) && c.speech(c.times[i+1]) == c.speech(t) && c.times[i+1].End <= span.End {
		if at, ok := c.border(t.End, c.times[i+1].Start, true); ok && !c.limits(at, span.End) {
			span = c.keep(span, knowledge.Span{Start: span.Start, End: at}, t)
		}
	}
	if span.End-span.Start > longClause {
		if at, ok := c.background(t.End, span.End); ok && !c.limits(at, span.End) {
			span = c.keep(span, knowledge.Span{Start: span.Start, End: at}, t)
		}
	}
	return c.trim(span, t), speaker
}

// narrow cuts a sentence that is too wide between two words.
func (c clauses) narrow(s knowledge.Span, t dated) knowledge.Span {
	if t.Start-s.Start > widest {
		at := strings.IndexFunc(c.text[t.Start-widest:t.Start], unicode.IsSpace)
		s.Start = t.Start - widest + max(at, 0)
		if at < 0 {
			s.Start = t.Start
		}
	}
	if s.End-t.End > widest {
		at := strings.LastIndexFunc(c.text[t.End:t.End+widest], unicode.IsSpace)
		s.End = t.End + max(at, 0)
	}
	return s
}

// keep returns the part if it still tells what happens, else the whole.
func (c clauses) keep(whole, part knowledge.Span, t dated) knowledge.Span {
	told := 0
	for _, w := range word.Tokens(c.text[part.Start:part.End]) {
		inTime := part.Start+w.Start >= t.Start && part.Start+w.End <= t.End
		if !w.Stop && !inTime {
			told++
		}
	}
	if told < enough {
		return whole
	}
	return part
}

// governing words reach over what follows them: cut off, they would leave the contrary behind.
var governing = wordSet(`not never no nor neither if unless until deny denied denies denying refuse refused refuses reject rejected
	rejects doubt doubts doubted whether without cannot can't won't don't doesn't didn't isn't aren't wasn't weren't wouldn't`)

// governs says whether the words between two places hold one that reaches over what follows.
func (c clauses) governs(from, to int) bool {
	return slices.ContainsFunc(word.Tokens(c.text[from:to]), func(w word.Token) bool { return governing[w.Norm] })
}

// borders separate clauses, the strongest first. Those that begin with a comma or a space
// stand between the words on both sides, and the second clause begins after the mark.
var borders = []string{";", " – ", " — ", "—", ": ", ", and ", ", but ", ", while ", ", whereas ", ", then ", ", followed by ",
	" and then ", " while ", " but ", " and ", ", "}

// border returns where, between two times, one clause ends and the next begins: the end of the
// first or the beginning of the second.
func (c clauses) border(from, to int, end bool) (int, bool) {
	between := c.text[from:to]
	for _, b := range borders {
		at := strings.LastIndex(between, b)
		if end {
			at = strings.Index(between, b)
		}
		switch {
		case at < 0:
		case end:
			return from + at, true
		default:
			return from + at + len(b) - len(strings.TrimLeft(b, ",;:–— ")), true
		}
	}
	return 0, false
}

// backgrounds open what follows the fact: its purpose, its setting. What limits a fact (if,
// unless, but, pending, according to) is not among them and stays.
var backgrounds = []string{" in an effort to ", " in an attempt to ", " in a bid to ", " in order to ", " so as to ", " with the aim of ",
	" aimed at ", " amid ", ", amid ", " as part of ", ", as part of ", ", which ", ", who ", ", where ", ", whose ", ", during which ",
	" to discuss ", " to address ", " as tensions ", ", as tensions ", " against the backdrop of ", ", following ", " following ", ", after ", ", marking ", ", and "}

// background returns where, between two places, the background of a fact begins.
func (c clauses) background(from, to int) (int, bool) {
	best := -1
	for _, b := range backgrounds {
		if at := strings.Index(c.text[from:to], b); at >= 0 && (best < 0 || at < best) {
			best = at
		}
	}
	return from + best, best >= 0
}

// limiting words say under which condition what stands before them holds.
var limiting = wordSet(`if unless until provided pending only except`)

// limits says whether the words between two places hold a condition.
func (c clauses) limits(from, to int) bool {
	return slices.ContainsFunc(word.Tokens(c.text[from:to]), func(w word.Token) bool { return limiting[w.Norm] })
}

// openers are words that joined a clause to what stood before it.
var openers = wordSet(`that and but while whereas then or so`)

// trim takes white space, joining words, closing marks and the half of a pair from the ends,
// never from the time itself.
func (c clauses) trim(s knowledge.Span, t dated) knowledge.Span {
	for s.Start < t.Start {
		r, size := utf8.DecodeRuneInString(c.text[s.Start:])
		if unicode.IsSpace(r) || strings.ContainsRune(",;:.–—-)”’…", r) || c.unpaired(s, r) {
			s.Start += size
			continue
		}
		next := strings.IndexFunc(c.text[s.Start:t.Start], unicode.IsSpace)
		if next < 0 || !openers[strings.ToLower(c.text[s.Start:s.Start+next])] {
			break
		}
		s.Start += next
	}
	for s.End > t.End {
		r, size := utf8.DecodeLastRuneInString(c.text[:s.End])
		abbreviated := r == '.' && strings.ContainsRune(lastWord(c.text[s.Start:s.End-size]), '.')
		if abbreviated || !unicode.IsSpace(r) && !strings.ContainsRune(".,;:–—-(“‘…", r) && !c.unpaired(s, r) {
			break
		}
		s.End -= size
	}
	return s
}

// unpaired says whether r is a quotation mark whose partner is not within.
func (c clauses) unpaired(s knowledge.Span, r rune) bool {
	text := c.text[s.Start:s.End]
	switch r {
	case '"':
		return strings.Count(text, `"`)%2 == 1
	case '“', '”':
		return strings.Count(text, "“") != strings.Count(text, "”")
	case '(', ')':
		return strings.Count(text, "(") != strings.Count(text, ")")
	}
	return false
}

func lastWord(s string) string { return s[strings.LastIndexAny(s, " \t\n")+1:] }
