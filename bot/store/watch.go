package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"strings"
	"time"

	"talksbot/internal/database"
)

// A Watch is something that a channel follows. A post for it belongs to the process that claimed the watch, until it
// is passed, put off, or the claim runs out because that process is gone.
type Watch struct {
	Channel string
	Guild   string
	Typed   string // a word, a name or a question, as somebody typed it
	Since   time.Time
	Until   time.Time // nobody else's before
	Tries   int
	Body    []byte  // a post that was decided and may have been sent; empty where none is under way
	Settles []int64 // with a Body: the articles that are done with once it is sent
	Paused  string  // why there are no posts; "" while there are
}

// A Watchlist is all that channels follow.
type Watchlist struct{ store *Store }

// Watchlist returns what channels follow.
func (s *Store) Watchlist() Watchlist { return Watchlist{s} }

func (w Watch) wanted() string { return strings.ToLower(w.Typed) }

// Add keeps a watch, and reports whether the channel did not have it. One that was paused runs again.
func (l Watchlist) Add(ctx context.Context, w Watch) (isNew bool, err error) {
	err = l.store.db.Within(ctx, "keeping what is followed", func(ctx context.Context, tx *database.Tx) error {
		isNew, err = changes(tx.Exec(ctx, `
			INSERT INTO watches (channel, wanted, guild, typed, since, holder, until, tries, body, articles, paused)
			VALUES ($1, $2, $3, $4, $5, '', 0, 0, $6, '[]', '') ON CONFLICT (channel, wanted) DO NOTHING`,
			w.Channel, w.wanted(), w.Guild, w.Typed, w.Since.UnixMilli(), []byte{}))
		if err == nil && !isNew {
			_, err = tx.Exec(ctx, `UPDATE watches SET paused = '' WHERE channel = $1 AND wanted = $2`, w.Channel, w.wanted())
		}
		return err
	})
	return isNew, err
}

// Drop ends a watch, and reports whether there was one.
func (l Watchlist) Drop(ctx context.Context, guild, channel, typed string) (was bool, err error) {
	err = l.store.db.Within(ctx, "ending what is followed", func(ctx context.Context, tx *database.Tx) error {
		w := Watch{Typed: typed}
		was, err = changes(tx.Exec(ctx, `DELETE FROM watches WHERE guild = $1 AND channel = $2 AND wanted = $3`, guild, channel, w.wanted()))
		if err == nil {
			_, err = tx.Exec(ctx, `DELETE FROM watched WHERE channel = $1 AND wanted = $2`, channel, w.wanted())
		}
		return err
	})
	return was, err
}

// All returns the watches of a guild, or of all for "", by channel.
func (l Watchlist) All(ctx context.Context, guild string) (all []Watch, err error) {
	err = l.store.db.Each(ctx, "reading what is followed", `
		SELECT channel, guild, typed, since, until, tries, body, articles, paused FROM watches
		WHERE guild = $1 OR $1 = '' ORDER BY channel, wanted`, []any{guild}, func(scan database.Scan) error {
		w, err := scanWatch(scan)
		all = append(all, w)
		return err
	})
	return all, err
}

func scanWatch(scan database.Scan) (w Watch, err error) {
	var since, until int64
	var articles string
	if err := scan(&w.Channel, &w.Guild, &w.Typed, &since, &until, &w.Tries, &w.Body, &articles, &w.Paused); err != nil {
		return Watch{}, err
	}
	w.Since, w.Until = time.UnixMilli(since), time.UnixMilli(until)
	return w, json.Unmarshal([]byte(articles), &w.Settles)
}

// Settled returns the articles that were looked at for a watch.
func (l Watchlist) Settled(ctx context.Context, w Watch) (map[int64]bool, error) {
	seen := map[int64]bool{}
	err := l.store.db.Each(ctx, "reading what was followed", `SELECT article FROM watched WHERE channel = $1 AND wanted = $2`, []any{w.Channel, w.wanted()},
		func(scan database.Scan) error {
			var article int64
			err := scan(&article)
			seen[article] = true
			return err
		})
	return seen, err
}

// Claim makes a watch this process's own until a time, and reports whether it could.
func (l Watchlist) Claim(ctx context.Context, w Watch, now, until time.Time) (claimed Watch, ours bool, err error) {
	err = l.store.db.Within(ctx, "claiming what is followed", func(ctx context.Context, tx *database.Tx) error {
		row := tx.Row(ctx, `
			UPDATE watches SET holder = $3, until = $4, tries = tries + 1
			WHERE channel = $1 AND wanted = $2 AND until <= $5 AND paused = ''
			RETURNING channel, guild, typed, since, until, tries, body, articles, paused`,
			w.Channel, w.wanted(), l.store.self, until.UnixMilli(), now.UnixMilli())
		claimed, err = scanWatch(row.Scan)
		ours = err == nil
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		return err
	})
	return claimed, ours, err
}

// Write keeps what is sent for a watch, and that it may be sent from now on.
func (l Watchlist) Write(ctx context.Context, w Watch) error {
	articles, _ := json.Marshal(append([]int64{}, w.Settles...)) // never fails: there are only numbers
	return l.store.ours(ctx, "writing of what is followed", `
		UPDATE watches SET body = $4, articles = $5 WHERE channel = $1 AND wanted = $2 AND holder = $3`,
		w.Channel, w.wanted(), l.store.self, w.Body, string(articles))
}

// Pass leaves a watch whose articles are done with; there is no post for it before a time.
func (l Watchlist) Pass(ctx context.Context, w Watch, until time.Time) error {
	return l.store.db.Within(ctx, "closing what is followed", func(ctx context.Context, tx *database.Tx) error {
		was, err := changes(tx.Exec(ctx, `
			UPDATE watches SET holder = '', until = $4, tries = 0, body = $5, articles = '[]' WHERE channel = $1 AND wanted = $2 AND holder = $3`,
			w.Channel, w.wanted(), l.store.self, until.UnixMilli(), []byte{}))
		switch {
		case err != nil:
			return err
		case !was:
			return ErrLost
		}
		for _, article := range w.Settles {
			if _, err := tx.Exec(ctx, `
				INSERT INTO watched (channel, wanted, article) VALUES ($1, $2, $3) ON CONFLICT (channel, wanted, article) DO NOTHING`,
				w.Channel, w.wanted(), article); err != nil {
				return err
			}
		}
		return nil
	})
}

// PutOff leaves a watch for any process to try again at a time; with a reason, until somebody follows it again.
func (l Watchlist) PutOff(ctx context.Context, w Watch, until time.Time, paused string) error {
	return l.store.ours(ctx, "putting off what is followed", `
		UPDATE watches SET holder = '', until = $4, paused = $5 WHERE channel = $1 AND wanted = $2 AND holder = $3`,
		w.Channel, w.wanted(), l.store.self, until.UnixMilli(), paused)
}
