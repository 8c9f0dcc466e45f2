package discord

import (
	"context"
	"sync"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"
)

// typing is where the bot was last shown typing. Discord shows that for ten seconds, or until there is
// a message: so however many are to be answered in a channel, it is told once in a while.
type typing struct {
	mu    sync.Mutex
	shown *lru.Cache[string, time.Time] // by channel
}

// mostTyping is in how many channels it is known that the bot types.
const mostTyping = 1024

func newTyping() *typing {
	shown, _ := lru.New[string, time.Time](mostTyping) // it fails for no room only
	return &typing{shown: shown}
}

// begins reports whether it is time to show the bot typing in a channel, and takes it as shown.
func (t *typing) begins(channel string, every time.Duration) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	if at, ok := t.shown.Get(channel); ok && time.Since(at) < every {
		return false
	}
	t.shown.Add(channel, time.Now())
	return true
}

// stopped notes that there is a message.
func (t *typing) stopped(channel string) { t.shown.Remove(channel) }

// Type shows the bot typing in a channel until ctx ends.
func (c *Client) Type(ctx context.Context, channel string) {
	for ctx.Err() == nil {
		if c.typing.begins(channel, c.waits.typing) {
			err := c.Do(ctx, Call{Doing: "showing that we type", Method: "POST", Path: "channels/" + channel + "/typing"}, nil)
			if err != nil && ctx.Err() == nil {
				c.log.Debug("typing is not shown", "error", err)
			}
		}
		select {
		case <-ctx.Done():
		case <-time.After(c.waits.typing):
		}
	}
}
