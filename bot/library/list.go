package library

import (
	"context"
	"strings"

	"talksbot/bot/command"
	"talksbot/bot/discord"
	"talksbot/page"
	"talksbot/shelf"
)

// listTurn is the button that turns a page of the list.
const listTurn = "library"

// list lists the articles that a server sees.
func (c Commands) list(ctx context.Context, e discord.Event) command.Reply {
	return c.listed(ctx, e, command.View{Asked: []string{strings.TrimSpace(e.Values[searchOption])}})
}

// turn turns a page of the list.
func (c Commands) turn(ctx context.Context, e discord.Event) command.Reply {
	v, err := command.DecodeView(e.Arg, 1)
	if err != nil {
		return command.Privately(c.Words, "button.library")
	}
	return command.Turned(e, c.listed(ctx, e, v))
}

func (c Commands) listed(ctx context.Context, e discord.Event, v command.View) command.Reply {
	all, err := c.seenBy(ctx, e.Guild)
	if err != nil {
		return command.Reply{Err: err}
	}
	held, search := len(all), v.Asked[0]
	all = matching(all, search)
	switch {
	case held == 0:
		return command.Privately(c.Words, "library.empty")
	case len(all) == 0:
		return command.Privately(c.Words, "library.none-fits", "Search", search)
	}
	v, first, end := v.Within(len(all))
	p := c.Words.Page("library.list", "N", len(all), "Search", search)
	for _, s := range all[first:end] {
		p.Parts[0].Lines = append(p.Parts[0].Lines, page.Line{Kind: page.Item, Spans: c.Words.Say("library.item", "Article", c.names(s.Holding),
			"How", c.how(s), "Since", moment(s.Since), "Changed", changedOf(s))})
	}
	p.Notes = append(v.Foot(len(all), "pages.library", c.Words), page.Line{Kind: page.Small, Spans: c.Words.Say("library.foot")})
	p.Buttons = v.Turns(listTurn, len(all), c.Words)
	return command.Reply{Page: p, Private: true}
}

// hows are the sentences that say how an article came to a library.
var hows = map[shelf.Kind]string{
	shelf.FromLink: "library.by-link", shelf.FromFeed: "library.by-feed", shelf.FromAttachment: "library.by-file",
	shelf.FromFile: "library.by-operator", shelf.FromShipped: "library.by-operator",
}

// how says how an article came to the server.
func (c Commands) how(s seen) []page.Span {
	name := hows[s.Source.Kind]
	if s.common || name == "" {
		name = "library.by-operator"
	}
	by := any("")
	if s.Source.By != "" && !s.common {
		by = page.Span{Text: s.Source.By, Mark: page.Person}
	}
	return c.Words.Say(name, "By", by)
}

// changedOf is what a sentence is told of an article that has changed since it came.
func changedOf(s seen) string {
	if s.N > 1 {
		return "yes"
	}
	return ""
}
