package shelf

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"time"

	"talksbot/internal/database"
)

// TakeFeed takes the feed that has been due longest and is nobody's, until a time, and reports whether there is one.
// One that nobody follows, or all have paused, is not read.
func (r Rounds) TakeFeed(ctx context.Context, now, until time.Time) (f Feed, taken bool, err error) {
	claim := rand.Text()
	err = r.db.Within(ctx, "taking a feed", func(ctx context.Context, tx *database.Tx) error {
		f, err = scanFeed(tx.Row(ctx, `
			UPDATE feeds SET holder = $1, until = $2 WHERE id = (
				SELECT id FROM feeds WHERE next <= $3 AND until <= $3
				AND EXISTS (SELECT 1 FROM follows WHERE feed = feeds.id AND paused = 0)
				ORDER BY next, id LIMIT 1`+r.db.SkipLocked()+`) RETURNING `+feedColumns, claim, millis(until), millis(now)).Scan)
		if taken = err == nil; errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		return err
	})
	return f, taken && err == nil, err
}

// KeepFeed keeps how reading a feed went and puts it back: it is read again at its Next. Where its Address has become
// another's, whoever follows it follows that one from now on.
func (r Rounds) KeepFeed(ctx context.Context, f Feed) error {
	return r.db.Within(ctx, "keeping how a feed was read", func(ctx context.Context, tx *database.Tx) error {
		var other int64
		err := tx.Row(ctx, `SELECT coalesce(max(id), 0) FROM feeds WHERE address = $1 AND id <> $2`, f.Address, f.ID).Scan(&other)
		switch {
		case err != nil:
			return err
		case other != 0:
			return merge(ctx, tx, f, other)
		}
		changed, err := tx.Exec(ctx, `
			UPDATE feeds SET holder = '', until = 0, address = $3, title = $4, etag = $5, last_modified = $6, next = $7, every = $8, failures = $9, reason = $10,
				moved_to = $11, moved_since = $12, first = $13
			WHERE id = $1 AND holder = $2 AND holder <> ''`,
			f.ID, f.claim, f.Address, f.Title, f.ETag, f.LastModified, millis(f.Next), f.Interval.Milliseconds(), f.Failures, f.Reason,
			f.MovedTo, millis(f.MovedSince), f.First)
		if err == nil && changed == 0 {
			err = ErrLost
		}
		return err
	})
}

// merge makes whoever follows a feed follow another.
func merge(ctx context.Context, tx *database.Tx, f Feed, other int64) error {
	changed, err := tx.Exec(ctx, `DELETE FROM feeds WHERE id = $1 AND holder = $2 AND holder <> ''`, f.ID, f.claim)
	switch {
	case err != nil:
		return err
	case changed == 0:
		return ErrLost
	}
	_, err = tx.Exec(ctx, `
		INSERT INTO follows (library, feed, who, since, paused) SELECT library, $2, who, since, paused FROM follows WHERE feed = $1 ON CONFLICT DO NOTHING`, f.ID, other)
	if err != nil {
		return err
	}
	for _, statement := range []string{`DELETE FROM follows WHERE feed = $1`, `DELETE FROM entries WHERE feed = $1`} {
		if _, err := tx.Exec(ctx, statement, f.ID); err != nil {
			return err
		}
	}
	return nil
}

// signs returns what an entry of a feed is known by.
func signs(guid, address string) (all []string) {
	if guid != "" {
		all = append(all, "id "+guid)
	}
	if address != "" {
		all = append(all, "at "+address)
	}
	return all
}

// Entry reports whether an entry of a feed is known, by its ID or its address.
func (r Rounds) Entry(ctx context.Context, feed int64, guid, address string) (known bool, err error) {
	defer r.db.Wrap(&err, "looking for an entry of a feed")
	for _, sign := range signs(guid, address) {
		var n int
		if err := r.db.Row(ctx, `SELECT count(*) FROM entries WHERE feed = $1 AND sign = $2`, feed, sign).Scan(&n); err != nil || n > 0 {
			return n > 0, err
		}
	}
	return false, nil
}

// KeepEntry makes an entry of a feed known. Call it once what is to be done about the entry is kept: an entry that is
// known is not looked at again.
func (r Rounds) KeepEntry(ctx context.Context, feed int64, guid, address string) error {
	return r.db.Within(ctx, "noting an entry of a feed", func(ctx context.Context, tx *database.Tx) error {
		for _, sign := range signs(guid, address) {
			if _, err := tx.Exec(ctx, `INSERT INTO entries (feed, sign) VALUES ($1, $2) ON CONFLICT DO NOTHING`, feed, sign); err != nil {
				return err
			}
		}
		return nil
	})
}
