package bot

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"talksbot/bot/command"
	"talksbot/bot/discord"
	"talksbot/bot/markdown"
	"talksbot/bot/settings"
	"talksbot/bot/store"
	"talksbot/page"
	"talksbot/shelf"
)

// A greeter says the first word in a server, once each time that the bot is invited.
type greeter struct {
	archives archives
	client   *discord.Client
	store    *store.Store
	shelf    *shelf.Shelf // nil where there is none
	settings *settings.Book
	log      *slog.Logger
	now      func() time.Time
}

// greetsFor is how long after the bot was invited there is still a first word: it may not have been
// connected.
const greetsFor = time.Hour

// joined greets a server that the bot has newly come to.
func (g greeter) joined(ctx context.Context, e discord.Event, m markdown.Writer) {
	news, err := g.store.EnterServer(ctx, e.Guild, e.Server.Joined)
	if err != nil {
		g.log.Error("a server is not known", "error", err, "server", e.Guild)
		return
	}
	if !news || !e.Server.Newly && g.now().Sub(e.Server.Joined) > greetsFor {
		return
	}
	g.log.Info("invited to a server", "server", e.Guild)
	if err := g.greet(ctx, e.Server, page.In(e.Locale), m); err != nil {
		g.log.Warn("a server could not be greeted", "error", err, "server", e.Guild)
	}
}

// greet says the first word where everybody reads it, or tells the owner why that cannot be.
func (g greeter) greet(ctx context.Context, s *discord.Server, w page.Printer, m markdown.Writer) error {
	nonce := "hello" + s.ID
	if s.May {
		hello := command.Reply{Page: page.Hello(g.archives.named(s.ID).library.Articles(), s.Channel, s.Lacks, w)}
		_, err := g.client.Post(ctx, s.Channel, nonce, hello.Wire(m))
		return err
	}
	told := command.Say(w, "hello.no-channel", "Server", s.Name)
	if s.Channel != "" {
		told = command.Say(w, "hello.nowhere", "Server", s.Name, "Channel", page.Span{Text: s.Channel, Mark: page.Channel},
			"Missing", page.Permissions(s.Lacks, w))
	}
	if s.Owner == "" {
		return errors.New("nothing may be said there, and its owner is not known")
	}
	dm, err := g.client.DM(ctx, s.Owner)
	if err != nil {
		return err
	}
	_, err = g.client.Post(ctx, dm.ID, nonce, told.Wire(m))
	return err
}

// left notes that the bot is no longer in a server: what is kept of it is forgotten after a while.
func (g greeter) left(ctx context.Context, e discord.Event) {
	g.log.Info("no longer in a server", "server", e.Guild)
	if err := g.store.LeaveServer(ctx, e.Guild, g.now()); err != nil {
		g.log.Error("a server that is gone was not noted", "error", err, "server", e.Guild)
	}
}

// forgetsEvery is how often it is looked whether there is something to forget.
const forgetsEvery = 24 * time.Hour

// forgetting forgets what is kept of servers that the bot has long left, until ctx ends.
func (g greeter) forgetting(ctx context.Context) {
	for ctx.Err() == nil {
		g.forgetLibraries(ctx)
		forgotten, err := g.store.ForgetServers(ctx, g.now())
		switch {
		case err != nil && ctx.Err() == nil:
			g.log.Error("servers that are gone could not be forgotten", "error", err)
		case forgotten > 0:
			g.log.Info("servers that are gone were forgotten", "servers", forgotten)
			if err := g.settings.Read(ctx); err != nil {
				g.log.Error("the servers' settings could not be read", "error", err)
			}
		}
		if err := g.store.ForgetGaps(ctx, g.now()); err != nil && ctx.Err() == nil {
			g.log.Error("questions kept long enough could not be forgotten", "error", err)
		}
		select {
		case <-ctx.Done():
		case <-time.After(forgetsEvery):
		}
	}
}

// forgetLibraries forgets the libraries of servers that the bot has long left.
func (g greeter) forgetLibraries(ctx context.Context) {
	if g.shelf == nil {
		return
	}
	gone, err := g.store.GoneServers(ctx, g.now())
	for _, guild := range gone {
		err = errors.Join(err, g.shelf.ForgetLibrary(ctx, guild))
	}
	if err != nil && ctx.Err() == nil {
		g.log.Error("libraries of servers that are gone could not be forgotten", "error", err)
	}
}
