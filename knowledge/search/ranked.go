package search

import (
	"cmp"
	"math"
	"slices"

	"talksbot/knowledge/article"
	"talksbot/knowledge/english"
	"talksbot/knowledge/question"
)

// ranked is a sentence with what speaks for it.
type ranked struct {
	candidate
	features features
	fused    float64 // reciprocal ranks by words and by meaning
	order    float64
	place    float64      // order, and what its article as a whole adds
	read     bool         // closely: order and probability are by what the encoder made of it
	answer   english.Span // of the sentence, by the encoder
}

// probability returns how probably the sentence answers.
func (c *ranked) probability() float64 {
	if c.read {
		return byReading.probabilityOf(&c.features)
	}
	return byWords.probabilityOf(&c.features)
}

// lenience is how far behind the first in order a sentence is before it is e times less
// sure: enough that a question for a list still gets the sentences of one.
const lenience = 5

// What all the evidence of the best article counts against the order of its sentences: where
// something is asked one sentence answers it, where words are looked for the whole article does.
const (
	pullAsked  = 4
	pullLooked = 20
)

// pull returns what the evidence of an article counts.
func (r *ranker) pull() float64 {
	if r.q.Kind == question.What && r.q.Order.Asks < 0 {
		return pullLooked
	}
	return pullAsked
}

// rank gives each sentence of a list in order the probability that it answers. What is behind
// the first in order is the less sure for it, since mostly one sentence answers; none is
// surer than one before it.
func (r *ranker) rank(list []ranked) []article.Passage {
	passages := make([]article.Passage, len(list))
	least, first := 1.0, 0
	for i, c := range list {
		if c.read != list[first].read {
			first = i // orders by words and by reading do not compare
		}
		behind := math.Exp((c.order - list[first].order) / lenience)
		least = min(least, min(1, behind)*c.probability())
		passages[i] = r.passage(c.sentence)
		passages[i].Score, passages[i].Answer = least, c.answer
	}
	return passages
}

// inOrder puts the list in order, the best first.
func inOrder(list []ranked, earlier func(a, b uint32) int) {
	slices.SortStableFunc(list, func(a, b ranked) int {
		return cmp.Or(cmp.Compare(b.place, a.place), earlier(a.sentence, b.sentence))
	})
}
