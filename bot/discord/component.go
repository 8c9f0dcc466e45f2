package discord

import "encoding/json"

// A Component is a button, a menu or a row of them, a field of a form, or a piece of a message's layout.
type Component struct {
	Type        int          `json:"type"`
	Components  []Component  `json:"components,omitempty"`
	Style       int          `json:"style,omitempty"`
	Label       string       `json:"label,omitempty"`
	CustomID    string       `json:"custom_id,omitempty"`
	URL         string       `json:"url,omitempty"`
	Disabled    bool         `json:"disabled,omitempty"`
	Placeholder string       `json:"placeholder,omitempty"`
	Options     []MenuOption `json:"options,omitempty"`
	Content     string       `json:"content,omitempty"`      // of a text
	Accent      int          `json:"accent_color,omitempty"` // of a box
	Value       string       `json:"value,omitempty"`        // of a field that was filled in
	MaxLength   int          `json:"max_length,omitempty"`
	Component   *Component   `json:"component,omitempty"` // below a field's label
}

// The types of components, and the style of those buttons that are none of the loud ones.
const (
	TypeRow    = 1
	TypeButton = 2
	TypeMenu   = 3
	TypeInput  = 4
	TypeText   = 10
	TypeLine   = 14 // across a box
	TypeBox    = 17
	TypeLabel  = 18

	StyleQuiet = 2 // of a button
	StyleBrief = 1 // of a field: one line
	StyleLong  = 2
)

// A MenuOption is one choice of a menu.
type MenuOption struct {
	Label       string `json:"label"`
	Value       string `json:"value"`
	Description string `json:"description,omitempty"`
}

// Components are those of a message that was read. What is not as we know it is left out, so that nothing in
// it can stop us.
type Components []Component

// UnmarshalJSON never fails.
func (c *Components) UnmarshalJSON(data []byte) error {
	*c = nil
	var each []json.RawMessage
	if json.Unmarshal(data, &each) != nil {
		return nil
	}
	for _, raw := range each {
		var one Component
		if json.Unmarshal(raw, &one) == nil {
			*c = append(*c, one)
		}
	}
	return nil
}

// Walk calls see with each of components and of those within them, in the order in which they are read.
func Walk(components []Component, see func(Component)) {
	for _, c := range components {
		see(c)
		Walk(c.Components, see)
		if c.Component != nil {
			Walk([]Component{*c.Component}, see)
		}
	}
}
