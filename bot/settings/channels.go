package settings

import (
	"context"
	"errors"
	"slices"
	"strings"

	"talksbot/bot/command"
	"talksbot/bot/discord"
	"talksbot/bot/store"
	"talksbot/page"
)

// mostChannels is how many channels can be chosen: as many as one sentence can name.
const mostChannels = 25

// channels changes in which channels questions are answered.
func (s Commands) channels(ctx context.Context, e discord.Event) command.Reply {
	add, remove, all := e.Values["add"], e.Values["remove"], e.Values["all"] == "true"
	switch {
	case add == "" && remove == "" && !all:
		return s.unchanged(e, "channels")
	case add != "" && all:
		return command.Say(s.Words, "settings.all-or-some")
	}
	if add != "" && strings.Trim(add, "0123456789") != "" { // no channel's ID
		return command.Say(s.Words, "settings.no-channel")
	}
	if add == "" {
		return s.choose(ctx, e, func(c *store.Settings) {
			c.Channels = slices.DeleteFunc(c.Channels, func(id string) bool { return all || id == remove })
		}, "channels")
	}
	missing, err := s.Client.Lacks(ctx, e.Guild, add)
	switch {
	case errors.Is(err, discord.ErrNoChannel), errors.Is(err, discord.ErrElsewhere):
		return command.Say(s.Words, "settings.no-channel")
	case err != nil && !errors.Is(err, discord.ErrNotForText): // as a forum is, in whose posts answers stand
		s.Log.Warn("what the bot may do in a channel cannot be read", "error", err, "channel", add)
	}
	full := false
	r := s.choose(ctx, e, func(c *store.Settings) {
		c.Channels = slices.DeleteFunc(c.Channels, func(id string) bool { return id == remove || id == add })
		if full = len(c.Channels) >= mostChannels; !full {
			c.Channels = append(c.Channels, add)
			slices.Sort(c.Channels)
		}
	}, "channels")
	switch {
	case r.Err == nil && full:
		return command.Say(s.Words, "settings.too-many", "N", mostChannels)
	case r.Err == nil && len(missing) > 0:
		r.Page.Notes = []page.Line{{Kind: page.Small, Spans: s.Words.Say("settings.lacks", "Channel", channel(add), "Missing", page.Permissions(missing, s.Words))}}
	}
	return r
}
