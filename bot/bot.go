package bot

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"talksbot/ask"
	"talksbot/ask/digest"
	"talksbot/bot/discord"
	"talksbot/bot/press"
	"talksbot/bot/store"
	"talksbot/knowledge"
)

// Options say what a Bot works with. Token, Answer, Library and Store are needed; all else has
// the default named.
type Options struct {
	Token   discord.Secret                                 // as the developer portal shows it, with or without "Bot " before it
	Answer  func(context.Context, ask.Question) ask.Answer // of an [ask.Asker]; it returns when its context ends at the latest
	Library *knowledge.Library                             // what /about tells of and Sources quotes from
	Store   *store.Store                                   // who gets digests, what they were shown, what was answered

	Guild   string            // register the commands in this server only, at once; "": everywhere
	Version string            // shown by /about; "development"
	Model   string            // the language model that words answers; "": none
	Figures []string          // how good this build was measured to be, shown by /about; none
	Rate    int               // questions one person may ask a minute; 5
	Workers int               // questions answered at the same time; 16
	Log     *slog.Logger      // silent
	Network http.RoundTripper // for REST calls; the network, with the proxies of the environment
	Dial    discord.Dialer    // for the gateway; likewise
	Now     func() time.Time  // time.Now

	ServerRate int // questions one server may ask a minute; 30
}

// A Bot answers questions on Discord.
type Bot struct {
	archive
	Options
	waits         waits
	client        *discord.Client
	desk          *desk
	press         *press.Press // of the desk's
	table         table
	editor        func() *digest.Editor // of the library's digests, made once
	door          door
	conversations *conversations

	events  chan struct{} // a slot for each event being handled
	running sync.WaitGroup

	greeted    sync.Once                         // READY has come
	commandIDs atomic.Pointer[map[string]string] // by name, known once registered
}

// eventsPerWorker is how many events may be in hand for each question being answered: the
// rest are quick.
const eventsPerWorker = 8

// New returns a bot that is not yet connected.
func New(o Options) (*Bot, error) {
	switch {
	case o.Answer == nil || o.Library == nil || o.Store == nil:
		return nil, errors.New("a bot needs Answer, a Library and a Store")
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
	client, err := discord.New(discord.Options{Token: o.Token, Version: o.Version, Network: o.Network, Dial: o.Dial, Log: o.Log})
	if err != nil {
		return nil, err
	}
	workers := cmp.Or(max(o.Workers, 0), 16)
	b := &Bot{
		archive: newArchive(o.Library, o.Model, o.Log, o.Now), Options: o, client: client, waits: usual, table: newTable(),
		door:          door{places: make(chan struct{}, workers), people: newLimiter(cmp.Or(max(o.Rate, 0), 5)), servers: newLimiter(cmp.Or(max(o.ServerRate, 0), 30))},
		events:        make(chan struct{}, workers*eventsPerWorker),
		conversations: &conversations{memory: o.Store, log: o.Log, now: o.Now},
	}
	b.editor = sync.OnceValue(func() *digest.Editor { return digest.NewEditor(o.Library) })
	b.desk = &desk{client: b.client, store: o.Store, editor: b.editor, log: b.log}
	b.press = press.New(press.Options{Store: o.Store, Desk: b.desk, Log: b.log, Now: b.now})
	return b, nil
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
	b.running.Go(func() { b.timeline().Topics("", 1) }) // suggestions have no time to wait for it
	b.running.Go(func() { b.editor() })                 // it reads every article, which a digest has no time for
	err := b.client.Run(ctx, func(e event) { b.hear(ctx, working, e) })
	end() // the digests too: nothing more is begun, whatever ended the connection
	b.drain(stop)
	return err
}

// drain waits for what runs. What takes too long has its context ended; what does not heed
// that is left behind.
func (b *Bot) drain(stop func()) {
	done := make(chan struct{})
	go func() { b.running.Wait(); close(done) }()
	for _, wait := range []time.Duration{b.waits.drain, b.waits.letGo} {
		select {
		case <-done:
			return
		case <-time.After(wait):
			b.log.Warn("work takes too long to finish", "questions", b.door.inside())
			stop()
		}
	}
}

// waits are the bounds on how long things may take. Tests make some of them short.
type waits struct {
	answer time.Duration // for one answer
	drain  time.Duration // for what still runs at the end
	letGo  time.Duration // for what was cut off then
}

var usual = waits{answer: time.Minute, drain: 10 * time.Second, letGo: 5 * time.Second}
