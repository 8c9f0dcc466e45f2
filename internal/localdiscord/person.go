package localdiscord

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// A Person is a member of the guild. What they do, the bot is told; what they see, tests wait for.
type Person struct {
	User User
	s    *Server
}

// Person is the member of that name, who joins when first asked for.
func (s *Server) Person(name string) *Person {
	s.mu.Lock()
	defer s.mu.Unlock()
	p := s.people[name]
	if p == nil {
		p = &Person{User: User{ID: s.entityID(), Username: name, Discriminator: "0"}, s: s}
		s.people[name] = p
	}
	return p
}

func (s *Server) personByID(id string) *Person {
	for _, p := range s.people {
		if p.User.ID == id {
			return p
		}
	}
	return nil
}

// Mention is what others type to address p.
func (p *Person) Mention() string { return "<@" + p.User.ID + ">" }

// DM is the channel of direct messages between p and the bot.
func (p *Person) DM() Channel {
	p.s.mu.Lock()
	defer p.s.mu.Unlock()
	return p.s.dm(p).Channel
}

// Say sends a message. "@name" becomes a mention where it names the bot or a person, as Discord's client does.
func (p *Person) Say(c Channel, text string) *Message { return p.say(c.ID, text, nil, true) }

// Reply answers a message and, as is usual, pings its author.
func (p *Person) Reply(to *Message, text string) *Message { return p.say(to.ChannelID, text, to, true) }

// ReplyQuietly answers a message with the ping switched off: the bot then receives no content without the Message
// Content intent.
func (p *Person) ReplyQuietly(to *Message, text string) *Message {
	return p.say(to.ChannelID, text, to, false)
}

func (p *Person) say(channelID, text string, to *Message, ping bool) *Message {
	s := p.s
	s.mu.Lock()
	defer s.mu.Unlock()
	m := s.blank(p.User, channelID)
	if to != nil {
		m.Type, m.Reference = typeReply, &Reference{MessageID: to.ID, ChannelID: to.ChannelID, GuildID: s.here(channelID).GuildID}
		if now := s.messages[to.ID]; now != nil && !now.deleted {
			m.Referenced = shallow(now)
		}
	}
	text = s.typed(text)
	d := &draft{Content: &text, present: map[string]json.RawMessage{"content": nil},
		AllowedMentions: &allowedMentions{Parse: []string{"users", "roles", "everyone"}, RepliedUser: ping}}
	written := s.write(m, d)
	s.post(written)
	return written
}

// typed is text with "@name" made into mentions, longest names first. s.mu is held.
func (s *Server) typed(text string) string {
	names := map[string]string{"@" + s.bot.Username: s.Mention()}
	for name, p := range s.people {
		names["@"+name] = p.Mention()
	}
	var order []string
	for name := range names {
		order = append(order, name)
	}
	slices.SortFunc(order, func(a, b string) int { return len(b) - len(a) })
	for _, name := range order {
		text = strings.ReplaceAll(text, name, names[name])
	}
	return text
}

// Edit changes a message p sent.
func (p *Person) Edit(m *Message, text string) *Message {
	s := p.s
	s.mu.Lock()
	defer s.mu.Unlock()
	text = s.typed(text)
	next := s.write(s.edited(s.messages[m.ID]), &draft{Content: &text, present: map[string]json.RawMessage{"content": nil}})
	s.replace(next)
	return next
}

// Delete removes a message.
func (p *Person) Delete(m *Message) {
	p.s.mu.Lock()
	defer p.s.mu.Unlock()
	p.s.remove(p.s.messages[m.ID])
}

// Press presses the button with that label or custom id under m, as m is now.
func (p *Person) Press(m *Message, button string) (*Interaction, error) {
	return p.use(m, "pressed ["+button+"]", func(c Component) (map[string]any, error) {
		if c.Type != Button || c.CustomID == "" || c.Label != button && c.CustomID != button {
			return nil, nil
		}
		return map[string]any{"custom_id": c.CustomID, "component_type": c.Type, "id": c.ID}, nil
	})
}

