package bot

// A menu is a list under a message to choose one thing from. The choice comes back as an event
// of kind control with the chosen value in event.chosen.
type menu struct {
	name    string // of a row of the table of controls
	arg     string
	asks    string   // what to choose, shown until something is
	choices []choice // at most maxChoices; none: there is no menu
}

// What Discord allows of a menu.
const (
	maxChoices    = 25
	maxChoiceText = 100 // in the name and in the value of a choice
)

// menuOption is the wire form of a choice in a menu.
type menuOption struct {
	Label string `json:"label"`
	Value string `json:"value"`
}

func (m menu) wire() component {
	c := component{Type: typeMenu, CustomID: m.name + ":" + m.arg, Placeholder: shorten(m.asks, maxChoiceText)}
	for _, o := range m.choices[:min(len(m.choices), maxChoices)] {
		c.Options = append(c.Options, menuOption{shorten(o.Name, maxChoiceText), o.Value})
	}
	return component{Type: typeRow, Components: []component{c}}
}
