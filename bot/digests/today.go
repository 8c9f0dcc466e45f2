package digests

import (
	"context"
	"maps"
	"slices"
	"time"

	"talksbot/ask/digest"
	"talksbot/bot/command"
	"talksbot/bot/discord"
	"talksbot/bot/press"
	"talksbot/bot/store"
	"talksbot/knowledge/calendar"
)

// Commands are those about digests. What is subscribed to, the desk writes and sends.
type Commands struct {
	*Desk
	Now func() time.Time
}

// today shows the digest that a channel new to it would get today; where the channel has
// one of its own, what that would be.
func (d Commands) today(ctx context.Context, e discord.Event) command.Reply {
	r := digest.Request{Day: calendar.DayOf(d.Now().UTC())}
	if sub, ok := d.subscription(ctx, e.Guild, e.Channel); ok {
		zone, err := press.Zone(sub.Zone)
		if err == nil {
			r.Day = calendar.DayOf(d.Now().In(zone))
		}
		if shown, err := shownTo(ctx, d.store, e.Channel); err == nil {
			maps.DeleteFunc(shown, func(_ string, at calendar.Day) bool { return !at.Before(r.Day) })
			r.Shown = shown
		}
		r.Asked, r.Answered, _ = d.store.Questions(ctx, e.Channel)
	}
	library := e.Guild
	if e.Abroad {
		library = ""
	}
	r.Revised = d.revised(ctx, library, r.Shown)
	shown, _ := asReply(d.editor(library).Make(r), d.words)
	return shown
}

// subscription returns the subscription of a channel, where it has one.
func (d Commands) subscription(ctx context.Context, guild, channel string) (store.Subscription, bool) {
	subs, err := d.store.Subscriptions(ctx, guild)
	if err != nil {
		d.log.Error("subscriptions cannot be read", "error", err)
	}
	i := slices.IndexFunc(subs, func(s store.Subscription) bool { return s.Channel == channel })
	if i < 0 {
		return store.Subscription{}, false
	}
	return subs[i], true
}
