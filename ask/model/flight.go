package model

import (
	"context"
	"fmt"
	"runtime/debug"
	"sync"
	"time"

	"talksbot/prompts"
)

// flights are the model calls under way, one for each key. A caller that asks what is being
// asked already waits for the same reply. The zero flights is ready.
//
// It is no singleflight.Group: that does not know when the last caller has gone, and ends
// the program where a call panics.
type flights struct {
	mu    sync.Mutex
	calls map[Key]*flight
}

// A flight is one model call and those who wait for it.
type flight struct {
	waiting int                // guarded by flights.mu
	cancel  context.CancelFunc // ends the call
	said    speech             // what of the reply has come

	done     chan struct{} // closed when what follows is set
	reply    prompts.Completion
	err      error
	panicked error // with the stack
}

// A caller is a model call to be made. It tells what comes of the reply while it comes.
type caller func(ctx context.Context, said func(piece string)) (prompts.Completion, error)

// do returns what the call under the key returns, which is made unless it is under way. Before
// that hear is told what comes of the reply, from its beginning on, by whoever called do. It
// returns when ctx ends at the latest. hear may be nil. The call itself goes on until its timeout or until
// everybody who waits for it has left. Where it panics, each of them does.
func (f *flights) do(ctx context.Context, k Key, timeout time.Duration, hear func(piece string), call caller) (prompts.Completion, error) {
	if err := ctx.Err(); err != nil {
		return prompts.Completion{}, err
	}
	c := f.join(ctx, k, timeout, call)
	defer f.leave(k, c)
	if err := c.wait(ctx, hear); err != nil {
		return prompts.Completion{}, err
	}
	if c.panicked != nil {
		panic(c.panicked)
	}
	return c.reply, c.err
}

// wait waits for the end of the call, and has hear told what is said until then. Its error is ctx's.
func (c *flight) wait(ctx context.Context, hear func(piece string)) error {
	for heard, ended := 0, false; ; {
		more, grown := c.said.from(heard)
		if heard += len(more); more != "" && hear != nil {
			hear(more)
		}
		if ended {
			return nil
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-grown:
		case <-c.done:
			ended = true
		}
	}
}

// join returns the flight under the key, begun unless it is under way.
func (f *flights) join(ctx context.Context, k Key, timeout time.Duration, call caller) *flight {
	f.mu.Lock()
	defer f.mu.Unlock()
	c := f.calls[k]
	if c == nil {
		ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), timeout)
		c = &flight{cancel: cancel, done: make(chan struct{})}
		if f.calls == nil {
			f.calls = map[Key]*flight{}
		}
		f.calls[k] = c
		go func() {
			c.run(ctx, call)
			f.end(k, c)
			close(c.done)
		}()
	}
	c.waiting++
	return c
}

func (c *flight) run(ctx context.Context, call caller) {
	defer func() {
		if p := recover(); p != nil {
			c.panicked = fmt.Errorf("%v\n\n%s", p, debug.Stack())
		}
	}()
	c.reply, c.err = call(ctx, c.said.add)
}

// leave has one fewer wait for the flight. The last one ends it.
func (f *flights) leave(k Key, c *flight) {
	f.mu.Lock()
	c.waiting--
	last := c.waiting == 0
	f.mu.Unlock()
	if last {
		f.end(k, c)
	}
}

// end lets nobody join the flight any more.
func (f *flights) end(k Key, c *flight) {
	f.mu.Lock()
	if f.calls[k] == c {
		delete(f.calls, k)
	}
	f.mu.Unlock()
	c.cancel()
}
