package wire

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"sync"
	"time"

	"talksbot/internal/localdiscord/rules"
	"talksbot/internal/localdiscord/world"
)

// Options say how a [Server] serves. Token, Heartbeat and Logger are required.
type Options struct {
	Token     string        // the bot's token, without "Bot "
	Heartbeat time.Duration // what HELLO asks for, whole milliseconds
	Intents   rules.Intents // the privileged intents the application may ask for
	Memory    *Memory       // where it listens; nil: a free loopback port
	Logger    *slog.Logger
	// Check is what else is wrong with a request, beside what is wrong by this package's rules.
	Check func(r *http.Request, body []byte) []rules.Problem
}

// A Server is a Discord on a loopback port, or in memory.
type Server struct {
	*Sockets
	*Faults
	*Log

	opts     Options
	world    *world.World
	http     *http.Server
	listener net.Listener
	client   *http.Transport
	cancel   context.CancelFunc // unblocks slow faults
	busy     sync.WaitGroup     // requests and sockets being served
}

// Start serves a world until Close.
func Start(w *world.World, opts Options) (*Server, error) {
	s := &Server{opts: opts, world: w, Faults: &Faults{changes: &w.Changes}, Log: &Log{world: w, log: opts.Logger}}
	s.client = &http.Transport{MaxIdleConnsPerHost: 16}
	var err error
	if opts.Memory != nil {
		s.listener, s.client.DialContext = opts.Memory, opts.Memory.Dial
	} else if s.listener, err = net.Listen("tcp", "127.0.0.1:0"); err != nil {
		return nil, fmt.Errorf("listening for the local Discord: %w", err)
	}
	s.Sockets = newSockets(w, opts, s.Addr(), s.Faults)
	w.Emit = s.Sockets.emit
	ctx, cancel := context.WithCancel(context.Background())
	s.cancel = cancel
	s.http = &http.Server{Handler: s.whileOpen(s.routes()), BaseContext: func(net.Listener) context.Context { return ctx }}
	s.busy.Go(func() { s.http.Serve(s.listener) })
	return s, nil
}

// whileOpen counts what is being served, and serves nothing once the server closes.
func (s *Server) whileOpen(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.world.Lock()
		ended := s.world.HasEnded()
		if !ended {
			s.busy.Add(1)
		}
		s.world.Unlock()
		if ended {
			panic(http.ErrAbortHandler)
		}
		defer s.busy.Done()
		next.ServeHTTP(w, r)
	})
}

// Close ends every connection and waits until nothing of the server runs any more.
func (s *Server) Close() error {
	s.world.Lock()
	if s.world.HasEnded() {
		s.world.Unlock()
		return nil
	}
	s.world.End()
	s.world.Unlock()

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
