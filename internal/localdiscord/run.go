package localdiscord

import (
	"fmt"
	"strings"

	"talksbot/internal/localdiscord/rules"
	"talksbot/internal/localdiscord/world"
)

// Run runs a slash command. A command below another is named with spaces: "digest on". What the command does not
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
	values, err := rules.Fill(cmd.Options, path[1:], options, focused)
	if err != nil {
		return nil, fmt.Errorf("/%s: %w", name, err)
	}
	data := map[string]any{"id": cmd.ID, "name": cmd.Name, "type": cmd.Type, "options": values}
	if cmd.GuildID != "" {
		data["guild_id"] = cmd.GuildID
	}
	what := "used /" + name
	for _, o := range options {
		what += fmt.Sprintf(" %s: %v", o.Name, o.Value)
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
	return p.s.World.Commands.Named(name, kind, p.s.World.Here(channelID).Type == rules.DM)
}
