package discord

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/failsafe-go/failsafe-go"
	"github.com/failsafe-go/failsafe-go/retrypolicy"
	lru "github.com/hashicorp/golang-lru/v2"
)

// A transport is a RoundTripper that keeps Discord's rate limits and comes back in bounded
// time. It waits out a 429, of one route or of all, also where a proxy answers it in HTML;
// it repeats what failed on the way or on Discord's side, where that cannot do a thing twice;
// and it gives up, with the last failure, when waiting would outlast the request's deadline.
type transport struct {
	next  http.RoundTripper
	waits waits

	clear *lru.Cache[string, time.Time] // by route, or what stands for many: not before
}

// What a limit can concern besides a route.
const (
	routesOfBots = "" // all but the answers to interactions, which have no global limit
	allRoutes    = "*"
)

// newTransport returns a transport over next; nil is the network, with the proxies of the
// environment.
func newTransport(next http.RoundTripper, w waits) *transport {
	if next == nil {
		next = lanes{first: newLane(), rest: newLane()}
	}
	clear, _ := lru.New[string, time.Time](mostRoutes) // it fails for no room only
	return &transport{next: next, waits: w, clear: clear}
}

// mostRoutes is how many routes with a limit are remembered.
const mostRoutes = 256

// maxTries bounds the attempts of one request.
const maxTries = 5

// An outcome is what came of one try.
type outcome struct {
	resp  *http.Response
	err   error
	again bool          // another try may fare better
	wait  time.Duration // at least, before that
}

// RoundTrip sends the request, again where that is safe and useful.
func (t *transport) RoundTrip(req *http.Request) (*http.Response, error) {
	ctx, cancel := context.WithTimeout(req.Context(), t.waits.request)
	defer cancel()
	body, err := take(req)
	if err != nil {
		return nil, err
	}
	last, err := failsafe.With(t.retries(ctx)).WithContext(ctx).Get(func() (outcome, error) { return t.try(ctx, req, body), nil })
	if err != nil {
		return nil, err
	}
	return last.resp, last.err
}

// retries says when to try again: after a growing while, and not where that outlasts ctx.
func (t *transport) retries(ctx context.Context) retrypolicy.RetryPolicy[outcome] {
	end, _ := ctx.Deadline()
	return retrypolicy.NewBuilder[outcome]().
		HandleIf(func(o outcome, _ error) bool { return o.again }).
		AbortIf(func(o outcome, _ error) bool { return max(o.wait, t.waits.again) >= time.Until(end) }).
		WithMaxAttempts(maxTries).
		WithBackoff(t.waits.again, 1<<maxTries*t.waits.again).
		WithJitterFactor(0.1).
		ReturnLastFailure().
		Build()
}

// take reads the request's body, which must be sent anew with each try.
func take(req *http.Request) ([]byte, error) {
	if req.Body == nil {
		return nil, nil
	}
	defer req.Body.Close()
	return io.ReadAll(req.Body)
}

var errLimited = errors.New("Discord's rate limit is in force")

// try sends the request once, when what limits it is over.
func (t *transport) try(ctx context.Context, req *http.Request, body []byte) outcome {
	route := routeOf(req)
	if wait := t.wait(route); wait > 0 && !pause(ctx, wait) {
		return outcome{err: fmt.Errorf("%w for another %v", errLimited, wait.Round(time.Millisecond))}
	}
	once := req.Clone(ctx)
	if body != nil {
		once.Body = io.NopCloser(bytes.NewReader(body))
		once.ContentLength = int64(len(body))
	}
	resp, err := t.attempt(once)
	if err != nil {
		return outcome{err: err, again: ctx.Err() == nil && repeatable(req)}
	}
	return t.judge(resp, route, repeatable(req))
}

