package bot

import (
	"cmp"
	"context"
	"errors"
	"maps"
	"slices"
	"time"

	"github.com/bwmarrin/discordgo"

	"talksbot/ask/digest"
	"talksbot/bot/discord"
	"talksbot/bot/press"
	"talksbot/bot/store"
	"talksbot/knowledge/calendar"
	"talksbot/page"
)

// The rows of /digest. Discord guards commands, not subcommands, and anybody may see today's
// digest: so who may manage is checked here.
var (
	digestNowRow = row{
		name: "digest now", description: "command.digest-now", private: true, asks: true, run: digestNow,
		group: "command.digest",
	}
	digestSubscribeRow = row{
		name: "digest subscribe", description: "command.digest-subscribe", private: true, asks: true,
		run: managing(digestSubscribe), suggest: suggestZone,
		options: []discord.Option{
			{Name: "channel", Description: "option.channel", Type: channel, ChannelTypes: discord.Postable},
			{Name: "time", Description: "option.time", Type: text, MaxLength: 20},
			{Name: "timezone", Description: "option.timezone", Type: text, MaxLength: 60, Autocomplete: true},
			{Name: "when-nothing-new", Description: "option.when-nothing-new", Type: text,
				Choices: []choice{{Name: "choice.short-post", Value: postShort}, {Name: "choice.no-post", Value: postNone}}},
		},
	}
	digestUnsubscribeRow = row{
		name: "digest unsubscribe", description: "command.digest-unsubscribe", private: true,
		run:     managing(digestUnsubscribe),
		options: []discord.Option{{Name: "channel", Description: "option.which-channel", Type: channel, ChannelTypes: discord.Postable}},
	}
	digestListRow = row{
		name: "digest list", description: "command.digest-list", private: true,
		run: managing(digestList),
	}
)

// digestPage is the button that turns a page of /digest list.
const digestPage = "digests"

// What a channel may choose for days with nothing new.
const (
	postShort = "short"
	postNone  = "none"
)

// usualTime is when a digest is posted where nobody chose: at nine.
const usualTime = 9 * 60

// managing returns a handler for those who may manage the server, where there is one.
func managing(run handler) handler {
	return func(b *Bot, ctx context.Context, e event) reply {
		switch {
		case e.Guild == "":
			return b.says("digests.no-server")
		case e.May&(discordgo.PermissionManageGuild|discordgo.PermissionAdministrator) == 0:
			return b.says("digests.not-allowed")
		}
		return run(b, ctx, e)
	}
}

// digestNow shows the digest that a channel new to it would get today; where the channel has
// one of its own, what that would be.
func digestNow(b *Bot, ctx context.Context, e event) reply {
	r := digest.Request{Day: calendar.DayOf(b.now().UTC())}
	if sub, ok := b.desk.subscription(ctx, e.Guild, e.Channel); ok {
		zone, err := press.Zone(sub.Zone)
		if err == nil {
			r.Day = calendar.DayOf(b.now().In(zone))
		}
		if shown, err := shownTo(ctx, b.desk.store, e.Channel); err == nil {
			maps.DeleteFunc(shown, func(_ string, at calendar.Day) bool { return !at.Before(r.Day) })
			r.Shown = shown
		}
		r.Asked, r.Answered, _ = b.desk.store.Questions(ctx, e.Channel)
	}
	shown, _ := digestReply(b.editor().Make(r), b.words)
	return shown
}

