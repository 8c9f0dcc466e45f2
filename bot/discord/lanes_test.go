package discord

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
)

// However many requests hang, the first answer to an interaction goes through.
func TestLanes(t *testing.T) {
	t.Parallel()
	release := make(chan struct{})
	var hanging sync.WaitGroup
	hanging.Add(perLane)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !strings.HasSuffix(r.URL.Path, "/callback") {
			hanging.Done()
			<-release
		}
	}))
	defer server.Close()
	l := lanes{first: newLane(), rest: newLane()}
	defer l.CloseIdleConnections()
	get := func(path string) {
		req, err := http.NewRequestWithContext(t.Context(), "GET", server.URL+path, nil)
		if err != nil {
			t.Error(err)
			return
		}
		resp, err := l.RoundTrip(req)
		if err != nil {
			t.Error(err)
			return
		}
		resp.Body.Close()
	}
	var asking sync.WaitGroup
	for range perLane {
		asking.Go(func() { get("/api/v9/webhooks/1/t/messages/@original") })
	}
	hanging.Wait()
	get("/api/v9/interactions/1/t/callback")
	close(release)
	asking.Wait()
}
