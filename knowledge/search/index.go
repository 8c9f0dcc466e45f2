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
	"cmp"
	"slices"
	"sync/atomic"

	"talksbot/knowledge/article"
	"talksbot/knowledge/names"
)

// An Index finds sentences by their words, and compares them with a question without reading
// a text again. It never changes; With makes another from it. The zero Index is empty.
//
// It holds a few segments, one behind the other; texts are numbered through all of them.
type Index struct {
	segments []*Segment
	bases    [2][]uint32 // the number of each segment's first sentence and title; one more at the end
	at       map[*article.Article]place
	byID     []*article.Article
	rank     []uint32               // title -> its article's place in byID
	discount []float64              // sentence -> what BM25 makes of its length
	names    atomic.Pointer[naming] // for the names last asked with
	before   atomic.Pointer[naming] // of the index this one was made from
}

// A place says where an article is held.
type place struct{ segment, article int }

// With returns the index with more segments, and without some articles.
func (x *Index) With(add []*Segment, drop []*article.Article) *Index {
	segments := slices.Clone(x.segments)
	if len(drop) > 0 {
		for i, s := range segments {
			segments[i] = s.without(func(n int) bool { return slices.Contains(drop, s.articles[n]) })
		}
	}
	n := &Index{segments: compact(append(segments, add...)), at: map[*article.Article]place{}, bases: [2][]uint32{{0}, {0}}}
	for i, s := range n.segments {
		for j, a := range s.articles {
			n.at[a] = place{i, j}
		}
		for sort := range n.bases {
			n.bases[sort] = append(n.bases[sort], n.bases[sort][i]+uint32(len(s.texts[sort].length)))
		}
	}
	n.rankArticles()
	n.weighLengths()
	n.before.Store(x.before.Load())
	if v := x.names.Load(); v != nil {
		n.before.Store(v)
		x.before.Store(nil) // what v knows, it knows without the one before it
		v.before.Store(nil)
	}
	return n
}

// The constants of BM25 (Robertson and Walker), as its authors recommend them.
const k1, b = 1.2, 0.75

// weighLengths finds what a word counts less for in long sentences.
func (x *Index) weighLengths() {
	x.discount = make([]float64, 0, x.size(sentences))
	total := 0
	for _, s := range x.segments {
		for _, l := range s.texts[sentences].length {
			total += int(l)
			x.discount = append(x.discount, float64(l))
		}
	}
	average := float64(total) / float64(len(x.discount))
	for i, length := range x.discount {
		x.discount[i] = k1 * (1 - b + b*length/average)
	}
}

// size returns how many texts of a sort there are.
func (x *Index) size(sort int) uint32 {
	if len(x.segments) == 0 {
		return 0
	}
	return x.bases[sort][len(x.segments)]
}

// segment returns the segment that has a text, and its number there.
func (x *Index) segment(sort int, number uint32) (s *Segment, local uint32) {
	i, found := slices.BinarySearch(x.bases[sort], number)
	if !found {
		i--
	}
	return x.segments[i], number - x.bases[sort][i]
}

// span returns the numbers of the sentences of an article, or of all for nil.
func (x *Index) span(a *article.Article) (from, to uint32) {
	if a == nil {
		return 0, x.size(sentences)
	}
	p, ok := x.at[a]
	if !ok {
		return 0, 0
	}
	s, base := x.segments[p.segment], x.bases[sentences][p.segment]
	return base + s.first[p.article], base + s.first[p.article+1]
}

// title returns the number of the title of the article that a sentence stands in.
func (x *Index) title(sentence uint32) uint32 {
	i, found := slices.BinarySearch(x.bases[sentences], sentence)
	if !found {
		i--
	}
	return x.bases[titles][i] + x.segments[i].owner[sentence-x.bases[sentences][i]]
}

// passage returns a sentence as a passage.
func (x *Index) passage(sentence uint32) article.Passage {
	s, local := x.segment(sentences, sentence)
	a := s.owner[local]
	return article.Passage{Article: s.articles[a], Index: int(local - s.first[a])}
}

// each calls f with the list of a word in the texts [from, to) of each segment. The numbers
// are those of the segment: base is what its first text has in the index.
func (x *Index) each(sort int, t term, from, to uint32, f func(base uint32, l list)) {
	for i, s := range x.segments {
		base, end := x.bases[sort][i], x.bases[sort][i+1]
		if from < end && base < to {
			f(base, s.texts[sort].find(t, max(from, base)-base, min(to, end)-base))
		}
	}
}

// within returns the list of a word in the texts [from, to).
func (x *Index) within(sort int, t term, from, to uint32) list {
	var all list
	x.each(sort, t, from, to, func(base uint32, l list) {
		if base == 0 {
			all = list{slices.Clip(l.numbers), slices.Clip(l.counts)}
			return
		}
		for _, n := range l.numbers {
			all.numbers = append(all.numbers, n+base)
		}
		all.counts = append(all.counts, l.counts...)
	})
	return all
}

// holds reports whether a text has the term of a word.
func (x *Index) holds(t term) bool {
	return slices.ContainsFunc(x.segments, func(s *Segment) bool {
		_, inSentence := slices.BinarySearch(s.texts[sentences].terms, t)
		_, inTitle := slices.BinarySearch(s.texts[titles].terms, t)
		return inSentence || inTitle
	})
}

// has reports whether an article has the word.
func (x *Index) has(word uint32) bool {
	return slices.ContainsFunc(x.segments, func(s *Segment) bool {
		_, ok := slices.BinarySearch(s.all, word)
		return ok
	})
}

// misspelt returns the terms of the words of the articles one edit away from a word that
// they do not have.
func (x *Index) misspelt(norm string) []alternative {
	var found []alternative
	for _, w := range shared.near(norm) {
		if x.has(w) {
			found = append(found, alternative{shared.termOf(w), likeTypo})
		}
	}
	return found
}

// named returns the index with names as n knows them.
func (x *Index) named(n *names.Names) *naming {
	v := x.names.Load()
	if v == nil || v.known != n {
		v = newNaming(x, n)
		x.names.Store(v)
	}
	return v
}

// rankArticles finds the order of the articles by their IDs.
func (x *Index) rankArticles() {
	x.byID = make([]*article.Article, 0, len(x.at))
	for a := range x.at {
		x.byID = append(x.byID, a)
	}
	slices.SortFunc(x.byID, func(a, b *article.Article) int { return cmp.Compare(a.ID, b.ID) })
	x.rank = make([]uint32, len(x.byID))
	for rank, a := range x.byID {
		p := x.at[a]
		x.rank[x.bases[titles][p.segment]+uint32(p.article)] = uint32(rank)
	}
}

// earlier orders sentences that are alike in all else: by the IDs of their articles, then as
// they stand, whatever order the articles came in.
func (x *Index) earlier(a, b uint32) int {
	return cmp.Or(cmp.Compare(x.rank[x.title(a)], x.rank[x.title(b)]), cmp.Compare(a, b))
}
