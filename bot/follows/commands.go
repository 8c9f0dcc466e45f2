package follows

import (
	"cmp"
	"context"
	"errors"
	"strings"

	"talksbot/ask/news"
	"talksbot/bot/command"
	"talksbot/bot/discord"
	"talksbot/bot/store"
	"talksbot/page"
)

// Bounds of what a server may follow, and of what is typed.
const (
	mostWatches = 25
	longest     = 200
)

// Commands are those about what channels follow.
type Commands struct {
	*Desk
	Words page.Printer
}

// Rows are the subcommands of /follow.
func (c Commands) Rows() []command.Row {
	what := discord.Option{Name: "what", Description: "option.follow-what", Type: command.Text, Required: true, MaxLength: longest}
	where := discord.Option{Name: "channel", Description: "option.follow-channel", Type: command.Channel, ChannelTypes: discord.Postable}
	return []command.Row{
		{Name: "follow add", Group: "command.follow", Description: "command.follow-add", Private: true, Manages: true, Asks: true, Calls: true, Run: c.add, Options: []discord.Option{what, where}},
		{Name: "follow stop", Description: "command.follow-stop", Private: true, Manages: true, Run: c.stop, Suggest: c.suggest, Options: []discord.Option{
			{Name: what.Name, Description: what.Description, Type: what.Type, Required: true, MaxLength: longest, Autocomplete: true}, where}},
		{Name: "follow list", Description: "command.follow-list", Private: true, Manages: true, Run: c.list},
	}
}

func (c Commands) add(ctx context.Context, e discord.Event) command.Reply {
	w := store.Watch{Channel: cmp.Or(e.Values["channel"], e.Channel), Guild: e.Guild, Typed: typed(e), Since: c.Now()}
	if w.Typed == "" {
		return command.Say(c.Words, "follows.what")
	}
	all, err := c.Watches.All(ctx, e.Guild)
	if err != nil {
		return command.Reply{Err: err}
	}
	if len(all) >= mostWatches {
		return command.Say(c.Words, "follows.too-many", "N", mostWatches)
	}
	missing, err := c.Client.Lacks(ctx, e.Guild, w.Channel)
	switch {
	case errors.Is(err, discord.ErrNoChannel), errors.Is(err, discord.ErrElsewhere), errors.Is(err, discord.ErrNotForText):
		return command.Say(c.Words, "follows.no-channel")
	case err != nil:
		return command.Reply{Err: err}
	case len(missing) > 0:
		return command.Say(c.Words, "follows.missing", "Channel", channel(w.Channel), "Missing", page.Permissions(missing, c.Words))
	}
	isNew, err := c.Watches.Add(ctx, w)
	if err != nil {
		return command.Reply{Err: err}
	}
	name := "follows.added"
	if !isNew {
		name = "follows.already"
	}
	asked := ""
	if news.IsAsked(w.Typed) {
		asked = "yes"
	}
	return command.Say(c.Words, name, "What", w.Typed, "Channel", channel(w.Channel), "Asked", asked)
}

func (c Commands) stop(ctx context.Context, e discord.Event) command.Reply {
	where := cmp.Or(e.Values["channel"], e.Channel)
	was, err := c.Watches.Drop(ctx, e.Guild, where, typed(e))
	switch {
	case err != nil:
		return command.Reply{Err: err}
	case !was:
		return command.Say(c.Words, "follows.none-here", "What", typed(e), "Channel", channel(where))
	}
	return command.Say(c.Words, "follows.stopped", "What", typed(e), "Channel", channel(where))
}

// suggest completes what a channel follows.
func (c Commands) suggest(ctx context.Context, e discord.Event) command.Reply {
	all, err := c.Watches.All(ctx, e.Guild)
	if err != nil || command.MayNotManage(e) != "" {
		return command.Reply{}
	}
	var choices []discord.Choice
	for _, w := range all {
		label := page.Shorten(page.Clean(w.Typed), discord.MaxChoiceText)
		if strings.Contains(strings.ToLower(w.Typed), strings.ToLower(e.Values[e.Focused])) && len(w.Typed) <= discord.MaxChoiceText && len(choices) < discord.MaxChoices {
			choices = append(choices, discord.Choice{Name: label, Value: w.Typed})
		}
	}
	return command.Reply{Choices: choices}
}

func (c Commands) list(ctx context.Context, e discord.Event) command.Reply {
	all, err := c.Watches.All(ctx, e.Guild)
	switch {
	case err != nil:
		return command.Reply{Err: err}
	case len(all) == 0:
		return command.Say(c.Words, "follows.none")
	}
	p := c.Words.Page("follows.list")
	for _, w := range all {
		p.Parts[0].Lines = append(p.Parts[0].Lines, page.Line{Kind: page.Item, Spans: c.Words.Say("follows.item", "What", page.Shorten(w.Typed, 60), "Channel", channel(w.Channel), "Paused", w.Paused)})
	}
	return command.Reply{Page: p}
}

func typed(e discord.Event) string { return strings.Join(strings.Fields(e.Values["what"]), " ") }

// channel returns a channel as a page names it.
func channel(id string) page.Span { return page.Span{Text: id, Mark: page.Channel} }
