// Package markdown writes pages in Discord's markdown. What is not ours in them is made harmless.
package markdown

import (
	"strconv"
	"strings"

	"talksbot/page"
)

// A Writer writes pages as Discord shows them.
type Writer struct {
	Commands map[string]string // the IDs of commands by their names, subcommands included, where they are known
}

// starts are what a line of a kind begins with.
var starts = map[page.Kind]string{page.Small: "-# ", page.Item: "- ", page.Quotation: "> ", page.Aside: "> -# ", page.Heading: "### "}

// Text returns the page as the text of a message.
func (m Writer) Text(p page.Page) string { return m.Lines(p.Lines()) }

// Lines returns lines as one text.
func (m Writer) Lines(lines []page.Line) string {
	var b strings.Builder
	for _, l := range lines {
		b.WriteString(m.Line(l) + "\n")
	}
	return strings.TrimSpace(b.String())
}

// Line returns a line as Discord shows it.
func (m Writer) Line(l page.Line) string {
	var b strings.Builder
	for _, s := range l.Spans {
		b.WriteString(m.span(s))
	}
	return strings.TrimRight(starts[l.Kind]+strings.TrimSpace(b.String()), " ")
}

// span writes a span as what it is.
func (m Writer) span(s page.Span) string {
	words := s.Text
	if s.Outside {
		words = escape(words)
	}
	switch s.Mark {
	case page.Bold:
		return wrapped("**", words)
	case page.Italic:
		return wrapped("*", words)
	case page.Struck:
		return wrapped("~~", words)
	case page.Spoken:
		open, closing := s.Marks()
		return open + words + closing
	case page.Note:
		return " *(" + words + ")*"
	case page.Citation:
		return "[" + strconv.Itoa(s.Number) + "]"
	case page.Link:
		return link(s.Text, s.To)
	case page.Code:
		return "`" + s.Text + "`"
	case page.CommandName:
		return m.command(s.Text)
	case page.Channel:
		return "<#" + s.Text + ">"
	case page.Person:
		return "<@" + s.Text + ">"
	case page.Moment:
		return "<t:" + s.Text + ":" + s.To + ">"
	}
	return words
}

// command writes a command as a link that starts it, once its ID is known.
func (m Writer) command(name string) string {
	if id := m.Commands[name]; id != "" {
		return "</" + name + ":" + id + ">"
	}
	return "`/" + name + "`"
}
