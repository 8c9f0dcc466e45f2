package store

import (
	"context"
	"time"

	"talksbot/internal/database"
)

// A Gap is a question that the articles did not answer, or that a reader says was answered wrongly. It
// does not say who asked, nor who said so.
type Gap struct {
	ID       int64  // given by [Store.KeepGap]
	Guild    string // never "": what is asked in direct messages is not kept
	Day      string // YYYY-MM-DD, UTC
	Question string
	Why      Why
	Reason   string // with Wrong: what the reader chose; "" for none
}

// Why says what became of a question.
type Why string

const (
	Refused Why = "refused" // the articles do not say
	Wrong   Why = "wrong"   // a reader says that the answer is
)

const (
	keepsGaps = 30 * 24 * time.Hour
	mostGaps  = 1000 // of a server; beyond, the oldest go
)

// firstGapDay returns the first day of which gaps are still kept.
func firstGapDay(now time.Time) string { return now.Add(-keepsGaps).UTC().Format(time.DateOnly) }

// KeepGap keeps a gap of today, unless its server has chosen that none are kept, and reports whether it did.
// What has been kept long enough goes.
func (s *Store) KeepGap(ctx context.Context, g Gap, now time.Time) (kept bool, err error) {
	err = s.db.Within(ctx, "keeping a question", func(ctx context.Context, tx *database.Tx) error {
		kept = false
		chosen, err := settingsOf(ctx, tx, g.Guild)
		if err != nil || g.Guild == "" || g.Question == "" || chosen.NoGaps {
			return err
		}
		kept = true
		day := now.UTC().Format(time.DateOnly)
		if _, err := tx.Exec(ctx, `INSERT INTO gaps (guild, day, question, why, reason) VALUES ($1, $2, $3, $4, $5)`, g.Guild, day, g.Question, g.Why, g.Reason); err != nil {
			return err
		}
		if _, err := tx.Exec(ctx, `DELETE FROM gaps WHERE day < $1`, firstGapDay(now)); err != nil {
			return err
		}
		_, err = tx.Exec(ctx, `
			DELETE FROM gaps WHERE guild = $1 AND id <= (SELECT id FROM gaps WHERE guild = $1 ORDER BY id DESC LIMIT 1 OFFSET $2)`, g.Guild, mostGaps)
		return err
	})
	return kept && err == nil, err
}

// Gaps returns what is kept of a server or, for "", of all, the oldest first.
func (s *Store) Gaps(ctx context.Context, guild string, now time.Time) (all []Gap, err error) {
	err = s.db.Each(ctx, "reading what was not answered",
		`SELECT id, guild, day, question, why, reason FROM gaps WHERE ($1 = '' OR guild = $1) AND day >= $2 ORDER BY id`, []any{guild, firstGapDay(now)},
		func(scan database.Scan) error {
			var g Gap
			err := scan(&g.ID, &g.Guild, &g.Day, &g.Question, &g.Why, &g.Reason)
			all = append(all, g)
			return err
		})
	return all, err
}

// DropGaps forgets gaps of a server, by their IDs.
func (s *Store) DropGaps(ctx context.Context, guild string, ids []int64) error {
	return s.db.Within(ctx, "forgetting questions", func(ctx context.Context, tx *database.Tx) error {
		for _, id := range ids {
			if _, err := tx.Exec(ctx, `DELETE FROM gaps WHERE guild = $1 AND id = $2`, guild, id); err != nil {
				return err
			}
		}
		return nil
	})
}

// ForgetGaps forgets what has been kept long enough.
func (s *Store) ForgetGaps(ctx context.Context, now time.Time) error {
	return s.db.Within(ctx, "forgetting questions", func(ctx context.Context, tx *database.Tx) error {
		_, err := tx.Exec(ctx, `DELETE FROM gaps WHERE day < $1`, firstGapDay(now))
		return err
	})
}
