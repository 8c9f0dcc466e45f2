package fetch

import (
	"context"
	"sync"
)

// A line lets one request at a time through to each host. The zero line is ready.
type line struct {
	mu    sync.Mutex
	hosts map[string]*turn
}

// A turn is one host's.
type turn struct {
	free    chan struct{} // holds one value while nobody asks the host anything
	waiting int           // how many hold it or wait for it
}

// take waits until nobody else asks the host anything. Whoever has taken the turn must call give, once or
// more often.
func (l *line) take(ctx context.Context, host string) (give func(), err error) {
	l.mu.Lock()
	if l.hosts == nil {
		l.hosts = map[string]*turn{}
	}
	t := l.hosts[host]
	if t == nil {
		t = &turn{free: make(chan struct{}, 1)}
		t.free <- struct{}{}
		l.hosts[host] = t
	}
	t.waiting++
	l.mu.Unlock()
	select {
	case <-t.free:
		return sync.OnceFunc(func() {
			t.free <- struct{}{}
			l.leave(host, t)
		}), nil
	case <-ctx.Done():
		l.leave(host, t)
		return nil, ctx.Err()
	}
}

// leave forgets a host that nobody waits for.
func (l *line) leave(host string, t *turn) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if t.waiting--; t.waiting == 0 {
		delete(l.hosts, host)
	}
}
