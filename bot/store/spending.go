package store

import (
	"context"
	"database/sql"
)

// Spend adds tokens, possibly none, to what the language model has used on the day
// (YYYY-MM-DD) and returns the sum.
func (s *Store) Spend(ctx context.Context, day string, tokens int) (sum int, err error) {
	if tokens == 0 {
		defer wrap(&err, "reading what the model has used")
		err = s.db.QueryRowContext(ctx, `SELECT coalesce(max(tokens), 0) FROM spending WHERE day = ?`, day).Scan(&sum)
		return sum, err
	}
	err = s.within(ctx, "counting what the model uses", func(tx *sql.Tx) error {
		return tx.QueryRowContext(ctx, `
			INSERT INTO spending (day, tokens) VALUES (?1, ?2)
			ON CONFLICT DO UPDATE SET tokens = tokens + ?2 RETURNING tokens`, day, tokens).Scan(&sum)
	})
	return sum, err
}

// TakeWorded counts one more answer that the language model may word in a server on the day (YYYY-MM-DD), and
// reports whether that is within the most there may be. What was counted and then not worded is given back.
func (s *Store) TakeWorded(ctx context.Context, guild, day string, most int) (may bool, err error) {
	err = s.within(ctx, "counting what the model words", func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, `DELETE FROM worded WHERE guild = ? AND day < ?`, guild, day); err != nil {
			return err
		}
		may, err = changes(tx.ExecContext(ctx, `
			INSERT INTO worded (guild, day, answers) SELECT ?1, ?2, 1 WHERE ?3 > 0
			ON CONFLICT DO UPDATE SET answers = answers + 1 WHERE answers < ?3`, guild, day, most))
		return err
	})
	return may, err
}

// GiveBackWorded undoes what TakeWorded counted.
func (s *Store) GiveBackWorded(ctx context.Context, guild, day string) error {
	return s.within(ctx, "counting what the model words", func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `UPDATE worded SET answers = answers - 1 WHERE guild = ? AND day = ? AND answers > 0`, guild, day)
		return err
	})
}
