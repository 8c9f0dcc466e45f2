package bot

import (
	"context"
	"log/slog"
	"time"

	"talksbot/bot/command"
	"talksbot/bot/discord"
	"talksbot/knowledge"
	"talksbot/knowledge/calendar"
	"talksbot/page"
)

// Libraries are what there is to answer from. Each server has a library of its own; what is asked in direct
// messages, or in servers that the bot is not in, is asked of the default one, which goes by "".
type Libraries interface {
	Of(library string) *knowledge.Current
	Refresh(ctx context.Context, library string) error // returns when Of has what was just added or taken out
}

// Everywhere is one library for all.
func Everywhere(c *knowledge.Current) Libraries { return everywhere{c} }

type everywhere struct{ *knowledge.Current }

func (e everywhere) Of(string) *knowledge.Current          { return e.Current }
func (e everywhere) Refresh(context.Context, string) error { return nil }

// libraryOf names the library of which an event asks.
func libraryOf(e discord.Event) string {
	if e.Abroad {
		return ""
	}
	return e.Guild
}

// archives show what the articles say: by citation, by day, by who said it. They know nothing of Discord but
// how much a message and a button hold.
type archives struct {
	libraries Libraries
	shelf     Shelf  // what was cited is kept there; nil: nowhere
	model     string // the language model that words answers; "": none
	words     page.Printer
	log       *slog.Logger
	now       func() time.Time
}

// archivesOf returns the archives of a bot, in English.
func archivesOf(o Options) archives {
	a := archives{libraries: o.Libraries, model: o.Model, log: o.Log, now: o.Now}
	if o.Shelf != nil {
		a.shelf = o.Shelf
	}
	return a
}

// in returns the archives as they speak another language.
func (a archives) in(w page.Printer) archives {
	a.words = w
	return a
}

// An archive is one view of one library, from which an event is answered throughout.
type archive struct {
	archives
	name    string // of the library
	library *knowledge.Library
}

// of returns the archive of which an event asks, as it stands.
func (a archives) of(e discord.Event) archive { return a.named(libraryOf(e)) }

// named returns the archive of the library of that name.
func (a archives) named(library string) archive {
	return archive{a, library, a.libraries.Of(library).Library()}
}

// asked returns a handler that answers from the archive of which an event asks.
func (a archives) asked(run func(archive, context.Context, discord.Event) command.Reply) command.Handler {
	return func(ctx context.Context, e discord.Event) command.Reply { return run(a.of(e), ctx, e) }
}

// today returns the day it is where the program runs.
func (a archives) today() calendar.Day { return calendar.DayOf(a.now()) }
