package bot

import "talksbot/bot/discord"

// A reply is what the bot has to say to an event. The zero reply says nothing.
type reply struct {
	text    string // Discord markdown, at most maxLength long
	buttons []button
	menu    menu     // above the buttons
	files   []file   // sent with it
	choices []choice // to an event of kind Typing
	private bool     // shown to the asker only, where Discord can
	replace bool     // to a control: in place of the message it stands on
}

// A button stands under a message. Pressed, it comes back as an event of kind Pressed, in
// any later run of the program: name says whose it is, arg carries all it needs.
type button struct {
	label string
	name  string // of a row of the table of controls
	arg   string
	url   string // instead of name: a link
}

// Component types and styles.
const (
	typeRow        = 1
	typeButton     = 2
	typeMenu       = 3
	styleSecondary = 2
	styleLink      = 5
	perRow         = 5
)

// wire returns the reply as a message.
func (r reply) wire() discord.Outgoing {
	o := discord.Outgoing{Content: shorten(r.text, maxLength), Flags: discord.FlagNoPreviews, Components: rows(r.buttons), Files: r.files, Replace: r.replace}
	if len(r.menu.choices) > 0 {
		o.Components = append([]discord.Component{r.menu.wire()}, o.Components...)
	}
	if r.private {
		o.Flags |= discord.FlagPrivate
	}
	return o
}

func rows(buttons []button) []discord.Component {
	var rows []discord.Component
	for i, b := range buttons {
		if i%perRow == 0 {
			rows = append(rows, discord.Component{Type: typeRow})
		}
		row := &rows[len(rows)-1]
		c := discord.Component{Type: typeButton, Label: b.label, Style: styleSecondary, CustomID: b.name + ":" + b.arg}
		if b.url != "" {
			c.Style, c.CustomID, c.URL = styleLink, "", b.url
		}
		row.Components = append(row.Components, c)
	}
	return rows
}
