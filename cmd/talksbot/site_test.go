package main

import (
	"context"
	"net/http"
	"net/http/httptest"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"talksbot/internal/inmemory"
	"talksbot/internal/localdiscord"
)

// synthetic runs a test of which no moment is real: it takes as long as its work.
func synthetic(t *testing.T, test func(*testing.T)) {
	t.Helper()
	t.Parallel()
	synctest.Test(t, test)
}

// modelURL is where a site's language model is.
const modelURL = "http://model.test/v1"

// A site is a local Discord and a language model, and the network that leads to them.
type site struct {
	*localdiscord.Server
	memory *inmemory.Network
	model  http.HandlerFunc
	asked  atomic.Int64 // requests to the model
}

// newSite is for a bubble, where it is the year 2000 in the beginning: there was no Discord.
func newSite(t *testing.T, model http.HandlerFunc) *site {
	t.Helper()
	time.Sleep(time.Until(time.Date(2026, 1, 12, 9, 0, 0, 0, time.UTC)))
	network := inmemory.New()
	server, err := localdiscord.Start(localdiscord.Options{Memory: network})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { server.Close() })
	return &site{Server: server, memory: network, model: model}
}

// RoundTrip sends a request to the one it is for.
func (s *site) RoundTrip(r *http.Request) (*http.Response, error) {
	if r.URL.Host == "model.test" {
		defer s.asked.Add(1)
		return answerOf(s.model, r), nil
	}
	return s.Transport().RoundTrip(r)
}

func answerOf(h http.HandlerFunc, r *http.Request) *http.Response {
	w := httptest.NewRecorder()
	h(w, r)
	return w.Result()
}

// serve runs the program with the settings until stop is called, which waits for its end.
func (s *site) serve(t *testing.T, set settings) (logged *lockedBuffer, stop func()) {
	t.Helper()
	logged = &lockedBuffer{}
	ctx, cancel := context.WithCancel(t.Context())
	set.token = s.Token()
	e := &env{ctx: ctx, stdout: logged, stderr: logged, network: s, dial: s.memory.Dial, settings: set}
	ended := make(chan error, 1)
	go func() { ended <- e.serve() }()
	if err := s.WaitCommand(t.Context(), "ask"); err != nil {
		t.Fatalf("%v\n%s", err, logged)
	}
	synctest.Wait()
	return logged, func() {
		cancel()
		if err := <-ended; err != nil {
			t.Errorf("stopped with %v\n%s", err, logged)
		}
	}
}
