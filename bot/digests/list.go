package digests

import (
	"context"
	"time"

	"talksbot/bot/command"
	"talksbot/bot/discord"
	"talksbot/bot/press"
	"talksbot/bot/store"
	"talksbot/knowledge/calendar"
	"talksbot/page"
)

// listPage is the button that turns a page of /digest list.
const listPage = "digests"

// list lists a server's subscriptions.
func (d Commands) list(ctx context.Context, e discord.Event) command.Reply {
	return d.page(ctx, e.Guild, command.View{})
}

// turn shows another page of the list.
func (d Commands) turn(ctx context.Context, e discord.Event) command.Reply {
	v, err := command.DecodeView(e.Arg, 0)
	if err != nil {
		return command.Say(d.words, "button.digests")
	}
	return command.Turned(e, d.page(ctx, e.Guild, v))
}

func (d Commands) page(ctx context.Context, guild string, v command.View) command.Reply {
	subs, err := d.store.Subscriptions(ctx, guild)
	switch {
	case err != nil:
		return command.Reply{Err: err}
	case len(subs) == 0:
		return command.Say(d.words, "digests.none")
	}
	v, first, end := v.Within(len(subs))
	p := d.words.Page("digests.list")
	for _, sub := range subs[first:end] {
		p.Parts[0].Lines = append(p.Parts[0].Lines, page.Line{Kind: page.Item, Spans: d.words.Say("digests.item", d.habit(ctx, sub)...)})
	}
	p.Notes = v.Foot(len(subs), "pages.digests", d.words)
	p.Buttons = v.Turns(listPage, len(subs), d.words)
	return command.Reply{Page: p}
}

// habit returns what sentences about a subscription say: when its digests come, and the next.
func (d Commands) habit(ctx context.Context, sub store.Subscription) []any {
	var next, in any = "", ""
	if at := d.next(ctx, sub); !at.IsZero() {
		next, in = page.Time(at, 'f'), page.Time(at, 'R')
	}
	skips := ""
	if sub.Skips {
		skips = "yes"
	}
	return []any{"Channel", channelSpan(sub.Channel), "Time", clock(sub.Minute), "Zone", zoneLabel(sub.Zone), "Skips", skips,
		"Paused", told(sub.Paused, d.words), "Next", next, "In", in}
}

// next returns when a subscription's next digest is due; zero where none is.
func (d Commands) next(ctx context.Context, sub store.Subscription) time.Time {
	now := d.Now()
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
