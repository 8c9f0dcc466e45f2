// Package search finds the sentences that answer a question, and the words in them that do.
//
// The words of articles are held in Segments, which know nothing of names and are never read
// again; a few of them make an Index. A question is matched in three steps: the sentences
// that share its words and names (BM25), some dozens of them compared with it closely
// (features, with fitted weights), and gates, which close on a sentence that lacks what the
// question must have. Names stand in sentences by what a [names.Names] says of them when a
// question is asked: they are found among the sentences that have the words they may be
// written with, and kept for as long as the index is asked with those names.
package search

import (
	"context"
	"slices"
	"sync/atomic"

	"talksbot/knowledge/article"
	"talksbot/knowledge/names"
)

// An Index finds sentences by their words, and compares them with a question without reading
// a text again. It never changes; With makes another from it. The zero Index is empty.
type Index struct {
	corpus
	names  atomic.Pointer[naming] // for the names last asked with
	before atomic.Pointer[naming] // of the index this one was made from
}

// With returns the index with more segments, and without some articles.
func (x *Index) With(add []*Segment, drop []*article.Article) *Index {
	segments := slices.Clone(x.segments)
	if len(drop) > 0 {
		for i, s := range segments {
			segments[i] = s.without(func(n int) bool { return slices.Contains(drop, s.articles[n]) })
		}
	}
	n := &Index{corpus: newCorpus(compact(append(segments, add...)), &x.corpus)}
	n.before.Store(x.before.Load())
	if v := x.names.Load(); v != nil {
		n.before.Store(v)
		x.before.Store(nil) // what v knows, it knows without the one before it
		v.before.Store(nil)
	}
	return n
}

// Frequency returns in how many sentences a stem stands that means something.
func (x *Index) Frequency(stem string) int {
	n := 0
	x.each(sentences, shared.term(stem), 0, x.size(sentences), func(_ uint32, l list) { n += len(l.numbers) })
	return n
}

// named returns the index with names as n knows them.
func (x *Index) named(n *names.Names) *naming {
	v := x.names.Load()
	if v == nil || v.known != n {
		v = newNaming(&x.corpus, n, x.before.Load())
		x.names.Store(v)
	}
	return v
}

// FindNames finds the names in all texts, as n knows them, unless ctx is done before. The index
// answers alike before, meanwhile and after: the first question about a name looks for it in the
// texts that may have it, and does so at once where these have been read.
func (x *Index) FindNames(ctx context.Context, n *names.Names) {
	v := x.named(n)
	for sort := range v.read {
		for number := range v.read[sort] {
			if ctx.Err() != nil {
				return
			}
			v.mentions(sort, uint32(number))
		}
	}
}
