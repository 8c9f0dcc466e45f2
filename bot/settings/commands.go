package settings

import (
	"context"
	"log/slog"
	"slices"

	"github.com/bwmarrin/discordgo"

	"talksbot/bot/command"
	"talksbot/bot/discord"
	"talksbot/bot/store"
	"talksbot/page"
)

// Commands are those that show and change what was chosen.
type Commands struct {
	Book   *Book
	Bounds Bounds
	Client *discord.Client
	Words  page.Printer
	Log    *slog.Logger
}

// mostWorded is the most answers a day that a server can allow the model.
const mostWorded = 100_000

// answering are the types of channels in which questions are answered, there or in their threads.
var answering = []discordgo.ChannelType{
	discordgo.ChannelTypeGuildText, discordgo.ChannelTypeGuildNews, discordgo.ChannelTypeGuildForum,
}

// Rows are the subcommands of /settings.
func (s Commands) Rows() []command.Row {
	rows := []command.Row{
		{Name: "settings show", Group: "command.settings", Description: "command.settings-show", Run: s.show},
		{Name: "settings channels", Description: "command.settings-channels", Run: s.channels, Options: []discord.Option{
			{Name: "add", Description: "option.add-channel", Type: command.Channel, ChannelTypes: answering},
			{Name: "remove", Description: "option.remove-channel", Type: command.Channel, ChannelTypes: answering},
			{Name: "all", Description: "option.all-channels", Type: command.YesNo},
		}},
		{Name: "settings answers", Description: "command.settings-answers", Run: s.answers, Options: []discord.Option{
			{Name: "private", Description: "option.settings-private", Type: command.YesNo},
			{Name: "threads", Description: "option.settings-threads", Type: command.YesNo},
			{Name: "forum-posts", Description: "option.settings-forums", Type: command.YesNo},
		}},
		{Name: "settings language", Description: "command.settings-language", Run: s.language, Options: []discord.Option{
			{Name: "language", Description: "option.settings-language", Type: command.Text, Required: true, Choices: spokenHere()},
		}},
		{Name: "settings limits", Description: "command.settings-limits", Run: s.limits, Options: []discord.Option{
			{Name: "person", Description: "option.settings-person", Type: command.Number, MinValue: new(1), MaxValue: new(s.Bounds.PerPerson)},
			{Name: "server", Description: "option.settings-server", Type: command.Number, MinValue: new(1), MaxValue: new(s.Bounds.PerServer)},
		}},
		{Name: "settings gaps", Description: "command.settings-gaps", Run: s.gaps, Options: []discord.Option{
			{Name: "keep", Description: "option.settings-keep", Type: command.YesNo},
		}},
	}
	if s.Bounds.Model != "" {
		rows = append(rows, command.Row{Name: "settings model", Description: "command.settings-model", Run: s.model, Options: []discord.Option{
			{Name: "use", Description: "option.settings-use", Type: command.YesNo},
			{Name: "daily", Description: "option.settings-daily", Type: command.Number, MinValue: new(0), MaxValue: new(mostWorded)},
		}})
	}
	for i := range rows {
		rows[i].Private, rows[i].Manages, rows[i].Unlisted = true, true, i > 0
	}
	return rows
}

// show shows all there is to choose, with the commands that change it.
func (s Commands) show(_ context.Context, e discord.Event) command.Reply {
	p := s.Words.Page("settings.head")
	items := Items(s.Book.Of(e.Guild), s.Bounds, s.Words)
	for i, item := range items {
		says := item.Is
		if i+1 == len(items) || items[i+1].Command != item.Command { // once for what it changes together
			says = s.Words.Say("settings.item", "Is", item.Is, "Command", page.Span{Text: item.Command, Mark: page.CommandName})
		}
		p.Parts[0].Lines = append(p.Parts[0].Lines, page.Line{Kind: page.Item, Spans: says})
	}
	p.Notes = []page.Line{{Kind: page.Small, Spans: s.Words.Say("settings.foot")}}
	return command.Reply{Page: p}
}

// choose changes what a server has chosen and says how the settings of those names are then.
func (s Commands) choose(ctx context.Context, e discord.Event, change func(*store.Settings), names ...string) command.Reply {
	chosen, err := s.Book.Choose(ctx, e.Guild, change)
	if err != nil {
		return command.Reply{Err: err}
	}
	s.Log.Info("a server's settings were changed", "server", e.Guild, "settings", names)
	return command.Reply{Page: s.said("settings.done", chosen, names...)}
}

// said returns a page that says how the settings of those names are, behind the sentence of the name first.
func (s Commands) said(first string, c store.Settings, names ...string) page.Page {
	p := s.Words.Page(first)
	for _, item := range Items(c, s.Bounds, s.Words) {
		if slices.Contains(names, item.Name) {
			p.Parts[0].Lines = append(p.Parts[0].Lines, page.Line{Kind: page.Item, Spans: item.Is})
		}
	}
	return p
}
