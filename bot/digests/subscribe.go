package digests

import (
	"cmp"
	"context"
	"errors"

	"talksbot/bot/command"
	"talksbot/bot/discord"
	"talksbot/bot/store"
	"talksbot/page"
)

// What a channel may choose for days with nothing new.
const (
	postShort = "short"
	postNone  = "none"
)

// usualTime is when a digest is posted where nobody chose: at nine.
const usualTime = 9 * 60

// subscribe subscribes a channel, or changes its subscription: what is not given stays as
// it was.
func (d Commands) subscribe(ctx context.Context, e discord.Event) command.Reply {
	where := cmp.Or(e.Values["channel"], e.Channel)
	sub, was := d.subscription(ctx, e.Guild, where)
	if !was {
		sub = store.Subscription{Channel: where, Guild: e.Guild, Minute: usualTime, Zone: "UTC"}
	}
	old := sub
	if r, ok := choose(e, &sub, d.words); !ok {
		return r
	}
	missing, err := d.client.Lacks(ctx, e.Guild, where)
	if r, ok := d.mayPost(where, missing, err); !ok {
		return r
	}
	sub.Paused = ""
	if sub != old || !was {
		sub.Since = d.Now()
	}
	if err := d.store.Subscribe(ctx, sub); err != nil {
		return command.Reply{Err: err}
	}
	return command.Reply{Page: d.words.Page("digests.subscribed", d.habit(ctx, sub)...)}
}

// choose puts into a subscription what a person filled in, or says what of it is not understood.
func choose(e discord.Event, sub *store.Subscription, w page.Printer) (r command.Reply, ok bool) {
	if typed, given := e.Values["time"]; given {
		if sub.Minute, ok = readTime(typed); !ok {
			return command.Say(w, "digests.no-time", "Typed", page.Shorten(typed, 30)), false
		}
	}
	if typed, given := e.Values["timezone"]; given {
		var near []string
		if sub.Zone, near, ok = readZone(typed); !ok {
			return command.Say(w, "digests.no-zone", "Typed", page.Shorten(typed, 40), "Near", w.ListText("list.or", near)), false
		}
	}
	if chosen, given := e.Values["when-nothing-new"]; given {
		sub.Skips = chosen == postNone
	}
	return command.Reply{}, true
}

// mayPost reports whether the bot can post in a channel, by what lacks returned, or says why not.
func (d Commands) mayPost(where string, missing []string, err error) (command.Reply, bool) {
	name := ""
	switch {
	case errors.Is(err, discord.ErrNoChannel), errors.Is(err, discord.ErrElsewhere):
		name = "digests.no-channel"
	case errors.Is(err, discord.ErrNoGuild):
		name = "digests.no-member"
	case errors.Is(err, discord.ErrNotForText):
		name = "digests.no-messages"
	case len(missing) > 0:
		name = "digests.missing"
	case err != nil:
		d.log.Error("what the bot may do in a channel cannot be read", "error", err, "channel", where)
		name = "digests.not-told"
	default:
		return command.Reply{}, true
	}
	return command.Say(d.words, name, "Channel", channelSpan(where), "Missing", page.Permissions(missing, d.words)), false
}

// unsubscribe ends a subscription.
func (d Commands) unsubscribe(ctx context.Context, e discord.Event) command.Reply {
	where := cmp.Or(e.Values["channel"], e.Channel)
	was, err := d.store.Unsubscribe(ctx, e.Guild, where)
	switch {
	case err != nil:
		return command.Reply{Err: err}
	case !was:
		return command.Say(d.words, "digests.none-here", "Channel", channelSpan(where))
	}
	return command.Say(d.words, "digests.unsubscribed", "Channel", channelSpan(where))
}

// suggestZone suggests time zones.
func (d Commands) suggestZone(_ context.Context, e discord.Event) command.Reply {
	return command.Reply{Choices: suggestZones(e.Values[e.Focused], d.Now(), d.words)}
}
