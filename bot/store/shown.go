package store

import (
	"context"

	"talksbot/internal/database"
)

// Shown returns the day (YYYY-MM-DD) a channel was last shown each thing.
func (s *Store) Shown(ctx context.Context, channel string) (map[string]string, error) {
	shown := map[string]string{}
	err := s.db.Each(ctx, "reading what was shown", `SELECT thing, day FROM shown WHERE channel = $1`, []any{channel},
		func(scan database.Scan) error {
			var thing, day string
			err := scan(&thing, &day)
			shown[thing] = day
			return err
		})
	return shown, err
}

// Count counts a question asked in a guild.
func (s *Store) Count(ctx context.Context, guild string, answered bool) error {
	return s.db.Within(ctx, "counting a question", func(ctx context.Context, tx *database.Tx) error {
		_, err := tx.Exec(ctx, `
			INSERT INTO questions (guild, asked, answered) VALUES ($1, 1, $2)
			ON CONFLICT (guild) DO UPDATE SET asked = questions.asked + 1, answered = questions.answered + $2`, guild, answered)
		return err
	})
}

// Questions returns how many questions were asked and answered in a channel's guild since its
// last digest, or since it subscribed. Both are zero where it has no subscription.
func (s *Store) Questions(ctx context.Context, channel string) (asked, answered int, err error) {
	defer s.db.Wrap(&err, "reading how many questions there were")
	row := s.db.Row(ctx, `
		SELECT coalesce(max(q.asked - s.asked), 0), coalesce(max(q.answered - s.answered), 0)
		FROM subscriptions s JOIN questions q ON q.guild = s.guild WHERE s.channel = $1`, channel)
	err = row.Scan(&asked, &answered)
	return asked, answered, err
}
