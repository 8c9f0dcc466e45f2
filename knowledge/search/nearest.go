package search

import (
	"context"

	"talksbot/knowledge/article"
	"talksbot/knowledge/encoder"
)

// A Near is a sentence that lies near another text in meaning.
type Near struct {
	Article *article.Article
	Index   int     // into Article.Sentences
	Cosine  float32 // with the text's vector
}

// Nearest returns the sentences of the articles, or of one where it is not nil, whose vectors
// are nearest to v: at most k, nearest first, none whose cosine is below floor. Of two as
// near the one comes first whose article has the lower ID, whatever order the articles came
// in. Articles whose vectors nobody has made yet are left out. Where ctx is done before the
// end, Nearest returns its error.
func (x *corpus) Nearest(ctx context.Context, v *encoder.Vector, only *article.Article, k int, floor float32) ([]Near, error) {
	articles := x.byID
	if only != nil {
		articles = []*article.Article{only}
	}
	blocks := make([]encoder.Block, len(articles))
	for i, a := range articles {
		blocks[i] = a.Vectors()
	}
	list, err := encoder.Nearest(ctx, v, blocks, k, floor)
	found := make([]Near, len(list))
	for i, n := range list {
		found[i] = Near{articles[n.Block], n.Index, n.Cosine}
	}
	return found, err
}
