package main

import (
	"fmt"
	"log/slog"
	"strconv"
	"time"

	"talksbot/ingest"
	"talksbot/ingest/reason"
	"talksbot/internal/database"
	"talksbot/page"
	"talksbot/shelf"
)

// A feedsCmd looks after the feeds that bring new articles. They are read while the bot runs, and by "feeds read".
type feedsCmd struct {
	Server string `placeholder:"ID" help:"${library_server}"`

	List   feedsListCmd   `cmd:"" default:"withargs" help:"${feeds_list}"`
	Add    feedsAddCmd    `cmd:"" help:"${feeds_add}"`
	Remove feedsRemoveCmd `cmd:"" help:"${feeds_remove}"`
	Pause  feedsPauseCmd  `cmd:"" help:"${feeds_pause}"`
	Resume feedsResumeCmd `cmd:"" help:"${feeds_resume}"`
	Read   feedsReadCmd   `cmd:"" help:"${feeds_read}"`
}

type feedsListCmd struct {
	JSON bool `name:"json" help:"${json}"`
}

// Run lists the feeds, with how reading each goes.
func (c *feedsListCmd) Run(e *env, of *feedsCmd) error {
	return withShelf(e, func(held *shelf.Shelf) error {
		feeds, err := held.Feeds(e.ctx, of.Server)
		if err != nil {
			return err
		}
		out := feedsOut{Feeds: make([]feedOut, len(feeds))}
		for i, f := range feeds {
			out.Feeds[i] = newFeed(f)
		}
		return output{JSON: c.JSON}.write(e, out, feedsPage(feeds, e.words))
	})
}

// feedsPage lists feeds.
func feedsPage(feeds []shelf.Following, words page.Printer) page.Page {
	if len(feeds) == 0 {
		return words.Page("terminal.no-feeds")
	}
	var lines []page.Line
	for _, f := range feeds {
		var how []page.Span
		switch next := f.Next.Local().Format("2 January 15:04"); {
		case f.Paused:
			how = words.Say("terminal.feed-paused")
		case f.Failures > 0:
			how = words.Say("terminal.feed-fails", "N", f.Failures, "Why", words.Text("ingest."+f.Reason), "Next", next)
		case f.First:
			how = words.Say("terminal.feed-new")
		default:
			how = words.Say("terminal.feed-fine", "Next", next)
		}
		title := f.Title
		if title == "" {
			title = f.Address
		}
		lines = append(lines, page.Line{Kind: page.Item, Spans: words.Say("terminal.feed", "ID", f.ID, "Title", page.Outside(title), "Address", page.Outside(f.Address), "How", how)})
	}
	return page.Page{Parts: []page.Part{{Stays: true, Lines: lines}}, Notes: []page.Line{{Kind: page.Small, Spans: words.Say("terminal.feeds-foot")}}}
}

type feedsAddCmd struct {
	Address string `arg:"" name:"LINK" help:"${feeds_address}"`
}

// Run follows a feed, or the one that a page names, and reads it at once.
func (c *feedsAddCmd) Run(e *env, of *feedsCmd) error {
	return withShelf(e, func(held *shelf.Shelf) error {
		reader := newReader(e, held, e.quiet())
		followed, err := reader.AddFeed(e.ctx, of.Server, c.Address, "")
		switch why := ingest.ReasonOf(err); {
		case why == reason.Failed: // nothing of the feed's: something of ours is broken
			return err
		case why != "":
			return fmt.Errorf("%s: %s", c.Address, e.words.Text("ingest."+string(why)))
		}
		before, err := held.Holdings(e.ctx, of.Server)
		if err != nil {
			return err
		}
		if err := reader.Poll(e.ctx); err != nil {
			return err
		}
		return tellRead(e, held, of.Server, followed.Address, len(before))
	})
}

// tellRead tells how many articles a library has got.
func tellRead(e *env, held *shelf.Shelf, library, what string, before int) error {
	now, err := held.Holdings(e.ctx, library)
	if err != nil {
		return err
	}
	return output{}.write(e, nil, e.words.Page("terminal.feeds-read", "What", page.Outside(what), "N", len(now)-before))
}