// subscription returns the subscription of a channel, where it has one.
func (d *desk) subscription(ctx context.Context, guild, channel string) (store.Subscription, bool) {
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

// digestSubscribe subscribes a channel, or changes its subscription: what is not given stays as
// it was.
func digestSubscribe(b *Bot, ctx context.Context, e event) reply {
	where := cmp.Or(e.Values["channel"], e.Channel)
	sub, was := b.desk.subscription(ctx, e.Guild, where)
	if !was {
		sub = store.Subscription{Channel: where, Guild: e.Guild, Minute: usualTime, Zone: "UTC"}
	}
	old := sub
	if r, ok := b.choose(e, &sub); !ok {
		return r
	}
	missing, err := b.client.Lacks(ctx, e.Guild, where)
	if r, ok := b.mayPost(where, missing, err); !ok {
		return r
	}
	sub.Paused = ""
	if sub != old || !was {
		sub.Since = b.now()
	}
	if err := b.desk.store.Subscribe(ctx, sub); err != nil {
		b.log.Error("a subscription cannot be kept", "error", err)
		return b.says("sorry")
	}
	return reply{page: b.words.Page("digests.subscribed", b.habit(ctx, sub)...)}
}

// choose puts into a subscription what a person filled in, or says what of it is not understood.
func (b *Bot) choose(e event, sub *store.Subscription) (r reply, ok bool) {
	if typed, given := e.Values["time"]; given {
		if sub.Minute, ok = readTime(typed); !ok {
			return b.says("digests.no-time", "Typed", page.Shorten(typed, 30)), false
		}
	}
	if typed, given := e.Values["timezone"]; given {
		var near []string
		if sub.Zone, near, ok = readZone(typed); !ok {
			return b.says("digests.no-zone", "Typed", page.Shorten(typed, 40), "Near", b.words.ListText("list.or", near)), false
		}
	}
	if chosen, given := e.Values["when-nothing-new"]; given {
		sub.Skips = chosen == postNone
	}
	return reply{}, true
}

// mayPost reports whether the bot can post in a channel, by what lacks returned, or says why not.
func (b *Bot) mayPost(where string, missing []string, err error) (reply, bool) {
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
		b.log.Error("what the bot may do in a channel cannot be read", "error", err, "channel", where)
		name = "digests.not-told"
	default:
		return reply{}, true
	}
	return b.says(name, "Channel", channelSpan(where), "Missing", b.words.ListText("list.and", missing)), false
}

func channelSpan(id string) page.Span { return page.Span{Text: id, Mark: page.Channel} }

// habit returns what sentences about a subscription say: when its digests come, and the next.
func (b *Bot) habit(ctx context.Context, sub store.Subscription) []any {
	var next, in any = "", ""
	if at := b.desk.next(ctx, sub, b.now()); !at.IsZero() {
		next, in = page.Time(at, 'f'), page.Time(at, 'R')
	}
	skips := ""
	if sub.Skips {
		skips = "yes"
	}
	return []any{"Channel", channelSpan(sub.Channel), "Time", clock(sub.Minute), "Zone", sub.Zone, "Skips", skips,
		"Paused", sub.Paused, "Next", next, "In", in}
}

// next returns when a subscription's next digest is due; zero where none is.
func (d *desk) next(ctx context.Context, sub store.Subscription, now time.Time) time.Time {
	posts, err := d.store.Posts(ctx, calendar.DayOf(now.UTC()).AddDays(-2).String())
	if err != nil {
		d.log.Error("digests cannot be read", "error", err)
	}
	p := press.PlanAt(now, []store.Subscription{sub}, posts)
	if len(p.Due) > 0 {
		return p.Due[0].Due
	}
	return p.Next
}

// digestUnsubscribe ends a subscription.
func digestUnsubscribe(b *Bot, ctx context.Context, e event) reply {
	where := cmp.Or(e.Values["channel"], e.Channel)
	was, err := b.desk.store.Unsubscribe(ctx, e.Guild, where)
	switch {
	case err != nil:
		b.log.Error("a subscription cannot be ended", "error", err)
		return b.says("sorry")
	case !was:
		return b.says("digests.none-here", "Channel", channelSpan(where))
	}
	return b.says("digests.unsubscribed", "Channel", channelSpan(where))
}

// digestList lists a server's subscriptions.
func digestList(b *Bot, ctx context.Context, e event) reply {
	return digestPageOf(b, ctx, e.Guild, view{})
}

// turnDigests shows another page of the list.
func turnDigests(b *Bot, ctx context.Context, e event) reply {
	v, err := decodeView(e.Arg, 0)
	if err != nil {
		return b.says("button.digests")
	}
	return turned(e, digestPageOf(b, ctx, e.Guild, v))
}

func digestPageOf(b *Bot, ctx context.Context, guild string, v view) reply {
	subs, err := b.desk.store.Subscriptions(ctx, guild)
	switch {
	case err != nil:
		b.log.Error("subscriptions cannot be read", "error", err)
		return b.says("sorry")
	case len(subs) == 0:
		return b.says("digests.none")
	}
	v, first, end := v.within(len(subs))
	p := b.words.Page("digests.list")
	for _, sub := range subs[first:end] {
		p.Parts[0].Lines = append(p.Parts[0].Lines, page.Line{Kind: page.Item, Spans: b.words.Say("digests.item", b.habit(ctx, sub)...)})
	}
	p.Notes = v.foot(len(subs), "pages.digests", b.words)
	p.Buttons = v.turns(digestPage, len(subs), b.words)
	return reply{page: p}
}

// suggestZone suggests time zones.
func suggestZone(b *Bot, _ context.Context, e event) reply {
	return reply{choices: suggestZones(e.Values[e.Focused], b.now(), b.words)}
}
