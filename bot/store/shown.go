package store

import (
	"context"
	"database/sql"
)

// Shown returns the day (YYYY-MM-DD) a channel was last shown each thing.
func (s *Store) Shown(ctx context.Context, channel string) (map[string]string, error) {
	shown := map[string]string{}
	err := s.each(ctx, "reading what was shown", `SELECT thing, day FROM shown WHERE channel = ?`, []any{channel},
		func(scan func(...any) error) error {
			var thing, day string
			err := scan(&thing, &day)
			shown[thing] = day
			return err
		})
	return shown, err
}

// Count counts a question asked in a guild.
func (s *Store) Count(ctx context.Context, guild string, answered bool) error {
	return s.within(ctx, "counting a question", func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `
			INSERT INTO questions (guild, asked, answered) VALUES (?1, 1, ?2)
			ON CONFLICT DO UPDATE SET asked = asked + 1, answered = answered + ?2`, guild, answered)
		return err
	})
}

// Questions returns how many questions were asked and answered in a channel's guild since its
// last digest, or since it subscribed. Both are zero where it has no subscription.
func (s *Store) Questions(ctx context.Context, channel string) (asked, answered int, err error) {
	defer wrap(&err, "reading how many questions there were")
	row := s.db.QueryRowContext(ctx, `
		SELECT coalesce(max(q.asked - s.asked), 0), coalesce(max(q.answered - s.answered), 0)
		FROM subscriptions s JOIN questions q ON q.guild = s.guild WHERE s.channel = ?`, channel)
	err = row.Scan(&asked, &answered)
	return asked, answered, err
}
