package bot

import (
	"talksbot/bot/discord"
	"talksbot/page"
)

// A reply is what the bot has to say to an event. The zero reply says nothing.
type reply struct {
	page    page.Page
	menu    menu     // above the buttons
	files   []file   // sent with it
	choices []choice // to an event of kind Typing
	private bool     // shown to the asker only, where Discord can
	replace bool     // to a control: in place of the message it stands on
	said    *said    // what is remembered of it
}

// empty reports whether there is nothing to say.
func (r reply) empty() bool { return len(r.page.Parts) == 0 }

// Component types and styles.
const (
	typeRow        = 1
	typeButton     = 2
	typeMenu       = 3
	styleSecondary = 2
	perRow         = 5
)

// wire returns the reply as a message, with as much of its page as a message has room for.
func (r reply) wire() discord.Outgoing { return r.with(markdown{}) }

// with is wire with the IDs of commands.
func (r reply) with(m markdown) discord.Outgoing {
	o := discord.Outgoing{Content: page.Shorten(m.text(fit(r.page, m)), maxLength), Flags: discord.FlagNoPreviews, Components: rows(r.page), Files: r.files, Replace: r.replace}
	if len(r.menu.choices) > 0 {
		o.Components = append([]discord.Component{r.menu.wire()}, o.Components...)
	}
	if r.private {
		o.Flags |= discord.FlagPrivate
	}
	return o
}

// rows returns the buttons of a page, as many as Discord keeps what they carry.
func rows(p page.Page) []discord.Component {
	var rows []discord.Component
	n := 0
	for _, b := range p.Buttons {
		id := b.Does + ":" + b.Arg
		if b.Arg == "" {
			id += encode(p.Cited, b.Does, "")
		}
		if length(id) > maxCustomID {
			continue
		}
		if n%perRow == 0 {
			rows = append(rows, discord.Component{Type: typeRow})
		}
		n++
		row := &rows[len(rows)-1]
		row.Components = append(row.Components, discord.Component{Type: typeButton, Label: b.Label, Style: styleSecondary, CustomID: id})
	}
	return rows
}

// fit returns the page with as much on it as a message has room for.
func fit(p page.Page, m markdown) page.Page {
	return p.Fit(func(p page.Page) int { return length(m.text(p)) }, maxLength)
}
