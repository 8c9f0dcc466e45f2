// Package shelf is which articles there are: what each has said, as immutable versions, where each came from,
// and which library holds it; and what is kept beside them, the work to be done, the feeds, the news.
//
// A library is the default one, "", of the terminal and of direct messages, or that of a server, by its ID. An
// article that several hold stands on the shelf once. What a server sees is what the default library holds,
// less what the server has removed, and what it holds itself.
//
// The house, bottom up:
//
//	shelf.go     Shelf, and what several of the others need
//	edition.go   what an article has said, at each time
//	identity.go  which article one is
//	put.go       an article is taken up, or said anew
//	holding.go   what a library holds
//	remove.go    an article is removed, forgotten, withdrawn
//	derived.go   what was made of articles, kept
//	file.go      the files of watched folders
//	job.go       work: taken once, step by step
//	feed.go      feeds: who follows them, when they are read
//	poll.go      a feed is taken, read, put back
//	news.go      what happened to articles, and who has seen it
//
// Each method is one transaction. What it has returned from is on disk.
package shelf

import (
	"context"
	"errors"
	"time"

	"talksbot/internal/database"
)

// A Shelf is what a database holds of articles. It may be used by any number of goroutines, and a database by
// any number of processes.
type Shelf struct {
	*ground
	Queue
	Rounds
}

// A Queue is the work to be done.
type Queue struct{ *ground }

// Rounds are the feeds, who follows them and when each is read.
type Rounds struct{ *ground }

// A ground is what the parts of a shelf stand on.
type ground struct {
	Now func() time.Time // nil: time.Now

	db *database.DB
}

// New returns the shelf in an open database.
func New(db *database.DB) *Shelf {
	g := &ground{db: db}
	return &Shelf{g, Queue{g}, Rounds{g}}
}

var (
	ErrUnknown = errors.New("there is no such article on the shelf")
	ErrLost    = errors.New("another process has taken the work over")
)

func (g *ground) clock() time.Time {
	if g.Now == nil {
		return time.Now()
	}
	return g.Now()
}

// or returns a time, or now where there is none.
func (g *ground) or(t time.Time) time.Time {
	if t.IsZero() {
		return g.clock()
	}
	return t
}

// millis returns a time as it is kept, 0 for none.
func millis(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMilli()
}

// fromMillis undoes millis.
func fromMillis(ms int64) time.Time {
	if ms == 0 {
		return time.Time{}
	}
	return time.UnixMilli(ms)
}

// grows notes that what a library holds has changed.
func grows(ctx context.Context, tx *database.Tx, library string) error {
	_, err := tx.Exec(ctx, `
		INSERT INTO revisions (library, revision) VALUES ($1, 1)
		ON CONFLICT (library) DO UPDATE SET revision = revisions.revision + 1`, library)
	return err
}

// growAll notes that an article has changed which some libraries hold.
func growAll(ctx context.Context, tx *database.Tx, article int64) error {
	_, err := tx.Exec(ctx, `
		INSERT INTO revisions (library, revision) SELECT library, 1 FROM holdings WHERE article = $1 AND removed_at = 0
		ON CONFLICT (library) DO UPDATE SET revision = revisions.revision + 1`, article)
	return err
}

// Revision returns a number that grows with every change of what a library holds itself, and of what those
// articles say. What a server sees also changes with the default library.
func (s *Shelf) Revision(ctx context.Context, library string) (revision int64, err error) {
	defer s.db.Wrap(&err, "reading whether a library has changed")
	err = s.db.Row(ctx, `SELECT coalesce(max(revision), 0) FROM revisions WHERE library = $1`, library).Scan(&revision)
	return revision, err
}
