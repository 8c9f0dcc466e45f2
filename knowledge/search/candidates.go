package search

import (
	"cmp"
	"slices"
)

const (
	candidates = 60 // how many sentences are looked at closely: some ten microseconds each
	seeds      = 10 // how many of them bring their neighbours along: those that may come first
)

// candidates returns the sentences in [from, to) that share most with the units, those of articles
// that do as a whole before others, and their neighbours, best first.
func (r *ranker) candidates(from, to uint32, admit func(uint32) bool) []candidate {
	w := scratches.Get().(*scratch)
	defer scratches.Put(w)
	if len(w.scores) < int(to-from) {
		w.scores = make([]float32, to-from)
	}
	r.score(w, from, to)
	if from == 0 && to == r.size(sentences) && r.size(titles) > 1 {
		r.weighArticles(w)
	}
	best := topList{before: r.before}
	for _, s := range w.touched {
		r.most = max(r.most, float64(w.scores[s-from]))
	}
	for _, s := range w.touched {
		if admit == nil || admit(s) {
			best.offer(candidate{sentence: s, bm25: float64(w.scores[s-from]), article: r.evidence(s)})
		}
	}
	found := r.withArticles(w, best.list, admit)
	for _, s := range w.touched {
		w.scores[s-from] = 0
	}
	w.touched = w.touched[:0]
	slices.SortFunc(found, r.before)
	return r.withNeighbours(found, from, to, admit)
}

// before orders candidates, the best first. All of an article counts as much as the best sentence.
func (r *ranker) before(a, b candidate) int {
	if c := cmp.Compare(b.bm25+r.most*b.article, a.bm25+r.most*a.article); c != 0 {
		return c
	}
	return r.earlier(a.sentence, b.sentence)
}

// score adds up BM25 (Robertson and Walker) over the sentences [from, to).
func (r *ranker) score(w *scratch, from, to uint32) {
	for _, u := range r.units {
		for _, a := range u.alternatives {
			l := r.find(sentences, a.term, from, to)
			for i, s := range l.numbers {
				tf := l.count(i)
				if w.scores[s-from] == 0 {
					w.touched = append(w.touched, s)
				}
				w.scores[s-from] += float32(u.weight * a.strength * tf * (k1 + 1) / (tf + float64(r.discount[s])))
			}
		}
	}
}

// withNeighbours adds to the best sentences those that stand beside the very best: an
// answer often does not repeat what the sentence before it named.
func (r *ranker) withNeighbours(best []candidate, from, to uint32, admit func(uint32) bool) []candidate {
	has := make(map[uint32]bool, 2*len(best))
	for _, c := range best {
		has[c.sentence] = true
	}
	found := best
	for _, c := range best[:min(seeds, len(best))] {
		for _, s := range []uint32{c.sentence - 1, c.sentence + 1} {
			if s < from || s >= to || has[s] || r.title(s) != r.title(c.sentence) || admit != nil && !admit(s) {
				continue
			}
			has[s] = true
			found = append(found, candidate{sentence: s, article: c.article})
		}
	}
	return found
}

// topList is a heap of the best candidates, the worst of them first.
type topList struct {
	list   []candidate
	before func(a, b candidate) int
}

func (t *topList) worse(i, j int) bool { return t.before(t.list[i], t.list[j]) > 0 }

func (t *topList) offer(c candidate) {
	if len(t.list) == candidates {
		if t.before(c, t.list[0]) < 0 {
			t.list[0] = c
			t.down(0)
		}
		return
	}
	t.list = append(t.list, c)
	for i := len(t.list) - 1; i > 0 && t.worse(i, (i-1)/2); i = (i - 1) / 2 {
		t.list[i], t.list[(i-1)/2] = t.list[(i-1)/2], t.list[i]
	}
}

func (t *topList) down(i int) {
	for {
		worst := i
		for _, c := range [2]int{2*i + 1, 2*i + 2} {
			if c < len(t.list) && t.worse(c, worst) {
				worst = c
			}
		}
		if worst == i {
			return
		}
		t.list[i], t.list[worst] = t.list[worst], t.list[i]
		i = worst
	}
}
