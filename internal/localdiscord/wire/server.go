package wire

import (
	"cmp"
	"context"
	"crypto/ed25519"
	"errors"
	"fmt"
	"net"
	"net/http"
	"sync"
	"time"

	"talksbot/internal/inmemory"
	"talksbot/internal/localdiscord/rules"
	"talksbot/internal/localdiscord/world"
)

// Options say how a [Server] differs from the usual. The zero value is a Discord with one guild, one channel named
// "general", no privileged intents granted, and Discord's own time limits.
type Options struct {
	Token   string            // the bot's token, without "Bot "; default "local.bot.token"
	Clock   func() time.Time  // default time.Now; ids, timestamps and expiry are read from it
	Gateway Limits            // what it asks of bots that have more than one shard
	Memory  *inmemory.Network // where it listens; default a free loopback port
	// Check is what else is wrong with a request, as by Discord's published description; see package openapitest.
	Check func(r *http.Request, body []byte) []rules.Problem
}

// A Server is a Discord on a loopback port, or in memory. Its methods may be called from any goroutine.
type Server struct {
	*Sockets // what the gateway does, and breaks
	*Faults  // what goes wrong from now on
	*Log     // what the bot asked for, and did wrong

	World    *world.World
	Options  Options // with the defaults filled in
	http     *http.Server
	listener net.Listener
	client   *http.Transport
	endpoint endpoint
	up       context.Context    // until the server closes
	cancel   context.CancelFunc // unblocks slow faults
	busy     sync.WaitGroup     // requests and sockets being served
}

// Start opens a server. Close it when done.
func Start(opts Options) (*Server, error) {
	if opts.Clock == nil {
		opts.Clock = time.Now
	}
	opts.Token = cmp.Or(opts.Token, "local.bot.token")
	w := world.New(opts.Clock)
	s := &Server{World: w, Options: opts, client: &http.Transport{MaxIdleConnsPerHost: 16},
		Faults: &Faults{changes: &w.Changes}, Log: &Log{world: w}}
	var err error
	if opts.Memory != nil {
		s.listener, s.client.DialContext = opts.Memory, opts.Memory.Dial
	} else if s.listener, err = net.Listen("tcp", "127.0.0.1:0"); err != nil {
		return nil, fmt.Errorf("listening for the local Discord: %w", err)
	}
	s.Sockets = newSockets(w, opts, s.Addr(), s.Faults)
	w.Emit = s.emit
	if _, s.endpoint.key, err = ed25519.GenerateKey(nil); err != nil {
		return nil, err
	}
	ctx, cancel := context.WithCancel(context.Background())
	s.up, s.cancel = ctx, cancel
	s.http = &http.Server{Handler: s.whileOpen(s.routes()), BaseContext: func(net.Listener) context.Context { return ctx }}
	s.busy.Go(func() { s.http.Serve(s.listener) })
	return s, nil
}

// whileOpen counts what is being served, and serves nothing once the server closes.
func (s *Server) whileOpen(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.World.Lock()
		ended := s.World.HasEnded()
		if !ended {
			s.busy.Add(1)
		}
		s.World.Unlock()
		if ended {
			panic(http.ErrAbortHandler)
		}
		defer s.busy.Done()
		next.ServeHTTP(w, r)
	})
}

// Close ends every connection and waits until nothing of the server runs any more.
func (s *Server) Close() error {
	s.World.Lock()
	if s.World.HasEnded() {
		s.World.Unlock()
		return nil
	}
	s.World.End()
	s.World.Unlock()

	s.Drop()
	s.cancel()
	err := s.http.Close()
	s.client.CloseIdleConnections()
	s.busy.Wait()
	if errors.Is(err, http.ErrServerClosed) {
		err = nil
	}
	return err
}

// Addr is the host and port the server listens on.
func (s *Server) Addr() string { return s.listener.Addr().String() }

// RoundTrip sends a request for one of Discord's hosts here and refuses all others.
func (s *Server) RoundTrip(r *http.Request) (*http.Response, error) {
	switch r.URL.Hostname() {
	case "discord.com", "discordapp.com", "cdn.discordapp.com", "media.discordapp.net":
	default:
		if r.Body != nil {
			r.Body.Close()
		}
		return nil, fmt.Errorf("the local Discord does not serve %s", r.URL.Host)
	}
	here := r.Clone(r.Context())
	here.URL.Scheme, here.URL.Host, here.Host = "http", s.Addr(), r.URL.Host
	return s.client.RoundTrip(here)
}
