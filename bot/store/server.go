package store

import (
	"context"
	"time"

	"talksbot/internal/database"
)

// EnterServer notes that the bot has been in a server since a time, and reports whether that is news.
func (s *Store) EnterServer(ctx context.Context, guild string, since time.Time) (news bool, err error) {
	err = s.db.Within(ctx, "noting a server", func(ctx context.Context, tx *database.Tx) error {
		news, err = changes(tx.Exec(ctx, `
			INSERT INTO servers (guild, joined, gone) VALUES ($1, $2, 0)
			ON CONFLICT (guild) DO UPDATE SET joined = $2, gone = 0 WHERE servers.joined <> $2`, guild, since.UnixMilli()))
		if err == nil && !news { // told once more of one that it was thought to have left
			_, err = tx.Exec(ctx, `UPDATE servers SET gone = 0 WHERE guild = $1 AND gone <> 0`, guild)
		}
		return err
	})
	return news, err
}

// LeaveServer notes that the bot is no longer in a server.
func (s *Store) LeaveServer(ctx context.Context, guild string, now time.Time) error {
	return s.db.Within(ctx, "noting a server that is gone", func(ctx context.Context, tx *database.Tx) error {
		_, err := tx.Exec(ctx, `
			INSERT INTO servers (guild, joined, gone) VALUES ($1, 0, $2)
			ON CONFLICT (guild) DO UPDATE SET gone = $2 WHERE servers.gone = 0`, guild, now.UnixMilli())
		return err
	})
}

// KeepsServers is how long what is known of a server is kept after the bot has left it.
const KeepsServers = 30 * 24 * time.Hour

// GoneServers returns the servers that [Store.ForgetServers] would forget.
func (s *Store) GoneServers(ctx context.Context, now time.Time) (guilds []string, err error) {
	err = s.db.Each(ctx, "reading which servers are gone", `SELECT guild FROM servers WHERE gone <> 0 AND gone < $1 ORDER BY guild`, []any{now.Add(-KeepsServers).UnixMilli()},
		func(scan database.Scan) error {
			var guild string
			err := scan(&guild)
			guilds = append(guilds, guild)
			return err
		})
	return guilds, err
}

// ForgetServers forgets all there is of servers that the bot left so long ago, and returns how many
// there were.
func (s *Store) ForgetServers(ctx context.Context, now time.Time) (forgotten int64, err error) {
	const those = `(SELECT guild FROM servers WHERE gone <> 0 AND gone < $1)`
	const channels = `(SELECT channel FROM subscriptions WHERE guild IN ` + those + `)`
	before := now.Add(-KeepsServers).UnixMilli()
	err = s.db.Within(ctx, "forgetting servers", func(ctx context.Context, tx *database.Tx) error {
		for _, statement := range []string{
			`DELETE FROM posts WHERE channel IN ` + channels,
			`DELETE FROM shown WHERE channel IN ` + channels,
			`DELETE FROM subscriptions WHERE guild IN ` + those,
			`DELETE FROM watched WHERE channel IN (SELECT channel FROM watches WHERE guild IN ` + those + `)`,
			`DELETE FROM watches WHERE guild IN ` + those,
			`DELETE FROM questions WHERE guild IN ` + those,
			`DELETE FROM said WHERE guild IN ` + those,
			`DELETE FROM settings WHERE guild IN ` + those,
			`DELETE FROM gaps WHERE guild IN ` + those,
			`DELETE FROM worded WHERE guild IN ` + those,
		} {
			if _, err := tx.Exec(ctx, statement, before); err != nil {
				return err
			}
		}
		var err error
		forgotten, err = tx.Exec(ctx, `DELETE FROM servers WHERE gone <> 0 AND gone < $1`, before)
		return err
	})
	return forgotten, err
}