// Pick chooses values, or the labels that stand for them, in the select menu with that custom id under m.
func (p *Person) Pick(m *Message, menu string, values ...string) (*Interaction, error) {
	return p.use(m, "picked "+strings.Join(values, ", "), func(c Component) (map[string]any, error) {
		if !c.isSelect() || c.CustomID != menu {
			return nil, nil
		}
		if n := len(values); n < or(c.MinValues, 1) || n > or(c.MaxValues, 1) {
			return nil, fmt.Errorf("menu %q takes %d to %d values, not %d", menu, or(c.MinValues, 1), or(c.MaxValues, 1), n)
		}
		picked := []string{}
		for _, v := range values {
			i := slices.IndexFunc(c.Options, func(o SelectOption) bool { return o.Value == v || o.Label == v })
			if i < 0 && c.Type == StringSelect {
				return nil, fmt.Errorf("menu %q offers no %q", menu, v)
			}
			if i >= 0 {
				v = c.Options[i].Value
			}
			picked = append(picked, v)
		}
		return map[string]any{"custom_id": c.CustomID, "component_type": c.Type, "id": c.ID, "values": picked, "resolved": map[string]any{}}, nil
	})
}

// use finds the component that match accepts (by giving the event's data) and uses it.
func (p *Person) use(m *Message, what string, match func(Component) (map[string]any, error)) (*Interaction, error) {
	s := p.s
	s.mu.Lock()
	defer s.mu.Unlock()
	now := s.messages[m.ID]
	if now == nil || now.deleted || now.onlyFor != "" && now.onlyFor != p.User.ID {
		return nil, fmt.Errorf("%s does not see that message", p.User.Username)
	}
	for _, row := range now.Components {
		for _, c := range row.Components {
			data, err := match(c)
			if err != nil {
				return nil, err
			}
			if data == nil {
				continue
			}
			if c.Disabled {
				return nil, fmt.Errorf("%s: it is disabled", what)
			}
			i := &Interaction{kind: componentInteraction, what: what, on: now.ID, before: now}
			return s.interact(p, s.here(now.ChannelID), i, data), nil
		}
	}
	return nil, fmt.Errorf("%s: there is no such thing under the message", what)
}

// Submit sends the form the bot opened in answer to an interaction; values are by custom id.
func (p *Person) Submit(opened *Interaction, values map[string]string) (*Interaction, error) {
	s := p.s
	s.mu.Lock()
	defer s.mu.Unlock()
	if opened.modal == nil {
		return nil, fmt.Errorf("the bot opened no form")
	}
	rows := []any{}
	for _, row := range opened.modal.Components {
		inputs := []any{}
		for _, c := range row.Components {
			inputs = append(inputs, map[string]any{"type": c.Type, "custom_id": c.CustomID, "value": values[c.CustomID]})
		}
		rows = append(rows, map[string]any{"type": ActionRow, "components": inputs})
	}
	i := &Interaction{kind: modalInteraction, what: "submitted " + opened.modal.Title, on: opened.on, before: opened.before}
	data := map[string]any{"custom_id": opened.modal.CustomID, "components": rows}
	return s.interact(p, s.here(opened.where), i, data), nil
}

// SayUndecodable sends a message with a component of a type no library knows yet. A strict decoder fails on it, and
// the bot's handler may then be called with an empty message.
func (p *Person) SayUndecodable(c Channel, text string) {
	s := p.s
	s.mu.Lock()
	defer s.mu.Unlock()
	m := s.blank(p.User, c.ID)
	m.Content, m.Components = s.typed(text), []Component{{Type: 99}}
	m.Mentions, m.Embeds, m.Attachments = []User{s.bot}, []Embed{}, []Attachment{}
	s.dispatchMessage("MESSAGE_CREATE", &m)
}

// PressUndecodable sends an interaction on such a message.
func (p *Person) PressUndecodable(c Channel) *Interaction {
	s := p.s
	s.mu.Lock()
	defer s.mu.Unlock()
	m := s.blank(s.bot, c.ID)
	m.Components = []Component{{Type: 99}}
	i := &Interaction{kind: componentInteraction, what: "pressed something new", before: &m}
	return s.interact(p, s.here(c.ID), i, map[string]any{"custom_id": "new", "component_type": 99})
}
