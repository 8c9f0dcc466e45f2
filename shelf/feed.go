package shelf

import (
	"context"
	"time"

	"talksbot/internal/database"
)

// A Feed says how reading one goes, for all libraries that follow it.
type Feed struct {
	ID           int64
	Address      string
	Title        string
	ETag         string // as its server gave them, byte for byte
	LastModified string
	Next         time.Time     // when it is read
	Interval     time.Duration // between two times
	Failures     int           // in a row
	Reason       string        // of the last one
	MovedTo      string
	MovedSince   time.Time
	First        bool // it has not been read yet

	claim string
}

const feedColumns = `id, address, title, etag, last_modified, next, every, failures, reason, moved_to, moved_since, first, holder`

// scanFeed reads the columns of a feed, and others after them.
func scanFeed(scan database.Scan, others ...any) (f Feed, err error) {
	var next, every, moved int64
	into := []any{&f.ID, &f.Address, &f.Title, &f.ETag, &f.LastModified, &next, &every, &f.Failures, &f.Reason, &f.MovedTo, &moved, &f.First, &f.claim}
	err = scan(append(into, others...)...)
	f.Next, f.Interval, f.MovedSince = fromMillis(next), time.Duration(every)*time.Millisecond, fromMillis(moved)
	return f, err
}

// A Following is a feed that a library follows.
type Following struct {
	Feed
	By     string // who added it
	Since  time.Time
	Paused bool
}

// Follow makes a library follow the feed at an address, and reports whether it did not before. The feed is then read
// whole as soon as may be, so that the library gets what is in it.
func (r Rounds) Follow(ctx context.Context, library, address, by string) (f Feed, news bool, err error) {
	now := millis(r.clock())
	err = r.db.Within(ctx, "following a feed", func(ctx context.Context, tx *database.Tx) error {
		_, err := tx.Exec(ctx, `
			INSERT INTO feeds (address, title, etag, last_modified, next, every, failures, reason, moved_to, moved_since, first, holder, until)
			VALUES ($1, '', '', '', $2, 0, 0, '', '', 0, 1, '', 0) ON CONFLICT DO NOTHING`, address, now)
		if err != nil {
			return err
		}
		if f, err = scanFeed(tx.Row(ctx, `SELECT `+feedColumns+` FROM feeds f WHERE f.address = $1`, address).Scan); err != nil {
			return err
		}
		changed, err := tx.Exec(ctx, `INSERT INTO follows (library, feed, who, since, paused) VALUES ($1, $2, $3, $4, 0) ON CONFLICT DO NOTHING`, library, f.ID, by, now)
		if news = changed > 0; err != nil || !news {
			return err
		}
		_, err = tx.Exec(ctx, `UPDATE feeds SET etag = '', last_modified = '', next = $2 WHERE id = $1`, f.ID, now)
		return err
	})
	f.claim = ""
	return f, news, err
}

// Unfollow ends that a library follows a feed, and reports whether it did. What came from it stays.
func (r Rounds) Unfollow(ctx context.Context, library string, feed int64) (was bool, err error) {
	err = r.db.Within(ctx, "no longer following a feed", func(ctx context.Context, tx *database.Tx) error {
		changed, err := tx.Exec(ctx, `DELETE FROM follows WHERE library = $1 AND feed = $2`, library, feed)
		was = changed > 0
		return err
	})
	return was, err
}

// PauseFeed pauses a feed for a library, or lets it go on, and reports whether that is a change.
func (r Rounds) PauseFeed(ctx context.Context, library string, feed int64, paused bool) (changed bool, err error) {
	err = r.db.Within(ctx, "pausing a feed", func(ctx context.Context, tx *database.Tx) error {
		n, err := tx.Exec(ctx, `UPDATE follows SET paused = $3 WHERE library = $1 AND feed = $2 AND paused <> $3`, library, feed, paused)
		changed = n > 0
		return err
	})
	return changed, err
}

// Feeds returns the feeds that a library follows, the first first.
func (r Rounds) Feeds(ctx context.Context, library string) (all []Following, err error) {
	err = r.db.Each(ctx, "reading which feeds there are", `
		SELECT `+feedColumns+`, w.who, w.since, w.paused FROM follows w JOIN feeds f ON f.id = w.feed WHERE w.library = $1 ORDER BY w.since, f.id`, []any{library},
		func(scan database.Scan) error {
			var w Following
			var since int64
			f, err := scanFeed(scan, &w.By, &since, &w.Paused)
			f.claim = ""
			w.Feed, w.Since = f, fromMillis(since)
			all = append(all, w)
			return err
		})
	return all, err
}

// Followers returns the libraries that follow a feed and have not paused it.
func (r Rounds) Followers(ctx context.Context, feed int64) (libraries []string, err error) {
	err = r.db.Each(ctx, "reading who follows a feed", `SELECT library FROM follows WHERE feed = $1 AND paused = 0 ORDER BY library`, []any{feed},
		func(scan database.Scan) error {
			var library string
			err := scan(&library)
			libraries = append(libraries, library)
			return err
		})
	return libraries, err
}
