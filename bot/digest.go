package bot

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"github.com/bwmarrin/discordgo"
	"slices"
	"strings"
	"talksbot/bot/discord"
	"time"

	"talksbot/ask/digest"
	"talksbot/bot/press"
	"talksbot/bot/store"
	"talksbot/knowledge/timex"
)

// The rows of /digest. Discord guards commands, not subcommands, and anybody may see today's
// digest: so who may manage is checked here.
var (
	digestNowRow = row{
		name: "digest now", description: "Today's digest, for you alone", private: true, asks: true, run: digestNow,
		group: "The daily digest",
	}
	digestSubscribeRow = row{
		name: "digest subscribe", description: "Have a digest posted every day (needs Manage Server)", private: true, asks: true,
		run: managing(digestSubscribe), suggest: suggestZone,
		options: []option{
			{name: "channel", description: "Where; else here", kind: channel},
			{name: "time", description: "When: 9, 9:30, 21.00, 9pm; else 9:00", kind: text, longest: 20},
			{name: "timezone", description: "Of what place, such as Europe/London; else UTC", kind: text, longest: 60, suggested: true},
			{name: "when-nothing-new", description: "What to do on days with nothing new; else a short post", kind: text,
				choices: []choice{{Name: "A short post", Value: postShort}, {Name: "No post", Value: postNone}}},
		},
	}
	digestUnsubscribeRow = row{
		name: "digest unsubscribe", description: "End a channel's daily digest (needs Manage Server)", private: true,
		run:     managing(digestUnsubscribe),
		options: []option{{name: "channel", description: "Which; else this one", kind: channel}},
	}
	digestListRow = row{
		name: "digest list", description: "Which channels get a daily digest, and when (needs Manage Server)", private: true,
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
		case b.desk == nil:
			return reply{text: "I am run without a database, so I cannot keep who wants a digest. `/digest now` shows today's."}
		case e.Guild == "":
			return reply{text: "Daily digests are for servers: use this in a channel of one. `/digest now` shows today's."}
		case e.May&(discordgo.PermissionManageGuild|discordgo.PermissionAdministrator) == 0:
			return reply{text: "You need the permission Manage Server for that. `/digest now` shows you today's digest."}
		}
		return run(b, ctx, e)
	}
}

// digestNow shows the digest that a channel new to it would get today; where the channel has
// one of its own, what that would be.
func digestNow(b *Bot, ctx context.Context, e event) reply {
	r := digest.Request{Day: timex.DayOf(b.now().UTC())}
	if sub, ok := b.desk.subscription(ctx, e.Guild, e.Channel); ok {
		zone, err := press.Zone(sub.Zone)
		if err == nil {
			r.Day = timex.DayOf(b.now().In(zone))
		}
		if shown, err := shownTo(ctx, b.desk.store, e.Channel); err == nil {
			r.Shown = before(shown, r.Day)
		}
		r.Asked, r.Answered, _ = b.desk.store.Questions(ctx, e.Channel)
	}
	shown, _ := digestReply(b.editor().Make(r), b.words)
	return shown
}

// before returns what was shown before a day.
func before(shown map[string]timex.Day, day timex.Day) map[string]timex.Day {
	earlier := map[string]timex.Day{}
	for key, at := range shown {
		if at.Before(day) {
			earlier[key] = at
		}
	}
	return earlier
}

// subscription returns the subscription of a channel, where it has one.
func (d *desk) subscription(ctx context.Context, guild, channel string) (store.Subscription, bool) {
	if d == nil || guild == "" {
		return store.Subscription{}, false
	}
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
	if err := choose(e, &sub); err != nil {
		return reply{text: sentence(err)}
	}
	missing, err := lacks(ctx, b.client, &b.self, e.Guild, where)
	if trouble := cannotPost(where, missing, err); trouble != "" {
		return reply{text: trouble}
	}
	if err != nil {
		b.log.Error("what the bot may do in a channel cannot be read", "error", err, "channel", where)
		return reply{text: "Discord does not tell me right now what I may do in <#" + where + ">. Please try again in a moment."}
	}
	sub.Paused = ""
	if sub != old || !was {
		sub.Since = b.now()
	}
	if err := b.desk.store.Subscribe(ctx, sub); err != nil {
		b.log.Error("a subscription cannot be kept", "error", err)
		return reply{text: sorry}
	}
	return reply{text: "<#" + where + "> gets a digest " + habit(sub) + ". " + quietHabit(sub) + nextOne(b.desk.next(ctx, sub, b.now()))}
}

// choose puts into a subscription what a person filled in.
func choose(e event, sub *store.Subscription) (err error) {
	if typed, ok := e.Values["time"]; ok {
		if sub.Minute, err = readTime(typed); err != nil {
			return err
		}
	}
	if typed, ok := e.Values["timezone"]; ok {
		if sub.Zone, err = readZone(typed); err != nil {
			return err
		}
	}
	if chosen, ok := e.Values["when-nothing-new"]; ok {
		sub.Skips = chosen == postNone
	}
	return nil
}

