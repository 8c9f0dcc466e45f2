package sentence

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"talksbot/knowledge/english"
)

// Passages cuts text at the line breaks that end a sentence whatever the
// punctuation. Within a passage a line break is mere white space.
func Passages(text string) []english.Span {
	lines := readLines(text)
	w := measure(lines)
	var out []english.Span
	for from := 0; from < len(lines); {
		to := from + 1
		for to < len(lines) && !lines[to].afterBlank {
			to++
		}
		out = appendBlock(out, text, lines[from:to], w)
		from = to
	}
	return out
}

// appendBlock adds the passages of one block, the lines between two blank ones.
func appendBlock(out []english.Span, text string, block []line, w wrap) []english.Span {
	list := isList(block)
	start := block[0].start
	for i := 1; i < len(block); i++ {
		if list || !w.joins(text, block[i-1], block[i]) {
			out = append(out, english.Span{Start: start, End: block[i-1].end})
			start = block[i].start
		}
	}
	return append(out, english.Span{Start: start, End: block[len(block)-1].end})
}

// A line is a line of text that is not blank, without the white space around it.
type line struct {
	start, end int
	width      int  // in runes
	afterBlank bool // the line before it is blank, or it is the first
	stopped    bool // ends in a sentence's last punctuation
	hangs      bool // ends in a way that asks for more: a comma, "the", "Mr."
	lower      bool // goes on in lower case
}

// listWidth is the width, in runes, under which lines without punctuation are
// read as a list of things rather than as a sentence broken over lines.
const listWidth = 40

// isList reports whether a block is a bare list: short lines, no full stop.
func isList(block []line) bool {
	for _, l := range block {
		if l.stopped || l.hangs || l.width >= listWidth {
			return false
		}
	}
	return true
}

// readLines finds the lines of text that are not blank.
func readLines(text string) []line {
	var lines []line
	blank := true
	for start := 0; start < len(text); {
		end, next := lineEnd(text, start)
		s := strings.TrimLeftFunc(text[start:end], unicode.IsSpace)
		first := end - len(s)
		s = strings.TrimRightFunc(s, unicode.IsSpace)
		start = next
		if s == "" {
			blank = true
			continue
		}
		lines = append(lines, line{
			start:      first,
			end:        first + len(s),
			width:      utf8.RuneCountInString(s),
			afterBlank: blank,
			stopped:    stopped(s),
			hangs:      hangs(s),
			lower:      lowerAt(s),
		})
		blank = false
	}
	return lines
}

// lineEnd returns where the line at start ends and where the next one starts.
func lineEnd(text string, start int) (end, next int) {
	i := strings.IndexFunc(text[start:], isBreak)
	if i < 0 {
		return len(text), len(text)
	}
	end = start + i
	if strings.HasPrefix(text[end:], "\r\n") {
		return end, end + 2
	}
	_, n := utf8.DecodeRuneInString(text[end:])
	return end, end + n
}

func isBreak(r rune) bool {
	switch r {
	case '\n', '\r', '\f', '\v', '\u0085', '\u2028', '\u2029':
		return true
	}
	return false
}

// stopped reports whether s ends in sentence punctuation, closing marks aside.
func stopped(s string) bool { return isTerminator(lastRune(strings.TrimRightFunc(s, isCloser))) }

// hangs reports whether s cannot be the end of anything.
func hangs(s string) bool {
	if strings.IndexFunc(s, english.IsWordRune) < 0 {
		return false // a line of dashes
	}
	r, _ := utf8.DecodeLastRuneInString(s)
	switch r {
	case ',', '-', '(', '[', '“', '‘', '&':
		return true
	}
	w := strings.TrimLeftFunc(s[max(0, strings.LastIndexFunc(s, unicode.IsSpace)):], unicode.IsSpace)
	if before, ok := strings.CutSuffix(w, "."); ok {
		return kindOf(before) == title
	}
	return hanging.Has(w)
}

// A wrap is how the lines of a text were set.
type wrap struct {
	wrapped bool
	width   int // of a full line, in runes
}

const (
	maxWrap    = 120 // runes; nobody wraps prose wider
	fullShare  = 4   // a line is full if the next word would take it past 3/4 of the width
	longShare  = 10  // a wrapped text has at most a tenth of itself in longer lines
	widthShare = 20  // and all but a twentieth of its other lines within its width
)

// measure tells wrapped text from text that has one paragraph to a line. In
// wrapped text most lines that do not end a sentence go on in lower case.
func measure(lines []line) wrap {
	var widths [maxWrap + 1]int
	var all, long, short, open, lower int
	for i, l := range lines {
		all += l.width
		if l.width > maxWrap {
			long += l.width
		} else {
			widths[l.width]++
			short++
		}
		if i > 0 && !l.afterBlank && !lines[i-1].stopped {
			open++
			if l.lower {
				lower++
			}
		}
	}
	if lower == 0 || lower*2 < open || long*longShare > all {
		return wrap{}
	}
	width := 0
	for seen := widths[0]; seen < short-short/widthShare; seen += widths[width] {
		width++
	}
	return wrap{wrapped: true, width: width}
}

// joins reports whether the break between two lines of one block is mere white
// space.
func (w wrap) joins(text string, a, b line) bool {
	full := w.full(text, a, b)
	m, marked := readMarker(text[b.start:b.end])
	switch {
	case m.bullet || marked && (a.stopped || !full): // a wrapped line may start with "12." or a dash
		return false
	case text[a.start] == '#': // a Markdown heading
		return false
	case a.hangs:
		return true
	case a.stopped:
		return w.wrapped && b.lower || full
	case b.lower:
		return true
	}
	return full
}

// full reports whether a was broken because the first word of b had no room.
// It is lenient: proportional type makes ragged lines.
func (w wrap) full(text string, a, b line) bool {
	if !w.wrapped {
		return false
	}
	word := text[b.start:b.end]
	if i := strings.IndexFunc(word, unicode.IsSpace); i > 0 {
		word = word[:i]
	}
	return (a.width+1+utf8.RuneCountInString(word))*fullShare > w.width*(fullShare-1)
}
