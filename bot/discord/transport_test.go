package discord

import (
	"context"
	"errors"
	"io"
	"net/http"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// A script answers requests in turn; the last answer stands for all that follow.
type script struct {
	mu      sync.Mutex
	answers []scripted
	asked   []time.Time
	bodies  []string
}

type scripted struct {
	status  int
	headers map[string]string
	body    string
	err     error
	takes   time.Duration
}

func (s *script) RoundTrip(req *http.Request) (*http.Response, error) {
	next := s.next(req)
	select {
	case <-time.After(next.takes):
	case <-req.Context().Done():
		return nil, req.Context().Err()
	}
	if next.err != nil {
		return nil, next.err
	}
	resp := &http.Response{StatusCode: next.status, Header: http.Header{}, Body: io.NopCloser(strings.NewReader(next.body)), Request: req}
	for k, v := range next.headers {
		resp.Header.Set(k, v)
	}
	return resp, nil
}

func (s *script) next(req *http.Request) scripted {
	s.mu.Lock()
	defer s.mu.Unlock()
	next := s.answers[min(len(s.asked), len(s.answers)-1)]
	s.asked = append(s.asked, time.Now())
	if req.Body != nil {
		body, _ := io.ReadAll(req.Body)
		s.bodies = append(s.bodies, string(body))
	}
	return next
}

var (
	fine    = scripted{status: 200, body: "{}"}
	outage  = scripted{status: 502, body: "<html>"}
	broken  = scripted{err: errors.New("connection reset")}
	limit3s = scripted{status: 429, body: `{"retry_after":3.0,"global":false}`, headers: map[string]string{"Retry-After": "9"}}
	html429 = scripted{status: 429, body: "<html>", headers: map[string]string{"Retry-After": "7"}}
	forever = scripted{status: 200, takes: time.Hour}
)

func TestTransport(t *testing.T) {
	for name, c := range map[string]struct {
		method   string
		marked   bool // may be repeated
		answers  []scripted
		deadline time.Duration
		status   int // 0: an error
		tries    int
		at, by   time.Duration // it comes back between
	}{
		"fine":                          {"GET", false, []scripted{fine}, 0, 200, 1, 0, 0},
		"an outage, then fine":          {"GET", false, []scripted{outage, outage, fine}, 0, 200, 3, 600 * time.Millisecond, time.Second},
		"an outage that lasts":          {"PATCH", false, []scripted{outage}, 0, 502, maxTries, 3 * time.Second, 5 * time.Second},
		"a POST is not repeated":        {"POST", false, []scripted{outage, fine}, 0, 502, 1, 0, 0},
		"nor when the line breaks":      {"POST", false, []scripted{broken, fine}, 0, 0, 1, 0, 0},
		"a marked POST is":              {"POST", true, []scripted{outage, broken, fine}, 0, 200, 3, 600 * time.Millisecond, time.Second},
		"a limited POST is":             {"POST", false, []scripted{limit3s, fine}, 0, 200, 2, 3 * time.Second, 3 * time.Second},
		"limited, in HTML":              {"POST", false, []scripted{html429, fine}, 0, 200, 2, 7 * time.Second, 7 * time.Second},
		"limited beyond the deadline":   {"GET", false, []scripted{limit3s, fine}, 2 * time.Second, 429, 1, 0, 0},
		"limited again and again":       {"GET", false, []scripted{limit3s}, 0, 429, maxTries, 12 * time.Second, 12 * time.Second},
		"no answer, then fine":          {"GET", false, []scripted{forever, fine}, 0, 200, 2, 10 * time.Second, 11 * time.Second},
		"never an answer":               {"GET", false, []scripted{forever}, 0, 0, 4, 40 * time.Second, 40 * time.Second},
		"never an answer to a POST":     {"POST", false, []scripted{forever}, 0, 0, 1, 10 * time.Second, 10 * time.Second},
		"never an answer, in a hurry":   {"GET", false, []scripted{forever}, time.Second, 0, 1, time.Second, time.Second},
		"refused":                       {"GET", false, []scripted{{status: 403, body: "{}"}, fine}, 0, 403, 1, 0, 0},
		"limited for an absurd time":    {"GET", false, []scripted{{status: 429, body: `{"retry_after":1e300}`}, fine}, 0, 429, 1, 0, 0},
		"limited for less than nothing": {"GET", false, []scripted{{status: 429, body: `{"retry_after":-5}`}, fine}, 0, 200, 2, 200 * time.Millisecond, 400 * time.Millisecond},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := &script{answers: c.answers}
				tr := newTransport(s, usual)
				ctx := context.Background()
				if c.deadline > 0 {
					var cancel context.CancelFunc
					ctx, cancel = context.WithTimeout(ctx, c.deadline)
					defer cancel()
				}
				began := time.Now()
				req, _ := http.NewRequestWithContext(ctx, c.method, "https://discord.com/api/v9/channels/1/messages", strings.NewReader("body"))
				if c.marked {
					req.Header["Idempotency-Key"] = []string{}
				}
				resp, err := tr.RoundTrip(req)
				took, status := time.Since(began), 0
				if err == nil {
					status = resp.StatusCode
					resp.Body.Close()
				}
				if status != c.status || len(s.asked) != c.tries {
					t.Errorf("status %d (%v) after %d tries, want %d after %d", status, err, len(s.asked), c.status, c.tries)
				}
				if took < c.at || took > c.by {
					t.Errorf("it took %v, want %v to %v", took, c.at, c.by)
				}
				for i, body := range s.bodies {
					if body != "body" {
						t.Errorf("try %d sent %q", i+1, body)
					}
				}
			})
		})
	}
}

