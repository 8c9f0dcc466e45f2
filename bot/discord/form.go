package discord

import (
	"context"

	"github.com/bwmarrin/discordgo"
)

// A Form is what a person fills in to a control: one field.
type Form struct {
	ID    string // its name and what it carries, as a control has it
	Title string // at most MaxFormText long, as is Asks
	Field string // by which the event has what was filled in
	Asks  string // what to fill in
	Hint  string // shown until something is
	Most  int    // characters
}

// MaxFormText is how much is said in a form's title, and above a field.
const MaxFormText = 45

// Open opens a form, which is all there is of an answer to the control.
func (c *Client) Open(ctx context.Context, e Event, f Form) error {
	field := Component{Type: TypeInput, Style: StyleLong, CustomID: f.Field, Placeholder: f.Hint, MaxLength: f.Most}
	return c.respond(ctx, e, response{discordgo.InteractionResponseModal, map[string]any{
		"custom_id": f.ID, "title": f.Title, "components": []Component{{Type: TypeLabel, Label: f.Asks, Component: &field}},
	}}, nil)
}
