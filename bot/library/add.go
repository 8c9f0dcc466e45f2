package library

import (
	"context"
	"errors"
	"slices"
	"time"

	"talksbot/bot/command"
	"talksbot/bot/discord"
	"talksbot/ingest"
	"talksbot/ingest/reason"
	"talksbot/page"
)

const (
	// mostBytes is how large an attachment may be.
	mostBytes = 5 << 20

	// mostAtOnce is how many links are taken up at once.
	mostAtOnce = 20
)

// add adds what links lead to, and a file.
func (c Commands) add(ctx context.Context, e discord.Event) command.Reply {
	links := typedLinks(e.Values[linkOption])
	file, hasFile := e.Files[fileOption]
	switch {
	case len(links) == 0 && !hasFile:
		return command.Privately(c.Words, "library.nothing-given")
	case len(links) > mostAtOnce:
		return command.Privately(c.Words, "library.too-many-links", "N", mostAtOnce)
	}
	given := len(links)
	if hasFile {
		given++
	}
	return c.adding(ctx, e, given, func(ctx context.Context, tell func(done, of int)) (all []ingest.Outcome, err error) {
		if hasFile {
			if all, err = c.addFile(ctx, e, file); err != nil || len(links) == 0 {
				return all, err
			}
		}
		read, err := c.addLinks(ctx, e, links, tell)
		return append(all, read...), err
	})
}

// addFrom adds what a message links to.
func (c Commands) addFrom(ctx context.Context, e discord.Event) command.Reply {
	if e.Message == nil {
		return command.Reply{Err: errNoMessage}
	}
	links := linksIn(e.Message.Text())
	switch {
	case len(links) == 0:
		return command.Privately(c.Words, "library.no-link")
	case len(links) > mostAtOnce:
		return command.Privately(c.Words, "library.too-many-links", "N", mostAtOnce)
	}
	return c.adding(ctx, e, len(links), func(ctx context.Context, tell func(done, of int)) ([]ingest.Outcome, error) {
		return c.addLinks(ctx, e, links, tell)
	})
}

var errNoMessage = errors.New("the message is missing")

// adding does the work of adding so much, which is shown and can be cancelled, and tells what became of it.
func (c Commands) adding(ctx context.Context, e discord.Event, given int, work func(ctx context.Context, tell func(done, of int)) ([]ingest.Outcome, error)) command.Reply {
	if no, ok := c.mayAdd(ctx, e.Guild, given); !ok {
		return no
	}
	before, err := c.seenBy(ctx, e.Guild)
	if err != nil {
		return command.Reply{Err: err}
	}
	working, name, end := c.Underway.begin(ctx, e.Guild)
	defer end()
	c.shows(ctx, name, 0, given)
	all, err := work(working, func(done, _ int) { c.shows(ctx, name, done, given) })
	c.changed(context.WithoutCancel(ctx), e.Guild)
	all = heldBefore(all, before)
	cancelled := working.Err() != nil
	switch {
	case err != nil && !cancelled:
		return command.Reply{Err: err}
	case cancelled && len(all) == 0:
		return command.Privately(c.Words, "library.cancelled")
	}
	if !cancelled {
		given = len(all) // a file may have several
	}
	r := command.Reply{Page: c.Told(given, all), Private: true}
	switch {
	case cancelled:
		r.Page.Head = []page.Line{{Spans: c.Words.Say("library.cancelled")}}
	case len(of(ingest.Added, all))+len(of(ingest.Updated, all)) > 0:
		r.Page.Notes = append(r.Page.Notes, page.Line{Kind: page.Small, Spans: c.Words.Say("library.answers")})
	}
	return r
}

// heldBefore returns outcomes as they are for the server: what it saw before in the default library is not new to it.
func heldBefore(all []ingest.Outcome, before []seen) []ingest.Outcome {
	for i, o := range all {
		at := slices.IndexFunc(before, func(s seen) bool { return s.Article == o.Holding.Article })
		if o.What == ingest.Added && at >= 0 {
			all[i].What, all[i].Since = ingest.Held, before[at].Since
		}
	}
	return all
}

// mayAdd reports whether a server may add so many articles, or says why not.
func (c Commands) mayAdd(ctx context.Context, server string, more int) (no command.Reply, ok bool) {
	articles, _, adds, err := c.Shelf.Counts(ctx, server, c.Now().Add(-time.Hour))
	switch {
	case err != nil:
		return command.Reply{Err: err}, false
	case articles+more > c.Limits.Articles:
		return command.Privately(c.Words, "library.full", "N", c.Limits.Articles, "Held", articles), false
	case adds+more > c.Limits.Adds:
		return command.Privately(c.Words, "library.too-often", "N", c.Limits.Adds, "Left", max(0, c.Limits.Adds-adds)), false
	}
	return command.Reply{}, true
}

// addLinks adds what links lead to; of what is no link it says so.
func (c Commands) addLinks(ctx context.Context, e discord.Event, typed []string, tell func(done, of int)) (all []ingest.Outcome, err error) {
	var links []string
	for _, link := range typed {
		if isLink(link) {
			links = append(links, link)
			continue
		}
		all = append(all, ingest.Outcome{Where: link, What: ingest.Refused, Reason: reason.BadAddress})
	}
	if len(links) == 0 {
		return all, nil
	}
	read, err := c.Reader.Add(ctx, e.Guild, links, e.User.ID, tell)
	return append(all, read...), err
}

// addFile adds an attachment.
func (c Commands) addFile(ctx context.Context, e discord.Event, file discord.Attachment) ([]ingest.Outcome, error) {
	data, err := c.Client.Download(ctx, file, mostBytes)
	switch {
	case errors.Is(err, discord.ErrTooLarge):
		return []ingest.Outcome{{Where: file.Name, What: ingest.Refused, Reason: reason.TooLarge}}, nil
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case err != nil:
		c.Log.Warn("an attachment could not be fetched", "error", err, "server", e.Guild)
		return []ingest.Outcome{{Where: file.Name, What: ingest.Refused, Reason: reason.Unreachable}}, nil
	}
	return c.Reader.AddFile(ctx, e.Guild, file.Name, data, e.User.ID)
}
