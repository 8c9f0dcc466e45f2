// Package library is what those who manage a server do with its library: the articles it is answered from, and the
// feeds that bring new ones.
//
// The house, bottom up:
//
//	links.go     the links in a text
//	outcome.go   what became of what was to be added, in words
//	underway.go  what takes long, shown while it runs, and cancelled
//	holdings.go  which articles a server sees, found again by what people choose
//	add.go       links and files, and the links of a message
//	list.go      the articles
//	remove.go    put away, put back, forgotten
//	feeds.go     /library feed
//	commands.go  /library
package library

import (
	"context"
	"log/slog"
	"time"

	"talksbot/bot/command"
	"talksbot/bot/discord"
	"talksbot/ingest"
	"talksbot/knowledge/article"
	"talksbot/page"
	"talksbot/shelf"
)

// A Shelf is where articles are kept, and which library holds which.
type Shelf interface {
	Holdings(ctx context.Context, library string) ([]shelf.Holding, error)
	Removed(ctx context.Context, library string) ([]int64, error)
	Editions(ctx context.Context, article int64) ([]shelf.Edition, error)
	Edition(ctx context.Context, v article.Version) (shelf.Edition, error)
	Put(ctx context.Context, library string, a *article.Article, aliases []string, state shelf.State, from shelf.Source) (shelf.Put, error)
	HasHeld(ctx context.Context, library string, article int64) (ever, still bool, err error)
	Remove(ctx context.Context, library string, article int64, by string) (was bool, err error)
	Forget(ctx context.Context, library string, article int64, by string) (gone bool, err error)
	Counts(ctx context.Context, library string, since time.Time) (articles, feeds, adds int, err error)

	Feeds(ctx context.Context, library string) ([]shelf.Following, error)
	Unfollow(ctx context.Context, library string, feed int64) (was bool, err error)
	PauseFeed(ctx context.Context, library string, feed int64, paused bool) (changed bool, err error)
}

// A Reader takes up articles. What it has begun when its context ends it finishes another time, or never begins.
type Reader interface {
	Add(ctx context.Context, library string, links []string, by string, tell func(done, of int)) ([]ingest.Outcome, error)
	AddFile(ctx context.Context, library, name string, data []byte, by string) ([]ingest.Outcome, error)

	// AddFeed makes a library follow the feed at an address, or the one that a page there names. Its error has a reason
	// that [ingest.ReasonOf] returns.
	AddFeed(ctx context.Context, library, address, by string) (ingest.Followed, error)
}

// Limits are how much one server may have. Where one is zero the usual one holds.
type Limits struct {
	Articles int // that it holds itself; 2,000
	Feeds    int // that it follows; 20
	Adds     int // articles that people add in an hour; 60
}

// OrUsual returns the limits with the usual ones where there is none.
func (l Limits) OrUsual() Limits {
	usual := Limits{Articles: 2000, Feeds: 20, Adds: 60}
	for _, one := range []struct{ is, usual *int }{{&l.Articles, &usual.Articles}, {&l.Feeds, &usual.Feeds}, {&l.Adds, &usual.Adds}} {
		if *one.is <= 0 {
			*one.is = *one.usual
		}
	}
	return l
}

// Commands are those about libraries.
type Commands struct {
	Shelf    Shelf
	Reader   Reader
	Refresh  func(ctx context.Context, library string) error // has readers answered from what has changed
	Client   *discord.Client
	Limits   Limits
	Underway *Underway
	Words    page.Printer
	Now      func() time.Time
	Log      *slog.Logger
}

// OnMessage is the command that adds what a message links to.
const OnMessage = "Add this article"

// The options, and how long what is typed into them may be.
const (
	linkOption, fileOption, articleOption, feedOption, searchOption, pausedOption = "link", "file", "article", "feed", "search", "paused"

	longestLinks  = 6000
	longestSearch = 40
)

// Rows are the subcommands of /library.
func (c Commands) Rows() []command.Row {
	article := []discord.Option{{Name: articleOption, Description: "option.library-article", Type: command.Text, Required: true, Autocomplete: true}}
	feed := []discord.Option{{Name: feedOption, Description: "option.library-feed", Type: command.Text, Required: true, Autocomplete: true}}
	rows := []command.Row{
		{Name: "library add", Group: "command.library", Description: "command.library-add", Long: true, Run: c.add, Options: []discord.Option{
			{Name: linkOption, Description: "option.library-link", Type: command.Text, MaxLength: longestLinks},
			{Name: fileOption, Description: "option.library-file", Type: command.File},
		}},
		{Name: "library list", Description: "command.library-list", Run: c.list, Options: []discord.Option{
			{Name: searchOption, Description: "option.library-search", Type: command.Text, MaxLength: longestSearch},
		}},
		{Name: "library remove", Description: "command.library-remove", Run: c.remove, Suggest: c.suggestHeld, Options: article},
		{Name: "library forget", Description: "command.library-forget", Run: c.askForget, Suggest: c.suggestAll, Options: article},
		{Name: "library feed add", Within: "command.library-feeds", Description: "command.library-feed-add", Long: true, Run: c.follow, Options: []discord.Option{
			{Name: linkOption, Description: "option.library-feed-link", Type: command.Text, Required: true, MaxLength: longestLinks},
		}},
		{Name: "library feed list", Description: "command.library-feed-list", Run: c.feeds},
		{Name: "library feed remove", Description: "command.library-feed-remove", Run: c.unfollow, Suggest: c.suggestFeeds, Options: feed},
		{Name: "library feed why", Description: "command.library-feed-why", Run: c.why, Suggest: c.suggestFeeds, Options: feed},
		{Name: "library feed pause", Description: "command.library-feed-pause", Run: c.pause, Suggest: c.suggestFeeds, Options: append(feed,
			discord.Option{Name: pausedOption, Description: "option.library-paused", Type: command.YesNo})},
		{Name: OnMessage, Description: "command.library-message", OnMessage: true, Long: true, Run: c.addFrom},
	}
	for i := range rows {
		rows[i].Private, rows[i].Manages, rows[i].Unlisted = true, true, i > 0 && !rows[i].OnMessage
	}
	return rows
}

// Controls are the rows of what stands under their replies.
func (c Commands) Controls() []command.Row {
	return []command.Row{
		{Name: cancelName, Private: true, Manages: true, Run: c.cancel},
		{Name: listTurn, Turns: true, Manages: true, Run: c.turn},
		{Name: backName, Turns: true, Manages: true, Run: c.putBack},
		{Name: forgetName, Turns: true, Manages: true, Run: c.forget},
		{Name: feedsTurn, Turns: true, Manages: true, Run: c.turnFeeds},
	}
}

// changed has readers answered from what a library holds now. Where that fails they are soon, all the same.
func (c Commands) changed(ctx context.Context, library string) {
	if err := c.Refresh(ctx, library); err != nil {
		c.Log.Warn("a library is read again later", "error", err, "server", library)
	}
}
