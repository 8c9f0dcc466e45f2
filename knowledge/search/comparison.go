package search

// A comparison is one sentence beside the question.
type comparison struct {
	*ranker
	s     uint32 // the sentence
	all   tokens // of it
	found []match
	best  []float64 // how well it matches each unit
}

// comparisonOf compares a sentence with the question.
func (r *ranker) comparisonOf(s uint32) *comparison {
	found, best := r.matches(s)
	return &comparison{r, s, r.tokens(sentences, s), found, best}
}
