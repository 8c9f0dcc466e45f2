package timeline

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"talksbot/knowledge/english"
	"talksbot/knowledge/quotation"
)

// clauses finds, in one sentence, the clause that belongs to each time.
type clauses struct {
	english.Text // of the article
	sentence     english.Span
	quotes       []quotation.Quotation // that stand in the sentence, or partly
	times        []dated               // of the sentence
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
func (c clauses) around(i int) (english.Span, string) {
	t := c.times[i]
	span, speaker := c.outOfSpeech(c.narrow(c.sentence, t), t)
	if i > 0 && c.speech(c.times[i-1]) == c.speech(t) && c.times[i-1].Start >= span.Start {
		if at, ok := border(c.String, c.times[i-1].End, t.Start, false); ok && !c.has(reaching, span.Start, at) {
			span = c.keep(span, english.Span{Start: at, End: span.End}, t)
		}
	}
	if i+1 < len(c.times) && c.speech(c.times[i+1]) == c.speech(t) && c.times[i+1].End <= span.End {
		if at, ok := border(c.String, t.End, c.times[i+1].Start, true); ok && !c.has(limiting, at, span.End) {
			span = c.keep(span, english.Span{Start: span.Start, End: at}, t)
		}
	}
	if span.End-span.Start > longClause {
		if at, ok := background(c.String, t.End, span.End); ok && !c.has(limiting, at, span.End) {
			span = c.keep(span, english.Span{Start: span.Start, End: at}, t)
		}
	}
	return trim(c.String, span, t.Span), speaker
}

// narrow cuts a sentence that is too wide between two words.
func (c clauses) narrow(s english.Span, t dated) english.Span {
	if t.Start-s.Start > widest {
		at := strings.IndexFunc(c.String[t.Start-widest:t.Start], unicode.IsSpace)
		s.Start = t.Start - widest + max(at, 0)
		if at < 0 {
			s.Start = t.Start
		}
	}
	if s.End-t.End > widest {
		at := strings.LastIndexFunc(c.String[t.End:t.End+widest], unicode.IsSpace)
		s.End = t.End + max(at, 0)
	}
	return s
}

// keep returns the part if it still tells what happens, else the whole.
func (c clauses) keep(whole, part english.Span, t dated) english.Span {
	told := 0
	for _, w := range c.In(part).Tokens {
		if !w.Stop && !t.Contains(w.Span) {
			told++
		}
	}
	if told < enough {
		return whole
	}
	return part
}

var (
	reaching = english.Class("reaching words")
	limiting = english.Class("limiting words")
)

// has reports whether one of the words stands between two places.
func (c clauses) has(words english.Set, from, to int) bool {
	return words.HasAny(c.In(english.Span{Start: from, End: to}).Tokens)
}

// borders separate clauses, the strongest first. Those that begin with a comma or a space
// stand between the words on both sides, and the second clause begins after the mark.
var borders = []string{";", " – ", " — ", "—", ": ", ", and ", ", but ", ", while ", ", whereas ", ", then ", ", followed by ",
	" and then ", " while ", " but ", " and ", ", "}

// border returns where, between two times, one clause ends and the next begins: the end of the
// first or the beginning of the second.
func border(text string, from, to int, end bool) (int, bool) {
	between := text[from:to]
	for _, b := range borders {
		if at := strings.Index(between, b); end && at >= 0 {
			return from + at, true
		}
		if at := strings.LastIndex(between, b); at >= 0 {
			return from + at + len(b) - len(strings.TrimLeft(b, ",;:–— ")), true
		}
	}
	return 0, false
}

var backgrounds = func() (all []string) {
	for _, row := range english.Rows("backgrounds") {
		for _, b := range row {
			if b[0] != ',' {
				b = " " + b
			}
			all = append(all, b+" ")
		}
	}
	return all
}()

// background returns where, between two places, the background of a fact begins.
func background(text string, from, to int) (int, bool) {
	best := -1
	for _, b := range backgrounds {
		if at := strings.Index(text[from:to], b); at >= 0 && (best < 0 || at < best) {
			best = at
		}
	}
	return from + best, best >= 0
}

// joining words joined a clause to what stood before it.
var joining = english.Class("joined on by")

// trim takes white space, joining words, closing marks and the half of a pair from the ends,
// never from the time itself.
func trim(text string, s, time english.Span) english.Span {
	for s.Start < time.Start {
		r, size := utf8.DecodeRuneInString(text[s.Start:])
		if unicode.IsSpace(r) || strings.ContainsRune(",;:.–—-)”’…", r) || unpaired(s.Of(text), r) {
			s.Start += size
			continue
		}
		next := strings.IndexFunc(text[s.Start:time.Start], unicode.IsSpace)
		if next < 0 || !joining.Has(strings.ToLower(text[s.Start:s.Start+next])) {
			break
		}
		s.Start += next
	}
	for s.End > time.End {
		r, size := utf8.DecodeLastRuneInString(text[:s.End])
		before := text[s.Start : s.End-size]
		abbreviated := r == '.' && strings.ContainsRune(before[strings.LastIndexAny(before, " \t\n")+1:], '.')
		if abbreviated || !unicode.IsSpace(r) && !strings.ContainsRune(".,;:–—-(“‘…", r) && !unpaired(s.Of(text), r) {
			break
		}
		s.End -= size
	}
	return s
}

// unpaired reports whether r is a quotation mark or a bracket whose partner is not in text.
func unpaired(text string, r rune) bool {
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
