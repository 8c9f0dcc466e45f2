package bot

import (
	"context"
	"maps"
	"slices"
	"time"

	"github.com/bwmarrin/discordgo"

	"talksbot/ask/digest"
	"talksbot/bot/press"
	"talksbot/bot/store"
	"talksbot/knowledge/calendar"
)

// digests are the commands about digests. What is subscribed to, the desk writes and sends.
type digests struct {
	*desk
	now func() time.Time
}

// digestPage is the button that turns a page of /digest list.
const digestPage = "digests"

// managing returns a handler for those who may manage the server, where there is one.
func (d digests) managing(run handler) handler {
	return func(ctx context.Context, e event) reply {
		switch {
		case e.Guild == "":
			return say(d.words, "digests.no-server")
		case e.May&(discordgo.PermissionManageGuild|discordgo.PermissionAdministrator) == 0:
			return say(d.words, "digests.not-allowed")
		}
		return run(ctx, e)
	}
}

// today shows the digest that a channel new to it would get today; where the channel has
// one of its own, what that would be.
func (d digests) today(ctx context.Context, e event) reply {
	r := digest.Request{Day: calendar.DayOf(d.now().UTC())}
	if sub, ok := d.subscription(ctx, e.Guild, e.Channel); ok {
		zone, err := press.Zone(sub.Zone)
		if err == nil {
			r.Day = calendar.DayOf(d.now().In(zone))
		}
		if shown, err := shownTo(ctx, d.store, e.Channel); err == nil {
			maps.DeleteFunc(shown, func(_ string, at calendar.Day) bool { return !at.Before(r.Day) })
			r.Shown = shown
		}
		r.Asked, r.Answered, _ = d.store.Questions(ctx, e.Channel)
	}
	shown, _ := digestReply(d.editor().Make(r), d.words)
	return shown
}

// subscription returns the subscription of a channel, where it has one.
func (d digests) subscription(ctx context.Context, guild, channel string) (store.Subscription, bool) {
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
