package knowledge

import "sync/atomic"

// Current is the library as it stands now. Who must see it grow holds a *Current and takes one
// Library for each question, so that a question is answered from one view throughout.
type Current struct {
	library atomic.Pointer[Library]
	updated chan struct{} // told of each update, unless nobody has listened since the last
}

// NewCurrent returns a Current that holds the library.
func NewCurrent(l *Library) *Current {
	c := &Current{updated: make(chan struct{}, 1)}
	c.library.Store(l)
	return c
}

// Library returns the library as it stands.
func (c *Current) Library() *Library { return c.library.Load() }

// Update puts the library that change makes in place of the one that stands. Where another
// update comes between, change is called again.
func (c *Current) Update(change func(*Library) *Library) *Library {
	for {
		before := c.library.Load()
		after := change(before)
		if c.library.CompareAndSwap(before, after) {
			select {
			case c.updated <- struct{}{}:
			default:
			}
			return after
		}
	}
}
