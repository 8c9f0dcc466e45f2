package localdiscord

import (
	"fmt"
	"slices"
	"strings"
)

// An Option is one value a person gives to a slash command.
type Option struct {
	Name  string
	Value any // string, bool, int or float64
}

// Run runs a slash command. A command below another is named with spaces: "digest on". What the command does not
// declare cannot be sent, as Discord's client would not let a person type it.
func (p *Person) Run(c Channel, name string, options ...Option) (*Interaction, error) {
	return p.run(c, name, options, "")
}

// Autocomplete is p typing the focused option of a command; options are those filled in already.
func (p *Person) Autocomplete(c Channel, name string, focused Option, options ...Option) (*Interaction, error) {
	return p.run(c, name, append(options, focused), focused.Name)
}

func (p *Person) run(c Channel, name string, options []Option, focused string) (*Interaction, error) {
	s := p.s
	s.mu.Lock()
	defer s.mu.Unlock()
	ch := s.here(c.ID)
	path := strings.Fields(name)
	if len(path) == 0 {
		return nil, fmt.Errorf("no command named")
	}
	cmd := s.command(path[0], SlashCommand, ch)
	if cmd == nil {
		return nil, fmt.Errorf("there is no command /%s here", path[0])
	}
	values, err := fillIn(cmd.Options, path[1:], options, focused)
	if err != nil {
		return nil, fmt.Errorf("/%s: %w", name, err)
	}
	kind := commandInteraction
	if focused != "" {
		kind = autocompleteInteraction
	}
	data := map[string]any{"id": cmd.ID, "name": cmd.Name, "type": SlashCommand, "options": values}
	if cmd.GuildID != "" {
		data["guild_id"] = cmd.GuildID
	}
	i := &Interaction{kind: kind, name: name, what: "used /" + name + spell(options)}
	return s.interact(p, ch, i, data), nil
}

// RunOn runs a message command (Apps, in a message's menu) on m.
func (p *Person) RunOn(m *Message, name string) (*Interaction, error) {
	s := p.s
	s.mu.Lock()
	defer s.mu.Unlock()
	ch := s.here(m.ChannelID)
	cmd := s.command(name, MessageCommand, ch)
	if cmd == nil {
		return nil, fmt.Errorf("there is no message command %q here", name)
	}
	now := s.messages[m.ID]
	if now == nil || now.deleted {
		return nil, fmt.Errorf("%s does not see that message", p.User.Username)
	}
	data := map[string]any{"id": cmd.ID, "name": cmd.Name, "type": MessageCommand, "target_id": m.ID,
		"resolved": map[string]any{"messages": map[string]any{m.ID: now}}}
	i := &Interaction{kind: commandInteraction, name: name, what: "used " + name + " on a message", on: m.ID}
	return s.interact(p, ch, i, data), nil
}

// fillIn are the options of an event, for the command below options that path names.
func fillIn(options []CommandOption, path []string, given []Option, focused string) ([]any, error) {
	if len(path) > 0 {
		at := slices.IndexFunc(options, func(o CommandOption) bool { return o.nests() && o.Name == path[0] })
		if at < 0 {
			return nil, fmt.Errorf("there is no %q below it", path[0])
		}
		below, err := fillIn(options[at].Options, path[1:], given, focused)
		if err != nil {
			return nil, err
		}
		return []any{map[string]any{"type": options[at].Type, "name": path[0], "options": below}}, nil
	}
	out := []any{}
	for _, g := range given {
		at := slices.IndexFunc(options, func(o CommandOption) bool { return o.Name == g.Name })
		if at < 0 {
			return nil, fmt.Errorf("it has no option %q", g.Name)
		}
		value := map[string]any{"type": options[at].Type, "name": g.Name, "value": g.Value}
		if g.Name == focused {
			if !options[at].Autocomplete {
				return nil, fmt.Errorf("option %q has no autocompletion", g.Name)
			}
			value["focused"] = true
		} else if err := options[at].accepts(g.Value); err != nil {
			return nil, err
		}
		out = append(out, value)
	}
	for _, o := range options {
		if o.nests() {
			return nil, fmt.Errorf("name the command below %q too", o.Name)
		}
		missing := !slices.ContainsFunc(given, func(g Option) bool { return g.Name == o.Name })
		if o.Required && missing && focused == "" {
			return nil, fmt.Errorf("option %q is required", o.Name)
		}
	}
	return out, nil
}

// accepts is why Discord's client would not send v, or nil.
func (o CommandOption) accepts(v any) error {
	var number float64
	fits := false
	switch v := v.(type) {
	case string:
		fits = o.Type == StringOption || o.Type >= UserOption && o.Type != NumberOption
		if n := len([]rune(v)); o.Type == StringOption && (n < or(o.MinLength, 0) || n > or(o.MaxLength, 6000)) {
			return fmt.Errorf("option %q: %d characters are too few or too many", o.Name, n)
		}
	case bool:
		fits = o.Type == BooleanOption
	case int:
		number, fits = float64(v), o.Type == IntegerOption || o.Type == NumberOption
	case float64:
		number, fits = v, o.Type == NumberOption
	}
	if !fits {
		return fmt.Errorf("option %q does not take %T", o.Name, v)
	}
	if o.MinValue != nil && number < *o.MinValue || o.MaxValue != nil && *o.MaxValue != 0 && number > *o.MaxValue {
		return fmt.Errorf("option %q: %v is out of range", o.Name, v)
	}
	if len(o.Choices) > 0 && !slices.ContainsFunc(o.Choices, func(c Choice) bool { return fmt.Sprint(c.Value) == fmt.Sprint(v) }) {
		return fmt.Errorf("option %q does not offer %v", o.Name, v)
	}
	return nil
}

func spell(options []Option) string {
	var b strings.Builder
	for _, o := range options {
		fmt.Fprintf(&b, " %s: %v", o.Name, o.Value)
	}
	return b.String()
}
