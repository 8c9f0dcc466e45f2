package wire

import (
	"fmt"
	"io"
	"math"
	"net/http"
	"path"
	"time"

	"talksbot/internal/localdiscord/rules"
	"talksbot/internal/localdiscord/world"
)

// A Fault is a REST request going wrong. See [Faults.Fail].
type Fault struct {
	Method string // empty: any
	Path   string // below /api/vN, "*" for one segment: "/channels/*/messages"; empty: any
	Times  int    // how often; 0 is once, negative until [Faults.Heal]
	With   Answer

	used int
}

// An Answer is what happens instead of what should; next is what should.
type Answer func(w http.ResponseWriter, r *http.Request, next http.Handler)

// Faults are those that were armed and not used up.
type Faults struct {
	changes *world.Changes // guards what follows
	rest    []*Fault
	gateway []*armed
}

// armed is a fault of the gateway and how often it is still to strike; negative: for ever.
type armed struct {
	GatewayFault
	times int
}

// Fail arms a fault. Where several match, the one armed first is used up first.
func (f *Faults) Fail(fault Fault) {
	if _, err := path.Match(fault.Path, ""); err != nil || fault.With == nil {
		panic(fmt.Sprintf("localdiscord: fault %s %s is not well formed", fault.Method, fault.Path))
	}
	f.changes.Lock()
	defer f.changes.Unlock()
	f.rest = append(f.rest, &fault)
}

// FailGateway makes the fault happen the next times its moment comes, then no more; negative is until [Faults.Heal].
// Several faults for one moment happen in the order they were armed.
func (f *Faults) FailGateway(fault GatewayFault, times int) {
	f.changes.Lock()
	defer f.changes.Unlock()
	f.gateway = append(f.gateway, &armed{fault, times})
}

// Heal ends all faults that were armed and not used up. Connections that answer no heartbeats stay deaf.
func (f *Faults) Heal() {
	f.changes.Lock()
	defer f.changes.Unlock()
	f.rest, f.gateway = nil, nil
}

// failing serves with the fault that a request meets, if any.
func (f *Faults) failing(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if fault := f.met(r); fault != nil {
			fault.With(w, r, next)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func (f *Faults) met(r *http.Request) *Fault {
	f.changes.Lock()
	defer f.changes.Unlock()
	for _, fault := range f.rest {
		if fault.matches(r) && (fault.Times < 0 || fault.used < max(fault.Times, 1)) {
			fault.used++
			return fault
		}
	}
	return nil
}

// at is the fault of a moment at the gateway, or nil. The lock is held.
func (f *Faults) at(m moment) *GatewayFault {
	for _, fault := range f.gateway {
		if fault.GatewayFault.at == m && fault.times != 0 {
			fault.times = max(-1, fault.times-1)
			return &fault.GatewayFault
		}
	}
	return nil
}

func (f *Fault) matches(r *http.Request) bool {
	if f.Method != "" && f.Method != r.Method {
		return false
	}
	ok, _ := path.Match(f.Path, r.URL.Path)
	return ok || f.Path == ""
}

// RateLimited is a 429 of one route.
func RateLimited(after time.Duration) Answer { return limited(after, false) }

// GloballyRateLimited is a 429 that concerns all routes.
func GloballyRateLimited(after time.Duration) Answer { return limited(after, true) }

func limited(after time.Duration, global bool) Answer {
	return func(w http.ResponseWriter, r *http.Request, _ http.Handler) {
		h := w.Header()
		h.Set("Retry-After", fmt.Sprint(int(math.Ceil(after.Seconds()))))
		if global {
			h.Set("X-RateLimit-Reset-After", fmt.Sprintf("%.3f", after.Seconds()))
			h.Set("X-RateLimit-Global", "true")
			h.Set("X-RateLimit-Scope", "global")
		} else {
			writeRateLimit(h, r.Method+r.URL.Path)
			writeReset(h, after)
			h.Set("X-RateLimit-Remaining", "0")
			h.Set("X-RateLimit-Scope", "user")
		}
		writeJSON(w, http.StatusTooManyRequests, map[string]any{
			"message": "You are being rate limited.", "retry_after": after.Seconds(), "global": global})
	}
}

// HTMLRateLimited is a 429 from the network in front of Discord: a page, not JSON.
func HTMLRateLimited() Answer {
	return page(http.StatusTooManyRequests, "<html><head><title>Access denied | discord.com</title></head><body>Error 1015: You are being rate limited</body></html>")
}

// BadGateway is a 502 with a page, as during an outage.
func BadGateway() Answer {
	return page(http.StatusBadGateway, "<html><head><title>502 Bad Gateway</title></head><body><center>cloudflare</center></body></html>")
}

func page(status int, html string) Answer {
	return func(w http.ResponseWriter, _ *http.Request, _ http.Handler) {
		w.Header().Set("Content-Type", "text/html; charset=UTF-8")
		w.WriteHeader(status)
		io.WriteString(w, html)
	}
}

// Refused answers with a status and Discord's JSON error.
func Refused(status, code int, message string) Answer {
	return func(w http.ResponseWriter, _ *http.Request, _ http.Handler) {
		writeJSON(w, status, rules.Error{Code: code, Message: message})
	}
}

// Slow waits, or until the client gives up, then does what should be done.
func Slow(by time.Duration) Answer {
	return func(w http.ResponseWriter, r *http.Request, next http.Handler) {
		timer := time.NewTimer(by)
		defer timer.Stop()
		select {
		case <-timer.C:
			next.ServeHTTP(w, r)
		case <-r.Context().Done():
		}
	}
}

// Truncated answers half of a JSON body and then breaks the connection; nothing was done.
func Truncated() Answer {
	return func(w http.ResponseWriter, _ *http.Request, _ http.Handler) {
		w.Header().Set("Content-Type", "application/json")
		w.Header().Set("Content-Length", "4096")
		w.WriteHeader(http.StatusOK)
		w.Write([]byte(`{"id":"1`))
		panic(http.ErrAbortHandler)
	}
}

// Dropped breaks the connection before anything is done.
func Dropped() Answer {
	return func(http.ResponseWriter, *http.Request, http.Handler) { panic(http.ErrAbortHandler) }
}

// Lost does what should be done and breaks the connection before the answer: whoever retries does it twice.
func Lost() Answer {
	return func(_ http.ResponseWriter, r *http.Request, next http.Handler) {
		next.ServeHTTP(discard{http.Header{}}, r)
		panic(http.ErrAbortHandler)
	}
}

type discard struct{ header http.Header }

func (d discard) Header() http.Header         { return d.header }
func (d discard) Write(b []byte) (int, error) { return len(b), nil }
func (d discard) WriteHeader(int)             {}
