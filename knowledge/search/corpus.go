package search

import (
	"cmp"
	"math"
	"slices"

	"talksbot/knowledge/article"
)

// A corpus is the texts of a few segments, one behind the other: they are numbered through all
// of them. It never changes.
type corpus struct {
	segments []*Segment
	bases    [2][]uint32 // the number of each segment's first sentence and title; one more at the end
	at       map[*article.Article]place
	byID     []*article.Article
	rank     []uint32  // title -> its article's place in byID
	discount []float32 // sentence -> what BM25 makes of its length
	owners   []uint32  // sentence -> the title of its article
	lengths  []float64 // title -> how long its article is, as a share of the average
}

// A place says where an article is held.
type place struct{ segment, article int }

// newCorpus numbers the texts of the segments. What it has of the corpus before need not be put in order again.
func newCorpus(segments []*Segment, before *corpus) corpus {
	x := corpus{segments: segments, at: make(map[*article.Article]place, len(before.at)+1), bases: [2][]uint32{{0}, {0}}}
	for i, s := range segments {
		for j, a := range s.articles {
			x.at[a] = place{i, j}
		}
		for sort := range x.bases {
			x.bases[sort] = append(x.bases[sort], x.bases[sort][i]+uint32(len(s.texts[sort].length)))
		}
	}
	x.rankArticles(before)
	x.weighLengths()
	return x
}

// size returns how many texts of a sort there are.
func (x *corpus) size(sort int) uint32 {
	if len(x.segments) == 0 {
		return 0
	}
	return x.bases[sort][len(x.segments)]
}

// segment returns the segment that has a text, and its number there.
func (x *corpus) segment(sort int, number uint32) (s *Segment, local uint32) {
	i, found := slices.BinarySearch(x.bases[sort], number)
	if !found {
		i--
	}
	return x.segments[i], number - x.bases[sort][i]
}

// span returns the numbers of the sentences of an article, or of all for nil.
func (x *corpus) span(a *article.Article) (from, to uint32) {
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
func (x *corpus) title(sentence uint32) uint32 { return x.owners[sentence] }

// follows reports whether a sentence stands before this one in its article.
func (x *corpus) follows(s uint32) bool { return s > 0 && x.title(s-1) == x.title(s) }

// passage returns a sentence as a passage.
func (x *corpus) passage(sentence uint32) article.Passage {
	s, local := x.segment(sentences, sentence)
	a := s.owner[local]
	return article.Passage{Article: s.articles[a], Index: int(local - s.first[a])}
}

// each calls f with the list of a word in the texts [from, to) of each segment. The numbers
// are those of the segment: base is what its first text has in the index.
func (x *corpus) each(sort int, t term, from, to uint32, f func(base uint32, l list)) {
	for i, s := range x.segments {
		base, end := x.bases[sort][i], x.bases[sort][i+1]
		if from < end && base < to {
			f(base, s.texts[sort].find(t, max(from, base)-base, min(to, end)-base))
		}
	}
}

// within returns the list of a word in the texts [from, to).
func (x *corpus) within(sort int, t term, from, to uint32) list {
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
func (x *corpus) holds(t term) bool {
	return slices.ContainsFunc(x.segments, func(s *Segment) bool {
		_, inSentence := slices.BinarySearch(s.texts[sentences].terms, t)
		_, inTitle := slices.BinarySearch(s.texts[titles].terms, t)
		return inSentence || inTitle
	})
}

// has reports whether an article has the word.
func (x *corpus) has(word uint32) bool {
	return slices.ContainsFunc(x.segments, func(s *Segment) bool {
		_, ok := slices.BinarySearch(s.words, word)
		return ok
	})
}

// rankArticles finds the order of the articles by their IDs.
func (x *corpus) rankArticles(before *corpus) {
	var more []*article.Article
	for a := range x.at {
		if _, known := before.at[a]; !known {
			more = append(more, a)
		}
	}
	byID := func(a, b *article.Article) int { return cmp.Compare(a.ID, b.ID) }
	slices.SortFunc(more, byID)
	x.byID = make([]*article.Article, 0, len(x.at))
	for _, a := range before.byID {
		if _, kept := x.at[a]; !kept {
			continue
		}
		for len(more) > 0 && byID(more[0], a) < 0 {
			x.byID, more = append(x.byID, more[0]), more[1:]
		}
		x.byID = append(x.byID, a)
	}
	x.byID = append(x.byID, more...)
	x.rank = make([]uint32, len(x.byID))
	for rank, a := range x.byID {
		p := x.at[a]
		x.rank[x.bases[titles][p.segment]+uint32(p.article)] = uint32(rank)
	}
}

// earlier orders sentences that are alike in all else: by the IDs of their articles, then as
// they stand, whatever order the articles came in.
func (x *corpus) earlier(a, b uint32) int {
	return cmp.Or(cmp.Compare(x.rank[x.title(a)], x.rank[x.title(b)]), cmp.Compare(a, b))
}

// The constants of BM25 (Robertson and Walker), as its authors recommend them.
const k1, lengthShare = 1.2, 0.75

// weighLengths finds what a word counts less for in long sentences, and how long the articles are.
func (x *corpus) weighLengths() {
	x.discount, x.owners = make([]float32, 0, x.size(sentences)), make([]uint32, 0, x.size(sentences))
	x.lengths = make([]float64, x.size(titles))
	total := 0.0
	for i, s := range x.segments {
		for j, l := range s.texts[sentences].length {
			owner := x.bases[titles][i] + s.owner[j]
			x.owners = append(x.owners, owner)
			x.lengths[owner] += float64(l)
			x.discount = append(x.discount, float32(l))
			total += float64(l)
		}
	}
	average := float32(total / float64(len(x.discount)))
	for i, length := range x.discount {
		x.discount[i] = k1 * (1 - lengthShare + lengthShare*length/average)
	}
	for i := range x.lengths {
		x.lengths[i] *= float64(len(x.lengths)) / total
	}
}

// The weight of a word is how rare it is, in the library and, so that a small library does
// not take chance for rarity, in a background of that many sentences of English.
const (
	background  = 2000   // a few dozen articles: fewer tell little of what is rare
	commonShare = 0.01   // of its sentences have one of the most common words
	rareShare   = 0.0005 // have another
)

// rarity is the weight of a word that stands in so many sentences.
func (x *corpus) rarity(frequency int, common bool) float64 {
	f := float64(frequency) + background*rareShare
	if common {
		f = float64(frequency) + background*commonShare
	}
	n := float64(x.size(sentences)) + background
	return math.Log(1 + (n-f+0.5)/(f+0.5))
}
