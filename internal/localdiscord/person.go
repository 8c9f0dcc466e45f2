package localdiscord

import (
	"fmt"
	"slices"
	"strings"

	"talksbot/internal/localdiscord/rules"
	"talksbot/internal/localdiscord/world"
)

// A Person is a member of the guild. What they do, the bot is told; what they see, tests wait for.
type Person struct {
	User   rules.User
	Locale string // of their Discord; "": en-US
	s      *Server
}

// Person is the member of that name, who joins when first asked for.
func (s *Server) Person(name string) *Person {
	defer s.enter()()
	return &Person{User: s.World.Person(name), s: s}
}

// Mention is what others type to address p.
func (p *Person) Mention() string { return p.User.Mention() }

// DM is the channel of direct messages between p and the bot.
func (p *Person) DM() Channel {
	defer p.s.enter()()
	return p.s.World.DM(p.User)
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
	defer p.s.enter()()
	w := p.s.World
	ch := w.Here(channelID)
	m := w.Blank(p.User, ch.ID)
	if to != nil {
		m.ReplyTo(to, ch.GuildID)
		m.Referenced = nil
		if now := w.Message(to.ID); now != nil {
			m.ReplyTo(now, ch.GuildID)
		}
	}
	return w.Post(m, rules.Typed(typed(w, text), ping))
}

// typed is text with "@name" made into mentions, longest names first.
func typed(w *world.World, text string) string {
	users := w.Everybody()
	slices.SortStableFunc(users, func(a, b rules.User) int { return len(b.Username) - len(a.Username) })
	for _, u := range users {
		text = strings.ReplaceAll(text, "@"+u.Username, u.Mention())
	}
	return text
}

// Delete removes a message.
func (p *Person) Delete(m *Message) {
	defer p.s.enter()()
	if now := p.s.World.Message(m.ID); now != nil {
		p.s.World.Delete(now)
	}
}

// blind is the error of someone who looks for a message that is not there for them.
func (p *Person) blind() error { return fmt.Errorf("%s does not see that message", p.User.Username) }

// Press presses the button with that label or custom id under m, as m is now.
func (p *Person) Press(m *Message, button string) (*Interaction, error) {
	return p.use(m, "pressed ["+button+"]", func(c rules.Component) (map[string]any, error) {
		if c.Type != rules.Button || c.CustomID == "" || c.Label != button && c.CustomID != button {
			return nil, nil
		}
		return map[string]any{}, nil
	})
}

// Pick chooses values, or the labels that stand for them, in the select menu with that custom id under m.
func (p *Person) Pick(m *Message, menu string, values ...string) (*Interaction, error) {
	return p.use(m, "picked "+strings.Join(values, ", "), func(c rules.Component) (map[string]any, error) {
		if !c.IsSelect() || c.CustomID != menu {
			return nil, nil
		}
		picked, err := c.Pick(values)
		return map[string]any{"values": picked, "resolved": map[string]any{}}, err
	})
}

// use finds the component that match accepts (by giving the event's data) and uses it.
func (p *Person) use(m *Message, what string, match func(rules.Component) (map[string]any, error)) (*Interaction, error) {
	defer p.s.enter()()
	now := p.s.World.Message(m.ID)
	if now == nil || !now.IsSeenBy(p.User.ID) {
		return nil, p.blind()
	}
	var used rules.Component
	var data map[string]any
	var err error
	rules.All(now.Components, func(c rules.Component) {
		if data == nil && err == nil {
			used = c
			data, err = match(c)
		}
	})
	switch {
	case err != nil:
		return nil, err
	case data == nil:
		return nil, fmt.Errorf("%s: there is no such thing under the message", what)
	case used.Disabled:
		return nil, fmt.Errorf("%s: it is disabled", what)
	}
	data["custom_id"], data["component_type"], data["id"] = used.CustomID, used.Type, used.ID
	return p.interact(now.ChannelID, world.Interaction{Kind: rules.ComponentInteraction, What: what, On: now.ID, Before: now}, data), nil
}

// Submit sends the form the bot opened in answer to an interaction; values are by custom id. It is an error where
// Discord's client would not let a person send them.
func (p *Person) Submit(opened *Interaction, values map[string]string) (*Interaction, error) {
	defer p.s.enter()()
	form := opened.is.Modal
	if form == nil {
		return nil, fmt.Errorf("the bot opened no form")
	}
	filled, err := form.Filled(values)
	if err != nil {
		return nil, err
	}
	i := world.Interaction{Kind: rules.ModalInteraction, What: "submitted " + form.Title, On: opened.is.On, Before: opened.is.Before}
	return p.interact(opened.is.Where, i, map[string]any{"custom_id": form.CustomID, "components": filled}), nil
}

