package command

import (
	"talksbot/bot/discord"
	"talksbot/bot/markdown"
	"talksbot/knowledge/article"
	"talksbot/page"
)

// perRow is how many buttons Discord shows in a row.
const perRow = 5

// Wire returns the reply as a message, with as much of its page as a message has room for: as text and, where there
// is more than a few words, laid out.
func (r Reply) Wire(m markdown.Writer) discord.Outgoing {
	if r.Made != nil {
		return *r.Made
	}
	o := discord.Outgoing{Content: page.Shorten(m.Text(Fit(r.Page, m)), discord.MaxContent), Flags: discord.FlagNoPreviews, Components: r.controls(), Files: r.Files, Replace: r.Replace}
	if r.isLaidOut() {
		o.Layout = r.layout(m)
	}
	if r.Private {
		o.Flags |= discord.FlagPrivate
	}
	return o
}

// controls returns the menu and the buttons.
func (r Reply) controls() []discord.Component {
	controls := rows(r.Page)
	if len(r.Menu.Choices) > 0 {
		controls = append([]discord.Component{r.Menu.wire()}, controls...)
	}
	return controls
}

// rows returns the buttons of a page, as many as Discord keeps what they carry.
func rows(p page.Page) []discord.Component {
	var rows []discord.Component
	n := 0
	for _, b := range p.Buttons {
		id := b.Does + ":" + b.Arg
		if b.Arg == "" {
			id += Cites(p.Cited, b.Does, "")
		}
		if markdown.Length(id) > discord.MaxCustomID {
			continue
		}
		if n%perRow == 0 {
			rows = append(rows, discord.Component{Type: discord.TypeRow})
		}
		n++
		row := &rows[len(rows)-1]
		row.Components = append(row.Components, discord.Component{Type: discord.TypeButton, Label: b.Label, Style: discord.StyleQuiet, CustomID: id})
	}
	return rows
}

// Fit returns the page with as much on it as a message has room for.
func Fit(p page.Page, m markdown.Writer) page.Page {
	return p.Fit(func(p page.Page) int { return markdown.Length(m.Text(p)) }, discord.MaxContent)
}

// wire returns the menu as a row of a message.
func (m Menu) wire() discord.Component {
	c := discord.Component{Type: discord.TypeMenu, CustomID: m.Name + ":" + m.Arg, Placeholder: page.Shorten(m.Asks, discord.MaxChoiceText)}
	for _, o := range m.Choices[:min(len(m.Choices), discord.MaxChoices)] {
		c.Options = append(c.Options, discord.MenuOption{Label: page.Shorten(o.Name, discord.MaxChoiceText), Value: o.Value})
	}
	return discord.Component{Type: discord.TypeRow, Components: []discord.Component{c}}
}

// Cites returns what a page cites as the control of that name carries it, behind what else it
// does: as many of the first as fit.
func Cites(cited []page.Place, name, before string) string {
	var refs []article.Ref
	for _, at := range cited {
		refs = append(refs, at.Ref())
	}
	for ; ; refs = refs[:len(refs)-1] {
		if code := before + article.EncodeRefs(refs); len(name)+1+len(code) <= discord.MaxCustomID || len(refs) == 0 {
			return code
		}
	}
}
