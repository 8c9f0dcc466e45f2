package search

import (
	"cmp"
	"slices"

	"talksbot/knowledge/article"
	"talksbot/knowledge/english"
)

// Sharing returns the sentences that share the most telling words with those given, best
// first, at most so many.
func (x *Index) Sharing(words []english.Token, most int) []article.Passage {
	scores := map[uint32]float64{}
	seen := map[uint32]bool{0: true}
	for _, w := range words {
		term := shared.term(w.Stem)
		if seen[term] || w.Stop {
			continue
		}
		seen[term] = true
		weight := x.rarity(len(x.within(sentences, term, 0, x.size(sentences)).numbers), english.IsCommon(w.Stem))
		for _, s := range x.within(sentences, term, 0, x.size(sentences)).numbers {
			scores[s] += weight
		}
	}
	numbers := make([]uint32, 0, len(scores))
	for s := range scores {
		numbers = append(numbers, s)
	}
	slices.SortFunc(numbers, func(a, b uint32) int { return cmp.Or(cmp.Compare(scores[b], scores[a]), x.earlier(a, b)) })
	var found []article.Passage
	for _, s := range numbers[:min(len(numbers), most)] {
		found = append(found, x.passage(s))
	}
	return found
}
