package store

import (
	"context"
	"database/sql"
	"time"
)

// EnterServer notes that the bot has been in a server since a time, and reports whether that is news.
func (s *Store) EnterServer(ctx context.Context, guild string, since time.Time) (news bool, err error) {
	err = s.within(ctx, "noting a server", func(tx *sql.Tx) error {
		news, err = changes(tx.ExecContext(ctx, `
			INSERT INTO servers (guild, joined, gone) VALUES (?1, ?2, 0)
			ON CONFLICT DO UPDATE SET joined = ?2, gone = 0 WHERE joined <> ?2`, guild, since.UnixMilli()))
		if err == nil && !news { // told once more of one that it was thought to have left
			_, err = tx.ExecContext(ctx, `UPDATE servers SET gone = 0 WHERE guild = ? AND gone <> 0`, guild)
		}
		return err
	})
	return news, err
}

// LeaveServer notes that the bot is no longer in a server.
func (s *Store) LeaveServer(ctx context.Context, guild string, now time.Time) error {
	return s.within(ctx, "noting a server that is gone", func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `
			INSERT INTO servers (guild, joined, gone) VALUES (?1, 0, ?2)
			ON CONFLICT DO UPDATE SET gone = ?2 WHERE gone = 0`, guild, now.UnixMilli())
		return err
	})
}

// KeepsServers is how long what is known of a server is kept after the bot has left it.
const KeepsServers = 30 * 24 * time.Hour

// ForgetServers forgets all there is of servers that the bot left so long ago, and returns how many
// there were.
func (s *Store) ForgetServers(ctx context.Context, now time.Time) (forgotten int64, err error) {
	const those = `(SELECT guild FROM servers WHERE gone <> 0 AND gone < ?1)`
	const channels = `(SELECT channel FROM subscriptions WHERE guild IN ` + those + `)`
	before := now.Add(-KeepsServers).UnixMilli()
	err = s.within(ctx, "forgetting servers", func(tx *sql.Tx) error {
		for _, statement := range []string{
			`DELETE FROM posts WHERE channel IN ` + channels,
			`DELETE FROM shown WHERE channel IN ` + channels,
			`DELETE FROM subscriptions WHERE guild IN ` + those,
			`DELETE FROM questions WHERE guild IN ` + those,
			`DELETE FROM said WHERE guild IN ` + those,
			`DELETE FROM settings WHERE guild IN ` + those,
			`DELETE FROM gaps WHERE guild IN ` + those,
			`DELETE FROM worded WHERE guild IN ` + those,
		} {
			if _, err := tx.ExecContext(ctx, statement, before); err != nil {
				return err
			}
		}
		result, err := tx.ExecContext(ctx, `DELETE FROM servers WHERE gone <> 0 AND gone < ?1`, before)
		if err == nil {
			forgotten, err = result.RowsAffected()
		}
		return err
	})
	return forgotten, err
}
