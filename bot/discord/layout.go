package discord

import (
	"net/http"

	"github.com/bwmarrin/discordgo"
)

// laidOut sends a message by send: laid out where it has a layout; as text where Discord takes none. That it takes
// none shows where it refuses the layout and then takes the text, and is remembered for as long as the program runs.
func (c *Client) laidOut(m Outgoing, send func(Outgoing) error) error {
	if m.Layout != nil && c.plain.Load() && !m.mustStay {
		m.Layout = nil
	}
	err := send(m)
	if m.Layout == nil || m.mustStay || !HasStatus(err, http.StatusBadRequest) || !Refused(err, discordgo.ErrCodeInvalidFormBody) {
		return err
	}
	m.Layout = nil
	if send(m) != nil {
		return err // so the layout is not to blame
	}
	c.plain.Store(true)
	c.log.Warn("Discord does not take messages that are laid out; they are sent as text from now on", "error", err)
	return nil
}

// inPlaceOf returns the message as one that can take the place of another: what is laid out stays so, what is
// text stays text.
func (o Outgoing) inPlaceOf(m *Message) Outgoing {
	switch {
	case m == nil || m.Flags&FlagLaidOut == 0:
		o.Layout = nil
	default:
		o = o.laid()
		o.mustStay = true
	}
	return o
}

// laid returns the message laid out, be it text alone.
func (o Outgoing) laid() Outgoing {
	if o.Layout == nil {
		o.Layout = append([]Component{{Type: TypeText, Content: o.Content}}, o.Components...)
	}
	return o
}

// over is inPlaceOf for a message that may not be known: then a layout is tried before text, which cannot
// take the place of one.
func (o Outgoing) over(m Message) Outgoing {
	if m.ID == "" {
		return o.laid()
	}
	return o.inPlaceOf(&m)
}
