package shelf

import (
	"context"
	"time"

	"talksbot/internal/database"
	"talksbot/knowledge/article"
	"talksbot/knowledge/timex"
)

// A Holding is one article that a library holds, at what it says now.
type Holding struct {
	Article   int64           // the same for ever, whatever it says
	ID        string          // of the article, for people; no other article on the shelf has it
	N         int             // of its edition: 1 where it has not changed
	Version   article.Version // that stands now
	Title     string
	Outlet    string
	URL       string
	Published timex.Moment
	State     State
	Source    Source    // how it came to the library; its At is Since
	Since     time.Time // when the library got it
	Seen      time.Time // when this version was first seen
}

// Holdings returns what a library holds itself, in the order in which it came.
func (s *Shelf) Holdings(ctx context.Context, library string) (all []Holding, err error) {
	err = s.db.Each(ctx, "reading what a library holds", `
		SELECT h.article, a.name, a.n, e.version, v.title, v.outlet, v.url, v.published, a.withdrawn, e.teaser, e.seen, h.since, h.kind, h.place, h.who, h.feed
		FROM holdings h JOIN articles a ON a.id = h.article JOIN editions e ON e.article = a.id AND e.n = a.n JOIN versions v ON v.version = e.version
		WHERE h.library = $1 AND h.removed_at = 0 AND v.forgotten_at = 0 ORDER BY h.since, h.article`, []any{library},
		func(scan database.Scan) error {
			h, err := scanHolding(scan)
			all = append(all, h)
			return err
		})
	return all, err
}

func scanHolding(scan database.Scan) (h Holding, err error) {
	var version []byte
	var published string
	var withdrawn, teaser bool
	var seen, since int64
	err = scan(&h.Article, &h.ID, &h.N, &version, &h.Title, &h.Outlet, &h.URL, &published, &withdrawn, &teaser, &seen, &since,
		&h.Source.Kind, &h.Source.Where, &h.Source.By, &h.Source.Feed)
	if err != nil {
		return Holding{}, err
	}
	copy(h.Version[:], version)
	h.State, h.Seen, h.Since = stateOf(withdrawn, teaser), fromMillis(seen), fromMillis(since)
	h.Source.At = h.Since
	h.Published, err = timex.ParseMoment(published)
	return h, err
}

// Removed returns the articles that were removed from a library: of a server also those of the default library.
func (s *Shelf) Removed(ctx context.Context, library string) (articles []int64, err error) {
	err = s.db.Each(ctx, "reading what was removed", `SELECT article FROM holdings WHERE library = $1 AND removed_at <> 0 ORDER BY article`, []any{library},
		func(scan database.Scan) error {
			var id int64
			err := scan(&id)
			articles = append(articles, id)
			return err
		})
	return articles, err
}

// Counts returns how many articles and feeds a library has, and how many articles were asked to be added to it
// since a time.
func (s *Shelf) Counts(ctx context.Context, library string, since time.Time) (articles, feeds, adds int, err error) {
	defer s.db.Wrap(&err, "counting what a library has")
	err = s.db.Row(ctx, `
		SELECT (SELECT count(*) FROM holdings WHERE library = $1 AND removed_at = 0),
			(SELECT count(*) FROM follows WHERE library = $1),
			(SELECT count(*) FROM jobs WHERE library = $1 AND kind = $3 AND feed = 0 AND made >= $2) +
			(SELECT count(*) FROM holdings WHERE library = $1 AND kind = $4 AND since >= $2)`,
		library, millis(since), Add, string(FromAttachment)).Scan(&articles, &feeds, &adds)
	return articles, feeds, adds, err
}

// HasHeld reports whether a library has ever held an article, or a server seen it in the default one, and whether it
// still does.
func (s *Shelf) HasHeld(ctx context.Context, library string, article int64) (ever, still bool, err error) {
	removed := map[string]bool{}
	err = s.db.Each(ctx, "reading whether a library holds an article", `SELECT library, removed_at FROM holdings WHERE article = $1 AND library IN ($2, '')`, []any{article, library},
		func(scan database.Scan) error {
			var by string
			var at int64
			err := scan(&by, &at)
			removed[by] = at != 0
			return err
		})
	away, own := removed[library]
	if !own {
		_, ever = removed[""]
		return ever, ever && !removed[""], err
	}
	return true, !away, err
}
