package search

import "sync"

// A candidate is a sentence that may answer.
type candidate struct {
	sentence uint32
	bm25     float64 // for the words it shares with the question
	article  float64 // its article's evidence, a share of the best one's
	near     float64 // its reciprocal rank among those nearest in meaning
	meant    bool    // found by its meaning alone
}

// scratch is the working memory of one search.
type scratch struct {
	scores  []float32
	touched []uint32
}

var scratches = sync.Pool{New: func() any { return new(scratch) }}
