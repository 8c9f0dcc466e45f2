package library

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"talksbot/bot/command"
	"talksbot/bot/discord"
	"talksbot/ingest"
	"talksbot/ingest/reason"
	"talksbot/page"
	"talksbot/shelf"
)

// feedsTurn is the button that turns a page of the feeds.
const feedsTurn = "library-feeds"

// follow has the server follow feeds.
func (c Commands) follow(ctx context.Context, e discord.Event) command.Reply {
	links := typedLinks(e.Values[linkOption])
	_, feeds, _, err := c.Shelf.Counts(ctx, e.Guild, c.Now())
	switch {
	case err != nil:
		return command.Reply{Err: err}
	case len(links) == 0:
		return command.Privately(c.Words, "library.nothing-given")
	case feeds+len(links) > c.Limits.Feeds:
		return command.Privately(c.Words, "library.too-many-feeds", "N", c.Limits.Feeds, "Held", feeds)
	}
	working, name, end := c.Underway.begin(ctx, e.Guild)
	defer end()
	p := page.Page{}
	for i, link := range links {
		c.shows(ctx, name, i, len(links))
		says, err := c.followed(working, e, link)
		switch {
		case working.Err() != nil:
			says = c.Words.Say("library.cancelled")
		case err != nil:
			return command.Reply{Err: err}
		}
		p.Parts = append(p.Parts, page.Part{Stays: true, Lines: []page.Line{{Spans: says}}})
		if working.Err() != nil {
			break
		}
	}
	return command.Reply{Page: p, Private: true}
}

// followed has the server follow one feed, and says what became of it.
func (c Commands) followed(ctx context.Context, e discord.Event, link string) ([]page.Span, error) {
	if !isLink(link) {
		return c.tells(ingest.Outcome{Where: link, What: ingest.Refused, Reason: reason.BadAddress}), nil
	}
	f, err := c.Reader.AddFeed(ctx, e.Guild, link, e.User.ID)
	switch why := ingest.ReasonOf(err); {
	case ctx.Err() != nil || why == reason.Failed:
		return nil, err
	case err != nil:
		return c.tells(ingest.Outcome{Where: link, What: ingest.Refused, Reason: why}), nil
	case !f.New:
		return c.Words.Say("library.follows-already", "Feed", feedSpan(f.Feed)), nil
	}
	return c.Words.Say("library.follows", "Feed", feedSpan(f.Feed)), nil
}

// feeds lists the feeds that a server follows.
func (c Commands) feeds(ctx context.Context, e discord.Event) command.Reply {
	return c.listedFeeds(ctx, e, command.View{})
}

// turnFeeds turns a page of them.
func (c Commands) turnFeeds(ctx context.Context, e discord.Event) command.Reply {
	v, err := command.DecodeView(e.Arg, 0)
	if err != nil {
		return command.Privately(c.Words, "button.library")
	}
	return command.Turned(e, c.listedFeeds(ctx, e, v))
}

func (c Commands) listedFeeds(ctx context.Context, e discord.Event, v command.View) command.Reply {
	all, err := c.Shelf.Feeds(ctx, e.Guild)
	switch {
	case err != nil:
		return command.Reply{Err: err}
	case len(all) == 0:
		return command.Privately(c.Words, "library.no-feeds")
	}
	v, first, end := v.Within(len(all))
	p := c.Words.Page("library.feeds", "N", len(all))
	for _, f := range all[first:end] {
		p.Parts[0].Lines = append(p.Parts[0].Lines, page.Line{Kind: page.Item, Spans: c.Words.Say("library.feed", "Feed", feedSpan(f.Feed),
			"Paused", yes(f.Paused), "Failing", yes(f.Failures > 0), "New", yes(f.First), "Next", soon(f.Next))})
	}
	p.Notes = append(v.Foot(len(all), "pages.feeds", c.Words), page.Line{Kind: page.Small, Spans: c.Words.Say("library.feeds-foot")})
	p.Buttons = v.Turns(feedsTurn, len(all), c.Words)
	return command.Reply{Page: p, Private: true}
}

