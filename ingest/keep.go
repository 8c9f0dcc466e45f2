package ingest

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"talksbot/ingest/gate"
	"talksbot/ingest/reason"
	"talksbot/knowledge/article"
	"talksbot/knowledge/revision"
	"talksbot/shelf"
)

// keep puts the article on the shelf.
func (t *task) keep(ctx context.Context) (string, error) {
	if t.work.Kept == nil {
		return toFetch, nil
	}
	a, err := article.Unmarshal(t.work.Kept.Record)
	if err != nil {
		return "", err
	}
	p := shelf.Putting{Article: a, Aliases: t.work.Kept.Aliases, State: t.work.Kept.State, From: sourceOf(t.job)}
	if err := t.worse(ctx, t.job.Article, p); err != nil {
		return "", err
	}
	put, err := t.put(ctx, p)
	switch {
	case err != nil:
		return "", err
	case put.Removed:
		return "", reason.New(reason.PutAway, nil)
	}
	t.job.Article, t.work.Kept, t.work.Put = put.Article, nil, &putData{put.N, whatOf(put)}
	return toAnnounce, nil
}

func (t *task) put(ctx context.Context, p shelf.Putting) (shelf.Put, error) {
	if t.job.Kind == shelf.Reread {
		return t.Shelf.Renew(ctx, t.job.Article, p)
	}
	return t.Shelf.Put(ctx, t.job.Library, p.Article, p.Aliases, p.State, p.From)
}

func sourceOf(j shelf.Job) shelf.Source {
	from := shelf.Source{Kind: shelf.FromLink, Where: j.Address, By: j.By}
	if j.Feed != 0 {
		from.Kind, from.Feed = shelf.FromFeed, j.Feed
	}
	return from
}

func whatOf(p shelf.Put) string {
	switch {
	case p.New:
		return added
	case p.Changed:
		return updated
	}
	return held
}

// worse says why a page must not take the place of what is held of its article: half of the text is gone, or all but
// its beginning.
func (r *Reader) worse(ctx context.Context, known int64, p shelf.Putting) error {
	now, err := r.now(ctx, known, p)
	switch {
	case errors.Is(err, shelf.ErrUnknown):
		return nil
	case err != nil:
		return err
	case now.Forgotten != nil || now.Version == p.Article.Version:
		return nil
	}
	before, err := article.Unmarshal(now.Record)
	switch {
	case err != nil:
		return err
	case p.State == article.Teaser && now.State != article.Teaser && len(p.Article.Sentences) < len(before.Sentences):
		return reason.New(reason.Paywall, nil)
	case gate.IsHalf(before, p.Article) && now.State != article.Teaser:
		return reason.New(reason.HalfAsLong, nil)
	}
	return nil
}

// now returns what stands on the shelf of an article: the one that is read again or, 0, the one that it proves to be.
func (r *Reader) now(ctx context.Context, known int64, p shelf.Putting) (shelf.Edition, error) {
	if known == 0 {
		return r.Shelf.Find(ctx, p.Article, p.Aliases)
	}
	all, err := r.Shelf.Editions(ctx, known)
	if err != nil || len(all) == 0 {
		return shelf.Edition{}, errors.Join(err, shelf.ErrUnknown)
	}
	return r.Shelf.Edition(ctx, all[len(all)-1].Version)
}

// announce says what has happened to the article, and has it read again later. All that it does may be done twice.
func (t *task) announce(ctx context.Context) (string, error) {
	if t.work.Put == nil {
		return toFetch, nil
	}
	if err := t.tell(ctx, t.job.Article, t.work.Put.N, t.work.Quiet); err != nil {
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

// tell keeps as news that an article is there, says something else, or is there again.
func (r *Reader) tell(ctx context.Context, known int64, n int, quiet bool) error {
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
