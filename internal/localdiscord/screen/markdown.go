package screen

import (
	"fmt"
	"html"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// blocks are what a line begins with, and what it is then, a heading before small print before a list.
var blocks = []struct{ begins, opens, closes string }{
	{"-# ", "<p class=small>", "</p>"},
	{"### ", "<h5>", "</h5>"}, {"## ", "<h4>", "</h4>"}, {"# ", "<h3>", "</h3>"},
	{"- ", "<p class=item>", "</p>"},
}

// text is markdown as Discord shows it.
func (s Screen) text(markdown string) string {
	var b strings.Builder
	if markdown == "" {
		return ""
	}
	quoted := false
	for line := range strings.SplitSeq(markdown, "\n") {
		said, isQuoted := strings.CutPrefix(line, "> ")
		if isQuoted != quoted {
			b.WriteString(map[bool]string{true: "<blockquote>", false: "</blockquote>"}[isQuoted])
			quoted = isQuoted
		}
		b.WriteString(s.line(said))
	}
	if quoted {
		b.WriteString("</blockquote>")
	}
	return `<div class=text>` + b.String() + `</div>`
}

func (s Screen) line(text string) string {
	if text == "" {
		return `<p class=air></p>`
	}
	for _, block := range blocks {
		if said, ok := strings.CutPrefix(text, block.begins); ok {
			return block.opens + s.spans(said) + block.closes
		}
	}
	return "<p>" + s.spans(text) + "</p>"
}

// marks are what in a line is not shown as it stands; the first that fits is meant.
var marks = []struct {
	pattern *regexp.Regexp
	show    func(s Screen, part []string, within func(string) string) string
}{
	{regexp.MustCompile(`^\\([^\w\s])`), func(_ Screen, p []string, _ func(string) string) string { return html.EscapeString(p[1]) }},
	{regexp.MustCompile("^`([^`]+)`"), func(_ Screen, p []string, _ func(string) string) string {
		return "<code>" + html.EscapeString(p[1]) + "</code>"
	}},
	{regexp.MustCompile(`^\*\*((?:\\.|[^\\])+?)\*\*`), inside("b")},
	{regexp.MustCompile(`^~~((?:\\.|[^\\])+?)~~`), inside("s")},
	{regexp.MustCompile(`^\*((?:\\.|[^\\*])+?)\*`), inside("i")},
	{regexp.MustCompile(`^\[((?:\\.|[^\]\\])+)\]\(<?https?://[^)\s]+>?\)`), inside("a")},
	{regexp.MustCompile(`^<?(https?://[^\s>]+)>?`), func(_ Screen, p []string, _ func(string) string) string {
		return "<a>" + html.EscapeString(p[1]) + "</a>"
	}},
	{regexp.MustCompile(`^<t:(-?\d+)(?::(\w))?>`), func(_ Screen, p []string, _ func(string) string) string {
		return "<span class=moment>" + moment(p[1]) + "</span>"
	}},
	{regexp.MustCompile(`^<@!?(\d+)>`), func(s Screen, p []string, _ func(string) string) string { return pill("@" + s.Name(p[1])) }},
	{regexp.MustCompile(`^<#(\d+)>`), func(Screen, []string, func(string) string) string { return pill("# general") }},
	{regexp.MustCompile(`^<(/[^:>]+):\d+>`), func(_ Screen, p []string, _ func(string) string) string { return pill(p[1]) }},
}

func inside(tag string) func(Screen, []string, func(string) string) string {
	return func(_ Screen, part []string, within func(string) string) string {
		return "<" + tag + ">" + within(part[1]) + "</" + tag + ">"
	}
}

func pill(text string) string { return "<span class=pill>" + html.EscapeString(text) + "</span>" }

// moment is a time as people in London see it.
func moment(seconds string) string {
	n, _ := strconv.ParseInt(seconds, 10, 64) // digits
	return fmt.Sprint(time.Unix(n, 0).UTC().Format("2 January 2006 15:04"))
}

// emoji are those for which a browser may have no font, as a mark and its colour.
var emoji = strings.NewReplacer("✅", sign("✓", "3ba55d"), "❌", sign("✗", "ed4245"), "❔", sign("?", "80848e"), "💬", sign("…", "5865f2"),
	"⏳", sign("⌛", "c27c0e"), "⚖️", sign("⚖", "c27c0e"), "⚠️", sign("!", "c27c0e"), "➖", sign("–", "80848e"))

func sign(mark, colour string) string {
	return fmt.Sprintf("<span class=emoji style=background:#%s>%s</span>", colour, mark)
}

// spans shows the marks in a line.
func (s Screen) spans(text string) string {
	var b strings.Builder
next:
	for len(text) > 0 {
		for _, m := range marks {
			if part := m.pattern.FindStringSubmatch(text); part != nil {
				b.WriteString(m.show(s, part, s.spans))
				text = text[len(part[0]):]
				continue next
			}
		}
		size := strings.IndexAny(text[1:], "\\`*~[<h") + 1
		if size == 0 {
			size = len(text)
		}
		b.WriteString(emoji.Replace(html.EscapeString(text[:size])))
		text = text[size:]
	}
	return b.String()
}
