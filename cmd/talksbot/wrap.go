package main

import (
	"strings"
	"unicode/utf8"
)

// wrap breaks the lines of text at spaces so that none is wider than width runes, where
// its words allow. A continued line is indented like the one it continues. Escape
// sequences take no room.
func wrap(text string, width int) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = wrapLine(line, width)
	}
	return strings.Join(lines, "\n")
}

func wrapLine(line string, width int) string {
	indent := line[:len(line)-len(strings.TrimLeft(line, " "))]
	var b strings.Builder
	used := 0
	for i, word := range strings.Fields(line) {
		n := shownWidth(word)
		switch {
		case i == 0:
			b.WriteString(indent)
			used = len(indent)
		case used+1+n > width:
			b.WriteString("\n" + indent)
			used = len(indent)
		default:
			b.WriteString(" ")
			used++
		}
		b.WriteString(word)
		used += n
	}
	return b.String()
}

// shownWidth returns how many runes of a word a terminal shows.
func shownWidth(word string) int {
	n := 0
	for {
		before, after, ok := strings.Cut(word, "\x1b[")
		n += utf8.RuneCountInString(before)
		if !ok {
			return n
		}
		_, word, _ = strings.Cut(after, "m")
	}
}
