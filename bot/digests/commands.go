// Package digests are the daily posts: the commands by which channels subscribe to them, and the desk
// that writes and sends them, each once by package press.
//
// The house, bottom up:
//
//	clock.go      times, as people type them
//	zones.go      and zones
//	desk.go       digests written and taken to their channels
//	today.go      the digest of today, for one person
//	list.go       who is subscribed
//	subscribe.go  and how that is changed
//	commands.go   /digest
package digests

import (
	"context"

	"github.com/bwmarrin/discordgo"

	"talksbot/bot/command"
	"talksbot/bot/discord"
)

// Rows are the subcommands of /digest. Discord guards commands, not subcommands, and
// anybody may see today's digest: so who may manage the rest is checked here.
func (d Commands) Rows() []command.Row {
	return []command.Row{
		{Name: "digest now", Group: "command.digest", Description: "command.digest-now", Private: true, Asks: true, Run: d.today},
		{Name: "digest subscribe", Description: "command.digest-subscribe", Private: true, Asks: true, Calls: true,
			Run: d.managing(d.subscribe), Suggest: d.suggestZone, Options: []discord.Option{
				{Name: "channel", Description: "option.channel", Type: command.Channel, ChannelTypes: discord.Postable},
				{Name: "time", Description: "option.time", Type: command.Text, MaxLength: 20},
				{Name: "timezone", Description: "option.timezone", Type: command.Text, MaxLength: 60, Autocomplete: true},
				{Name: "when-nothing-new", Description: "option.when-nothing-new", Type: command.Text,
					Choices: []discord.Choice{{Name: "choice.short-post", Value: postShort}, {Name: "choice.no-post", Value: postNone}}},
			}},
		{Name: "digest unsubscribe", Description: "command.digest-unsubscribe", Private: true, Run: d.managing(d.unsubscribe), Options: []discord.Option{
			{Name: "channel", Description: "option.which-channel", Type: command.Channel, ChannelTypes: discord.Postable},
		}},
		{Name: "digest list", Description: "command.digest-list", Private: true, Run: d.managing(d.list)},
	}
}

// Controls are the rows of what stands under a list of subscriptions.
func (d Commands) Controls() []command.Row {
	return []command.Row{{Name: listPage, Turns: true, Run: d.managing(d.turn)}}
}

// managing returns a handler for those who may manage the server, where there is one.
func (d Commands) managing(run command.Handler) command.Handler {
	return func(ctx context.Context, e discord.Event) command.Reply {
		switch {
		case e.Guild == "":
			return command.Say(d.words, "digests.no-server")
		case e.Abroad:
			return command.Say(d.words, "digests.no-member")
		case e.May&(discordgo.PermissionManageGuild|discordgo.PermissionAdministrator) == 0:
			return command.Say(d.words, "digests.not-allowed")
		}
		return run(ctx, e)
	}
}
