package localdiscord

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"sync"
	"time"
)

// Options say how a [Server] differs from the usual. The zero value is a Discord with one guild, one channel
// named "general", no privileged intents granted, and Discord's own time limits.
type Options struct {
	Token     string        // the bot's token, without "Bot "; default "local.bot.token"
	Bot       string        // the bot's user name; default "talksbot"
	Heartbeat time.Duration // what HELLO asks for; default 41.25 s, whole milliseconds
	// Intents are the privileged intents the application may ask for (IntentMessageContent, ...); asking for
	// others closes the gateway with 4014.
	Intents     Intents
	Acknowledge time.Duration    // how long an interaction waits for its first answer; default 3 s
	TokenLife   time.Duration    // how long an interaction's token serves after that; default 15 min
	Clock       func() time.Time // default time.Now; ids, timestamps and expiry are read from it
	// OpenAPI is the path of Discord's HTTP description (openapi.json). When the file is there, every request is
	// checked against it; when the path is empty or nothing is there, that check is skipped.
	OpenAPI string
	Logger  *slog.Logger // default: silent
	Memory  *Memory      // where it listens; default a free loopback port
}

// A Server is a Discord on a loopback port. Its methods may be called from any goroutine.
type Server struct {
	opts     Options
	log      *slog.Logger
	http     *http.Server
	listener net.Listener
	client   *http.Transport
	openapi  *description
	ctx      context.Context // ends with Close; unblocks slow faults
	cancel   context.CancelFunc
	busy     sync.WaitGroup // requests and sockets being served

	mu       sync.Mutex
	changed  chan struct{} // closed and replaced at every change
	closed   bool
	entities uint64
	lastID   uint64
	ahead    time.Duration // see Advance
	timers   []*time.Timer

	guild        Guild
	bot          User
	people       map[string]*Person
	channels     []*channel
	messages     map[string]*Message
	commands     []*Command
	interactions map[string]*Interaction // by id
	scheduled    []ScheduledEvent
	files        map[string][]byte // attachments by id

	sessions map[string]*session
	conns    map[*conn]bool
	stats    Gateway

	requests      []Request
	waiting       int // requests being served
	faults        []*Fault
	gatewayFaults []*armedGatewayFault

	violationsMu sync.Mutex // apart from mu, as rules are checked with and without it
	violations   []Violation
}

// Start opens a server on a free loopback port. Close it when done.
func Start(opts Options) (*Server, error) {
	opts.Token = cmp.Or(opts.Token, "local.bot.token")
	opts.Bot = cmp.Or(opts.Bot, "talksbot")
	opts.Heartbeat = cmp.Or(opts.Heartbeat, 41250*time.Millisecond)
	opts.Acknowledge = cmp.Or(opts.Acknowledge, 3*time.Second)
	opts.TokenLife = cmp.Or(opts.TokenLife, 15*time.Minute)
	if opts.Clock == nil {
		opts.Clock = time.Now
	}
	if opts.Logger == nil {
		opts.Logger = slog.New(slog.DiscardHandler)
	}
	openapi, err := loadDescription(opts.OpenAPI)
	if err != nil {
		return nil, err
	}
	listener, client, err := opts.listen()
	if err != nil {
		return nil, fmt.Errorf("listening for the local Discord: %w", err)
	}
	s := &Server{
		opts: opts, log: opts.Logger, listener: listener, openapi: openapi,
		client:       client,
		changed:      make(chan struct{}),
		people:       map[string]*Person{},
		messages:     map[string]*Message{},
		interactions: map[string]*Interaction{},
		files:        map[string][]byte{},
		sessions:     map[string]*session{},
		conns:        map[*conn]bool{},
	}
	s.ctx, s.cancel = context.WithCancel(context.Background())
	s.settle()
	s.http = &http.Server{Handler: s.routes(), BaseContext: func(net.Listener) context.Context { return s.ctx }}
	s.busy.Go(func() { s.http.Serve(listener) })
	return s, nil
}

