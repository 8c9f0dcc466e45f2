package ingest

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"talksbot/shelf"
)

const (
	workers = 4                // jobs and feeds at a time
	pause   = 2 * time.Second  // before it is looked again whether something is due
	trouble = 15 * time.Second // the same, where the database fails
)

// A crew does what is due, several things at a time.
type crew struct {
	slots chan struct{} // one for each thing that is done
	group sync.WaitGroup
}

func newCrew() *crew { return &crew{slots: make(chan struct{}, workers)} }

// start begins what is due, as far as there are hands, and returns how much that is.
func (r *Reader) start(ctx context.Context, c *crew, next func(context.Context) (func(), error)) (begun int, err error) {
	for {
		select {
		case c.slots <- struct{}{}:
		default:
			return begun, nil
		}
		do, err := next(ctx)
		if do == nil || err != nil {
			<-c.slots
			return begun, err
		}
		begun++
		c.group.Go(func() {
			defer r.stir()
			defer func() { <-c.slots }()
			do()
		})
	}
}

// due takes what has been due longest: a feed or a job. It returns nil where nothing is.
func (r *Reader) due(ctx context.Context) (func(), error) {
	now := time.Now()
	f, taken, err := r.Shelf.TakeFeed(ctx, now, now.Add(r.claim))
	if err != nil {
		return nil, err
	}
	if taken {
		return func() { r.guard(ctx, "reading a feed", f.Address, func() error { return r.poll(ctx, f) }) }, nil
	}
	return r.dueJob(ctx)
}

func (r *Reader) dueJob(ctx context.Context) (func(), error) {
	now := time.Now()
	j, taken, err := r.Shelf.Take(ctx, now, now.Add(r.claim))
	if err != nil || !taken {
		return nil, err
	}
	return func() { r.guard(ctx, "taking an article up", j.Address, func() error { return r.do(ctx, j) }) }, nil
}

// guard does something that must not end the program, and logs how it failed. Whatever it was is taken up again
// when its claim has run out.
func (r *Reader) guard(ctx context.Context, doing, of string, do func() error) {
	defer func() {
		if p := recover(); p != nil {
			r.Log.Error(doing, "address", of, "panic", fmt.Sprint(p))
		}
	}()
	if err := do(); err != nil && ctx.Err() == nil && !errors.Is(err, shelf.ErrLost) {
		r.Log.Warn(doing, "address", of, "error", err)
	}
}

// Run does what is due, feeds and articles, until ctx is done. Where the database fails it says so once, and tries
// again until it is there again.
func (r *Reader) Run(ctx context.Context) error {
	r.begin()
	c := newCrew()
	defer c.group.Wait()
	failing := false
	for {
		_, err := r.start(ctx, c, r.due)
		if ctx.Err() != nil {
			return nil
		}
		wait := pause
		if err != nil {
			wait = trouble
			if !failing {
				r.Log.Error("looking for work", "error", err)
			}
		}
		failing = err != nil
		if !r.sleep(ctx, wait) {
			return nil
		}
	}
}

// sleep waits until something may be due, and reports whether ctx is not done.
func (r *Reader) sleep(ctx context.Context, most time.Duration) bool {
	timer := time.NewTimer(most)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return false
	case <-r.stirs:
	case <-timer.C:
	}
	return true
}

// Poll does what is due now, feeds and articles, and what follows from that, and returns.
func (r *Reader) Poll(ctx context.Context) error {
	r.begin()
	c := newCrew()
	defer c.group.Wait()
	for {
		idle := len(c.slots) == 0 // before it is looked for more: what ends meanwhile may leave something that is due
		begun, err := r.start(ctx, c, r.due)
		switch {
		case err != nil:
			return err
		case begun == 0 && idle:
			return nil
		}
		if !r.sleep(ctx, pause/8) {
			return ctx.Err()
		}
	}
}
