package bot

import (
	"talksbot/bot/discord"
	"talksbot/page"
)

// A menu is a list under a message to choose one thing from. The choice comes back as an event
// of kind Pressed with the chosen value in event.Chosen.
type menu struct {
	name    string // of a row of the table of controls
	arg     string
	asks    string   // what to choose, shown until something is
	choices []choice // at most maxChoices; none: there is no menu
}

func (m menu) wire() discord.Component {
	c := discord.Component{Type: typeMenu, CustomID: m.name + ":" + m.arg, Placeholder: page.Shorten(m.asks, maxChoiceText)}
	for _, o := range m.choices[:min(len(m.choices), maxChoices)] {
		c.Options = append(c.Options, discord.MenuOption{Label: page.Shorten(o.Name, maxChoiceText), Value: o.Value})
	}
	return discord.Component{Type: typeRow, Components: []discord.Component{c}}
}
