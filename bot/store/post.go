package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"time"

	"talksbot/internal/database"
)

// A Post is one channel's digest of one local day. It belongs to the process that claimed it,
// until it is closed, put off, or the claim runs out because that process is gone.
type Post struct {
	Channel string
	Day     string   // YYYY-MM-DD, where the channel is
	Tries   int      // claims so far, this one included
	Sending bool     // it may have been sent by an earlier try
	Body    []byte   // what is to be sent, as it was decided at the first try; empty before
	Shown   []string // what it shows
	Asked   int      // questions since the digest before; with a Body
	Answers int      // how many of them the articles answered
}

// ErrLost says that a post is no longer this process's to work on.
var ErrLost = errors.New("another process has taken the post over")

// Claim makes the channel's post of the day this process's own until a time, and reports whether
// it could: a post that is closed, put off or another's until later cannot be claimed.
func (s *Store) Claim(ctx context.Context, channel, day string, now, until time.Time) (p Post, ours bool, err error) {
	err = s.db.Within(ctx, "claiming a digest", func(ctx context.Context, tx *database.Tx) error {
		p, ours = Post{Channel: channel, Day: day}, false
		var shown string
		err := tx.Row(ctx, `
			INSERT INTO posts (channel, day, holder, until, tries, sending, body, shown, asked, answered, closed, message, reason)
			VALUES ($1, $2, $3, $4, 1, 0, $6, '[]', 0, 0, 0, '', '')
			ON CONFLICT (channel, day) DO UPDATE SET holder = $3, until = $4, tries = posts.tries + 1
			WHERE posts.closed = 0 AND posts.until <= $5
			RETURNING tries, sending, body, shown`,
			channel, day, s.self, until.UnixMilli(), now.UnixMilli(), []byte{}).Scan(&p.Tries, &p.Sending, &p.Body, &shown)
		switch {
		case errors.Is(err, sql.ErrNoRows):
			return nil
		case err != nil:
			return err
		}
		ours = true
		return json.Unmarshal([]byte(shown), &p.Shown)
	})
	return p, ours, err
}

// Write decides what is sent, and that it may be sent from now on.
func (s *Store) Write(ctx context.Context, p Post) error {
	shown, _ := json.Marshal(append([]string{}, p.Shown...)) // never fails: there are only texts
	return s.ours(ctx, "writing a digest", `
		UPDATE posts SET sending = 1, body = $4, shown = $5, (asked, answered) = (
			SELECT coalesce(max(s.asked) + $6, 0), coalesce(max(s.answered) + $7, 0) FROM subscriptions s WHERE s.channel = $1)
		WHERE channel = $1 AND day = $2 AND holder = $3 AND closed = 0`,
		p.Channel, p.Day, s.self, p.Body, string(shown), p.Asked, p.Answers)
}

// PutOff leaves the post for any process to try again at a time.
func (s *Store) PutOff(ctx context.Context, p Post, until time.Time) error {
	return s.ours(ctx, "putting off a digest", `
		UPDATE posts SET holder = '', until = $4 WHERE channel = $1 AND day = $2 AND holder = $3 AND closed = 0`,
		p.Channel, p.Day, s.self, until.UnixMilli())
}

// Sent closes the post as the message it became, and remembers what that shows.
func (s *Store) Sent(ctx context.Context, p Post, message string) error {
	return s.db.Within(ctx, "closing a digest", func(ctx context.Context, tx *database.Tx) error {
		was, err := changes(tx.Exec(ctx, `
			UPDATE posts SET closed = 1, message = $4 WHERE channel = $1 AND day = $2 AND holder = $3 AND closed = 0`,
			p.Channel, p.Day, s.self, message))
		switch {
		case err != nil:
			return err
		case !was:
			return ErrLost
		}
		for _, thing := range p.Shown {
			if _, err := tx.Exec(ctx, `
				INSERT INTO shown (channel, thing, day) VALUES ($1, $2, $3)
				ON CONFLICT (channel, thing) DO UPDATE SET day = $3 WHERE shown.day < $3`, p.Channel, thing, p.Day); err != nil {
				return err
			}
		}
		_, err = tx.Exec(ctx, `
			UPDATE subscriptions SET (asked, answered) = (SELECT asked, answered FROM posts WHERE channel = $1 AND day = $2)
			WHERE channel = $1`, p.Channel, p.Day)
		return err
	})
}

// Leave closes the post as one that is not made, and why.
func (s *Store) Leave(ctx context.Context, p Post, reason string) error {
	return s.ours(ctx, "closing a digest", `
		UPDATE posts SET closed = 1, reason = $4 WHERE channel = $1 AND day = $2 AND holder = $3 AND closed = 0`,
		p.Channel, p.Day, s.self, reason)
}

// Miss closes the post of a day that is over, made by nobody, and reports whether that is news.
func (s *Store) Miss(ctx context.Context, channel, day, reason string, now time.Time) (news bool, err error) {
	err = s.db.Within(ctx, "closing a digest", func(ctx context.Context, tx *database.Tx) error {
		news, err = changes(tx.Exec(ctx, `
			INSERT INTO posts (channel, day, holder, until, tries, sending, body, shown, asked, answered, closed, message, reason)
			VALUES ($1, $2, '', 0, 0, 0, $5, '[]', 0, 0, 1, '', $3)
			ON CONFLICT (channel, day) DO UPDATE SET closed = 1, reason = $3 WHERE posts.closed = 0 AND posts.until <= $4`,
			channel, day, reason, now.UnixMilli(), []byte{}))
		return err
	})
	return news, err
}

// A Standing says how far a post is.
type Standing struct {
	Closed bool
	Until  time.Time // while it is not closed: nobody else's before
	Post   string    // the message it became; "" where it became none
	Reason string    // why it became none
}

// A Slot is a channel and a day.
type Slot struct{ Channel, Day string }

// Posts returns how far the posts of a day and later are.
func (s *Store) Posts(ctx context.Context, day string) (map[Slot]Standing, error) {
	posts := map[Slot]Standing{}
	err := s.db.Each(ctx, "reading the digests", `SELECT channel, day, closed, until, message, reason FROM posts WHERE day >= $1`, []any{day},
		func(scan database.Scan) error {
			var slot Slot
			var at Standing
			var until int64
			err := scan(&slot.Channel, &slot.Day, &at.Closed, &until, &at.Post, &at.Reason)
			at.Until = time.UnixMilli(until)
			posts[slot] = at
			return err
		})
	return posts, err
}

// ours runs a statement on a post of this process's; ErrLost says that it is not.
func (s *Store) ours(ctx context.Context, doing, statement string, args ...any) error {
	return s.db.Within(ctx, doing, func(ctx context.Context, tx *database.Tx) error {
		was, err := changes(tx.Exec(ctx, statement, args...))
		if err == nil && !was {
			err = ErrLost
		}
		return err
	})
}
