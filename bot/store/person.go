package store

import (
	"context"
	"database/sql"
	"errors"
	"time"
)

// Kept is what is kept of a person's questions.
type Kept struct {
	Answers   int // to questions of theirs
	Questions int // of those, whose words are still kept
	Oldest    time.Time
}

// Of returns what is kept of a person.
func (s *Store) Of(ctx context.Context, person string) (k Kept, err error) {
	defer wrap(&err, "reading what is kept of a person")
	var oldest int64
	row := s.db.QueryRowContext(ctx, `SELECT count(*), count(nullif(question, '')), coalesce(min(at), 0) FROM said WHERE asker = ?`, person)
	if err = row.Scan(&k.Answers, &k.Questions, &oldest); err == nil && k.Answers > 0 {
		k.Oldest = time.UnixMilli(oldest)
	}
	return k, err
}

// Forget forgets what is kept of a person.
func (s *Store) Forget(ctx context.Context, person string) error {
	return s.within(ctx, "forgetting a person", func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `DELETE FROM said WHERE asker = ? AND asker <> ''`, person)
		return err
	})
}

// Asker returns who asked what a message answers; "" where that is not remembered.
func (s *Store) Asker(ctx context.Context, message string) (person string, err error) {
	defer wrap(&err, "reading who asked")
	err = s.db.QueryRowContext(ctx, `SELECT asker FROM said WHERE message = ?`, message).Scan(&person)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return person, err
}

// Unsay forgets what a message said.
func (s *Store) Unsay(ctx context.Context, message string) error {
	return s.within(ctx, "forgetting an answer", func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `DELETE FROM said WHERE message = ?`, message)
		return err
	})
}
