package localdiscord

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"time"
)

// A Request is one REST request the bot made, and how it was answered.
type Request struct {
	Method string
	Path   string // below /api/vN, with its query
	Body   string // the JSON sent; of a multipart form, its payload_json
	Status int    // answered
	At     time.Time
}

func (r Request) String() string {
	return fmt.Sprintf("%s %s -> %d %s", r.Method, r.Path, r.Status, r.Body)
}

// record notes every request and its answer, whoever gives it.
func (s *Server) record(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !s.enter() {
			panic(http.ErrAbortHandler)
		}
		defer s.busy.Done()
		body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
		if err != nil { // more than any route takes; or the client went away and reads no answer
			writeJSON(w, http.StatusRequestEntityTooLarge, &apiError{Code: 40005, Message: "Request entity too large"})
			return
		}
		r.Body = io.NopCloser(bytes.NewReader(body))
		status := &statusWriter{ResponseWriter: w}
		s.mu.Lock()
		at := s.now()
		s.waiting++
		s.announce()
		s.mu.Unlock()
		defer func() {
			text := body
			if _, payload, _, err := readForm(r.Header.Get("Content-Type"), body); err == nil {
				text = payload
			}
			s.mu.Lock()
			defer s.mu.Unlock()
			s.waiting--
			s.requests = append(s.requests, Request{r.Method, r.URL.RequestURI(), string(text), status.code, at})
			s.announce()
		}()
		next.ServeHTTP(status, r)
	})
}

// Requests are the REST requests answered so far, oldest first.
func (s *Server) Requests() []Request {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]Request(nil), s.requests...)
}

// Waiting is how many requests are being served now, as a slow one is.
func (s *Server) Waiting() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.waiting
}

type statusWriter struct {
	http.ResponseWriter
	code int // 0: the connection was broken off
}

func (w *statusWriter) WriteHeader(code int) { w.code = code; w.ResponseWriter.WriteHeader(code) }
func (w *statusWriter) Write(b []byte) (int, error) {
	if w.code == 0 {
		w.code = http.StatusOK
	}
	return w.ResponseWriter.Write(b)
}
func (w *statusWriter) Unwrap() http.ResponseWriter { return w.ResponseWriter }
