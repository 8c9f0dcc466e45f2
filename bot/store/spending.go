package store

import (
	"context"

	"talksbot/internal/database"
)

// Spend adds tokens, possibly none, to what the language model has used on the day
// (YYYY-MM-DD) and returns the sum.
func (s *Store) Spend(ctx context.Context, day string, tokens int) (sum int, err error) {
	if tokens == 0 {
		defer s.db.Wrap(&err, "reading what the model has used")
		err = s.db.Row(ctx, `SELECT coalesce(max(tokens), 0) FROM spending WHERE day = $1`, day).Scan(&sum)
		return sum, err
	}
	err = s.db.Within(ctx, "counting what the model uses", func(ctx context.Context, tx *database.Tx) error {
		return tx.Row(ctx, `
			INSERT INTO spending (day, tokens) VALUES ($1, $2)
			ON CONFLICT (day) DO UPDATE SET tokens = spending.tokens + $2 RETURNING tokens`, day, tokens).Scan(&sum)
	})
	return sum, err
}

// TakeWorded counts one more answer that the language model may word in a server on the day (YYYY-MM-DD), and
// reports whether that is within the most there may be. What was counted and then not worded is given back.
func (s *Store) TakeWorded(ctx context.Context, guild, day string, most int) (may bool, err error) {
	err = s.db.Within(ctx, "counting what the model words", func(ctx context.Context, tx *database.Tx) error {
		if _, err := tx.Exec(ctx, `DELETE FROM worded WHERE guild = $1 AND day < $2`, guild, day); err != nil {
			return err
		}
		may, err = changes(tx.Exec(ctx, `
			INSERT INTO worded (guild, day, answers) SELECT $1, $2, 1 WHERE $3 > 0
			ON CONFLICT (guild, day) DO UPDATE SET answers = worded.answers + 1 WHERE worded.answers < $3`, guild, day, most))
		return err
	})
	return may, err
}

// GiveBackWorded undoes what TakeWorded counted.
func (s *Store) GiveBackWorded(ctx context.Context, guild, day string) error {
	return s.db.Within(ctx, "counting what the model words", func(ctx context.Context, tx *database.Tx) error {
		_, err := tx.Exec(ctx, `UPDATE worded SET answers = answers - 1 WHERE guild = $1 AND day = $2 AND answers > 0`, guild, day)
		return err
	})
}
