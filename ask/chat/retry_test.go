package chat_test

import (
	"context"
	"crypto/tls"
	"errors"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"talksbot/ask/chat"
	"talksbot/ask/chat/chattest"
)

// A script is a transport that answers without a network, so that time can be a test's own.
type script struct {
	replies []any // chattest.Reply, error, or a time.Duration to take before the next
	tries   int
}

func (s *script) RoundTrip(r *http.Request) (*http.Response, error) {
	s.tries++
	for {
		next := s.replies[0]
		if len(s.replies) > 1 {
			s.replies = s.replies[1:]
		}
		switch next := next.(type) {
		case error:
			return nil, next
		case time.Duration:
			select {
			case <-time.After(next):
			case <-r.Context().Done():
				return nil, r.Context().Err()
			}
		case chattest.Reply:
			h := http.Header{}
			for k, v := range next.Header {
				h.Set(k, v)
			}
			return &http.Response{StatusCode: max(200, next.Status), Header: h, Body: io.NopCloser(strings.NewReader(next.Body))}, nil
		}
	}
}

// TestPauses measures how long a question takes on a clock of its own.
func TestPauses(t *testing.T) {
	good := chattest.Content(answer)
	reset := &net.OpError{Op: "read", Err: errors.New("connection reset by peer")}
	at := func(d time.Duration) string { // synctest begins at midnight UTC 2000-01-01
		return time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC).Add(d).Format(http.TimeFormat)
	}
	withHeader := func(name, value string) chattest.Reply {
		r := chattest.Error(429, "slow down")
		r.Header = map[string]string{name: value}
		return r
	}
	for _, tt := range []struct {
		name      string
		replies   []any
		tries     int
		least     time.Duration
		most      time.Duration
		wantError string
	}{
		{"at once", []any{good}, 1, 0, 0, ""},
		{"one failure", []any{chattest.HTML(502), good}, 2, 200 * time.Millisecond, 600 * time.Millisecond, ""},
		{"two failures", []any{reset, chattest.Error(429, "no"), good}, 3, 600 * time.Millisecond, 1800 * time.Millisecond, ""},
		{"Retry-After in seconds", []any{retryAfter(429, "7"), good}, 2, 7 * time.Second, 7200 * time.Millisecond, ""},
		{"Retry-After with 503", []any{retryAfter(503, "7"), good}, 2, 7 * time.Second, 7200 * time.Millisecond, ""},
		{"Retry-After as a time", []any{retryAfter(429, at(9*time.Second)), good}, 2, 9 * time.Second, 9200 * time.Millisecond, ""},
		{"Retry-After in the past", []any{retryAfter(429, at(-time.Hour)), good}, 2, 0, 200 * time.Millisecond, ""},
		{"Retry-After in milliseconds", []any{withHeader("Retry-After-Ms", "1500"), good}, 2, 1500 * time.Millisecond, 1700 * time.Millisecond, ""},
		{"Retry-After that says nothing", []any{retryAfter(429, "soon"), good}, 2, 200 * time.Millisecond, 600 * time.Millisecond, ""},
		{"Retry-After below zero", []any{retryAfter(429, "-5"), good}, 2, 200 * time.Millisecond, 600 * time.Millisecond, ""},
		{"Retry-After beyond the timeout", []any{retryAfter(429, "60")}, 1, 0, 0, "429 Too Many Requests"},
		{"Retry-After beyond any time", []any{retryAfter(429, "1e300")}, 1, 0, 0, "429 Too Many Requests"},
		{"Retry-After beyond what is left", []any{15 * time.Second, retryAfter(429, "6")}, 1, 15 * time.Second, 15 * time.Second, "429 Too Many Requests"},
		{"slow", []any{time.Hour}, 1, 20 * time.Second, 20 * time.Second, "no answer within 20s"},
		{"slow after failures", []any{reset, reset, time.Hour}, 3, 20 * time.Second, 20 * time.Second, "no answer within 20s"},
		{"slow, and good in the end", []any{19 * time.Second, good}, 1, 19 * time.Second, 19 * time.Second, ""},
		{"certificate", []any{&tls.CertificateVerificationError{Err: errors.New("unknown authority")}}, 1, 0, 0, "unknown authority"},
		{"no such host", []any{&net.DNSError{Err: "no such host", Name: "x", IsNotFound: true}}, 1, 0, 0, "no such host"},
		{"name server down", []any{&net.DNSError{Err: "server misbehaving", Name: "x"}, good}, 2, 200 * time.Millisecond, 600 * time.Millisecond, ""},
		{"not TLS", []any{tls.RecordHeaderError{Msg: "first record does not look like a TLS handshake"}}, 1, 0, 0, "does not look like"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := &script{replies: tt.replies}
				c, err := chat.New(chat.Options{BaseURL: "http://model.test", Model: "m", Transport: s})
				if err != nil {
					t.Fatal(err)
				}
				start := time.Now()
				_, err = c.Complete(t.Context(), question)
				took := time.Since(start)
				if tt.wantError == "" && err != nil || tt.wantError != "" && (err == nil || !strings.Contains(err.Error(), tt.wantError)) {
					t.Errorf("error %v, want %q", err, tt.wantError)
				}
				if took < tt.least || took > tt.most {
					t.Errorf("took %v, want %v to %v", took, tt.least, tt.most)
				}
				if s.tries != tt.tries {
					t.Errorf("%d tries, want %d", s.tries, tt.tries)
				}
			})
		})
	}
}

// TestCancelledInPause: the caller's end is the end, also between two tries.
func TestCancelledInPause(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &script{replies: []any{retryAfter(429, "10")}}
		c, err := chat.New(chat.Options{BaseURL: "http://model.test", Model: "m", Transport: s})
		if err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithTimeout(t.Context(), 3*time.Second)
		defer cancel()
		start := time.Now()
		_, err = c.Complete(ctx, question)
		if !errors.Is(err, context.DeadlineExceeded) && !strings.Contains(err.Error(), "429") {
			t.Errorf("error %v", err)
		}
		if took := time.Since(start); took > 3*time.Second {
			t.Errorf("took %v", took)
		}

		ctx, cancel = context.WithCancel(t.Context())
		time.AfterFunc(4*time.Second, cancel)
		start = time.Now()
		_, err = c.Complete(ctx, question)
		if !errors.Is(err, context.Canceled) || time.Since(start) != 4*time.Second {
			t.Errorf("error %v after %v", err, time.Since(start))
		}
	})
}

// TestWordsOfTheTransport: net/http's errors repeat what a server sent.
func TestWordsOfTheTransport(t *testing.T) {
	garbage := errors.New("malformed HTTP response \"sk-secret-key\x1b[2J\n" + strings.Repeat("z", 9000))
	var log strings.Builder
	c, err := chat.New(chat.Options{BaseURL: "http://model.test", Model: "m", APIKey: "sk-secret-key", Backoff: 1,
		Transport: &script{replies: []any{garbage}}, Log: textLog(&log)})
	if err != nil {
		t.Fatal(err)
	}
	_, err = c.Complete(t.Context(), question)
	if err == nil || !strings.Contains(err.Error(), "malformed HTTP response") {
		t.Fatalf("error %v", err)
	}
	if !errors.Is(err, garbage) {
		t.Error("the cause is lost")
	}
	if n := strings.Count(log.String(), "asking the model again"); n != 2 {
		t.Errorf("%d pauses logged, want 2", n)
	}
	for _, s := range []string{err.Error(), log.String()} {
		if strings.Contains(s, "secret") || strings.Contains(s, "\x1b") || len(s) > 1000 {
			t.Errorf("%q", s)
		}
	}
}
