package shelf

import (
	"context"
	"time"

	"talksbot/internal/database"
)

// News is something that happened to an article.
type News struct {
	ID      int64
	Article int64
	N       int // of the edition it is about
	At      time.Time
	Kind    string // new, corrected, updated, withdrawn, back
	Details []byte // what has changed, as JSON
	Quiet   bool   // it is not announced: the first reading of a feed takes up what is old
}

// Announce keeps news, once for each edition and kind.
func (s *Shelf) Announce(ctx context.Context, n News) error {
	return s.db.Within(ctx, "keeping news", func(ctx context.Context, tx *database.Tx) error {
		_, err := tx.Exec(ctx, `
			INSERT INTO news (article, n, kind, at, details, quiet) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (article, n, kind) DO NOTHING`,
			n.Article, n.N, n.Kind, millis(s.or(n.At)), n.Details, n.Quiet)
		return err
	})
}

// NewsOf returns the news since a time of what is seen in a library, the first first. An article is new to a library when
// it comes there.
func (s *Shelf) NewsOf(ctx context.Context, library string, since time.Time) (all []News, err error) {
	err = s.db.Each(ctx, "reading the news", `
		WITH seen AS (
			SELECT article, min(since) AS since FROM holdings
			WHERE library IN ('', $1) AND removed_at = 0
			AND article NOT IN (SELECT article FROM holdings WHERE library = $1 AND removed_at <> 0)
			GROUP BY article
		), told AS (
			SELECT n.id, n.article, n.n, n.kind, n.details, n.quiet, CASE WHEN n.kind = 'new' AND s.since > n.at THEN s.since ELSE n.at END AS at
			FROM news n JOIN seen s ON s.article = n.article
		)
		SELECT id, article, n, at, kind, details, quiet FROM told WHERE at >= $2 ORDER BY at, id`, []any{library, millis(since)},
		func(scan database.Scan) error {
			var n News
			var at int64
			err := scan(&n.ID, &n.Article, &n.N, &at, &n.Kind, &n.Details, &n.Quiet)
			n.At = fromMillis(at)
			all = append(all, n)
			return err
		})
	return all, err
}

// Visit notes that a person asks what is new in a library, and returns when they last did; zero for never.
func (s *Shelf) Visit(ctx context.Context, library, person string, now time.Time) (last time.Time, err error) {
	err = s.db.Within(ctx, "noting a visit", func(ctx context.Context, tx *database.Tx) error {
		var was int64
		if err := tx.Row(ctx, `SELECT coalesce(max(at), 0) FROM visits WHERE library = $1 AND person = $2`, library, person).Scan(&was); err != nil {
			return err
		}
		last = fromMillis(was)
		_, err := tx.Exec(ctx, `
			INSERT INTO visits (library, person, at) VALUES ($1, $2, $3) ON CONFLICT (library, person) DO UPDATE SET at = $3`, library, person, millis(now))
		return err
	})
	return last, err
}

// Visited reports whether it is noted when a person last asked what is new, in whatever library.
func (s *Shelf) Visited(ctx context.Context, person string) (is bool, err error) {
	n := 0
	err = s.db.Row(ctx, `SELECT count(*) FROM visits WHERE person = $1`, person).Scan(&n)
	return n > 0, err
}
