package ingest

import (
	"context"
	"errors"
	"fmt"
	"path"
	"strings"

	"talksbot/ingest/feed"
	"talksbot/ingest/fetch"
	"talksbot/ingest/gate"
	"talksbot/ingest/reason"
	"talksbot/knowledge/article"
	"talksbot/knowledge/article/format"
	"talksbot/shelf"
)

// AddFile takes up the articles of a file, for a library, and returns what became of each. The format is told by the
// ending of the name, or by how the file begins.
func (r *Reader) AddFile(ctx context.Context, library, name string, data []byte, by string) ([]Outcome, error) {
	r.begin()
	documents, err := format.Read(name, data)
	if err != nil {
		return []Outcome{{Where: name, What: Refused, Reason: reason.Unreadable}}, nil
	}
	id := strings.TrimSuffix(path.Base(name), path.Ext(name))
	var all []*article.Article
	var refusals []Outcome
	for i, d := range documents {
		own := id
		if len(documents) > 1 {
			own = fmt.Sprintf("%s-%d", id, i+1)
		}
		a, err := article.Of(own, d)
		if err != nil || len(a.Sentences) == 0 || !d.Record && gate.Text(a).Reason != "" {
			refusals = append(refusals, Outcome{Where: name, What: Refused, Reason: reason.TooShort})
			continue
		}
		all = append(all, a)
	}
	kept, err := r.Keep(ctx, library, all, shelf.Source{Kind: shelf.FromAttachment, Where: name, By: by})
	return append(kept, refusals...), err
}

// Keep puts articles that were read elsewhere on the shelf, for a library, and returns what became of each. They are
// known again by their own addresses, and by the aliases, which must belong to no other.
func (r *Reader) Keep(ctx context.Context, library string, all []*article.Article, from shelf.Source, alias ...string) ([]Outcome, error) {
	r.begin()
	putting := make([]shelf.Putting, len(all))
	for i, a := range all {
		putting[i] = shelf.Putting{Article: a, Aliases: append(aliases(a.URL), alias...), From: from}
	}
	puts, err := r.Shelf.PutAll(ctx, library, putting)
	if err != nil {
		return nil, err
	}
	var done []shelf.Job
	of := map[int64][]int{}
	outcomes := make([]Outcome, len(puts))
	for i, p := range puts {
		outcomes[i].Where = from.Where
		of[int64(i)] = []int{i}
		j := shelf.Job{ID: int64(i), Article: p.Article, Step: whatOf(p)}
		if p.Removed {
			j.Step, j.Reason = refused, string(reason.PutAway)
		} else if err := r.Tell(ctx, p.Article, p.N, false); err != nil {
			return nil, err
		}
		done = append(done, j)
	}
	if err := r.refresh(ctx, library); err != nil {
		return nil, err
	}
	return outcomes, r.outcomes(ctx, library, done, of, outcomes)
}

// Followed is a feed that a library follows.
type Followed struct {
	shelf.Feed
	New bool // it did not before
}

// AddFeed makes a library follow the feed at an address, or the first that the page there names. The error is a
// *reason.Error where there is none.
func (r *Reader) AddFeed(ctx context.Context, library, address, by string) (Followed, error) {
	r.begin()
	at, err := r.findFeed(ctx, address)
	if err != nil {
		return Followed{}, err
	}
	f, isNew, err := r.Shelf.Follow(ctx, library, at, by)
	r.stir()
	return Followed{f, isNew}, err
}

// findFeed returns the address of the feed that is meant by one.
func (r *Reader) findFeed(ctx context.Context, address string) (string, error) {
	p, err := r.client.Get(ctx, fetch.Request{Address: address, Accept: feeds})
	if err != nil {
		return "", err
	}
	if _, err := feed.Parse(p.Address, p.Charset(), p.Body); err == nil {
		return strings.TrimSpace(address), nil
	}
	var last error = errors.New("the page names no feed")
	for _, named := range feed.Named(p.Address, string(p.Body)) {
		p, err := r.client.Get(ctx, fetch.Request{Address: named, Accept: feeds})
		if err == nil {
			if _, err = feed.Parse(p.Address, p.Charset(), p.Body); err == nil {
				return named, nil
			}
		}
		if last = err; ctx.Err() != nil {
			return "", ctx.Err()
		}
	}
	return "", reason.New(reason.NotFeed, last)
}
