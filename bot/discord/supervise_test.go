package discord

import (
	"errors"
	"fmt"
	"log/slog"
	"testing"
	"testing/synctest"
	"time"

	"github.com/failsafe-go/failsafe-go"
	"github.com/gorilla/websocket"
)

func TestResumable(t *testing.T) {
	closed := func(code int) error { return &websocket.CloseError{Code: code} }
	for _, c := range []struct {
		reached stage
		err     error
		want    bool
	}{
		{ready, errReconnect, true},
		{ready, errSilent, true},
		{ready, closed(1006), true},
		{ready, closed(4000), true},
		{ready, closed(4007), false},
		{ready, closed(4009), false},
		{ready, errInvalid, false},
		{ready, fmt.Errorf("%w after this: %w", errStuck, errReconnect), false},
		{helloed, errReconnect, false}, // the session was not taken up again: it may be the reason
		{dialling, errors.New("no route"), true},
		{dialling, errSilent, true},
	} {
		if got := resumable(c.reached, c.err); got != c.want {
			t.Errorf("stage %d, %v: %v", c.reached, c.err, got)
		}
	}
}

// The waits between attempts double, are never the same for many bots, and stay below a
// number of sessions a day that Discord allows.
func TestRetries(t *testing.T) {
	waits := func(t *testing.T, why error, attempts int) (waits []time.Duration) {
		s := &sessions{Client: &Client{waits: usual, log: slog.New(slog.DiscardHandler)}}
		last := time.Now()
		failsafe.With(s.retries(t.Context())).Run(func() error {
			waits, last = append(waits, time.Since(last)), time.Now()
			if attempts--; attempts < 0 {
				return nil
			}
			return why
		})
		return waits[1:]
	}
	synctest.Test(t, func(t *testing.T) {
		seen := map[time.Duration]bool{}
		for range 10 {
			for n, got := range waits(t, errSilent, 20) {
				want := min(time.Second<<n, 2*time.Minute)
				if got < want/2-1 || got > want+1 {
					t.Errorf("after %d failures: %v", n+1, got)
				}
				seen[got] = true
			}
		}
		if len(seen) < 100 {
			t.Errorf("hardly random: %v", seen)
		}
		for _, got := range waits(t, errInvalid, 50) {
			if got < time.Second || got > 5*time.Second {
				t.Errorf("after an invalid session: %v", got)
			}
		}
	})
}
