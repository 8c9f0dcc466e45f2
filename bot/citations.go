package bot

import (
	"context"
	"errors"
	"fmt"
	"time"

	"talksbot/ask/news"
	"talksbot/bot/command"
	"talksbot/knowledge/article"
	"talksbot/knowledge/calendar"
	"talksbot/knowledge/revision"
	"talksbot/page"
	"talksbot/shelf"
)

// A Shelf keeps what was cited, as it was, and what has happened to articles.
type Shelf interface {
	news.Shelf
	Visit(ctx context.Context, library, person string, now time.Time) (last time.Time, err error)
	Cited(ctx context.Context, version article.Short) (cited, now shelf.Edition, err error)
	HasHeld(ctx context.Context, library string, article int64) (ever, still bool, err error)
}

var errMalformed = errors.New("not the citations of a page")

// cited returns what a control cites: in the articles as they are held now or, where one is not held as it was, from
// the shelf.
func (a archive) cited(ctx context.Context, code string) (all []page.Cited, err error) {
	refs, err := article.DecodeRefs(code)
	if err != nil || len(refs) == 0 {
		return nil, errMalformed
	}
	known := map[article.Short]edition{}
	for _, r := range refs {
		of, ok := known[r.Short]
		if !ok {
			if of, err = a.edition(ctx, r.Short); err != nil {
				return nil, err
			}
			known[r.Short] = of
		}
		all = append(all, of.at(r))
	}
	return all, nil
}

// An edition is what an article said at a version.
type edition struct {
	page.Cited
	said   *article.Article // nil where that is not kept
	stands [][]int          // in what the article says now
}

// at returns what a citation of the edition cites.
func (e edition) at(r article.ShortRef) page.Cited {
	c := e.Cited
	if e.said == nil {
		return c
	}
	c.Place = page.PlaceAt(e.said, r.Span)
	if c.Now != nil && c.Article != nil {
		c.Becomes = became(c.Place, c.Now, e.stands)
	}
	return c
}

// edition returns the edition of a version: nothing of one that the library has never held.
func (a archive) edition(ctx context.Context, version article.Short) (e edition, err error) {
	if e.said = a.library.Held(version); e.said != nil || a.shelf == nil {
		return e, nil
	}
	cited, now, err := a.shelf.Cited(ctx, version)
	if errors.Is(err, shelf.ErrUnknown) {
		return edition{}, nil
	}
	if err != nil {
		return edition{}, err
	}
	ever, still, err := a.shelf.HasHeld(ctx, a.name, cited.Article)
	switch {
	case err != nil || !ever:
		return edition{}, err
	case cited.Forgotten != nil:
		e.Forgotten = page.Forgotten{Title: cited.Title, Day: calendar.DayOf(cited.Forgotten.At.UTC())}
		return e, nil
	}
	if e.said, err = read(cited); err != nil {
		return edition{}, err
	}
	e.Away = !still
	e.said.State = now.State
	if now.Version == cited.Version || now.Forgotten != nil {
		return e, nil
	}
	if e.Now, err = read(now); err == nil {
		e.stands = revision.Stands(e.said, e.Now)
	}
	return e, err
}

// read returns what an edition says.
func read(e shelf.Edition) (*article.Article, error) {
	a, err := article.Unmarshal(e.Record)
	if err != nil {
		return nil, fmt.Errorf("reading version %x of an article: %w", e.Version[:8], err)
	}
	return a, nil
}

// notCited says that what a control cites cannot be shown, for the reason in err.
func notCited(err error, w page.Printer) command.Reply {
	if errors.Is(err, errMalformed) {
		return command.Privately(w, "button.ask")
	}
	return command.Reply{Err: err}
}
