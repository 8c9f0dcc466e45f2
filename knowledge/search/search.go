package search

import (
	"math"
	"slices"
	"sync"

	"talksbot/knowledge/article"
	"talksbot/knowledge/names"
	"talksbot/knowledge/question"
	"talksbot/knowledge/timex"
)

// A Query says what to look for and where. The zero Query finds nothing.
type Query struct {
	Question question.Question
	Article  *article.Article // restrict to this article; nil is all
	From, To timex.Day        // restrict to sentences that state a day in this range; zero is open
	Limit    int              // at most so many passages; 0 means 10
}

// Answers is the Passage.Score from which a passage is taken to answer the question. Below
// it the articles are held not to say.
const Answers = 0.5

const (
	defaultLimit = 10
	candidates   = 60 // how many sentences are looked at closely
	seeds        = 10 // how many of them bring their neighbours along
)

// Search returns the sentences that answer the query best, best first, with names as n knows
// them. Each Score is the estimated probability that the sentence answers, to be compared
// with Answers. A sentence is never found by stop words alone; a query of nothing else finds
// nothing.
func (x *Index) Search(n *names.Names, q Query) []article.Passage {
	from, to := x.span(q.Article)
	r := newRanker(x, n, q.Question)
	if len(r.units) == 0 {
		return nil
	}
	found := x.candidates(r.units, from, to, q.admits(x))
	passages := r.rank(found, from, to)
	limit := q.Limit
	if limit <= 0 {
		limit = defaultLimit
	}
	return passages[:min(limit, len(passages))]
}

// span returns the numbers of the sentences of an article, or of all for nil.
func (x *Index) span(a *article.Article) (from, to uint32) {
	if a == nil {
		return 0, uint32(len(x.owner))
	}
	i, ok := x.number[a]
	if !ok {
		return 0, 0
	}
	return x.first[i], x.first[i+1]
}

// passage returns sentence s as a passage.
func (x *Index) passage(s uint32) article.Passage {
	a := x.owner[s]
	return article.Passage{Article: x.articles[a], Index: int(s - x.first[a])}
}

// admits returns the filter that the days of the query are, nil where there is none.
func (q Query) admits(x *Index) func(uint32) bool {
	if q.From.IsZero() && q.To.IsZero() {
		return nil
	}
	return func(s uint32) bool {
		for _, d := range x.passage(s).Dates() {
			if d.From.IsZero() || !q.From.IsZero() && d.To.Before(q.From) || !q.To.IsZero() && d.From.After(q.To) {
				continue
			}
			return true
		}
		return false
	}
}

// A candidate is a sentence that shares words with the question, and its BM25 score.
type candidate struct {
	sentence uint32
	bm25     float64
}

// scratch is the working memory of one search.
type scratch struct {
	scores  []float32
	touched []uint32
}

var scratches = sync.Pool{New: func() any { return new(scratch) }}

// candidates returns the sentences in [from, to) that share most with the units, and their
// neighbours, in no particular order.
func (x *Index) candidates(units []unit, from, to uint32, admit func(uint32) bool) []candidate {
	w := scratches.Get().(*scratch)
	defer scratches.Put(w)
	if len(w.scores) < int(to-from) {
		w.scores = make([]float32, to-from)
	}
	x.score(w, units, from, to)
	best := make(topList, 0, candidates+1)
	for _, s := range w.touched {
		if admit == nil || admit(s) {
			best.offer(candidate{s, float64(w.scores[s-from])})
		}
	}
	slices.SortFunc(best, func(a, b candidate) int {
		if a.bm25 != b.bm25 {
			if a.bm25 > b.bm25 {
				return -1
			}
			return 1
		}
		return int(a.sentence) - int(b.sentence)
	})
	found := x.withNeighbours(best, from, to, admit)
	for _, s := range w.touched {
		w.scores[s-from] = 0
	}
	w.touched = w.touched[:0]
	return found
}

// score adds up BM25 (Robertson and Walker) over the sentences [from, to).
func (x *Index) score(w *scratch, units []unit, from, to uint32) {
	const k1, b = 1.2, 0.75
	for _, u := range units {
		for _, a := range u.alternatives {
			lo, hi := x.within(a.term, from, to)
			for i := lo; i < hi; i++ {
				s, tf := x.postings[i], float64(x.counts[i])
				norm := k1 * (1 - b + b*float64(x.lengths[s])/x.average)
				if w.scores[s-from] == 0 {
					w.touched = append(w.touched, s)
				}
				w.scores[s-from] += float32(u.weight * a.strength * tf * (k1 + 1) / (tf + norm))
			}
		}
	}
}

// withNeighbours adds to the best sentences those that stand beside the very best: an
// answer often does not repeat what the sentence before it named.
func (x *Index) withNeighbours(best []candidate, from, to uint32, admit func(uint32) bool) []candidate {
	has := make(map[uint32]bool, 2*len(best))
	for _, c := range best {
		has[c.sentence] = true
	}
	found := best
	for _, c := range best[:min(seeds, len(best))] {
		for _, s := range []uint32{c.sentence - 1, c.sentence + 1} {
			if s < from || s >= to || has[s] || x.owner[s] != x.owner[c.sentence] || admit != nil && !admit(s) {
				continue
			}
			has[s] = true
			found = append(found, candidate{sentence: s})
		}
	}
	return found
}

// topList is a heap of the best candidates, the worst of them first.
type topList []candidate

func (t *topList) offer(c candidate) {
	h := *t
	if len(h) == candidates {
		if c.bm25 <= h[0].bm25 {
			return
		}
		h[0] = c
		h.down(0)
		return
	}
	h = append(h, c)
	for i := len(h) - 1; i > 0 && h[i].bm25 < h[(i-1)/2].bm25; i = (i - 1) / 2 {
		h[i], h[(i-1)/2] = h[(i-1)/2], h[i]
	}
	*t = h
}

func (t topList) down(i int) {
	for {
		least := i
		for _, c := range [2]int{2*i + 1, 2*i + 2} {
			if c < len(t) && t[c].bm25 < t[least].bm25 {
				least = c
			}
		}
		if least == i {
			return
		}
		t[i], t[least] = t[least], t[i]
		i = least
	}
}

func sigmoid(x float64) float64 { return 1 / (1 + math.Exp(-x)) }
