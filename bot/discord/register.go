package discord

import (
	"cmp"
	"context"
	"encoding/json"
	"net/http"
	"slices"
	"strings"

	"github.com/bwmarrin/discordgo"
	"github.com/failsafe-go/failsafe-go"
	"github.com/failsafe-go/failsafe-go/retrypolicy"
)

// A Command is a command as Discord holds it, as far as we set it.
type Command struct {
	ID           string                           `json:"id,omitempty"` // given by Discord
	Type         discordgo.ApplicationCommandType `json:"type"`
	Name         string                           `json:"name"`
	Description  string                           `json:"description,omitempty"`
	Names        map[string]string                `json:"name_localizations,omitempty"` // by the languages of Discord
	Descriptions map[string]string                `json:"description_localizations,omitempty"`
	Options      []Option                         `json:"options,omitempty"`

	Permissions *string `json:"default_member_permissions,omitempty"` // of those whom it is offered to; nil: everybody

	Installs []discordgo.ApplicationIntegrationType `json:"integration_types,omitempty"` // by whom it can be brought along
	Contexts []discordgo.InteractionContextType     `json:"contexts,omitempty"`          // where it can be used
}

// everywhere is what makes a command one that people can bring along: into direct messages, and into
// servers that the bot is not in. One that says itself where it can be used stays as it is.
func everywhere(commands []Command) []Command {
	commands = slices.Clone(commands)
	for i := range commands {
		if commands[i].Contexts != nil {
			commands[i].Installs = []discordgo.ApplicationIntegrationType{discordgo.ApplicationIntegrationGuildInstall}
			continue
		}
		commands[i].Installs = []discordgo.ApplicationIntegrationType{discordgo.ApplicationIntegrationGuildInstall, discordgo.ApplicationIntegrationUserInstall}
		commands[i].Contexts = []discordgo.InteractionContextType{discordgo.InteractionContextGuild, discordgo.InteractionContextBotDM, discordgo.InteractionContextPrivateChannel}
	}
	return commands
}

// An Option is what a person can fill in to a command, or a subcommand.
type Option struct {
	Type         discordgo.ApplicationCommandOptionType `json:"type"`
	Name         string                                 `json:"name"`
	Description  string                                 `json:"description"`
	Names        map[string]string                      `json:"name_localizations,omitempty"`
	Descriptions map[string]string                      `json:"description_localizations,omitempty"`
	Required     bool                                   `json:"required,omitempty"`
	Autocomplete bool                                   `json:"autocomplete,omitempty"`
	MaxLength    int                                    `json:"max_length,omitempty"`
	MinValue     *int                                   `json:"min_value,omitempty"`
	MaxValue     *int                                   `json:"max_value,omitempty"`
	Choices      []Choice                               `json:"choices,omitempty"`
	ChannelTypes []discordgo.ChannelType                `json:"channel_types,omitempty"`
	Options      []Option                               `json:"options,omitempty"` // of a subcommand
}

// Register tells Discord of the application's commands where it holds others, in one server or,
// for "", everywhere. It tries until it succeeds, Discord refuses or ctx ends, and returns the
// commands' IDs by their names.
func (c *Client) Register(ctx context.Context, app, guild string, wanted []Command) (map[string]string, error) {
	retries := retrypolicy.NewBuilder[[]Command]().
		AbortIf(func(_ []Command, err error) bool { return IsFinal(err) }).
		WithMaxRetries(-1).
		WithDelay(c.waits.register).
		OnRetryScheduled(func(e failsafe.ExecutionScheduledEvent[[]Command]) {
			c.log.Warn("the commands could not be registered", "error", e.LastError(), "again in", e.Delay)
		}).
		Build()
	register := func(wanted []Command) ([]Command, error) {
		return failsafe.With(retries).WithContext(ctx).Get(func() ([]Command, error) { return c.sync(ctx, app, guild, wanted) })
	}
	if guild != "" { // the commands of a server are that server's
		wanted = slices.Clone(wanted)
		for i := range wanted {
			wanted[i].Contexts = nil // as they are used nowhere else
		}
		return idsOf(register(wanted))
	}
	held, err := register(everywhere(wanted))
	if HasStatus(err, http.StatusBadRequest) {
		c.log.Warn("Discord does not let people install the bot for themselves: see Installation in the developer portal", "error", err)
		return idsOf(register(wanted))
	}
	return idsOf(held, err)
}

// idsOf returns the IDs of commands by their names.
func idsOf(held []Command, err error) (map[string]string, error) {
	if err != nil {
		return nil, err
	}
	ids := make(map[string]string, len(held))
	for _, h := range held {
		ids[h.Name] = h.ID
	}
	return ids, nil
}

// sync compares the commands Discord holds with those wanted, replaces them all when they differ,
// and returns what it holds then.
func (c *Client) sync(ctx context.Context, app, guild string, wanted []Command) (held []Command, err error) {
	path := "applications/" + app + "/commands"
	if guild != "" {
		path = "applications/" + app + "/guilds/" + guild + "/commands"
	}
	if err := c.Do(ctx, Call{Doing: "reading the commands", Method: "GET", Path: path + "?with_localizations=true"}, &held); err != nil || sameCommands(held, wanted) {
		return held, err
	}
	held = nil
	if err := c.Do(ctx, Call{Doing: "registering the commands", Method: "PUT", Path: path, Body: wanted}, &held); err != nil {
		return nil, err
	}
	c.log.Info("commands registered", "commands", len(wanted), "server", guild)
	return held, nil
}

// sameCommands compares without the IDs Discord adds, the order it keeps, and the difference
// between nothing and an empty list or what is usual.
func sameCommands(a, b []Command) bool { return inOrder(a) == inOrder(b) }

func inOrder(commands []Command) string {
	sorted := slices.Clone(commands)
	for i := range sorted {
		if slices.Equal(sorted[i].Installs, []discordgo.ApplicationIntegrationType{discordgo.ApplicationIntegrationGuildInstall}) {
			sorted[i].Installs = nil // which says the same
		}
		sorted[i].Installs, sorted[i].Contexts = slices.Sorted(slices.Values(sorted[i].Installs)), slices.Sorted(slices.Values(sorted[i].Contexts))
		sorted[i].ID, sorted[i].Type = "", max(sorted[i].Type, discordgo.ChatApplicationCommand)
	}
	slices.SortFunc(sorted, func(a, b Command) int {
		return cmp.Or(cmp.Compare(a.Type, b.Type), strings.Compare(a.Name, b.Name))
	})
	text, _ := json.Marshal(sorted) // never fails: there are only texts and numbers
	return string(text)
}
