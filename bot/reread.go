package bot

import (
	"context"
	"errors"
	"log/slog"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"

	"talksbot/ask"
	"talksbot/bot/library"
	"talksbot/knowledge/article"
	"talksbot/shelf"
)

// A Reader takes up the articles that people add, and reads again what is cited.
type Reader interface {
	library.Reader

	// Cited has an article read again soon that may have changed since it was read.
	Cited(ctx context.Context, article int64) error
}

// A rereader has what answers cite read again. The zero rereader has nothing read.
type rereader struct {
	shelf  *shelf.Shelf
	reader Reader
	known  *lru.Cache[article.Version, int64] // which article a version is of
	log    *slog.Logger
}

// newRereader returns a rereader, the zero one where there is no shelf or nobody to read.
func newRereader(o Options) rereader {
	if o.Shelf == nil || o.Reader == nil {
		return rereader{}
	}
	known, _ := lru.New[article.Version, int64](maxRemembered) // fails for a size below one
	return rereader{o.Shelf, o.Reader, known, o.Log}
}

// cites has what an answer cites read again.
func (r rereader) cites(a ask.Answer) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	done := map[article.Version]bool{}
	for _, c := range a.Claims {
		for _, p := range c.Cites {
			if v := p.Article.Version; !done[v] {
				done[v] = true
				if err := r.cited(ctx, v); err != nil {
					r.log.Warn("what is cited is not read again", "error", err)
				}
			}
		}
	}
}

func (r rereader) cited(ctx context.Context, v article.Version) error {
	id, ok := r.known.Get(v)
	if !ok {
		e, err := r.shelf.Edition(ctx, v)
		if errors.Is(err, shelf.ErrUnknown) {
			return nil
		}
		if err != nil {
			return err
		}
		id = e.Article
		r.known.Add(v, id)
	}
	return r.reader.Cited(ctx, id)
}
