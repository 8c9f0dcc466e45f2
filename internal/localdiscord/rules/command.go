package rules

import (
	"slices"
	"strconv"
)

// Command types.
const (
	SlashCommand   = 1
	userCommand    = 2
	MessageCommand = 3
)

// Option types. From UserOption on, but for numbers, a value is an id.
const (
	subCommandOption = 1
	subGroupOption   = 2
	StringOption     = 3
	IntegerOption    = 4
	BooleanOption    = 5
	UserOption       = 6
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
	Name          string          `json:"name" limit:"32"`
	Description   string          `json:"description" limit:"100"`
	Options       []CommandOption `json:"options,omitempty" limit:"25"`

	Permissions      *string   `json:"default_member_permissions"`
	DMPermission     *bool     `json:"dm_permission,omitempty"` // not for guild commands
	Contexts         []int     `json:"contexts"`
	IntegrationTypes []int     `json:"integration_types,omitempty"`
	NSFW             bool      `json:"nsfw"`
	Names            Localized `json:"name_localizations,omitempty"`
	Descriptions     Localized `json:"description_localizations,omitempty"`
}

// A CommandOption is a parameter of a command, or a command below it.
type CommandOption struct {
	Type         int             `json:"type"`
	Name         string          `json:"name" limit:"32"`
	Description  string          `json:"description" limit:"100,required"`
	Required     bool            `json:"required,omitempty"`
	Autocomplete bool            `json:"autocomplete,omitempty"`
	Choices      []Choice        `json:"choices,omitempty" limit:"25"`
	Options      []CommandOption `json:"options,omitempty" limit:"25"`
	ChannelTypes []int           `json:"channel_types,omitempty"`
	MinValue     *float64        `json:"min_value,omitempty"`
	MaxValue     *float64        `json:"max_value,omitempty"`
	MinLength    *int            `json:"min_length,omitempty"`
	MaxLength    *int            `json:"max_length,omitempty"`
	Names        Localized       `json:"name_localizations,omitempty"`
	Descriptions Localized       `json:"description_localizations,omitempty"`
}

// A Choice is one of the values an option offers, or autocompletion suggests.
type Choice struct {
	Name  string    `json:"name" limit:"100,required"`
	Value any       `json:"value" limit:"100,required"`
	Names Localized `json:"name_localizations,omitempty"`
}

// Localized is a text in other languages, by Discord's names for them.
type Localized map[string]string

// In is the text in a language.
func (l Localized) In(locale, otherwise string) string {
	if text := l[locale]; text != "" {
		return text
	}
	return otherwise
}

// longest is how many characters count of a text: those of its longest version.
func (l Localized) longest(otherwise string) int {
	n := len(otherwise)
	for _, text := range l {
		n = max(n, len(text))
	}
	return n
}

// Plain is the command without its other languages, as Discord shows it to who does not ask for them.
func (c *Command) Plain() *Command {
	plain := *c
	plain.Names, plain.Descriptions, plain.Options = nil, nil, plainOptions(c.Options)
	return &plain
}

func plainOptions(options []CommandOption) []CommandOption {
	options = slices.Clone(options)
	for i := range options {
		o := &options[i]
		o.Names, o.Descriptions, o.Options, o.Choices = nil, nil, plainOptions(o.Options), slices.Clone(o.Choices)
		for k := range o.Choices {
			o.Choices[k].Names = nil
		}
	}
	return options
}

func (o CommandOption) nests() bool { return o.Type == subCommandOption || o.Type == subGroupOption }

// Complete gives a command that was sent what Discord adds.
func (c *Command) Complete(application, guild string) {
	c.Type = max(c.Type, SlashCommand)
	c.ApplicationID, c.GuildID = application, guild
	if guild != "" {
		c.DMPermission = nil
	} else if c.DMPermission == nil {
		c.DMPermission = new(true)
	}
	if c.IntegrationTypes == nil {
		c.IntegrationTypes = []int{0}
	}
}

// The contexts in which a command can be used: a guild, the direct messages with the bot, others.
const (
	InGuild = iota
	InBotDM
	InPrivate
)

// IsIn reports whether people get c in a context; brought along, where the bot is not.
func (c *Command) IsIn(context int, along bool) bool {
	const byUser = 1
	switch {
	case along && (c.GuildID != "" || !slices.Contains(c.IntegrationTypes, byUser)):
		return false
	case c.Contexts != nil:
		return slices.Contains(c.Contexts, context)
	}
	return context == InGuild || c.GuildID == "" && or(c.DMPermission, false)
}

// IsFor reports whether c is offered to who has the permissions.
func (c *Command) IsFor(permissions string) bool {
	if c.Permissions == nil {
		return true
	}
	const administrator = 1 << 3
	has, _ := strconv.ParseInt(permissions, 10, 64)
	needs, _ := strconv.ParseInt(*c.Permissions, 10, 64)
	return has&administrator != 0 || has&needs == needs && needs != 0
}

// IsSame reports whether registering c in a scope replaces other.
func (c *Command) IsSame(other *Command) bool {
	return c.Name == other.Name && max(c.Type, SlashCommand) == max(other.Type, SlashCommand)
}
