package shelf

import (
	"bytes"
	"cmp"
	"context"
	"database/sql"
	"errors"
	"time"

	"talksbot/internal/database"
	"talksbot/knowledge/article"
)

// A Kind says how an article came to a library.
type Kind string

// The kinds of sources.
const (
	FromLink       Kind = "link" // that somebody gave
	FromFeed       Kind = "feed"
	FromAttachment Kind = "attachment"
	FromFile       Kind = "file" // in a watched folder
	FromShipped    Kind = "shipped"
)

// A Source is where an article came from.
type Source struct {
	Kind  Kind
	Where string    // address, path or name of a file
	By    string    // who added it: their ID on Discord, "" from the terminal
	Feed  int64     // with FromFeed
	At    time.Time // zero: now
}

// A Putting is an article to be put on the shelf for a library.
type Putting struct {
	Article *article.Article
	Aliases []string // addresses beside its own by which it is known again
	State   State    // Whole or Teaser
	From    Source
}

// A Put says what became of one.
type Put struct {
	Article int64
	ID      string // of the article, for people
	N       int
	Version article.Version // that stands now
	New     bool            // to this library
	Since   time.Time       // when the library got it
	Removed bool            // it was removed from this library, and neither a feed nor the program brings it back
	Changed bool            // it was on the shelf, and says something else now
	Before  article.Version // what it said before, with Changed
}

// Put puts an article on the shelf for a library. It is the article of the same version, the one that has one of
// its addresses, or one of the same text; else a new one. Where it comes from an address of a known article and its
// text, title or time of publication is not what stands there, it is a newer version of that one.
func (s *Shelf) Put(ctx context.Context, library string, a *article.Article, aliases []string, state State, from Source) (Put, error) {
	put, err := s.PutAll(ctx, library, []Putting{{a, aliases, state, from}})
	if err != nil {
		return Put{}, err
	}
	return put[0], nil
}

// putsAtOnce is how many articles one transaction takes up.
const putsAtOnce = 200

// PutAll is Put for many articles. Where it fails, some may have been put.
func (s *Shelf) PutAll(ctx context.Context, library string, all []Putting) (done []Put, err error) {
	for len(all) > 0 {
		some := all[:min(putsAtOnce, len(all))]
		all = all[len(some):]
		var puts []Put
		err := s.db.Within(ctx, "keeping articles", func(ctx context.Context, tx *database.Tx) error {
			puts = nil
			for _, p := range some {
				put, err := s.put(ctx, tx, library, p)
				if err != nil {
					return err
				}
				puts = append(puts, put)
			}
			return nil
		})
		if err != nil {
			return done, err
		}
		done = append(done, puts...)
	}
	return done, nil
}

func (s *Shelf) put(ctx context.Context, tx *database.Tx, library string, p Putting) (Put, error) {
	p.From.At = s.or(p.From.At)
	known, by, err := identify(ctx, tx, p.Article, addressesOf(p.Article, p.Aliases))
	if err != nil {
		return Put{}, err
	}
	since, removed, err := held(ctx, tx, library, known)
	if err != nil {
		return Put{}, err
	}
	if removed && (p.From.Kind == FromFeed || p.From.Kind == FromShipped) {
		is, err := standingOf(ctx, tx, known)
		return Put{Article: known, ID: is.name, N: is.n, Version: is.version, Removed: true}, err
	}
	put, err := renew(ctx, tx, known, by, p)
	if put.Since = since; err == nil && since.IsZero() {
		put.New, put.Since = true, p.From.At
		err = hold(ctx, tx, library, put.Article, p.From)
	}
	return put, err
}

// Renew puts what a known article says now on the shelf, for all libraries that hold it. What was forgotten stays so.
func (s *Shelf) Renew(ctx context.Context, known int64, p Putting) (put Put, err error) {
	p.From.At = s.or(p.From.At)
	err = s.db.Within(ctx, "keeping what an article says now", func(ctx context.Context, tx *database.Tx) error {
		if is, err := standingOf(ctx, tx, known); err != nil || is.forgotten {
			put = Put{Article: known, ID: is.name, N: is.n, Version: is.version, Removed: true}
			return err
		}
		put, err = renew(ctx, tx, known, byAddress, p)
		return err
	})
	return put, err
}

// A standing is what an article says now.
type standing struct {
	name      string
	n         int
	version   article.Version
	text      []byte
	title     string
	published string
	teaser    bool
	forgotten bool
}

func standingOf(ctx context.Context, tx *database.Tx, known int64) (is standing, err error) {
	var version []byte
	var at int64
	err = tx.Row(ctx, `
		SELECT a.name, a.n, v.version, v.text, v.title, v.published, e.teaser, v.forgotten_at FROM `+editionTables+`
		WHERE a.id = $1 AND e.n = a.n`, known).Scan(&is.name, &is.n, &version, &is.text, &is.title, &is.published, &is.teaser, &at)
	if errors.Is(err, sql.ErrNoRows) {
		err = ErrUnknown
	}
	copy(is.version[:], version)
	is.forgotten = at != 0
	return is, err
}

