// Package screen shows messages as Discord's client does, as a page for a browser: near enough to see what a
// message looks like on a phone, and whether anything in it is not read as it was meant.
package screen

import (
	_ "embed"
	"fmt"
	"html"
	"strings"

	"talksbot/internal/localdiscord/rules"
)

//go:embed screen.css
var css string

// A Shown is a message with what stands above it.
type Shown struct {
	*rules.Message
	Used  string // "ada used /dates"; "" where the message answers no command
	Image func(rules.Attachment) string
}

// A Screen is a client that shows messages.
type Screen struct {
	Name func(user string) string // of a user by the ID
}

// Page is the messages as a whole page.
func (s Screen) Page(messages ...Shown) string {
	var b strings.Builder
	fmt.Fprintf(&b, "<!doctype html><meta charset=utf-8><title>Messages</title><style>%s</style><body>", css)
	for _, m := range messages {
		b.WriteString(s.message(m))
	}
	return b.String()
}

func (s Screen) message(m Shown) string {
	var b strings.Builder
	b.WriteString(`<article>`)
	if m.Used != "" {
		fmt.Fprintf(&b, `<p class=used>%s</p>`, html.EscapeString(m.Used))
	}
	name, tag := html.EscapeString(m.Author.Username), ""
	if m.Author.Bot {
		tag = ` <span class=app>APP</span>`
	}
	fmt.Fprintf(&b, `<span class=face>%s</span><h2>%s%s <time>09:00</time></h2>`, name[:1], name, tag)
	b.WriteString(s.text(m.Content))
	for _, a := range m.Attachments {
		if address := m.Image(a); address != "" {
			fmt.Fprintf(&b, `<img src="%s" alt="">`, address)
			continue
		}
		fmt.Fprintf(&b, `<p class=file>%s</p>`, html.EscapeString(a.Filename))
	}
	b.WriteString(s.components(m.Components))
	if m.IsEphemeral() {
		b.WriteString(`<p class=private>Only you can see this · <a>Dismiss message</a></p>`)
	}
	return b.String() + `</article>`
}

// components shows what a message is laid out in, and what stands below it.
func (s Screen) components(all []rules.Component) string {
	var b strings.Builder
	for _, c := range all {
		switch within := s.components(c.Components); {
		case c.Type == rules.ActionRow:
			fmt.Fprintf(&b, `<div class=row>%s</div>`, within)
		case c.Type == rules.Button:
			fmt.Fprintf(&b, `<button class=style%d%s>%s</button>`, c.Style, off(c.Disabled), html.EscapeString(c.Label))
		case c.IsSelect():
			fmt.Fprintf(&b, `<span class=menu>%s</span>`, html.EscapeString(c.Placeholder))
		case c.Type == rules.TextDisplay:
			b.WriteString(s.text(c.Content))
		case c.Type == rules.Separator:
			b.WriteString(`<hr>`)
		case c.Type == rules.Container && c.Accent != nil:
			fmt.Fprintf(&b, `<section style="border-left:4px solid #%06x">%s</section>`, *c.Accent, within)
		case c.Type == rules.Container:
			fmt.Fprintf(&b, `<section>%s</section>`, within)
		}
	}
	return b.String()
}

func off(disabled bool) string {
	if disabled {
		return " disabled"
	}
	return ""
}
