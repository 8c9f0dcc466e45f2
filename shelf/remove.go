package shelf

import (
	"context"

	"talksbot/internal/database"
	"talksbot/knowledge/article"
)

// Remove takes an article out of a library, and reports whether that held it, or a server saw it in the default
// one. Its text stays, for what cites it. No feed brings it back, but whoever adds it does.
func (s *Shelf) Remove(ctx context.Context, library string, article int64, by string) (was bool, err error) {
	err = s.db.Within(ctx, "removing an article", func(ctx context.Context, tx *database.Tx) error {
		was, err = s.remove(ctx, tx, library, article, by)
		return err
	})
	return was, err
}

func (s *Shelf) remove(ctx context.Context, tx *database.Tx, library string, article int64, by string) (was bool, err error) {
	changed, err := tx.Exec(ctx, `
		UPDATE holdings SET removed_at = $3, removed_by = $4 WHERE library = $1 AND article = $2 AND removed_at = 0`,
		library, article, millis(s.clock()), by)
	if err != nil {
		return false, err
	}
	put, err := tx.Exec(ctx, `
		INSERT INTO holdings (library, article, since, kind, place, who, feed, removed_at, removed_by)
		SELECT $1, article, 0, '', '', '', 0, $3, $4 FROM holdings WHERE library = '' AND article = $2 AND removed_at = 0
		ON CONFLICT DO NOTHING`,
		library, article, millis(s.clock()), by)
	if err == nil && changed+put > 0 {
		err = grows(ctx, tx, library)
	}
	return changed+put > 0, err
}

// Forget removes an article from a library and, where no other library holds it, everything it has said, for
// good: a note stays in its place. It reports whether the text is gone.
func (s *Shelf) Forget(ctx context.Context, library string, article int64, by string) (gone bool, err error) {
	err = s.db.Within(ctx, "forgetting an article", func(ctx context.Context, tx *database.Tx) error {
		gone = false
		if _, err := s.remove(ctx, tx, library, article, by); err != nil {
			return err
		}
		var holders int
		if err := tx.Row(ctx, `SELECT count(*) FROM holdings WHERE article = $1 AND removed_at = 0`, article).Scan(&holders); err != nil || holders > 0 {
			return err
		}
		gone = true
		return forget(ctx, tx, article, by, millis(s.clock()))
	})
	return gone, err
}

// forget takes from the database whatever has the words of an article.
func forget(ctx context.Context, tx *database.Tx, article int64, by string, now int64) error {
	if _, err := tx.Exec(ctx, `UPDATE versions SET text = $4, record = $4, forgotten_at = $2, forgotten_by = $3 WHERE article = $1`, article, now, by, []byte{}); err != nil {
		return err
	}
	const derivedOf = `SELECT name FROM derived_of WHERE version IN (SELECT version FROM versions WHERE article = $1)`
	for _, statement := range []string{
		`DELETE FROM derived WHERE name IN (` + derivedOf + `) OR name NOT IN (SELECT name FROM derived_of)`,
		`DELETE FROM derived_of WHERE name IN (` + derivedOf + `)`,
		`DELETE FROM news WHERE article = $1`,
		`DELETE FROM jobs WHERE article = $1`,
		`DELETE FROM jobs WHERE address IN (SELECT address FROM addresses WHERE article = $1)`,
	} {
		if _, err := tx.Exec(ctx, statement, article); err != nil {
			return err
		}
	}
	return nil
}

// Mark notes that an article was withdrawn by its publisher, and why, or is there again, whole or in part. It
// reports whether that is news.
func (s *Shelf) Mark(ctx context.Context, known int64, state State, reason string) (news bool, err error) {
	err = s.db.Within(ctx, "marking an article", func(ctx context.Context, tx *database.Tx) error {
		changed, err := tx.Exec(ctx, `UPDATE articles SET withdrawn = $2, reason = $3 WHERE id = $1 AND withdrawn <> $2`,
			known, state == article.Withdrawn, reason)
		if news = changed > 0; err != nil {
			return err
		}
		if state != article.Withdrawn {
			changed, err = tx.Exec(ctx, `
				UPDATE editions SET teaser = $2 WHERE article = $1 AND teaser <> $2 AND n = (SELECT n FROM articles WHERE id = $1)`,
				known, state == article.Teaser)
			news = news || changed > 0
		}
		if err == nil && news {
			err = growAll(ctx, tx, known)
		}
		return err
	})
	return news, err
}

// ForgetLibrary forgets a library: what it holds, follows and has noted. Texts stay, for what cites them.
func (s *Shelf) ForgetLibrary(ctx context.Context, library string) error {
	return s.db.Within(ctx, "forgetting a library", func(ctx context.Context, tx *database.Tx) error {
		for _, table := range []string{"holdings", "follows", "files", "jobs", "visits"} {
			if _, err := tx.Exec(ctx, `DELETE FROM `+table+` WHERE library = $1`, library); err != nil {
				return err
			}
		}
		return grows(ctx, tx, library)
	})
}

// AddedBy returns how many articles and feeds are noted as added by a person.
func (s *Shelf) AddedBy(ctx context.Context, person string) (added int, err error) {
	defer s.db.Wrap(&err, "counting what a person has added")
	if person == "" {
		return 0, nil
	}
	err = s.db.Row(ctx, `SELECT (SELECT count(*) FROM holdings WHERE who = $1) + (SELECT count(*) FROM follows WHERE who = $1)`, person).Scan(&added)
	return added, err
}

// ForgetPerson forgets who a person is that has added something or asked what is new.
func (s *Shelf) ForgetPerson(ctx context.Context, person string) error {
	if person == "" {
		return nil
	}
	return s.db.Within(ctx, "forgetting a person", func(ctx context.Context, tx *database.Tx) error {
		for _, statement := range []string{
			`DELETE FROM visits WHERE person = $1`,
			`UPDATE holdings SET who = '' WHERE who = $1`,
			`UPDATE holdings SET removed_by = '' WHERE removed_by = $1`,
			`UPDATE follows SET who = '' WHERE who = $1`,
			`UPDATE jobs SET who = '' WHERE who = $1`,
			`UPDATE versions SET forgotten_by = '' WHERE forgotten_by = $1`,
		} {
			if _, err := tx.Exec(ctx, statement, person); err != nil {
				return err
			}
		}
		return nil
	})
}