type feedsRemoveCmd struct {
	Feed string `arg:"" name:"FEED" help:"${feeds_which}"`
}

// Run ends that a feed is followed.
func (c *feedsRemoveCmd) Run(e *env, of *feedsCmd) error {
	return withFeed(e, of.Server, c.Feed, "terminal.feed-ended", func(held *shelf.Shelf, f shelf.Following) error {
		_, err := held.Unfollow(e.ctx, of.Server, f.ID)
		return err
	})
}

type feedsPauseCmd struct {
	Feed string `arg:"" name:"FEED" help:"${feeds_which}"`
}

// Run pauses a feed.
func (c *feedsPauseCmd) Run(e *env, of *feedsCmd) error {
	return withFeed(e, of.Server, c.Feed, "terminal.feed-is-paused", func(held *shelf.Shelf, f shelf.Following) error {
		_, err := held.PauseFeed(e.ctx, of.Server, f.ID, true)
		return err
	})
}

type feedsResumeCmd struct {
	Feed string `arg:"" name:"FEED" help:"${feeds_which}"`
}

// Run lets a feed go on.
func (c *feedsResumeCmd) Run(e *env, of *feedsCmd) error {
	return withFeed(e, of.Server, c.Feed, "terminal.feed-goes-on", func(held *shelf.Shelf, f shelf.Following) error {
		_, err := held.PauseFeed(e.ctx, of.Server, f.ID, false)
		return err
	})
}

type feedsReadCmd struct{}

// Run reads what is due now, feeds and links, of all libraries.
func (c *feedsReadCmd) Run(e *env, of *feedsCmd) error {
	return withShelf(e, func(held *shelf.Shelf) error {
		before, err := held.Holdings(e.ctx, of.Server)
		if err != nil {
			return err
		}
		if err := newReader(e, held, e.quiet()).Poll(e.ctx); err != nil {
			return err
		}
		return tellRead(e, held, of.Server, "", len(before))
	})
}

// withFeed does something with a feed, named by its number or its address, and tells that it is done.
func withFeed(e *env, library, named, done string, do func(*shelf.Shelf, shelf.Following) error) error {
	return withShelf(e, func(held *shelf.Shelf) error {
		feeds, err := held.Feeds(e.ctx, library)
		if err != nil {
			return err
		}
		for _, f := range feeds {
			if f.Address != named && strconv.FormatInt(f.ID, 10) != named {
				continue
			}
			if err := do(held, f); err != nil {
				return err
			}
			return output{}.write(e, nil, e.words.Page(done, "Address", page.Outside(f.Address)))
		}
		return usageError{fmt.Errorf("no feed has the number or address %q (talksbot feeds lists them)", named)}
	})
}

// withShelf works on the shelf.
func withShelf(e *env, work func(*shelf.Shelf) error) error {
	db, err := database.Open(e.ctx, e.settings.database)
	if err != nil {
		return err
	}
	defer db.Close()
	err = work(shelf.New(db))
	if stopped := stopped(e); stopped != nil {
		return stopped
	}
	return err
}

// newReader returns what takes articles up.
func newReader(e *env, held *shelf.Shelf, log *slog.Logger) *ingest.Reader {
	return &ingest.Reader{Shelf: held, Network: e.web, Log: log, Version: version()}
}

type feedsOut struct {
	Feeds []feedOut `json:"feeds"`
}

type feedOut struct {
	ID       int64  `json:"id"`
	Address  string `json:"address"`
	Title    string `json:"title,omitempty"`
	Since    string `json:"since"` // RFC 3339, as the other times
	Paused   bool   `json:"paused"`
	Next     string `json:"next,omitempty"` // when it is read
	Failures int    `json:"failures"`       // in a row
	Reason   string `json:"reason,omitempty"`
}

func newFeed(f shelf.Following) feedOut {
	return feedOut{ID: f.ID, Address: f.Address, Title: f.Title, Since: rfc3339(f.Since), Paused: f.Paused, Next: rfc3339(f.Next), Failures: f.Failures, Reason: f.Reason}
}

// rfc3339 writes a moment for programs; "" for none.
func rfc3339(at time.Time) string {
	if at.IsZero() {
		return ""
	}
	return at.UTC().Format(time.RFC3339)
}
