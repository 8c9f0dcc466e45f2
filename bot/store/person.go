package store

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"talksbot/internal/database"
)

// Kept is what is kept of a person's questions.
type Kept struct {
	Answers   int // to questions of theirs
	Questions int // of those, whose words are still kept
	Oldest    time.Time
}

// Of returns what is kept of a person.
func (s *Store) Of(ctx context.Context, person string) (k Kept, err error) {
	defer s.db.Wrap(&err, "reading what is kept of a person")
	var oldest int64
	row := s.db.Row(ctx, `SELECT count(*), count(nullif(question, '')), coalesce(min(at), 0) FROM said WHERE asker = $1`, person)
	if err = row.Scan(&k.Answers, &k.Questions, &oldest); err == nil && k.Answers > 0 {
		k.Oldest = time.UnixMilli(oldest)
	}
	return k, err
}

// Forget forgets what is kept of a person.
func (s *Store) Forget(ctx context.Context, person string) error {
	return s.db.Within(ctx, "forgetting a person", func(ctx context.Context, tx *database.Tx) error {
		if _, err := tx.Exec(ctx, `DELETE FROM said WHERE asker = $1 AND asker <> ''`, person); err != nil {
			return err
		}
		_, err := tx.Exec(ctx, `DELETE FROM visits WHERE person = $1 AND person <> ''`, person)
		return err
	})
}

// Asker returns who asked what a message answers; "" where that is not remembered.
func (s *Store) Asker(ctx context.Context, message string) (person string, err error) {
	defer s.db.Wrap(&err, "reading who asked")
	err = s.db.Row(ctx, `SELECT asker FROM said WHERE message = $1`, message).Scan(&person)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return person, err
}

// Unsay forgets what a message said.
func (s *Store) Unsay(ctx context.Context, message string) error {
	return s.db.Within(ctx, "forgetting an answer", func(ctx context.Context, tx *database.Tx) error {
		_, err := tx.Exec(ctx, `DELETE FROM said WHERE message = $1`, message)
		return err
	})
}
