package knowledge

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"talksbot/knowledge/article"
	"talksbot/knowledge/encoder"
	"talksbot/knowledge/search"
)

// Embed has the vectors made of all sentences that have none yet, and returns when all are
// there: for a program that asks once, and is to answer the same each time. A thousand
// sentences take a processor some seconds. Where ctx is done before the end, or embed fails,
// Embed returns the error, and what has been made stays.
func (l *Library) Embed(ctx context.Context, embed encoder.Embed) error {
	for _, a := range l.articles {
		if err := a.Embed(ctx, embed); err != nil {
			return fmt.Errorf("making the vectors of %q: %w", a.ID, err)
		}
	}
	return nil
}

// Vector returns what a text means. It must not be called of a library without an encoder; see ByMeaning.
func (l *Library) Vector(ctx context.Context, text string) (encoder.Vector, error) {
	return l.encoder.Vector(ctx, text)
}

// Nearest returns the sentences nearest to v in meaning, as [search.Index.Nearest] does: of
// the article with the ID or, for "", of all.
func (l *Library) Nearest(ctx context.Context, v *encoder.Vector, id string, k int, floor float32) ([]search.Near, error) {
	a := l.byID[id]
	if a == nil && id != "" {
		return nil, nil
	}
	return l.index.Nearest(ctx, v, a, k, floor)
}

// Embed has the vectors made of the sentences of the library, as it stands and as it grows:
// one article after the other, those published last first. It runs until ctx is done, and
// then returns nil, or until embed fails, and returns its error. A question uses the vectors
// that are there.
func (c *Current) Embed(ctx context.Context, embed encoder.Embed) error {
	for {
		l := c.now.Load()
		for _, a := range newestFirst(l.articles) {
			err := a.Embed(ctx, embed)
			switch {
			case ctx.Err() != nil:
				return nil
			case err != nil:
				return fmt.Errorf("making the vectors of %q: %w", a.ID, err)
			}
			if c.now.Load() != l {
				break // to what may be newer
			}
		}
		select {
		case <-ctx.Done():
			return nil
		case <-l.replaced:
		}
	}
}

// newestFirst returns the articles in the order of their days, the last first.
func newestFirst(articles []*article.Article) []*article.Article {
	return slices.SortedStableFunc(slices.Values(articles), func(a, b *article.Article) int {
		return cmp.Or(b.Published.Day.Compare(a.Published.Day), cmp.Compare(b.Published.Clock, a.Published.Clock))
	})
}
