package wire

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"slices"
	"time"

	"talksbot/internal/localdiscord/rules"
	"talksbot/internal/localdiscord/world"
)

const maxBody = 25 << 20 // bytes

// A Log is what the bot asked for, and what it did wrong.
type Log struct {
	world      *world.World
	requests   []Request
	violations []Violation
}

// A Request is one REST request the bot made, and how it was answered.
type Request struct {
	Method string
	Path   string // below /api/vN, with its query
	Body   string // the JSON sent; of a multipart form, its payload_json
	Status int    // answered; 0: not yet, or the connection was broken off
	At     time.Time
}

func (r Request) String() string {
	return fmt.Sprintf("%s %s -> %d %s", r.Method, r.Path, r.Status, r.Body)
}

// A Violation is a request Discord would have refused, or that breaks a rule of its documentation.
type Violation struct {
	Method string
	Path   string // of the request
	Where  string // in it: "components.0.components.0.label"
	Code   string // Discord's, as BASE_TYPE_MAX_LENGTH, or ours
	Detail string
}

func (v Violation) String() string {
	return fmt.Sprintf("%s %s: %s: %s (%s)", v.Method, v.Path, v.Where, v.Detail, v.Code)
}

// violate keeps the rules a request broke. The world's lock is held.
func (l *Log) violate(r *http.Request, broken []rules.Problem) {
	for _, p := range broken {
		l.violations = append(l.violations, Violation{r.Method, r.URL.Path, p.Path, p.Code, p.Message})
	}
}

// record notes every request and its answer, whoever gives it.
func (l *Log) record(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
		if err != nil { // more than any route takes; or the client went away and reads no answer
			writeJSON(w, rules.ErrTooLarge.Status, rules.ErrTooLarge)
			return
		}
		r.Body = io.NopCloser(bytes.NewReader(body))
		if _, payload, _, err := readForm(r.Header.Get("Content-Type"), body); err == nil {
			body = payload
		}
		i := l.note(Request{Method: r.Method, Path: r.URL.RequestURI(), Body: string(body)})
		next.ServeHTTP(&statusWriter{ResponseWriter: w, about: func(status int) { l.answered(i, status) }}, r)
	})
}

// note keeps a request and returns its index. That comes before all the request does, so whoever
// sees what it did finds it among [Log.Requests].
func (l *Log) note(r Request) int {
	l.world.Lock()
	defer l.world.Unlock()
	r.At = l.world.Now()
	l.requests = append(l.requests, r)
	l.world.Announce()
	return len(l.requests) - 1
}

func (l *Log) answered(i, status int) {
	l.world.Lock()
	defer l.world.Unlock()
	l.requests[i].Status = status
	l.world.Announce()
}

// Requests are the REST requests made so far, oldest first.
func (l *Log) Requests() []Request {
	l.world.Lock()
	defer l.world.Unlock()
	return slices.Clone(l.requests)
}

// Violations are all the rules the bot broke so far. A test of a bot demands that there are none.
func (l *Log) Violations() []Violation {
	l.world.Lock()
	defer l.world.Unlock()
	return slices.Clone(l.violations)
}

// A statusWriter tells the status of an answer before it is written.
type statusWriter struct {
	http.ResponseWriter
	about func(status int)
	told  bool
}

func (w *statusWriter) WriteHeader(code int) {
	w.tell(code)
	w.ResponseWriter.WriteHeader(code)
}

func (w *statusWriter) Write(b []byte) (int, error) {
	w.tell(http.StatusOK)
	return w.ResponseWriter.Write(b)
}

func (w *statusWriter) tell(code int) {
	if !w.told {
		w.told = true
		w.about(code)
	}
}