// attempt sends the request, giving an answer's head and body so much time and no more. The
// body it returns is read and needs no closing.
func (t *transport) attempt(req *http.Request) (*http.Response, error) {
	within := t.waits.attempt
	if isFirstAnswer(req) {
		within = t.waits.acknowledge / 2 // there is time for another try
	}
	ctx, cancel := context.WithTimeout(req.Context(), within)
	defer cancel()
	resp, err := t.next.RoundTrip(req.WithContext(ctx))
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	whole, err := io.ReadAll(io.LimitReader(resp.Body, maxAnswer))
	if err != nil {
		return nil, err
	}
	resp.Body = io.NopCloser(bytes.NewReader(whole))
	return resp, nil
}

// maxAnswer bounds what is read of an answer.
const maxAnswer = 8 << 20

// judge says whether an answer stands.
func (t *transport) judge(resp *http.Response, route string, repeatable bool) outcome {
	if resp.StatusCode == http.StatusTooManyRequests {
		wait, concerns := limited(resp, route)
		t.hold(concerns, wait)
		return outcome{resp: resp, again: true, wait: wait}
	}
	if resp.Header.Get("X-RateLimit-Remaining") == "0" {
		if after, err := strconv.ParseFloat(resp.Header.Get("X-RateLimit-Reset-After"), 64); err == nil {
			t.hold(route, seconds(after))
		}
	}
	return outcome{resp: resp, again: resp.StatusCode >= 500 && resp.StatusCode != http.StatusNotImplemented && repeatable}
}

// limited reads from a 429 how long to wait, and what has to. An answer that is not Discord's
// (a proxy's, in HTML) concerns everything and says how long in its header or not at all.
func limited(resp *http.Response, route string) (wait time.Duration, concerns string) {
	body, _ := io.ReadAll(resp.Body)
	resp.Body = io.NopCloser(bytes.NewReader(body))
	var said struct {
		After  *float64 `json:"retry_after"`
		Global bool     `json:"global"`
	}
	if json.Unmarshal(body, &said) == nil && said.After != nil {
		if said.Global {
			route = routesOfBots
		}
		return seconds(*said.After), route
	}
	if after, err := strconv.ParseFloat(resp.Header.Get("Retry-After"), 64); err == nil {
		return seconds(after), allRoutes
	}
	return time.Second, allRoutes
}

// seconds is a duration of so many seconds, within reason.
func seconds(s float64) time.Duration {
	return time.Duration(min(max(s, 0), 24*60*60) * float64(time.Second))
}

// pause waits, and reports whether there is time left after it.
func pause(ctx context.Context, d time.Duration) bool {
	if end, ok := ctx.Deadline(); ok && time.Until(end) <= d {
		return false
	}
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-ctx.Done():
		return false
	}
}

// wait is how long a request of the route has to wait.
func (t *transport) wait(route string) time.Duration {
	concern := []string{route, allRoutes}
	if !strings.Contains(route, " interactions/") && !strings.Contains(route, " webhooks/") {
		concern = append(concern, routesOfBots)
	}
	var until time.Time
	for _, c := range concern {
		if held, _ := t.clear.Get(c); held.After(until) {
			until = held
		}
	}
	return time.Until(until)
}

// hold keeps what a limit concerns from being used for a while.
func (t *transport) hold(route string, d time.Duration) {
	until := time.Now().Add(d)
	if held, _ := t.clear.Get(route); until.After(held) {
		t.clear.Add(route, until)
	}
}

// routeOf names what a request counts against: its method and its path down to the channel,
// guild or webhook, and the resource in it.
func routeOf(req *http.Request) string {
	parts := strings.Split(strings.TrimPrefix(req.URL.Path, "/"), "/")
	if len(parts) > 2 && parts[0] == "api" {
		parts = parts[2:]
	}
	return req.Method + " " + strings.Join(parts[:min(len(parts), 3)], "/")
}

// repeatable reports whether the request may be sent twice: by its method, or because it carries
// an Idempotency-Key header, be it empty and so not sent, as net/http has it.
func repeatable(req *http.Request) bool {
	_, marked := req.Header["Idempotency-Key"]
	return marked || req.Method != http.MethodPost
}
