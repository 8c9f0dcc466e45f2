// Package web is the one way in which this program listens for HTTP. Whoever connects is a stranger: what they
// send is bounded in size and in time, and is read whole before a handler sees it, so that nobody can hold one by
// sending slowly. A handler that panics ends nothing but its own answer.
package web

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"os"
	"runtime/debug"
	"strings"
	"syscall"
	"time"

	"golang.org/x/net/netutil"
)

// Listen listens at an address such as "127.0.0.1:8080" or ":8080". Its errors are for whoever chose the address;
// what says what it is for, such as "the status page".
func Listen(ctx context.Context, what, address string) (net.Listener, error) {
	if _, _, err := net.SplitHostPort(address); err != nil {
		return nil, fmt.Errorf("the address of %s is %q: write HOST:PORT, such as 127.0.0.1:8080", what, address)
	}
	l, err := new(net.ListenConfig).Listen(ctx, "tcp", address)
	if err != nil {
		return nil, fmt.Errorf("listening at %s for %s: %s", address, what, trouble(err))
	}
	return l, nil
}

// trouble says why nobody can listen at an address.
func trouble(err error) string {
	var dns *net.DNSError
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		return "another program listens there already"
	case errors.Is(err, syscall.EADDRNOTAVAIL), errors.As(err, &dns):
		return "this machine has no such address"
	case errors.Is(err, os.ErrPermission):
		return "ports below 1024 are for those with special rights: choose a higher one"
	}
	var op *net.OpError
	if errors.As(err, &op) {
		err = op.Err
	}
	return err.Error()
}

// How much of what a stranger sends is taken, and how long it may take.
const (
	maxConnections = 1024
	maxHeader      = 32 << 10
	UsualBody      = 64 << 10 // bytes

	headerTime = 5 * time.Second
	bodyTime   = 20 * time.Second
	idleTime   = time.Minute
	answerTime = 2 * time.Minute // to write an answer, the handler's work included
	drainTime  = 10 * time.Second
)

// A Server answers requests. A Handler is needed.
//
// The body that a handler gets is in memory. A handler that writes for longer than two minutes, such as a stream
// of events, moves its own deadline by [http.ResponseController.SetWriteDeadline].
type Server struct {
	Handler http.Handler
	Log     *slog.Logger // silent
	MaxBody int64        // bytes of a request's body; UsualBody
}

// Serve answers what comes to l until ctx ends; then it takes nothing more, lets what runs finish for ten seconds, and
// returns nil. It closes l. What must end at once with ctx, such as a stream, watches ctx itself: the context
// of a request lasts until its answer is written or the ten seconds are over.
func (s Server) Serve(ctx context.Context, l net.Listener) error {
	log := s.Log
	if log == nil {
		log = slog.New(slog.DiscardHandler)
	}
	working, stop := context.WithCancel(context.WithoutCancel(ctx))
	defer stop()
	server := &http.Server{
		Handler:           guarded{s.Handler, log, cmp.Or(s.MaxBody, UsualBody)},
		ReadHeaderTimeout: headerTime, IdleTimeout: idleTime, MaxHeaderBytes: maxHeader,
		BaseContext: func(net.Listener) context.Context { return working },
		ErrorLog:    slog.NewLogLogger(log.Handler(), slog.LevelDebug),
	}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(netutil.LimitListener(l, maxConnections)) }()
	select {
	case err := <-ended:
		return fmt.Errorf("listening at %s: %w", l.Addr(), err)
	case <-ctx.Done():
	}
	draining, done := context.WithTimeout(working, drainTime)
	defer done()
	if server.Shutdown(draining) != nil {
		stop()
		server.Close()
	}
	return nil
}

// A guarded handler is given requests that were read whole, and ends its own panics.
type guarded struct {
	http.Handler
	log  *slog.Logger
	most int64
}

func (g guarded) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	defer g.rescue(w, r)
	body, status := read(w, r, g.most)
	if status != http.StatusOK {
		w.Header().Set("Connection", "close") // the rest of the body is not waited for
		http.Error(w, strings.ToLower(http.StatusText(status)), status)
		return
	}
	r.Body, r.ContentLength = io.NopCloser(bytes.NewReader(body)), int64(len(body))
	g.Handler.ServeHTTP(w, r)
}

// read returns the body of a request, and 200 where it was read whole. What writes the answer has its time from then on.
func read(w http.ResponseWriter, r *http.Request, most int64) (body []byte, status int) {
	deadlines := http.NewResponseController(w)
	deadlines.SetReadDeadline(time.Now().Add(bodyTime))
	deadlines.SetWriteDeadline(time.Now().Add(bodyTime + answerTime))
	if r.ContentLength > most {
		return nil, http.StatusRequestEntityTooLarge
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, most))
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large):
		return nil, http.StatusRequestEntityTooLarge
	case errors.Is(err, os.ErrDeadlineExceeded):
		return nil, http.StatusRequestTimeout
	case err != nil:
		return nil, http.StatusBadRequest
	}
	deadlines.SetReadDeadline(time.Time{})
	deadlines.SetWriteDeadline(time.Now().Add(answerTime))
	return body, http.StatusOK
}

// rescue, deferred, ends a panic. What has gone wrong is for the log alone.
func (g guarded) rescue(w http.ResponseWriter, r *http.Request) {
	p := recover()
	if p == nil {
		return
	}
	if p == http.ErrAbortHandler {
		panic(p)
	}
	g.log.Error("answering a request panicked", "path", r.URL.Path, "panic", fmt.Sprint(p), "stack", string(debug.Stack()))
	http.Error(w, "something went wrong here", http.StatusInternalServerError)
}
