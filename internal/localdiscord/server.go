package localdiscord

import (
	"cmp"
	"log/slog"
	"net/http"
	"slices"
	"time"

	"talksbot/internal/localdiscord/rules"
	"talksbot/internal/localdiscord/wire"
	"talksbot/internal/localdiscord/world"
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
	TokenLife   time.Duration    // how long an interaction's token serves; default 15 min
	Clock       func() time.Time // default time.Now; ids, timestamps and expiry are read from it
	Memory      *Memory          // where it listens; default a free loopback port
	Logger      *slog.Logger     // default: silent
	// Check is what else is wrong with a request, as by Discord's published description; see package openapi.
	Check func(r *http.Request, body []byte) []rules.Problem
}

// A Server is a Discord on a loopback port. Its methods may be called from any goroutine.
type Server struct {
	*wire.Sockets // what the gateway does, and breaks
	*wire.Faults  // what goes wrong from now on
	*wire.Log     // what the bot asked for, and did wrong

	token string
	wire  *wire.Server
	world *world.World
}

// Start opens a server on a free loopback port. Close it when done.
func Start(opts Options) (*Server, error) {
	if opts.Clock == nil {
		opts.Clock = time.Now
	}
	token := cmp.Or(opts.Token, "local.bot.token")
	there := world.New(world.Options{
		Bot:         cmp.Or(opts.Bot, "talksbot"),
		Acknowledge: cmp.Or(opts.Acknowledge, 3*time.Second),
		TokenLife:   cmp.Or(opts.TokenLife, 15*time.Minute),
		Clock:       opts.Clock,
	})
	served, err := wire.Start(there, wire.Options{
		Token:     token,
		Heartbeat: cmp.Or(opts.Heartbeat, 41250*time.Millisecond),
		Intents:   opts.Intents,
		Memory:    opts.Memory,
		Logger:    cmp.Or(opts.Logger, slog.New(slog.DiscardHandler)),
		Check:     opts.Check,
	})
	if err != nil {
		return nil, err
	}
	return &Server{Sockets: served.Sockets, Faults: served.Faults, Log: served.Log, token: token, wire: served, world: there}, nil
}

// enter takes the world's lock; what it returns gives it back.
func (s *Server) enter() (leave func()) {
	s.world.Lock()
	return s.world.Unlock
}

// Close ends every connection and waits until nothing of the server runs any more.
func (s *Server) Close() error { return s.wire.Close() }

// Addr is the host and port the server listens on.
func (s *Server) Addr() string { return s.wire.Addr() }

// Token is the bot token the server accepts, without the leading "Bot ".
func (s *Server) Token() string { return s.token }

// Bot is the bot's own user.
func (s *Server) Bot() rules.User { return s.world.Bot }

// Guild is the one guild there is.
func (s *Server) Guild() rules.Guild { return s.world.Guild }

// Mention is what a person types to address the bot.
func (s *Server) Mention() string { return s.world.Bot.Mention() }

// Client is an HTTP client whose requests for Discord reach this server. See [Server.Transport].
func (s *Server) Client() *http.Client {
	return &http.Client{Transport: s.Transport(), Timeout: 20 * time.Second}
}

// Transport sends requests for Discord's hosts to this server and refuses all others, so that a test that
// forgets something cannot reach the network.
func (s *Server) Transport() http.RoundTripper { return s.wire }

// Advance puts the server's clock forward, so that what expires with time does so now.
func (s *Server) Advance(by time.Duration) {
	defer s.enter()()
	s.world.Advance(by)
	s.world.Announce()
}

// Channel is the guild's text channel of that name, made when first asked for.
func (s *Server) Channel(name string) Channel {
	defer s.enter()()
	return s.world.Place(Channel{Name: name, Type: rules.GuildText})
}

// Thread is the public thread of that name in a channel, made when first asked for.
func (s *Server) Thread(parent Channel, name string) Channel {
	defer s.enter()()
	return s.world.Place(Channel{Name: name, Type: rules.PublicThread, ParentID: parent.ID})
}

// Message is a message as it is now; nil when it was deleted.
func (s *Server) Message(id string) *Message {
	defer s.enter()()
	return s.world.Message(id)
}

// File is what the bot uploaded as an attachment.
func (s *Server) File(a rules.Attachment) []byte {
	defer s.enter()()
	return slices.Clone(s.world.Files[a.ID])
}

// Commands are the commands registered now, global ones first, each in the order it was sent.
func (s *Server) Commands() []rules.Command {
	defer s.enter()()
	var out []rules.Command
	for _, c := range append(s.world.Commands.In(""), s.world.Commands.In(s.world.Guild.ID)...) {
		out = append(out, *c)
	}
	return out
}

// ScheduledEvents are the events the bot put into the guild's calendar.
func (s *Server) ScheduledEvents() []rules.ScheduledEvent {
	defer s.enter()()
	return slices.Clone(s.world.Events)
}
