package discord

import (
	"errors"
	"fmt"
	"testing"
	"testing/synctest"
	"time"

	"github.com/bwmarrin/discordgo"
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

// The waits double where Discord gives no new session, and only there; they are never the same for many
// bots.
func TestPause(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		for _, c := range []struct {
			why         error
			refused     int
			least, most time.Duration
		}{
			{errSilent, 0, 500 * time.Millisecond, time.Second},
			{errUnreachable, 0, 500 * time.Millisecond, time.Second},
			{errSilent, 1, 500 * time.Millisecond, time.Second},
			{errSilent, 2, time.Second, 2 * time.Second},
			{errSilent, 5, 8 * time.Second, 16 * time.Second},
			{errSilent, 100, time.Minute, 2 * time.Minute},
			{errInvalid, 0, time.Second, 5 * time.Second},
			{errInvalid, 5, 8 * time.Second, 16 * time.Second},
		} {
			seen := map[time.Duration]bool{}
			for range 50 {
				s := newSessions(&Client{waits: usual}, nil)
				s.session, s.refused = &discordgo.Session{}, c.refused
				got := s.pause(c.why)
				if got < c.least || got > c.most {
					t.Errorf("%v after %d refusals: %v", c.why, c.refused, got)
				}
				seen[got] = true
			}
			if len(seen) < 25 {
				t.Errorf("%v after %d refusals: hardly random: %v", c.why, c.refused, seen)
			}
		}
	})
}

// A connection that is given a session and loses it, over and over, stays below the number of sessions a
// day that Discord allows.
func TestSessionsADay(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newSessions(&Client{waits: usual}, nil)
		begun := 0
		for end := time.Now().Add(24 * time.Hour); time.Now().Before(end); begun++ {
			time.Sleep(s.pause(errSilent))
		}
		if begun < 500 || begun > 990 {
			t.Errorf("%d sessions a day", begun)
		}
	})
}