// A limit holds back the requests it concerns, and no others.
func TestTransportHolds(t *testing.T) {
	get := func(t *testing.T, tr *transport, path string) time.Duration {
		t.Helper()
		began := time.Now()
		req, _ := http.NewRequest("GET", "https://discord.com/api/v9/"+path, nil)
		resp, err := tr.RoundTrip(req)
		if err != nil {
			t.Error(err)
			return 0
		}
		resp.Body.Close()
		return time.Since(began)
	}
	spent := scripted{status: 200, headers: map[string]string{"X-RateLimit-Remaining": "0", "X-RateLimit-Reset-After": "2.5"}}
	global := scripted{status: 429, body: `{"retry_after":4,"global":true}`}
	synctest.Test(t, func(t *testing.T) {
		tr := newTransport(&script{answers: []scripted{spent, fine}}, usual)
		get(t, tr, "channels/1/messages/7")
		if took := get(t, tr, "channels/2/messages/7"); took != 0 {
			t.Errorf("another channel waited %v", took)
		}
		if took := get(t, tr, "channels/1/messages/8"); took != 2500*time.Millisecond {
			t.Errorf("the same channel waited %v", took)
		}
	})
	synctest.Test(t, func(t *testing.T) {
		tr := newTransport(&script{answers: []scripted{global, fine}}, usual)
		go get(t, tr, "channels/1/messages/7")
		time.Sleep(time.Second)
		if took := get(t, tr, "interactions/1/token/callback"); took != 0 {
			t.Errorf("the answer to an interaction waited %v under a global limit", took)
		}
		if took := get(t, tr, "channels/2/messages/7"); took != 3*time.Second {
			t.Errorf("another channel waited %v under a global limit", took)
		}
		synctest.Wait()
	})
}

// A limit that is not Discord's own holds back everything.
func TestTransportHoldsAll(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		tr := newTransport(&script{answers: []scripted{html429, fine}}, usual)
		for _, path := range []string{"channels/1/messages", "interactions/1/token/callback"} {
			req, _ := http.NewRequest("GET", "https://discord.com/api/v9/"+path, nil)
			tr.judge(&http.Response{StatusCode: 429, Header: http.Header{"Retry-After": {"7"}}, Body: io.NopCloser(strings.NewReader("<html>"))}, "GET elsewhere", true)
			if wait := tr.wait(routeOf(req)); wait != 7*time.Second {
				t.Errorf("%s waits %v", path, wait)
			}
		}
	})
}

// Limits of requests long past are forgotten.
func TestTransportForgets(t *testing.T) {
	tr := newTransport(&script{}, usual)
	for i := range 5000 {
		tr.hold(strings.Repeat("x", i), time.Nanosecond)
	}
	if n := tr.clear.Len(); n > 1000 {
		t.Errorf("%d are kept", n)
	}
}