// why says how reading a feed goes, and why it does not where it does not.
func (c Commands) why(ctx context.Context, e discord.Event) command.Reply {
	return c.withFeed(ctx, e, func(f shelf.Following) command.Reply {
		reason := any("")
		if f.Reason != "" {
			reason = c.Words.Say("ingest." + f.Reason)
		}
		name := "library.feed-fine"
		switch {
		case f.Failures > 0:
			name = "library.feed-fails"
		case f.First:
			name = "library.feed-unread"
		}
		r := command.Privately(c.Words, name, "Feed", feedSpan(f.Feed), "Address", page.Shorten(f.Address, longestWhere), "N", max(1, f.Failures), "Why", reason,
			"Next", soon(f.Next), "Since", moment(f.Since), "Moved", page.Shorten(f.MovedTo, longestWhere))
		if f.Paused {
			r.Page.Notes = []page.Line{{Kind: page.Small, Spans: c.Words.Say("library.feed-paused")}}
		}
		return r
	})
}

// pause pauses a feed, or lets it go on.
func (c Commands) pause(ctx context.Context, e discord.Event) command.Reply {
	return c.withFeed(ctx, e, func(f shelf.Following) command.Reply {
		paused := e.Values[pausedOption] != "false"
		if _, err := c.Shelf.PauseFeed(ctx, e.Guild, f.ID, paused); err != nil {
			return command.Reply{Err: err}
		}
		name := "library.pauses"
		if !paused {
			name = "library.goes-on"
		}
		return command.Privately(c.Words, name, "Feed", feedSpan(f.Feed))
	})
}

// unfollow ends that the server follows a feed.
func (c Commands) unfollow(ctx context.Context, e discord.Event) command.Reply {
	return c.withFeed(ctx, e, func(f shelf.Following) command.Reply {
		if _, err := c.Shelf.Unfollow(ctx, e.Guild, f.ID); err != nil {
			return command.Reply{Err: err}
		}
		return command.Privately(c.Words, "library.unfollowed", "Feed", feedSpan(f.Feed))
	})
}

// withFeed does something with the feed that was chosen, or typed.
func (c Commands) withFeed(ctx context.Context, e discord.Event, do func(shelf.Following) command.Reply) command.Reply {
	all, err := c.Shelf.Feeds(ctx, e.Guild)
	if err != nil {
		return command.Reply{Err: err}
	}
	typed := strings.TrimSpace(e.Values[feedOption])
	if i := slices.IndexFunc(all, func(f shelf.Following) bool { return strconv.FormatInt(f.ID, 10) == typed }); i >= 0 {
		return do(all[i])
	}
	if fits := fitting(all, typed); len(fits) == 1 {
		return do(fits[0])
	}
	return command.Privately(c.Words, "library.no-feed", "Typed", page.Shorten(typed, longestSearch))
}

// fitting returns the feeds of which the title or the address has what was typed.
func fitting(all []shelf.Following, typed string) []shelf.Following {
	return slices.DeleteFunc(slices.Clone(all), func(f shelf.Following) bool {
		return !strings.Contains(strings.ToLower(f.Title+" "+f.Address), strings.ToLower(typed))
	})
}

// suggestFeeds completes which feed is meant.
func (c Commands) suggestFeeds(ctx context.Context, e discord.Event) command.Reply {
	all, err := c.Shelf.Feeds(ctx, e.Guild)
	if err != nil {
		return command.Reply{Err: err}
	}
	var choices []discord.Choice
	for _, f := range fitting(all, strings.TrimSpace(e.Values[e.Focused])) {
		if len(choices) < discord.MaxChoices {
			choices = append(choices, discord.Choice{Name: page.Shorten(page.Clean(feedSpan(f.Feed).Text), discord.MaxChoiceText), Value: strconv.FormatInt(f.ID, 10)})
		}
	}
	return command.Reply{Choices: choices}
}

// feedSpan names a feed.
func feedSpan(f shelf.Feed) page.Span {
	name := f.Title
	if name == "" {
		name = strings.TrimPrefix(strings.TrimPrefix(f.Address, "https://"), "http://")
	}
	return page.Span{Text: page.Shorten(name, longestWhere), Mark: page.Link, To: f.Address, Outside: true}
}

// soon returns a moment by how far away it is.
func soon(at time.Time) any {
	if at.IsZero() {
		return ""
	}
	return page.Time(at, 'R')
}

// yes is what a sentence is told of what is so.
func yes(is bool) string {
	if is {
		return "yes"
	}
	return ""
}
