package bot

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"runtime"
	"strings"
	"sync"
	"time"

	"talksbot/ask"
	"talksbot/ask/gaps"
	"talksbot/bot/command"
	"talksbot/bot/digests"
	"talksbot/bot/discord"
	"talksbot/bot/follows"
	"talksbot/bot/library"
	"talksbot/bot/press"
	"talksbot/bot/queue"
	"talksbot/bot/settings"
	"talksbot/bot/store"
	"talksbot/knowledge"
	"talksbot/knowledge/timeline"
	"talksbot/page"
	"talksbot/shelf"
)

// Options say what a Bot works with. Token, Answer, Libraries and Store are needed; all else has
// the default named.
type Options struct {
	Token     discord.Secret                                 // as the developer portal shows it, with or without "Bot " before it
	Answer    func(context.Context, ask.Question) ask.Answer // of an [ask.Asker]; it returns when its context ends at the latest
	Libraries Libraries                                      // what there is to answer from
	Store     *store.Store                                   // who gets digests, what they were shown, what was answered

	Shelf  *shelf.Shelf   // keeps what answers cite as it was, and which articles each server has; nil: nothing does
	Reader Reader         // takes up the articles that people add to their servers; nil: nobody can
	Limits library.Limits // of what a server may add; the usual ones

	Guild   string            // register the commands in this server only, at once; "": everywhere
	Version string            // shown by /about; "development"
	Model   string            // the language model that words answers; "": none
	Figures []page.Figure     // how good this build was measured to be, shown by /about; none
	Rate    int               // questions one person may ask a minute; 5
	Workers int               // questions answered at the same time; as many as help
	Log     *slog.Logger      // silent
	Network http.RoundTripper // for REST calls; the network, with the proxies of the environment
	Dial    discord.Dialer    // for the gateway; likewise
	Now     func() time.Time  // time.Now

	Endpoint Endpoint // where Discord posts interactions; none: it tells the gateway of them

	ServerRate int    // questions one server may ask a minute; 30
	ModelHost  string // where the language model runs, which people are told; ""
}

// A Bot answers questions on Discord.
type Bot struct {
	dispatcher
	guild    string
	endpoint Endpoint
	archives archives
	desk     *digests.Desk
	press    *press.Press  // of the desk's
	follows  *follows.Desk // nil: nothing tells what is new
	greeter  greeter
	reader   gaps.Reader
	underway library.Underway
	rereads  rereader
	greeted  sync.Once // READY has come
}

// How many questions are answered at the same time: more than there are processors, as a language model
// is waited for most of that time; and without one, as the encoder reads for some only, so that the
// others are answered meanwhile by their words alone.
const (
	leastWorkers        = 16
	workersPerProcessor = 4
)

