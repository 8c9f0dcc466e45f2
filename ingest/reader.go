// Package ingest makes articles of links, feeds and files, and puts them on the shelf: fetch, read, keep, announce.
//
// Each step is kept before the next begins, so whoever finds a job that another process has left goes on where that
// one stopped. What is done twice then is the same as done once: an article is known again, and news is kept once.
//
// The house, bottom up:
//
//	reason/    why something was not taken up
//	fetch/     the web, as a guest
//	address/   when two addresses are one page's
//	gate/      an article, or what comes in its place
//	feed/      what is in a feed, and when to ask for it again
//	reader.go   Reader
//	work.go     what a job knows between its steps
//	extract.go  a page becomes an article
//	keep.go     an article gets on the shelf
//	again.go    an article is read again
//	announce.go what has happened to it is kept as news
//	steps.go    a job goes from step to step
//	rounds.go   a feed is read
//	run.go      what is due is done
//	add.go      somebody adds a link
//	file.go     a file, or a feed
package ingest

import (
	"cmp"
	"context"
	"log/slog"
	"net/http"
	"sync"
	"time"

	"talksbot/ingest/fetch"
	"talksbot/ingest/reason"
	"talksbot/shelf"
)

// A Reason is why something was not taken up; "" where it was. The catalogue has a sentence for each, under "ingest.".
type Reason = reason.Reason

// ReasonOf returns the reason of an error of this package.
func ReasonOf(err error) Reason { return reason.Of(err) }

// A Reader takes articles up. Shelf must be set; the rest may be zero. Any number of goroutines may use one, and any
// number of processes one shelf.
type Reader struct {
	Shelf   *shelf.Shelf
	Network http.RoundTripper // nil: the public web, public addresses alone; tests give another
	Log     *slog.Logger
	Version string                                          // of the program, for those whose pages are read
	About   string                                          // an address where they can read about it; "" for none
	Refresh func(ctx context.Context, library string) error // called when a library has got something; may be nil

	claim  time.Duration // 0: claimed
	once   sync.Once
	client *fetch.Client
	stirs  chan struct{} // something may be due
	mu     sync.Mutex
	cited  map[int64]time.Time // when articles were read again because somebody cites them
}

// claimed is for how long a job is ours before we say again that it is.
const claimed = 2 * time.Minute

func (r *Reader) begin() {
	r.once.Do(func() {
		agent := "talksbot"
		if r.Version != "" {
			agent += "/" + r.Version
		}
		if r.About != "" {
			agent += " (+" + r.About + ")"
		}
		r.client = fetch.New(agent, r.Network)
		r.stirs = make(chan struct{}, 1)
		r.cited = map[int64]time.Time{}
		r.claim = cmp.Or(r.claim, claimed)
		if r.Log == nil {
			r.Log = slog.New(slog.DiscardHandler)
		}
	})
}

// stir has Run look at once whether something is due.
func (r *Reader) stir() {
	select {
	case r.stirs <- struct{}{}:
	default:
	}
}
