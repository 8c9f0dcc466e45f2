package search

import "talksbot/knowledge/english"

// A comparison is one sentence beside the question.
type comparison struct {
	*ranker
	s     uint32 // the sentence
	all   tokens // of it
	found []match
	best  []float64 // how well it matches each unit
	read  english.Text
}

// text returns the words of the sentence, read when first asked for: most sentences are compared
// without.
func (c *comparison) text() english.Text {
	if c.read.String == "" {
		c.read = c.passage(c.s).Words()
	}
	return c.read
}

// comparisonOf compares a sentence with the question.
func (r *ranker) comparisonOf(s uint32) *comparison {
	found, best := r.matches(s)
	return &comparison{ranker: r, s: s, all: r.tokens(sentences, s), found: found, best: best}
}
