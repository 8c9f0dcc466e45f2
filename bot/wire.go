package bot

import (
	"talksbot/bot/discord"
	"talksbot/page"
)

// Component types and styles.
const (
	typeRow        = 1
	typeButton     = 2
	typeMenu       = 3
	styleSecondary = 2
	perRow         = 5
)

// wire returns the reply as a message, with as much of its page as a message has room for.
func (r reply) wire(m markdown) discord.Outgoing {
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

func (m menu) wire() discord.Component {
	c := discord.Component{Type: typeMenu, CustomID: m.name + ":" + m.arg, Placeholder: page.Shorten(m.asks, maxChoiceText)}
	for _, o := range m.choices[:min(len(m.choices), maxChoices)] {
		c.Options = append(c.Options, discord.MenuOption{Label: page.Shorten(o.Name, maxChoiceText), Value: o.Value})
	}
	return discord.Component{Type: typeRow, Components: []discord.Component{c}}
}
