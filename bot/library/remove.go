package library

import (
	"context"
	"strconv"

	"talksbot/bot/command"
	"talksbot/bot/discord"
	"talksbot/knowledge/article"
	"talksbot/page"
	"talksbot/shelf"
)

const (
	backName   = "library-back"   // the button that puts an article back
	forgetName = "library-forget" // the one that forgets it for good
)

// remove puts an article away. It can be put back.
func (c Commands) remove(ctx context.Context, e discord.Event) command.Reply {
	all, err := c.seenBy(ctx, e.Guild)
	if err != nil {
		return command.Reply{Err: err}
	}
	h, no, ok := c.meant(ctx, e, all)
	if !ok {
		return no
	}
	if _, err := c.Shelf.Remove(ctx, e.Guild, h.Article, e.User.ID); err != nil {
		return command.Reply{Err: err}
	}
	c.changed(ctx, e.Guild)
	r := command.Privately(c.Words, "library.removed", "Article", c.names(h))
	r.Page.Buttons = []page.Button{{Does: backName, Label: c.Words.Text("button.put-back"), Arg: strconv.FormatInt(h.Article, 10)}}
	return r
}

// putBack puts an article back that was put away, as it is by now.
func (c Commands) putBack(ctx context.Context, e discord.Event) command.Reply {
	last, no, ok := c.carried(ctx, e)
	if !ok {
		return no
	}
	if no, ok := c.mayAdd(ctx, e.Guild, 1); !ok {
		return no
	}
	full, err := c.Shelf.Edition(ctx, last.Version)
	if err != nil {
		return command.Reply{Err: err}
	}
	a, err := article.Unmarshal(full.Record)
	if err != nil {
		return command.Reply{Err: err}
	}
	state := article.Whole
	if last.State == article.Teaser {
		state = article.Teaser
	}
	if _, err := c.Shelf.Put(ctx, e.Guild, a, nil, state, shelf.Source{Kind: shelf.FromLink, Where: last.URL, By: e.User.ID}); err != nil {
		return command.Reply{Err: err}
	}
	c.changed(ctx, e.Guild)
	return c.instead(e, "library.put-back", "Article", c.names(holdingOf(last)))
}

// carried returns what the article says now that a button carries, which the server must have held and which is not
// forgotten; else no is the reply.
func (c Commands) carried(ctx context.Context, e discord.Event) (last shelf.Edition, no command.Reply, ok bool) {
	id, err := strconv.ParseInt(e.Arg, 10, 64)
	if err != nil {
		return last, command.Privately(c.Words, "button.library"), false
	}
	ever, _, err := c.Shelf.HasHeld(ctx, e.Guild, id)
	if err == nil && ever {
		last, err = c.last(ctx, id)
	}
	switch {
	case err != nil:
		return last, command.Reply{Err: err}, false
	case !ever || last.N == 0 || last.Forgotten != nil:
		return last, command.Privately(c.Words, "library.gone"), false
	}
	return last, command.Reply{}, true
}

// askForget says what forgetting an article means, with the button that does it.
func (c Commands) askForget(ctx context.Context, e discord.Event) command.Reply {
	all, err := c.seenBy(ctx, e.Guild)
	if err != nil {
		return command.Reply{Err: err}
	}
	away, err := c.away(ctx, e.Guild)
	if err != nil {
		return command.Reply{Err: err}
	}
	h, no, ok := c.meant(ctx, e, append(all, away...))
	if !ok {
		return no
	}
	r := command.Privately(c.Words, "library.forget", "Article", c.names(h))
	r.Page.Buttons = []page.Button{{Does: forgetName, Label: c.Words.Text("button.forget-article"), Arg: strconv.FormatInt(h.Article, 10)}}
	return r
}

// forget forgets an article for good, where no other library holds it.
func (c Commands) forget(ctx context.Context, e discord.Event) command.Reply {
	last, no, ok := c.carried(ctx, e)
	if !ok {
		return no
	}
	gone, err := c.Shelf.Forget(ctx, e.Guild, last.Article, e.User.ID)
	if err != nil {
		return command.Reply{Err: err}
	}
	c.changed(ctx, e.Guild)
	if !gone {
		return c.instead(e, "library.kept-elsewhere", "Article", c.names(holdingOf(last)))
	}
	return c.instead(e, "library.forgotten", "Article", c.names(holdingOf(last)))
}

// instead is the sentence of that name in place of the message whose button was pressed.
func (c Commands) instead(e discord.Event, name string, args ...any) command.Reply {
	return command.Turned(e, command.Say(c.Words, name, args...))
}
