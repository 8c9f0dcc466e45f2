package localdiscord

import (
	"fmt"
	"net/http"
	"path"
	"time"
)

// A Fault is a REST request going wrong. See [Server.Fail].
type Fault struct {
	Method string // empty: any
	Path   string // below /api/vN, "*" for one segment: "/channels/*/messages"; empty: any
	Times  int    // how often; 0 is once, negative until [Server.Heal]
	With   Answer

	used int
}

// An Answer is what happens instead of what should; next is what should.
type Answer func(s *Server, w http.ResponseWriter, r *http.Request, next http.Handler)

// Fail arms a fault. Where several match, the one armed first is used up first.
func (s *Server) Fail(f Fault) {
	if _, err := path.Match(f.Path, ""); err != nil || f.With == nil {
		panic(fmt.Sprintf("localdiscord: fault %s %s is not well formed", f.Method, f.Path))
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.faults = append(s.faults, &f)
}

func (s *Server) withFaults(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if f := s.takeFault(r); f != nil {
			f.With(s, w, r, next)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func (s *Server) takeFault(r *http.Request) *Fault {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, f := range s.faults {
		if f.matches(r) && (f.Times < 0 || f.used < max(f.Times, 1)) {
			f.used++
			return f
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
	return func(_ *Server, w http.ResponseWriter, r *http.Request, _ http.Handler) {
		h := w.Header()
		seconds := fmt.Sprintf("%.3f", after.Seconds())
		h.Set("Retry-After", fmt.Sprint(int(after.Seconds()+0.999)))
		h.Set("X-RateLimit-Reset-After", seconds)
		if global {
			h.Set("X-RateLimit-Global", "true")
			h.Set("X-RateLimit-Scope", "global")
		} else {
			writeRateLimit(h, r.Method+r.URL.Path)
			h.Set("X-RateLimit-Remaining", "0")
			h.Set("X-RateLimit-Reset", fmt.Sprintf("%.3f", float64(time.Now().Add(after).UnixMilli())/1000))
			h.Set("X-RateLimit-Reset-After", seconds)
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
	return func(_ *Server, w http.ResponseWriter, _ *http.Request, _ http.Handler) {
		w.Header().Set("Content-Type", "text/html; charset=UTF-8")
		w.WriteHeader(status)
		w.Write([]byte(html))
	}
}

// Refused answers with a status and Discord's JSON error.
func Refused(status, code int, message string) Answer {
	return func(_ *Server, w http.ResponseWriter, _ *http.Request, _ http.Handler) {
		writeJSON(w, status, &apiError{Code: code, Message: message})
	}
}

// Slow waits, or until the client gives up, then does what should be done.
func Slow(by time.Duration) Answer {
	return func(_ *Server, w http.ResponseWriter, r *http.Request, next http.Handler) {
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
	return func(_ *Server, w http.ResponseWriter, _ *http.Request, _ http.Handler) {
		w.Header().Set("Content-Type", "application/json")
		w.Header().Set("Content-Length", "4096")
		w.WriteHeader(http.StatusOK)
		w.Write([]byte(`{"id":"1`))
		panic(http.ErrAbortHandler)
	}
}

// Dropped breaks the connection before anything is done.
func Dropped() Answer {
	return func(*Server, http.ResponseWriter, *http.Request, http.Handler) { panic(http.ErrAbortHandler) }
}

// Lost does what should be done and breaks the connection before the answer: whoever retries does it twice.
func Lost() Answer {
	return func(_ *Server, _ http.ResponseWriter, r *http.Request, next http.Handler) {
		next.ServeHTTP(discard{http.Header{}}, r)
		panic(http.ErrAbortHandler)
	}
}

type discard struct{ header http.Header }

func (d discard) Header() http.Header         { return d.header }
func (d discard) Write(b []byte) (int, error) { return len(b), nil }
func (d discard) WriteHeader(int)             {}
