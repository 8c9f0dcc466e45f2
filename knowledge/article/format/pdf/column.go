package pdf

import (
	"regexp"
	"strings"

	"talksbot/knowledge/english"
)

// A column is lines of one size that follow one another at one distance.
type column []line

// columns cuts lines where a new column, another size, or a gap begins.
func columns(lines []line) []column {
	pitch := pitches(lines)
	var all []column
	for i, l := range lines {
		if i == 0 || !follows(lines[i-1], l, pitch) {
			all = append(all, nil)
		}
		all[len(all)-1] = append(all[len(all)-1], l)
	}
	return all
}

// farthest is how far apart lines of a paragraph are at most, in their size.
const farthest = 2.2

// pitches returns how far lines of each size are apart, in the middle.
func pitches(lines []line) map[int]float64 {
	gaps := map[int][]float64{}
	for i := 1; i < len(lines); i++ {
		a, b := lines[i-1], lines[i]
		if gap := a.base - b.base; a.page == b.page && gap > 0 && gap < farthest*b.size && isNear(a.size, b.size, 0.08) {
			gaps[int(b.size+0.5)] = append(gaps[int(b.size+0.5)], gap)
		}
	}
	pitch := map[int]float64{}
	for size, all := range gaps {
		pitch[size] = median(all)
	}
	return pitch
}

// follows reports whether b stands right under a, and may belong to its paragraph.
func follows(a, b line, pitch map[int]float64) bool {
	gap, usual := a.base-b.base, pitch[int(b.size+0.5)]
	switch {
	case a.page != b.page, !isNear(a.size, b.size, 0.08), a.bold != b.bold:
		return false
	case b.left > a.right || b.right < a.left:
		return false
	}
	return gap > 0 && (gap <= 1.3*usual || usual == 0 && gap <= farthest*b.size)
}

// paragraphs cuts a column where a line begins like a paragraph, or one before it ends like one.
func (c column) paragraphs() [][]line {
	left, right := c.bounds()
	var all [][]line
	for i, l := range c {
		if i == 0 || c.begins(i, left, right) {
			all = append(all, nil)
		}
		all[len(all)-1] = append(all[len(all)-1], l)
	}
	return all
}

// bounds returns where most lines of the column begin, and where the longest ends.
func (c column) bounds() (left, right float64) {
	count := map[int]int{}
	for _, l := range c {
		at := int(l.left + 0.5)
		if count[at]++; count[at] > count[int(left+0.5)] || left == 0 {
			left = l.left
		}
		right = max(right, l.right)
	}
	return left, right
}

// indent is how far a paragraph's first line is set in at least, in the size of its print.
const indent = 0.6

// begins reports whether a paragraph begins with the line: it is an entry of a list, it is set in behind
// the end of a sentence, or its first word had room in the line before.
func (c column) begins(i int, left, right float64) bool {
	l, before := c[i], c[i-1]
	switch {
	case before.broken:
		return false
	case bullet.MatchString(l.text) && (endsSentence(before.text) || bullet.MatchString(before.text)):
		return true
	case l.left > left+indent*l.size && before.left < l.left-indent*l.size/2 && endsSentence(before.text):
		return true
	}
	if !endsSentence(before.text) {
		right = min(right, l.right) // beside a picture all lines are short
	}
	return before.right+l.firstWord()+l.size/2 < right
}

// firstWord returns about how wide the first word of the line is, with the space before it.
func (l line) firstWord() float64 {
	word, _, _ := strings.Cut(l.text, " ")
	return (l.right - l.left) * float64(len(word)+1) / float64(len(l.text))
}

// bullet is how an entry of a list begins.
var bullet = regexp.MustCompile(`^(?:[•◦▪■●‣–—*-] ?|\(?(?:\d{1,2}|[a-z])[.)] )`)

// endsSentence reports whether a line can be the last of a paragraph.
func endsSentence(text string) bool {
	text = strings.TrimRight(text, "\"'”’»)] ")
	last := text[strings.LastIndexByte(text, ' ')+1:]
	return last != "" && strings.ContainsAny(last[len(last)-1:], ".!?:") && !english.IsDotted(last) || strings.HasSuffix(last, "…")
}