// differs reports whether an article that was known by its address or version says something else than stands there.
func (is standing) differs(by match, p Putting) bool {
	a := p.Article
	switch by {
	case byVersion: // what it once said: said again, where it is not an old copy of somebody's
		return a.Version != is.version && p.From.Kind != FromAttachment
	case byAddress:
		return !bytes.Equal(textHash(a), is.text) || a.Title != "" && a.Title != is.title ||
			!a.Published.Day.IsZero() && a.Published.String() != is.published
	}
	return false
}

// renew makes an article the one that is known, or a new one, and what it says another edition where it is one.
func renew(ctx context.Context, tx *database.Tx, known int64, by match, p Putting) (Put, error) {
	if by == byNothing {
		return begin(ctx, tx, p)
	}
	is, err := standingOf(ctx, tx, known)
	if err != nil {
		return Put{}, err
	}
	put := Put{Article: known, ID: is.name, N: is.n, Version: is.version}
	if err := keepAddresses(ctx, tx, known, addressesOf(p.Article, p.Aliases)); err != nil {
		return Put{}, err
	}
	switch {
	case is.differs(by, p):
		put.N, put.Version, put.Changed, put.Before = is.n+1, p.Article.Version, !is.forgotten, is.version
		err = keepEdition(ctx, tx, put, p)
	case is.forgotten:
		put.Version = p.Article.Version
		err = keepVersion(ctx, tx, put, p)
	case by == byText || is.teaser == (p.State == article.Teaser):
		return put, nil
	default:
		_, err = tx.Exec(ctx, `UPDATE editions SET teaser = $3 WHERE article = $1 AND n = $2`, known, is.n, p.State == article.Teaser)
	}
	if err == nil {
		err = growAll(ctx, tx, known)
	}
	return put, err
}

// begin makes a new article.
func begin(ctx context.Context, tx *database.Tx, p Putting) (put Put, err error) {
	put = Put{N: 1, Version: p.Article.Version}
	if put.ID, err = freeName(ctx, tx, cmp.Or(p.Article.ID, "article")); err != nil {
		return Put{}, err
	}
	err = tx.Row(ctx, `INSERT INTO articles (name, n, withdrawn, reason) VALUES ($1, 1, 0, '') RETURNING id`, put.ID).Scan(&put.Article)
	if err != nil {
		return Put{}, err
	}
	if err := keepAddresses(ctx, tx, put.Article, addressesOf(p.Article, p.Aliases)); err != nil {
		return Put{}, err
	}
	return put, keepEdition(ctx, tx, put, p)
}

// keepEdition keeps what an article says now.
func keepEdition(ctx context.Context, tx *database.Tx, put Put, p Putting) error {
	if err := keepVersion(ctx, tx, put, p); err != nil {
		return err
	}
	_, err := tx.Exec(ctx, `INSERT INTO editions (article, n, version, seen, teaser) VALUES ($1, $2, $3, $4, $5)`,
		put.Article, put.N, put.Version[:], millis(p.From.At), p.State == article.Teaser)
	if err == nil && put.N > 1 {
		_, err = tx.Exec(ctx, `UPDATE articles SET n = $2 WHERE id = $1`, put.Article, put.N)
	}
	return err
}

// keepVersion keeps a version, also one that was forgotten.
func keepVersion(ctx context.Context, tx *database.Tx, put Put, p Putting) error {
	a := *p.Article
	a.ID = put.ID
	record, err := article.Marshal(&a)
	if err != nil {
		return err
	}
	_, err = tx.Exec(ctx, `
		INSERT INTO versions (version, article, text, title, outlet, url, published, record, forgotten_at, forgotten_by)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0, '')
		ON CONFLICT (version) DO UPDATE SET text = $3, record = $8, forgotten_at = 0, forgotten_by = ''`,
		a.Version[:], put.Article, textHash(&a), a.Title, a.Outlet, a.URL, a.Published.String(), record)
	return err
}

// held returns since when a library holds an article, which it does not where that is zero, and whether it was
// removed from it.
func held(ctx context.Context, tx *database.Tx, library string, known int64) (since time.Time, removed bool, err error) {
	var from, to int64
	err = tx.Row(ctx, `SELECT since, removed_at FROM holdings WHERE library = $1 AND article = $2`, library, known).Scan(&from, &to)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return time.Time{}, false, nil
	case to != 0:
		return time.Time{}, true, err
	}
	return fromMillis(from), false, err
}

// hold makes a library hold an article.
func hold(ctx context.Context, tx *database.Tx, library string, known int64, from Source) error {
	_, err := tx.Exec(ctx, `
		INSERT INTO holdings (library, article, since, kind, place, who, feed, removed_at, removed_by) VALUES ($1, $2, $3, $4, $5, $6, $7, 0, '')
		ON CONFLICT (library, article) DO UPDATE SET since = $3, kind = $4, place = $5, who = $6, feed = $7, removed_at = 0, removed_by = ''`,
		library, known, millis(from.At), string(from.Kind), from.Where, from.By, from.Feed)
	if err == nil {
		err = grows(ctx, tx, library)
	}
	return err
}
