package shelf

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"time"

	"talksbot/internal/database"
	"talksbot/knowledge/article"
)

// A State says how much of an article is held, and whether its publisher stands by it.
type State = article.State

// An Edition is what an article said from a time on.
type Edition struct {
	Article   int64
	ID        string // of the article, for people; the same in all its editions
	N         int    // from 1
	Version   article.Version
	Title     string
	Outlet    string
	URL       string
	Seen      time.Time
	State     State
	Reason    string // why it is withdrawn
	Forgotten *Note  // in place of its text
	Record    []byte // as [article.Marshal] returns it; not read by every method
}

// A Note stands in the place of a text that was forgotten.
type Note struct {
	By string // who had it forgotten: their ID on Discord, "" from the terminal
	At time.Time
}

// The columns of an edition, which of finds needs, and what scan reads.
const (
	editionColumns = `e.article, a.name, e.n, e.version, v.title, v.outlet, v.url, e.seen, e.teaser, a.withdrawn, a.reason, v.forgotten_at, v.forgotten_by`
	editionTables  = `editions e JOIN articles a ON a.id = e.article JOIN versions v ON v.version = e.version`
)

// scanEdition reads the columns of an edition, and others after them.
func scanEdition(scan database.Scan, others ...any) (e Edition, err error) {
	var version []byte
	var seen, at int64
	var teaser, withdrawn bool
	var by string
	into := []any{&e.Article, &e.ID, &e.N, &version, &e.Title, &e.Outlet, &e.URL, &seen, &teaser, &withdrawn, &e.Reason, &at, &by}
	if err := scan(append(into, others...)...); err != nil {
		return Edition{}, err
	}
	copy(e.Version[:], version)
	e.Seen, e.State = fromMillis(seen), stateOf(withdrawn, teaser)
	if at != 0 {
		e.Forgotten = &Note{by, fromMillis(at)}
	}
	return e, nil
}

func stateOf(withdrawn, teaser bool) State {
	switch {
	case withdrawn:
		return article.Withdrawn
	case teaser:
		return article.Teaser
	}
	return article.Whole
}

// Edition returns what an article said at a version, with its record: the last time, where it said it twice.
func (s *Shelf) Edition(ctx context.Context, v article.Version) (e Edition, err error) {
	defer s.db.Wrap(&err, "reading a version of an article")
	return s.edition(ctx, `WHERE e.version = $1 ORDER BY e.n DESC LIMIT 1`, v[:])
}

// edition returns the first edition that a condition finds, with its record.
func (s *Shelf) edition(ctx context.Context, where string, args ...any) (Edition, error) {
	var record []byte
	e, err := scanEdition(s.db.Row(ctx, `SELECT `+editionColumns+`, v.record FROM `+editionTables+` `+where, args...).Scan, &record)
	if errors.Is(err, sql.ErrNoRows) {
		return Edition{}, ErrUnknown
	}
	e.Record = record
	return e, err
}

// Cited returns the version that a citation names by its first bytes, and the newest of the same article, both
// with their records.
func (s *Shelf) Cited(ctx context.Context, short article.Short) (cited, now Edition, err error) {
	defer s.db.Wrap(&err, "reading what is cited")
	var first, last article.Version
	copy(first[:], short[:])
	copy(last[:], short[:])
	copy(last[len(short):], bytes.Repeat([]byte{0xff}, len(last)))
	cited, err = s.edition(ctx, `WHERE e.version BETWEEN $1 AND $2 ORDER BY e.version, e.n DESC LIMIT 1`, first[:], last[:])
	if err != nil {
		return Edition{}, Edition{}, err
	}
	now, err = s.edition(ctx, `WHERE e.article = $1 ORDER BY e.n DESC LIMIT 1`, cited.Article)
	return cited, now, err
}

// Editions returns all that an article has said, the first first, without records.
func (s *Shelf) Editions(ctx context.Context, article int64) (all []Edition, err error) {
	err = s.db.Each(ctx, "reading the versions of an article", `SELECT `+editionColumns+` FROM `+editionTables+` WHERE e.article = $1 ORDER BY e.n`, []any{article},
		func(scan database.Scan) error {
			e, err := scanEdition(scan)
			all = append(all, e)
			return err
		})
	return all, err
}

// recordsAtOnce is how many records are held in memory together.
const recordsAtOnce = 200

// Records calls each with the edition of each version, with its record, in the order of the versions. Where one
// is not on the shelf the error is [ErrUnknown].
func (s *Shelf) Records(ctx context.Context, versions []article.Version, each func(Edition) error) (err error) {
	for len(versions) > 0 {
		some := versions[:min(recordsAtOnce, len(versions))]
		versions = versions[len(some):]
		found, err := s.records(ctx, some)
		if err != nil {
			return err
		}
		for _, v := range some {
			e, ok := found[v]
			if !ok {
				return fmt.Errorf("reading articles: version %x: %w", v[:8], ErrUnknown)
			}
			if err := each(e); err != nil {
				return err
			}
		}
	}
	return nil
}

// records returns the editions of some versions.
func (s *Shelf) records(ctx context.Context, versions []article.Version) (map[article.Version]Edition, error) {
	found := map[article.Version]Edition{}
	args, signs := make([]any, len(versions)), make([]string, len(versions))
	for i, v := range versions {
		args[i], signs[i] = v[:], fmt.Sprint("$", i+1)
	}
	query := `SELECT ` + editionColumns + `, v.record FROM ` + editionTables + ` WHERE e.version IN (` + strings.Join(signs, ", ") + `) ORDER BY e.n`
	err := s.db.Each(ctx, "reading articles", query, args, func(scan database.Scan) error {
		var record []byte
		e, err := scanEdition(scan, &record)
		e.Record = record
		found[e.Version] = e
		return err
	})
	return found, err
}
