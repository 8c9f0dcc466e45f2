package bot

import (
	"context"
	"strings"
	"time"

	"talksbot/ask/digest"
	"talksbot/ask/news"
	"talksbot/bot/command"
	"talksbot/bot/discord"
	"talksbot/knowledge/calendar"
	"talksbot/knowledge/timeline"
	"talksbot/knowledge/timex"
	"talksbot/page"
)

// atFirst is how far back news goes for somebody who asks for the first time.
const atFirst = 24 * time.Hour

// whatsNew shows what is new since the day that the person typed, else since they last asked here.
func (a archive) whatsNew(ctx context.Context, e discord.Event) command.Reply {
	now := a.now().UTC()
	since := now.Add(-atFirst)
	if a.shelf != nil {
		last, err := a.shelf.Visit(ctx, a.name, e.User.ID, now)
		if err != nil { // what is new is shown all the same
			a.log.Warn("when somebody last asked what is new cannot be noted", "error", err)
		}
		if !last.IsZero() {
			since = last.Add(time.Millisecond) // what was shown then is not new
		}
	}
	if typed := strings.TrimSpace(e.Values["since"]); typed != "" {
		days, ok := timeline.New(a.library).Asked(typed, timex.MomentOf(now))
		switch {
		case !ok:
			return command.Say(a.words, "dates.no-day", "Typed", typed)
		case days.From.After(calendar.DayOf(now)):
			return command.Say(a.words, "news.future", "Day", a.words.Days(calendar.Days{From: days.From, To: days.From}))
		}
		since = time.Date(days.From.Year, days.From.Month, days.From.Day, 0, 0, 0, 0, time.UTC)
	}
	items, err := a.happened(ctx, since)
	if err != nil {
		return command.Reply{Err: err}
	}
	return command.Reply{Page: page.News(news.Make(a.library, since, calendar.DayOf(now), items), a.words)}
}

// revised returns what articles of a server say otherwise than they did since a time, and which were withdrawn.
func (a archives) revised(ctx context.Context, guild string, since time.Time) ([]digest.Revision, error) {
	of := a.named(guild)
	items, err := of.happened(ctx, since)
	return news.Make(of.library, since, calendar.DayOf(a.now().UTC()), items).Revisions(), err
}

// happened returns what happened to the articles since a time; without a shelf, which were published since.
func (a archive) happened(ctx context.Context, since time.Time) ([]news.Item, error) {
	if a.shelf == nil {
		return news.Published(a.library, since), nil
	}
	return news.Gather(ctx, a.shelf, a.name, a.library, since)
}
