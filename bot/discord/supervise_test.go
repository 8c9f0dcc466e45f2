package discord

import (
	"errors"
	"fmt"
	"testing"
	"time"

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
func TestPause(t *testing.T) {
	c := &Client{waits: usual}
	for failed, want := range map[int]time.Duration{1: time.Second, 2: 2 * time.Second, 4: 8 * time.Second, 8: 2 * time.Minute, 5000: 2 * time.Minute} {
		seen := map[time.Duration]bool{}
		for range 50 {
			d := c.pause(failed, errSilent)
			if d < want/2 || d > want {
				t.Errorf("after %d failures: %v", failed, d)
			}
			seen[d] = true
		}
		if len(seen) < 10 {
			t.Errorf("after %d failures: hardly random: %v", failed, seen)
		}
	}
	for range 50 {
		if d := c.pause(1, errInvalid); d < time.Second || d > 5*time.Second {
			t.Errorf("after an invalid session: %v", d)
		}
	}
}
