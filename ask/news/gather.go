package news

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"talksbot/knowledge"
	"talksbot/knowledge/article"
	"talksbot/shelf"
)

// A Shelf knows what happened to articles, and what they said before.
type Shelf interface {
	NewsOf(ctx context.Context, library string, since time.Time) ([]shelf.News, error)
	Editions(ctx context.Context, article int64) ([]shelf.Edition, error)
	Records(ctx context.Context, versions []article.Version, each func(shelf.Edition) error) error
}

// mostItems is how much is looked at, the latest of it.
const mostItems = 300

// Gather returns what happened to the articles of a library since a time, as far as the view of it shows them
// yet. What was forgotten is left out.
func Gather(ctx context.Context, s Shelf, library string, l *knowledge.Library, since time.Time) ([]Item, error) {
	rows, err := s.NewsOf(ctx, library, since)
	if err != nil {
		return nil, err
	}
	var items []Item
	for _, row := range rows[max(0, len(rows)-mostItems):] {
		item, ok, err := Read(ctx, s, l, row)
		if err != nil {
			return nil, err
		}
		if ok {
			items = append(items, item)
		}
	}
	return items, nil
}

// Read returns what a row tells; ok is false where the view does not have the article.
func Read(ctx context.Context, s Shelf, l *knowledge.Library, row shelf.News) (item Item, ok bool, err error) {
	editions, err := s.Editions(ctx, row.Article)
	if err != nil || len(editions) == 0 || l.Article(editions[0].ID) == nil {
		return Item{}, false, err
	}
	item = Item{Kind: row.Kind, At: row.At}
	if len(row.Details) > 0 {
		if err := json.Unmarshal(row.Details, &item.Changes); err != nil {
			return Item{}, false, fmt.Errorf("reading what changed in article %q: %w", editions[0].ID, err)
		}
	}
	for _, e := range editions {
		switch e.N {
		case row.N:
			item.Article, err = edition(ctx, s, l, e)
		case row.N - 1:
			item.Was = e.Seen
			if item.Before, err = edition(ctx, s, l, e); errors.Is(err, errForgotten) {
				err = nil
			}
		}
		if errors.Is(err, errForgotten) {
			return Item{}, false, nil
		}
		if err != nil {
			return Item{}, false, err
		}
	}
	return item, item.Article != nil, nil
}

var errForgotten = errors.New("the text was forgotten")

// edition returns what an article said: as the view has it, or from the shelf.
func edition(ctx context.Context, s Shelf, l *knowledge.Library, e shelf.Edition) (a *article.Article, err error) {
	if e.Forgotten != nil {
		return nil, errForgotten
	}
	if held := l.Held(e.Version.Short()); held != nil {
		return held, nil
	}
	err = s.Records(ctx, []article.Version{e.Version}, func(e shelf.Edition) error {
		a, err = article.Unmarshal(e.Record)
		return err
	})
	return a, err
}

// Published returns the articles of a library that were published on a day or later, as items, for who keeps
// no shelf.
func Published(l *knowledge.Library, since time.Time) []Item {
	var items []Item
	for _, a := range l.Articles() {
		d := a.Published.Day
		at := time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, since.Location())
		if len(a.Sentences) > 0 && !d.IsZero() && !at.Add(24*time.Hour-1).Before(since) {
			items = append(items, Item{Kind: "new", At: at, Article: a})
		}
	}
	return items
}
