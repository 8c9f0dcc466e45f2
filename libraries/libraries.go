// Package libraries keeps what is answered from in step with the shelf: one library for each server,
// and the default one of the terminal and of direct messages.
//
// A server sees what the default library holds, less what it has put away, and what it holds itself.
// Its library is made from the default one and shares all of it but the difference; where there is
// none, it is the default one.
//
// The house, bottom up:
//
//	vectors.go    the vectors of sentences, stored and read
//	volumes.go    what is derived from articles, stored and opened
//	view.go       one library, and what of the shelf is in it
//	libraries.go  all of them
//	watch.go      they follow the shelf, whoever changes it
//	folder.go     files are put on the shelf, and taken from it, as they come and go
package libraries

import (
	"cmp"
	"context"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"talksbot/knowledge"
	"talksbot/knowledge/article"
	"talksbot/knowledge/search"
	"talksbot/shelf"
)

// Options say what libraries are made of. Only the Shelf is needed.
type Options struct {
	Shelf   *shelf.Shelf
	Encoder search.Encoder     // reads closely what a search finds; nil: words alone tell
	Paths   []string           // files and folders that the default library holds, in place of the shipped article
	Shipped []*article.Article // what it holds where there are none
	Strict  bool               // of Paths what cannot be read is an error

	Tell    func(ctx context.Context, article int64, n int, quiet bool) error // keeps as news that a file brought an article, or its edition n, once however often it is told; nil: nobody does
	Prepare func(context.Context, *knowledge.Current)                         // makes ready what questions will need, for as long as it is wanted; nil: nothing
	Every   time.Duration                                                     // how often the shelf is asked for changes; 2 s
	Log     *slog.Logger                                                      // silent
}

// Libraries are all libraries that were asked for. They may be used by any number of goroutines.
type Libraries struct {
	Options
	standard *view
	common   atomic.Pointer[common] // what servers see of it; read without waiting for whoever brings it in step

	mu      sync.Mutex // of what follows
	servers map[string]*view
	running context.Context // of Run; nil while it does not run
	group   sync.WaitGroup  // what Prepare does
}

// Open returns the libraries of a shelf, with the default one read.
func Open(ctx context.Context, o Options) (*Libraries, error) {
	o.Every = cmp.Or(o.Every, usualEvery)
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	l := &Libraries{Options: o, standard: &view{}, servers: map[string]*view{}}
	return l, l.Refresh(ctx, "")
}

// Of returns a library as it grows: the default one for "", else a server's. One that is asked for the
// first time is read then; where the shelf cannot be read, it is the default one until it can.
func (l *Libraries) Of(library string) *knowledge.Current {
	v := l.view(library)
	if c := v.current.Load(); c != nil {
		return c
	}
	ctx, cancel := context.WithTimeout(context.Background(), readingWait)
	defer cancel()
	if err := l.refreshServer(ctx, library); err != nil {
		l.Log.Error("a server's library cannot be read: it is answered from the default one for now", "server", library, "reason", err)
		return l.standard.current.Load()
	}
	return v.current.Load()
}

// readingWait is how long a question waits for its server's library to be read.
const readingWait = 10 * time.Second

// Refresh brings a library in step with the shelf: when it returns nil, Of(library) has all that the
// shelf had for it when Refresh was called.
func (l *Libraries) Refresh(ctx context.Context, library string) error {
	if err := l.refreshStandard(ctx); err != nil || library == "" {
		return err
	}
	return l.refreshServer(ctx, library)
}

// view returns what there is of a library, made where there is nothing yet.
func (l *Libraries) view(library string) *view {
	if library == "" {
		return l.standard
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	v := l.servers[library]
	if v == nil {
		v = &view{}
		l.servers[library] = v
	}
	return v
}

// prepare has a library made ready for questions while Run runs: with the vectors stored of it, then with what it
// still lacks.
func (l *Libraries) prepare(name string, c *knowledge.Current) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.running != nil && l.Prepare != nil {
		ctx := l.running
		l.group.Go(func() {
			l.readVectors(ctx, name)
			l.Prepare(ctx, c)
		})
	}
}
