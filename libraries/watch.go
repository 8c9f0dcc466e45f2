package libraries

import (
	"context"
	"errors"
	"maps"
	"slices"
	"time"
)

// usualEvery is how often the shelf is asked for changes: what another process has added is answered
// from within that time.
const usualEvery = 2 * time.Second

// Run keeps all libraries in step with the shelf, and the shelf with the files that Paths name, until
// ctx is done. Where the shelf cannot be read, they stay as they are meanwhile.
func (l *Libraries) Run(ctx context.Context) {
	l.begin(ctx)
	defer l.end()
	l.group.Go(func() { l.watchFiles(ctx) })
	l.group.Go(func() { l.storeAll(ctx) })
	tick := time.NewTicker(l.Every)
	defer tick.Stop()
	for out := false; ; {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		err := l.refreshAll(ctx)
		switch {
		case ctx.Err() != nil:
			return
		case err != nil && !out:
			l.Log.Error("the shelf cannot be read: answers come from the articles read before", "reason", err)
		case err == nil && out:
			l.Log.Info("the shelf can be read again")
		}
		out = err != nil
	}
}

// begin has the libraries read so far prepared, and from now on those that are read later.
func (l *Libraries) begin(ctx context.Context) {
	l.mu.Lock()
	l.running = ctx
	views := maps.Clone(l.servers)
	l.mu.Unlock()
	l.prepare("", l.standard.current.Load())
	for name, v := range views {
		v.mu.Lock()
		if v.joined != nil {
			l.prepare(name, v.joined)
		}
		v.mu.Unlock()
	}
}

// end waits for what Prepare does to end.
func (l *Libraries) end() {
	l.mu.Lock()
	l.running = nil
	l.mu.Unlock()
	l.group.Wait()
}

// refreshAll brings all libraries in step that were asked for. One that cannot be read keeps no other from it.
func (l *Libraries) refreshAll(ctx context.Context) error {
	if err := l.Refresh(ctx, ""); err != nil {
		return err
	}
	var wrong []error
	for _, name := range l.asked() {
		wrong = append(wrong, l.refreshServer(ctx, name))
	}
	return errors.Join(wrong...)
}

// asked returns the servers whose libraries were asked for.
func (l *Libraries) asked() (names []string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for name := range l.servers {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}
