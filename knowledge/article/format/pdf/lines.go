package pdf

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
)

// A page is what stands on a page of a document.
type page struct {
	width, height float64 // in points
	chars         []char  // in the order in which they are read
}

// A char is a character and where it stands, in points from the lower left corner of its page.
type char struct {
	text                     string
	left, right, top, bottom float64
	size                     float64 // of its font, as it is drawn
	bold, turned             bool
}

// isSpace reports whether a character only parts words or lines: it has no place of its own.
func (c char) isSpace() bool { return strings.TrimSpace(c.text) == "" }

// smallest is the size of the smallest print that is read, in points.
const smallest = 3

// isSeen reports whether who looks at the page sees the character: it stands upright on the page, and
// is not too small to be read.
func (p page) isSeen(c char) bool {
	return !c.turned && c.size >= smallest && c.left >= 0 && c.right <= p.width && c.bottom >= 0 && c.top <= p.height
}

// A line is one that is printed.
type line struct {
	text        string
	page        int
	left, right float64
	base        float64 // where its letters stand, from the bottom of the page
	size        float64
	bold        bool
	broken      bool // its last word goes on in the next line, behind a hyphen
}

// lines returns the printed lines of a page, in the order in which they are read. index is which page
// it is, from 0.
func (p page) lines(index int) []line {
	var all []line
	var chars []char
	end := func(broken bool) {
		if l, ok := lineOf(chars); ok {
			l.page, l.broken = index, broken
			all = append(all, l)
		}
		chars = chars[:0]
	}
	for _, c := range p.chars {
		switch {
		case strings.ContainsAny(c.text, "\r\n"):
			end(false)
		case isBreak(c.text):
			end(true)
		case c.isSpace() || p.isSeen(c):
			chars = append(chars, c)
		}
	}
	end(false)
	return all
}

// isBreak reports whether a character stands for the hyphen in a word that is broken over two lines,
// as PDFium writes it.
func isBreak(text string) bool { return text == "\x02" || text == "\uFFFE" }

// lineOf returns the line of characters, ok being false where all are white space.
func lineOf(chars []char) (l line, ok bool) {
	var seen []char
	for _, c := range chars {
		if !c.isSpace() {
			seen = append(seen, c)
		}
	}
	if len(seen) == 0 {
		return l, false
	}
	l.size = middle(seen, func(c char) float64 { return c.size })
	l.base = middle(seen, func(c char) float64 { return c.bottom })
	l.left, l.right = seen[0].left, seen[0].right
	bold := 0
	for _, c := range seen {
		l.left, l.right = min(l.left, c.left), max(l.right, c.right)
		if c.bold {
			bold++
		}
	}
	l.bold = 10*bold > 9*len(seen)
	l.text = l.words(chars)
	return l, l.text != ""
}

// words returns the text of the line without the marks of its footnotes.
func (l line) words(chars []char) string {
	var b strings.Builder
	for i, c := range chars {
		if i > 0 && l.isMark(c) {
			continue
		}
		b.WriteString(c.text)
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// isMark reports whether a character is the mark of a footnote: a figure that is small and stands high.
func (l line) isMark(c char) bool {
	return strings.IndexFunc(c.text, func(r rune) bool { return !unicode.IsDigit(r) && r != '*' && r != '†' }) < 0 &&
		!c.isSpace() && c.size < 0.85*l.size && c.bottom > l.base+0.15*l.size
}

// middle returns the median of what the characters have.
func middle(chars []char, of func(char) float64) float64 {
	values := make([]float64, len(chars))
	for i, c := range chars {
		values[i] = of(c)
	}
	return median(values)
}

// median returns the value in the middle, 0 of none. It orders the values.
func median(values []float64) float64 {
	if len(values) == 0 {
		return 0
	}
	slices.Sort(values)
	return values[len(values)/2]
}

// isNear reports whether two lengths differ by less than a part of the second.
func isNear(a, b, part float64) bool { return math.Abs(a-b) <= part*b }

// compareDown orders lines of a page from its top.
func compareDown(a, b line) int { return cmp.Compare(b.base, a.base) }
