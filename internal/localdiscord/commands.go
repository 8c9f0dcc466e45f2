package localdiscord

import (
	"encoding/json"
	"slices"
)

// Command types.
const (
	SlashCommand   = 1
	UserCommand    = 2
	MessageCommand = 3
)

// Option types.
const (
	SubCommandOption = 1
	SubGroupOption   = 2
	StringOption     = 3
	IntegerOption    = 4
	BooleanOption    = 5
	UserOption       = 6
	ChannelOption    = 7
	NumberOption     = 10
)

// A Command is an application command as Discord keeps and returns it: fields that say nothing are left out, and
// fields the bot did not send have defaults, so what comes back is not literally what was sent.
type Command struct {
	ID            string          `json:"id"`
	ApplicationID string          `json:"application_id"`
	GuildID       string          `json:"guild_id,omitempty"` // empty: everywhere
	Version       string          `json:"version"`
	Type          int             `json:"type"`
	Name          string          `json:"name"`
	Description   string          `json:"description"`
	Options       []CommandOption `json:"options,omitempty"`

	Permissions      *string        `json:"default_member_permissions"`
	DMPermission     *bool          `json:"dm_permission,omitempty"` // not for guild commands
	Contexts         []int          `json:"contexts"`
	IntegrationTypes []int          `json:"integration_types,omitempty"`
	NSFW             bool           `json:"nsfw"`
	Names            map[string]any `json:"name_localizations,omitempty"`
	Descriptions     map[string]any `json:"description_localizations,omitempty"`
}

// A CommandOption is a parameter of a command, or a command below it.
type CommandOption struct {
	Type         int             `json:"type"`
	Name         string          `json:"name"`
	Description  string          `json:"description"`
	Required     bool            `json:"required,omitempty"`
	Autocomplete bool            `json:"autocomplete,omitempty"`
	Choices      []Choice        `json:"choices,omitempty"`
	Options      []CommandOption `json:"options,omitempty"`
	ChannelTypes []int           `json:"channel_types,omitempty"`
	MinValue     *float64        `json:"min_value,omitempty"`
	MaxValue     *float64        `json:"max_value,omitempty"`
	MinLength    *int            `json:"min_length,omitempty"`
	MaxLength    *int            `json:"max_length,omitempty"`
	Names        map[string]any  `json:"name_localizations,omitempty"`
	Descriptions map[string]any  `json:"description_localizations,omitempty"`
}

// A Choice is one of the values an option offers, or autocompletion suggests.
type Choice struct {
	Name  string         `json:"name"`
	Value any            `json:"value"`
	Names map[string]any `json:"name_localizations,omitempty"`
}

// Commands are the commands registered now, global ones first, each in the order it was sent.
func (s *Server) Commands() []Command {
	s.mu.Lock()
	defer s.mu.Unlock()
	var out []Command
	for _, c := range s.commands {
		out = append(out, *c)
	}
	slices.SortStableFunc(out, func(a, b Command) int { return len(a.GuildID) - len(b.GuildID) })
	return out
}

// scope checks whose commands a request is about: empty for global ones.
func (s *Server) scope(c *call) (guild string, err error) {
	if c.PathValue("application") != s.bot.ID {
		return "", &apiError{status: 403, Code: 20012, Message: "You are not authorized to perform this action on this application"}
	}
	guild = c.PathValue("guild")
	if guild != "" && guild != s.guild.ID {
		return "", &apiError{status: 403, Code: 50001, Message: "Missing Access"}
	}
	return guild, nil
}

func (s *Server) getCommands(c *call) (any, error) {
	guild, err := s.scope(c)
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.commandsIn(guild), nil
}

func (s *Server) commandsIn(guild string) []*Command {
	out := []*Command{}
	for _, c := range s.commands {
		if c.GuildID == guild {
			out = append(out, c)
		}
	}
	return out
}

// putCommands replaces all commands of a scope. A command that keeps its name and type keeps its id.
func (s *Server) putCommands(c *call) (any, error) {
	guild, err := s.scope(c)
	if err != nil {
		return nil, err
	}
	var sent []*Command
	if err := s.decode(c, &sent); err != nil {
		return nil, err
	}
	if problems := checkCommands(sent); len(problems) > 0 {
		return nil, s.refuse(c.Request, problems)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	before := s.commandsIn(guild)
	s.commands = slices.DeleteFunc(s.commands, func(c *Command) bool { return c.GuildID == guild })
	for _, cmd := range sent {
		s.register(cmd, guild, before)
	}
	s.announce()
	return s.commandsIn(guild), nil
}

func (s *Server) postCommand(c *call) (any, error) {
	guild, err := s.scope(c)
	if err != nil {
		return nil, err
	}
	cmd := &Command{}
	if err := s.decode(c, cmd); err != nil {
		return nil, err
	}
	if problems := checkCommand(cmd, ""); len(problems) > 0 {
		return nil, s.refuse(c.Request, problems)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	before := s.commandsIn(guild)
	s.commands = slices.DeleteFunc(s.commands, func(c *Command) bool { return c.GuildID == guild && c.same(cmd) })
	s.register(cmd, guild, before)
	s.announce()
	return cmd, nil
}

func (s *Server) deleteCommand(c *call) (any, error) {
	guild, err := s.scope(c)
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	n := len(s.commands)
	s.commands = slices.DeleteFunc(s.commands, func(cmd *Command) bool { return cmd.GuildID == guild && cmd.ID == c.PathValue("command") })
	if len(s.commands) == n {
		return nil, errUnknownCommand
	}
	s.announce()
	return nil, nil
}

func (c *Command) same(other *Command) bool {
	return c.Name == other.Name && max(c.Type, 1) == max(other.Type, 1)
}

// register completes a command and keeps it. s.mu is held.
func (s *Server) register(c *Command, guild string, before []*Command) {
	c.Type = max(c.Type, SlashCommand)
	c.ID, c.Version = "", s.newID()
	for _, old := range before {
		if old.same(c) {
			c.ID = old.ID
		}
	}
	if c.ID == "" {
		c.ID = s.newID()
	}
	c.ApplicationID, c.GuildID = s.bot.ID, guild
	if guild != "" {
		c.DMPermission = nil
	} else if c.DMPermission == nil {
		c.DMPermission = new(bool)
		*c.DMPermission = true
	}
	if c.IntegrationTypes == nil {
		c.IntegrationTypes = []int{0}
	}
	s.commands = append(s.commands, c)
}

// command is what a person in the guild, or in a direct message, gets under a name; nil if nothing. s.mu is held.
func (s *Server) command(name string, kind int, ch *channel) *Command {
	var found *Command
	for _, c := range s.commands {
		if c.Name != name || c.Type != kind || ch.Type == DM && !c.inDirectMessages() {
			continue
		}
		if found == nil || c.GuildID != "" {
			found = c
		}
	}
	return found
}

func (c *Command) inDirectMessages() bool {
	const botDM = 1
	if c.Contexts != nil {
		return slices.Contains(c.Contexts, botDM)
	}
	return c.GuildID == "" && c.DMPermission != nil && *c.DMPermission
}

// UnmarshalJSON takes default_member_permissions as the string or the number bots send.
func (c *Command) UnmarshalJSON(b []byte) error {
	type plain Command
	in := struct {
		*plain
		Permissions any `json:"default_member_permissions"`
	}{plain: (*plain)(c)}
	if err := json.Unmarshal(b, &in); err != nil {
		return err
	}
	if in.Permissions != nil {
		text := string(encode(in.Permissions))
		if s, ok := in.Permissions.(string); ok {
			text = s
		}
		c.Permissions = &text
	}
	return nil
}