// cannotPost says why the bot cannot post in a channel; "" where it can, or that is not known.
func cannotPost(where string, missing []string, err error) string {
	switch {
	case errors.Is(err, discord.ErrNoChannel), errors.Is(err, discord.ErrElsewhere):
		return "I do not find that channel in this server."
	case errors.Is(err, discord.ErrNoGuild):
		return "I am not a member of this server, only my commands are: add me with the invite link that whoever runs me has."
	case errors.Is(err, discord.ErrNotForText):
		return "<#" + where + "> is no channel for messages: choose a text channel, an announcement channel or a thread."
	case len(missing) > 0:
		return fmt.Sprintf("I may not post in <#%s> yet. What I need there and do not have: **%s**. Allow it (channel settings, Permissions, my role) and use this again.",
			where, strings.Join(missing, ", "))
	}
	return ""
}

// habit says when a subscription's digests come.
func habit(sub store.Subscription) string {
	return "every day at **" + clock(sub.Minute) + "** (" + escape(sub.Zone) + ")"
}

func quietHabit(sub store.Subscription) string {
	if sub.Skips {
		return "On days with nothing new there is no post."
	}
	return "On days with nothing new the post is short."
}

// next returns when a subscription's next digest is due; zero where none is.
func (d *desk) next(ctx context.Context, sub store.Subscription, now time.Time) time.Time {
	posts, err := d.store.Posts(ctx, timex.DayOf(now.UTC()).AddDays(-2).String())
	if err != nil {
		d.log.Error("digests cannot be read", "error", err)
	}
	p := press.PlanAt(now, []store.Subscription{sub}, posts)
	if len(p.Due) > 0 {
		return p.Due[0].Due
	}
	return p.Next
}

// nextOne says when the next digest comes, in the reader's own zone.
func nextOne(at time.Time) string {
	if at.IsZero() {
		return ""
	}
	return fmt.Sprintf(" The next comes <t:%d:f>, <t:%d:R>.", at.Unix(), at.Unix())
}

// digestUnsubscribe ends a subscription.
func digestUnsubscribe(b *Bot, ctx context.Context, e event) reply {
	where := cmp.Or(e.Values["channel"], e.Channel)
	was, err := b.desk.store.Unsubscribe(ctx, e.Guild, where)
	switch {
	case err != nil:
		b.log.Error("a subscription cannot be ended", "error", err)
		return reply{text: sorry}
	case !was:
		return reply{text: "<#" + where + "> gets no digest. `/digest list` shows which channels do."}
	}
	return reply{text: "<#" + where + "> gets no more digests."}
}

// digestList lists a server's subscriptions.
func digestList(b *Bot, ctx context.Context, e event) reply {
	return digestPageOf(b, ctx, e.Guild, view{})
}

// turnDigests shows another page of the list.
func turnDigests(b *Bot, ctx context.Context, e event) reply {
	v, err := decodeView(e.Arg, 0)
	if err != nil {
		return reply{text: "This button is from another version of me. Please use `/digest list` again."}
	}
	return turned(e, digestPageOf(b, ctx, e.Guild, v))
}

func digestPageOf(b *Bot, ctx context.Context, guild string, v view) reply {
	subs, err := b.desk.store.Subscriptions(ctx, guild)
	switch {
	case err != nil:
		b.log.Error("subscriptions cannot be read", "error", err)
		return reply{text: sorry}
	case len(subs) == 0:
		return reply{text: "No channel of this server gets a daily digest. `/digest subscribe` starts one."}
	}
	v, first, end := v.within(len(subs))
	var text strings.Builder
	text.WriteString("**Daily digests of this server**\n")
	for _, sub := range subs[first:end] {
		fmt.Fprintf(&text, "- <#%s>: %s.%s\n", sub.Channel, habit(sub), b.desk.state(ctx, sub, b.now()))
	}
	r := reply{text: text.String()}
	for _, l := range v.foot(len(subs), "pages.digests", b.words) {
		r.text += markdown{}.line(l)
	}
	r.page.Buttons = v.turns(digestPage, len(subs), b.words)
	return r
}

// state says whether a subscription is paused, and why, or when its next digest comes.
func (d *desk) state(ctx context.Context, sub store.Subscription, now time.Time) string {
	if sub.Paused != "" {
		return " **Paused**: " + escape(sub.Paused) + ". `/digest subscribe` starts it again."
	}
	quiet := ""
	if sub.Skips {
		quiet = " Nothing new, no post."
	}
	if at := d.next(ctx, sub, now); !at.IsZero() {
		return fmt.Sprintf("%s Next <t:%d:R>.", quiet, at.Unix())
	}
	return quiet
}

// suggestZone suggests time zones.
func suggestZone(b *Bot, _ context.Context, e event) reply {
	return reply{choices: suggestZones(e.Values[e.Focused], b.now())}
}

// sentence returns an error as people read it.
func sentence(err error) string {
	text := err.Error()
	if !strings.HasSuffix(text, "?") {
		text += "."
	}
	return text
}