// New returns a bot that is not yet connected.
func New(o Options) (*Bot, error) {
	switch {
	case o.Answer == nil || o.Libraries == nil || o.Store == nil:
		return nil, errors.New("a bot needs Answer, Libraries and a Store")
	case strings.ContainsFunc(o.Guild, func(r rune) bool { return r < '0' || r > '9' }):
		return nil, fmt.Errorf("DISCORD_GUILD_ID is %q, not a server's ID: it is a number (right-click the server, Copy Server ID)", o.Guild)
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	o.Version = cmp.Or(o.Version, "development")
	client, err := discord.New(discord.Options{Token: o.Token, Version: o.Version, Network: o.Network, Dial: o.Dial, Log: o.Log,
		Status: func() string { return page.Status(o.Libraries.Of("").Library().Articles(), page.Printer{}) }})
	if err != nil {
		return nil, err
	}
	chosen, err := settings.Open(context.Background(), o.Store)
	if err != nil {
		return nil, err
	}
	b := &Bot{guild: o.Guild, endpoint: o.Endpoint, archives: archivesOf(o), dispatcher: newDispatcher(o, client, chosen)}
	b.desk = digests.NewDesk(client, o.Store, func(guild string) *knowledge.Library { return b.archives.named(guild).library }, b.archives.revised, b.languages.in, o.Log)
	b.rereads = newRereader(o)
	b.greeter = greeter{archives: b.archives, client: client, store: o.Store, shelf: o.Shelf, settings: chosen, log: o.Log, now: o.Now}
	if o.Shelf != nil {
		b.follows = &follows.Desk{Options: follows.Options{Client: client, Watches: o.Store.Watchlist(), Shelf: o.Shelf, Speaks: b.languages.in, Answers: o.Answer, Log: o.Log, Now: o.Now,
			Of: func(guild string) *knowledge.Library { return b.archives.named(guild).library }}}
	}
	b.press = press.New(press.Options{Store: o.Store, Desk: b.desk, Log: o.Log, Now: o.Now})
	b.table = b.tableOf(o, b.archives)
	for _, code := range page.Languages()[1:] {
		w := page.In(code)
		b.languages.tables[w] = b.tableOf(o, b.archives.in(w))
	}
	return b, nil
}

// tableOf returns the table of what can be asked of archives, in their language.
func (b *Bot) tableOf(o Options, a archives) command.Table {
	return newTable(
		a,
		asking{archives: a, answers: o.Answer, conversations: b.conversations, store: o.Store, settings: b.settings, running: &b.running, rereads: b.rereads, log: o.Log},
		receipts{archives: a, conversations: b.conversations},
		scheduler{archives: a, client: b.client},
		b.libraryCommands(o, a.words),
		b.followCommands(a.words),
		digests.Commands{Desk: b.desk.In(a.words), Now: o.Now},
		settings.Commands{Book: b.settings, Bounds: b.door.bounds, Client: b.client, Words: a.words, Log: o.Log},
		lacking{archives: a, store: o.Store, settings: b.settings, answers: o.Answer, reader: &b.reader},
		keeper{client: b.client, store: o.Store, shelf: o.Shelf, host: o.ModelHost, words: a.words, log: o.Log},
		shower{client: b.client, conversations: b.conversations, words: a.words},
		critic{conversations: b.conversations, keep: o.Store.KeepGap, now: o.Now, words: a.words},
		a.about(o.Version, o.ModelHost, o.Figures),
	)
}

// followCommands returns the commands about what channels follow, in a language; none where nothing tells what is new.
func (b *Bot) followCommands(w page.Printer) *follows.Commands {
	if b.follows == nil {
		return nil
	}
	return &follows.Commands{Desk: b.follows, Words: w}
}

// libraryCommands returns the commands about libraries, in a language; none where nobody can add to them.
func (b *Bot) libraryCommands(o Options, w page.Printer) *library.Commands {
	if o.Shelf == nil || o.Reader == nil {
		return nil
	}
	return &library.Commands{Shelf: o.Shelf, Reader: o.Reader, Refresh: o.Libraries.Refresh, Client: b.client,
		Limits: o.Limits.OrUsual(), Underway: &b.underway, Words: w, Now: o.Now, Log: o.Log}
}

// newDispatcher returns a dispatcher whose table is empty yet.
func newDispatcher(o Options, client *discord.Client, chosen *settings.Book) dispatcher {
	bounds := settings.BoundsOf(o.Rate, o.ServerRate, o.Model)
	workers := max(leastWorkers, workersPerProcessor*runtime.GOMAXPROCS(0))
	return dispatcher{
		sender: sender{client: client, conversations: &conversations{memory: o.Store, log: o.Log, now: o.Now}},
		door:   door{bounds: bounds, limiter: newLimiter()}, settings: chosen,
		line:   queue.New(cmp.Or(max(o.Workers, 0), workers), mostInLine),
		events: make(chan struct{}, mostInHand),

		languages: newLanguages(client.Locale, func(guild string) string { return chosen.Of(guild).Language }),

		waits: usual, log: o.Log, now: o.Now,
	}
}

// Run connects to Discord and answers until ctx ends; then it takes nothing more, lets what
// runs finish for ten seconds, and returns nil. It returns an error, in words for whoever runs
// the bot, when Discord refuses the token or what the bot asks for, or cannot be reached at
// the start. What goes wrong later it outlasts. Run is called once.
func (b *Bot) Run(ctx context.Context) error {
	working, stop := context.WithCancel(context.WithoutCancel(ctx))
	defer stop()
	ctx, end := context.WithCancel(ctx)
	defer end()
	defer b.client.Close()
	b.running.Go(func() { timeline.New(b.archives.named("").library).Topics("", 1) }) // suggestions have no time to wait for it
	b.running.Go(b.desk.Prepare)
	err := b.connect(ctx, func(e discord.Event) { b.hear(ctx, working, e) })
	end() // the digests too: nothing more is begun, whatever ended the connection
	b.drain(stop)
	return err
}

// hear takes an event. It runs on the goroutine that reads the gateway, or on one that answers Discord, and waits for
// nothing.
// What is begun for the event works for as long as working; what runs on beside ends with ctx.
func (b *Bot) hear(ctx, working context.Context, e discord.Event) {
	switch e.Kind {
	case discord.Ready:
		b.ready(ctx, working, e)
	case discord.Joined:
		b.running.Go(func() { b.greeter.joined(working, e, b.markdown()) })
	case discord.Left:
		b.running.Go(func() { b.greeter.left(working, e) })
	default:
		b.take(working, e)
	}
}

// ready takes note of who we are and, the first time, tells Discord of the commands and starts
// the press, for as long as ctx lasts.
func (b *Bot) ready(ctx, working context.Context, e discord.Event) {
	b.log.Info("connected to Discord", "as", e.User.Name, "servers", e.Servers)
	b.greeted.Do(func() {
		b.running.Go(func() { b.press.Run(ctx, working) })
		if b.follows != nil {
			b.running.Go(func() { b.follows.Run(ctx, working) })
		}
		b.running.Go(func() { b.greeter.forgetting(ctx) })
		if e.App != "" {
			b.log.Info("to add the bot to a server, open the invite link", "invite", Invite(e.App), "for oneself", inviteAlong(e.App))
			b.running.Go(func() { b.register(ctx, e.App) })
		}
	})
}

// register tells Discord of the commands and takes note of their IDs.
func (b *Bot) register(ctx context.Context, app string) {
	ids, err := b.client.Register(ctx, app, b.guild, b.table.Registration())
	switch {
	case err == nil:
		ids = b.table.IDs(ids)
		b.commandIDs.Store(&ids)
	case ctx.Err() == nil:
		b.log.Error("Discord refused the commands; mentions and direct messages work without", "error", err, "server", b.guild)
	}
}
