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