// listen returns where the server listens, and a client that gets there.
func (o Options) listen() (net.Listener, *http.Transport, error) {
	client := &http.Transport{MaxIdleConnsPerHost: 16}
	if o.Memory != nil {
		client.DialContext = o.Memory.Dial
		return o.Memory, client, nil
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	return l, client, err
}

// settle makes the guild, its bot and its first channel.
func (s *Server) settle() {
	s.guild = Guild{ID: s.entityID(), Name: "Local", OwnerID: s.entityID(), PreferredLocale: "en-US"}
	s.bot = User{ID: s.entityID(), Username: s.opts.Bot, Discriminator: "0", Bot: true}
	s.guild.Roles = []Role{
		{ID: s.guild.ID, Name: "@everyone", Permissions: allPermissions},
		{ID: s.entityID(), Name: s.opts.Bot, Permissions: allPermissions, Managed: true, Tags: &RoleTags{BotID: s.bot.ID}},
	}
	s.addChannel(Channel{ID: s.entityID(), GuildID: s.guild.ID, Name: "general", Type: GuildText})
}

// Close ends every connection and waits until nothing of the server runs any more.
func (s *Server) Close() error {
	s.mu.Lock()
	if s.closed {
		s.mu.Unlock()
		return nil
	}
	s.closed = true
	for c := range s.conns {
		c.drop()
	}
	for _, t := range s.timers {
		t.Stop()
	}
	s.announce()
	s.mu.Unlock()

	s.cancel()
	err := s.http.Close()
	s.client.CloseIdleConnections()
	s.busy.Wait()
	if errors.Is(err, http.ErrServerClosed) {
		err = nil
	}
	return err
}

// enter counts a request as being served, unless the server is closing.
func (s *Server) enter() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.closed {
		s.busy.Add(1)
	}
	return !s.closed
}

// Addr is the host and port the server listens on.
func (s *Server) Addr() string { return s.listener.Addr().String() }

// Token is the bot token the server accepts, without the leading "Bot ".
func (s *Server) Token() string { return s.opts.Token }

// Bot is the bot's own user.
func (s *Server) Bot() User { return s.bot }

// Guild is the one guild there is.
func (s *Server) Guild() Guild { return s.guild }

// Mention is what a person types to address the bot.
func (s *Server) Mention() string { return "<@" + s.bot.ID + ">" }

// Client is an HTTP client whose requests for Discord reach this server. See [Server.Transport].
func (s *Server) Client() *http.Client {
	return &http.Client{Transport: s.Transport(), Timeout: 20 * time.Second}
}

// Transport sends requests for Discord's hosts to this server and refuses all others, so that a test that
// forgets something cannot reach the network.
func (s *Server) Transport() http.RoundTripper { return redirect{s} }

type redirect struct{ s *Server }

func (t redirect) RoundTrip(r *http.Request) (*http.Response, error) {
	switch r.URL.Hostname() {
	case "discord.com", "discordapp.com", "cdn.discordapp.com", "media.discordapp.net":
	default:
		if r.Body != nil {
			r.Body.Close()
		}
		return nil, fmt.Errorf("the local Discord does not serve %s", r.URL.Host)
	}
	here := r.Clone(r.Context())
	here.URL.Scheme, here.URL.Host, here.Host = "http", t.s.Addr(), r.URL.Host
	return t.s.client.RoundTrip(here)
}

// now is the time here. s.mu is held.
func (s *Server) now() time.Time { return s.opts.Clock().Add(s.ahead).UTC() }

// Advance puts the server's clock forward, so that what expires with time does so now.
func (s *Server) Advance(by time.Duration) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.ahead += by
	s.announce()
}

// announce tells every waiter that something changed. s.mu is held.
func (s *Server) announce() {
	close(s.changed)
	s.changed = make(chan struct{})
}
