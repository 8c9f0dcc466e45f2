package knowledge

import (
	"context"
	"sync/atomic"
)

// Current is the library as it stands now. Who must see it grow holds a *Current and takes one
// Library for each question, so that a question is answered from one view throughout.
type Current struct{ now atomic.Pointer[standing] }

// A standing is a library that stands until another takes its place.
type standing struct {
	*Library
	replaced chan struct{} // closed then
}

// NewCurrent returns a Current that holds the library.
func NewCurrent(l *Library) *Current {
	c := &Current{}
	c.now.Store(stands(l))
	return c
}

func stands(l *Library) *standing { return &standing{l, make(chan struct{})} }

// Library returns the library as it stands.
func (c *Current) Library() *Library { return c.now.Load().Library }

// Update puts the library that change makes in place of the one that stands. Where another
// update comes between, change is called again.
func (c *Current) Update(change func(*Library) *Library) *Library {
	for {
		before := c.now.Load()
		after := stands(change(before.Library))
		if c.now.CompareAndSwap(before, after) {
			close(before.replaced)
			return after.Library
		}
	}
}

// FindNames has the names found that stand in the sentences of the library, as it stands and as
// it grows, so that the first question about one need not look for it. It runs until ctx is done.
func (c *Current) FindNames(ctx context.Context) {
	for {
		l := c.now.Load()
		l.FindNames(ctx)
		select {
		case <-ctx.Done():
			return
		case <-l.replaced:
		}
	}
}