// interact has p do something in a channel.
func (p *Person) interact(channelID string, i world.Interaction, data map[string]any) *Interaction {
	i.By, i.Locale = p.User, p.Locale
	p.s.World.Interact(&i, p.s.World.Here(channelID), data)
	return &Interaction{ID: i.ID, Token: i.Token, s: p.s, is: &i}
}

// SayUndecodable sends a message with a component of a type no library knows yet. A strict decoder fails on it, and
// the bot's handler may then be called with an empty message.
func (p *Person) SayUndecodable(c Channel, text string) {
	defer p.s.enter()()
	w := p.s.World
	m := w.Blank(p.User, c.ID)
	m.Content, m.Components = typed(w, text), []rules.Component{{Type: 99}}
	m.Mentions, m.Embeds, m.Attachments = []rules.User{w.Bot}, []any{}, []rules.Attachment{}
	w.Tell("MESSAGE_CREATE", &m)
}

// PressUndecodable sends an interaction on such a message.
func (p *Person) PressUndecodable(c Channel) *Interaction {
	defer p.s.enter()()
	m := p.s.World.Blank(p.s.World.Bot, c.ID)
	m.Components = []rules.Component{{Type: 99}}
	i := world.Interaction{Kind: rules.ComponentInteraction, What: "pressed something new", Before: &m}
	return p.interact(c.ID, i, map[string]any{"custom_id": "new", "component_type": 99})
}

// Run runs a slash command. A command below another is named with spaces: "digest on"; the value of an option may be
// a [File]. What the command does not
// declare cannot be sent, as Discord's client would not let a person type it.
func (p *Person) Run(c Channel, name string, options ...Option) (*Interaction, error) {
	return p.run(c, rules.CommandInteraction, name, options, "")
}

// Autocomplete is p typing the focused option of a command; options are those filled in already.
func (p *Person) Autocomplete(c Channel, name string, focused Option, options ...Option) (*Interaction, error) {
	return p.run(c, rules.AutocompleteInteraction, name, append(options, focused), focused.Name)
}

func (p *Person) run(c Channel, kind int, name string, options []Option, focused string) (*Interaction, error) {
	defer p.s.enter()()
	path := strings.Fields(name)
	if len(path) == 0 {
		return nil, fmt.Errorf("no command named")
	}
	cmd := p.command(c.ID, path[0], rules.SlashCommand)
	if cmd == nil {
		return nil, fmt.Errorf("there is no command /%s here", path[0])
	}
	options, files := p.attach(c.ID, options)
	values, err := rules.Fill(cmd.Options, path[1:], options, focused)
	if err != nil {
		return nil, fmt.Errorf("/%s: %w", name, err)
	}
	data := map[string]any{"id": cmd.ID, "name": cmd.Name, "type": cmd.Type, "options": values}
	if cmd.GuildID != "" {
		data["guild_id"] = cmd.GuildID
	}
	if len(files) > 0 {
		data["resolved"] = map[string]any{"attachments": files}
	}
	what := "used /" + name
	for _, o := range options {
		shown := o.Value
		if file, ok := files[fmt.Sprint(o.Value)]; ok {
			shown = file.Filename
		}
		what += fmt.Sprintf(" %s: %v", o.Name, shown)
	}
	return p.interact(c.ID, world.Interaction{Kind: kind, Name: name, What: what}, data), nil
}

// RunOn runs a message command (Apps, in a message's menu) on m.
func (p *Person) RunOn(m *Message, name string) (*Interaction, error) {
	defer p.s.enter()()
	cmd := p.command(m.ChannelID, name, rules.MessageCommand)
	if cmd == nil {
		return nil, fmt.Errorf("there is no message command %q here", name)
	}
	now := p.s.World.Message(m.ID)
	if now == nil {
		return nil, p.blind()
	}
	data := map[string]any{"id": cmd.ID, "name": cmd.Name, "type": cmd.Type, "target_id": m.ID,
		"resolved": map[string]any{"messages": map[string]any{m.ID: now}}}
	i := world.Interaction{Kind: rules.CommandInteraction, Name: name, What: "used " + name + " on a message", On: m.ID}
	return p.interact(m.ChannelID, i, data), nil
}

// command is what p gets under a name in a channel; nil if nothing.
func (p *Person) command(channelID, name string, kind int) *rules.Command {
	ch := p.s.World.Here(channelID)
	cmd := p.s.World.Commands.Named(name, kind, ch.Context(), p.s.World.IsAbroad(ch))
	if cmd != nil && ch.GuildID != "" && !cmd.IsFor(p.s.World.May) {
		return nil
	}
	return cmd
}

// attach uploads the files among options, which go by their ids from then on.
func (p *Person) attach(channelID string, options []Option) ([]Option, map[string]rules.Attachment) {
	options, files := slices.Clone(options), map[string]rules.Attachment{}
	for i, o := range options {
		if f, ok := o.Value.(File); ok {
			a := p.s.World.Upload(channelID, f)
			options[i].Value, files[a.ID] = a.ID, a
		}
	}
	return options, files
}
