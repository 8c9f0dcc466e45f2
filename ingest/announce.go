package ingest

import (
	"context"
	"encoding/json"
	"fmt"

	"talksbot/knowledge/article"
	"talksbot/knowledge/revision"
	"talksbot/shelf"
)

// announce says what has happened to the article, and has it read again later. All that it does may be done twice.
func (t *task) announce(ctx context.Context) (string, error) {
	if t.work.Put == nil {
		return toFetch, nil
	}
	if err := t.Tell(ctx, t.job.Article, t.work.Put.N, t.work.Quiet); err != nil {
		return "", err
	}
	if err := t.refresh(ctx, t.job.Library); err != nil {
		return "", err
	}
	if t.job.Kind == shelf.Add && (t.work.Put.What != held || t.job.Tries > 1) { // whoever had the job before may have got no further than the shelf
		if err := t.again(ctx); err != nil {
			return "", err
		}
	}
	t.job.Step = t.work.Put.What
	return "", nil
}

func (r *Reader) refresh(ctx context.Context, library string) error {
	if r.Refresh == nil {
		return nil
	}
	if err := r.Refresh(ctx, library); err != nil && ctx.Err() == nil {
		r.Log.Warn("taking new articles into use", "error", err) // it is tried again by whoever keeps the libraries
	}
	return ctx.Err()
}

// Tell keeps as news that an article is there, says something else, or is there again: what its edition n is. Told
// twice it is news once.
func (r *Reader) Tell(ctx context.Context, known int64, n int, quiet bool) error {
	all, err := r.Shelf.Editions(ctx, known)
	switch {
	case err != nil:
		return err
	case n < 1 || n > len(all):
		return fmt.Errorf("there is no edition %d of %d", n, known)
	}
	if err := r.back(ctx, all[len(all)-1]); err != nil {
		return err
	}
	if n == 1 {
		return r.Shelf.Announce(ctx, shelf.News{Article: known, N: 1, Kind: "new", Quiet: quiet})
	}
	return r.tellChange(ctx, all[n-2], all[n-1])
}

// back keeps as news that an article is there again, if it was withdrawn.
func (r *Reader) back(ctx context.Context, e shelf.Edition) error {
	if e.State != article.Withdrawn {
		return nil
	}
	if err := r.Shelf.Announce(ctx, shelf.News{Article: e.Article, N: e.N, Kind: "back"}); err != nil {
		return err
	}
	_, err := r.Shelf.Mark(ctx, e.Article, article.Whole, "")
	return err
}

// tellChange keeps as news that an article says something else.
func (r *Reader) tellChange(ctx context.Context, before, after shelf.Edition) error {
	news := shelf.News{Article: after.Article, N: after.N, Kind: "updated"}
	var both [2]*article.Article
	for i, e := range []shelf.Edition{before, after} {
		whole, err := r.Shelf.Edition(ctx, e.Version)
		if err != nil {
			return err
		}
		if whole.Forgotten != nil {
			return nil
		}
		if both[i], err = article.Unmarshal(whole.Record); err != nil {
			return err
		}
	}
	changes := revision.Between(both[0], both[1])
	if changes.IsNews() {
		news.Kind = "corrected"
	}
	var err error
	if news.Details, err = json.Marshal(changes); err != nil {
		return err
	}
	return r.Shelf.Announce(ctx, news)
}
