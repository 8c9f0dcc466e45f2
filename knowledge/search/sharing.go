package search

import (
	"cmp"
	"slices"
	"sync"

	"talksbot/knowledge/article"
	"talksbot/knowledge/english"
)

// A tally adds up what sentences have in common with others, in memory that is used again.
type tally struct {
	scores []float64 // by the number of the sentence
	met    []uint32  // those that have any
}

var tallies = sync.Pool{New: func() any { return &tally{} }}

// of returns a tally of so many sentences, of which none has anything.
func (t *tally) of(size int) *tally {
	for _, s := range t.met {
		t.scores[s] = 0
	}
	t.met = t.met[:0]
	if len(t.scores) < size {
		t.scores = make([]float64, size)
	}
	return t
}

func (t *tally) add(s uint32, weight float64) {
	if t.scores[s] == 0 {
		t.met = append(t.met, s)
	}
	t.scores[s] += weight
}

// Sharing returns the sentences that share the most telling words with those given, best
// first, at most so many.
func (x *Index) Sharing(words []english.Token, most int) []article.Passage {
	t := tallies.Get().(*tally).of(int(x.size(sentences)))
	defer tallies.Put(t)
	seen := map[uint32]bool{0: true}
	for _, w := range words {
		term := shared.term(w.Stem)
		if seen[term] || w.Stop {
			continue
		}
		seen[term] = true
		numbers := x.within(sentences, term, 0, x.size(sentences)).numbers
		weight := x.rarity(len(numbers), english.IsCommon(w.Stem))
		for _, s := range numbers {
			t.add(s, weight)
		}
	}
	var found []article.Passage
	for _, s := range x.best(t, most) {
		found = append(found, x.passage(s))
	}
	return found
}

// best returns the sentences that have the most, best first, at most so many.
func (x *Index) best(t *tally, most int) []uint32 {
	better := func(a, b uint32) int { return cmp.Or(cmp.Compare(t.scores[b], t.scores[a]), x.earlier(a, b)) }
	best := make([]uint32, 0, most+1)
	for _, s := range t.met {
		if len(best) == most && (most == 0 || better(s, best[most-1]) > 0) {
			continue
		}
		at, _ := slices.BinarySearchFunc(best, s, better)
		best = slices.Insert(best, at, s)
		best = best[:min(len(best), most)]
	}
	return best
}
