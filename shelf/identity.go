package shelf

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"

	"talksbot/internal/database"
	"talksbot/knowledge/article"
)

// A match says by what an article was known again.
type match int

const (
	byNothing match = iota // it is new
	byVersion
	byAddress
	byText
)

// identify returns which article on the shelf one is: that of the same version, of one of its addresses, or
// with the same text.
func identify(ctx context.Context, tx *database.Tx, a *article.Article, addresses []string) (known int64, by match, err error) {
	type step struct {
		by    match
		query string
		arg   any
	}
	steps := []step{{byVersion, `SELECT article FROM versions WHERE version = $1`, a.Version[:]}}
	for _, address := range addresses {
		steps = append(steps, step{byAddress, `SELECT article FROM addresses WHERE address = $1`, address})
	}
	if a.Text != "" {
		steps = append(steps, step{byText, `SELECT article FROM versions WHERE text = $1 ORDER BY article LIMIT 1`, textHash(a)})
	}
	for _, s := range steps {
		switch err = tx.Row(ctx, s.query, s.arg).Scan(&known); {
		case err == nil:
			return known, s.by, nil
		case !errors.Is(err, sql.ErrNoRows):
			return 0, byNothing, err
		}
	}
	return 0, byNothing, nil
}

// Find returns what an article that is known by its version, by one of its addresses, or by its text says now, with its record.
func (s *Shelf) Find(ctx context.Context, a *article.Article, aliases []string) (e Edition, err error) {
	var known int64
	err = s.db.Within(ctx, "looking for an article", func(ctx context.Context, tx *database.Tx) error {
		known, _, err = identify(ctx, tx, a, addressesOf(a, aliases))
		return err
	})
	if err != nil {
		return Edition{}, err
	}
	defer s.db.Wrap(&err, "looking for an article")
	return s.edition(ctx, `WHERE e.article = $1 ORDER BY e.n DESC LIMIT 1`, known)
}

func textHash(a *article.Article) []byte {
	hash := sha256.Sum256([]byte(a.Text))
	return hash[:]
}

// addressesOf returns the addresses by which an article is to be known again, without empty ones.
func addressesOf(a *article.Article, aliases []string) (addresses []string) {
	for _, address := range append([]string{a.URL}, aliases...) {
		if address != "" {
			addresses = append(addresses, address)
		}
	}
	return addresses
}

// keepAddresses notes addresses by which an article is known again. One that leads to another stays that one's.
func keepAddresses(ctx context.Context, tx *database.Tx, article int64, addresses []string) error {
	for _, address := range addresses {
		if _, err := tx.Exec(ctx, `INSERT INTO addresses (address, article) VALUES ($1, $2) ON CONFLICT DO NOTHING`, address, article); err != nil {
			return err
		}
	}
	return nil
}

// freeName returns an article's ID, with a number where another article has it.
func freeName(ctx context.Context, tx *database.Tx, id string) (string, error) {
	name := id
	for n := 2; ; n++ {
		var taken int
		if err := tx.Row(ctx, `SELECT count(*) FROM articles WHERE name = $1`, name).Scan(&taken); err != nil || taken == 0 {
			return name, err
		}
		name = fmt.Sprintf("%s-%d", id, n)
	}
}
