package main

import (
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/term"

	"talksbot/page"
)

// A screen writes pages for people to read. The zero screen is for files and pipes: bold is
// written as **bold**, and lines are as long as they come.
type screen struct {
	width  int  // of the terminal, in columns; 0 where there is none
	styled bool // bold and faint by escape sequences
}

// maxWidth is how wide a line is at most, for the eye's sake.
const maxWidth = 88

// screen returns the one that suits what standard output is.
func (e *env) screen() screen {
	f, ok := e.stdout.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return screen{}
	}
	width, _, err := term.GetSize(int(f.Fd()))
	if err != nil || width < 20 {
		width = maxWidth
	}
	return screen{width: min(width, maxWidth), styled: !e.settings.plain}
}

// show returns the page as text, with the end of its last line.
func (s screen) show(p page.Page) string {
	var b strings.Builder
	for _, l := range p.Lines() {
		b.WriteString(s.line(l) + "\n")
	}
	return b.String()
}

// plain returns lines as text for other programs.
func plain(lines []page.Line) string {
	var all []string
	for _, l := range lines {
		all = append(all, screen{}.line(l))
	}
	return strings.Join(all, "\n")
}

// line writes a line in the room there is.
func (s screen) line(l page.Line) string {
	var b strings.Builder
	for _, span := range l.Spans {
		b.WriteString(s.span(span))
	}
	first, next := "", ""
	switch l.Kind {
	case page.Item:
		first, next = "- ", "  "
	case page.Quotation, page.Aside:
		first, next = "  ", "  "
	}
	lines := []string{strings.TrimSpace(b.String())}
	if s.width > 0 {
		lines = strings.Split(ansi.Wordwrap(lines[0], s.width-len(first), ""), "\n")
	}
	for i := range lines {
		switch l.Kind {
		case page.Small, page.Aside:
			lines[i] = s.styles("2", "22", "", lines[i])
		case page.Heading:
			lines[i] = s.styles("1", "22", "", lines[i])
		}
	}
	return strings.TrimRight(first+strings.Join(lines, "\n"+next), " ")
}

// span writes a span as what it is.
func (s screen) span(of page.Span) string {
	words := of.Text
	if of.Outside {
		words = page.Clean(words)
	}
	switch of.Mark {
	case page.Bold:
		return s.styles("1", "22", "**", words)
	case page.Italic:
		return s.styles("3", "23", "", words)
	case page.Struck:
		return s.styles("9", "29", "~~", words)
	case page.Spoken:
		open, closing := of.Marks()
		return open + words + closing
	case page.Note:
		return " [" + words + "]"
	case page.Citation:
		return "[" + strconv.Itoa(of.Number) + "]"
	case page.Link:
		if address := page.Clean(of.To); address != "" {
			return words + " <" + address + ">"
		}
	case page.CommandName:
		return "talksbot " + words
	case page.Moment:
		seconds, _ := strconv.ParseInt(of.Text, 10, 64)
		if of.To == "D" {
			return time.Unix(seconds, 0).Format(time.DateOnly)
		}
		return time.Unix(seconds, 0).Format(time.DateTime)
	}
	return words
}

// styles returns words between escape sequences, or between plain marks where there are none.
func (s screen) styles(on, off, plain, words string) string {
	if !s.styled {
		return plain + words + plain
	}
	return "\x1b[" + on + "m" + words + "\x1b[" + off + "m"
}
