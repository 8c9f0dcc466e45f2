package ingest

import (
	"context"
	"errors"

	"talksbot/ingest/gate"
	"talksbot/ingest/reason"
	"talksbot/knowledge/article"
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
