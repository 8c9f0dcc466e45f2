package world

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

// ErrClosed is a wait that the server's end ended.
var ErrClosed = errors.New("the local Discord is closed")

// Changes is a lock whose holder announces what changed, so that nobody ever sleeps to wait. The zero value works.
type Changes struct {
	sync.Mutex
	next   chan struct{} // closed at the next change; nil while nobody waits for it
	ended  bool
	timers []*time.Timer
}

// Announce tells every waiter that something changed. The lock is held.
func (c *Changes) Announce() {
	if c.next != nil {
		close(c.next)
		c.next = nil
	}
}

// AnnounceAfter announces once more when d is over, for what changes by time alone. The lock is held.
func (c *Changes) AnnounceAfter(d time.Duration) {
	c.timers = append(c.timers, time.AfterFunc(d, func() {
		c.Lock()
		defer c.Unlock()
		c.Announce()
	}))
}

// End ends all waits. The lock is held.
func (c *Changes) End() {
	c.ended = true
	for _, t := range c.timers {
		t.Stop()
	}
	c.Announce()
}

// HasEnded reports whether End was called. The lock is held.
func (c *Changes) HasEnded() bool { return c.ended }

// Await looks after every change until look says so or fails. The lock is not held; look may take it.
func (c *Changes) Await(ctx context.Context, what string, look func() (bool, error)) error {
	for {
		c.Lock()
		if c.next == nil {
			c.next = make(chan struct{})
		}
		next, ended := c.next, c.ended
		c.Unlock()
		if done, err := look(); done || err != nil {
			return err
		}
		if ended {
			return fmt.Errorf("waiting for %s: %w", what, ErrClosed)
		}
		select {
		case <-next:
		case <-ctx.Done():
			return fmt.Errorf("waiting for %s: %w", what, context.Cause(ctx))
		}
	}
}
