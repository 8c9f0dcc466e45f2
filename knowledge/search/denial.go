package search

import "slices"

// asGood is how well a word of the question is matched that the sentence is held to have: better
// than by a synonym, which may itself lie close to the contrary.
const asGood = 0.6

// contradicts reports whether the sentence has the contrary of a word of the question that it
// lacks.
func (r *ranker) contradicts(all tokens, best []float64) bool {
	for i, u := range r.units {
		if best[i] > asGood || u.contrary == nil {
			continue
		}
		if slices.ContainsFunc(all, func(t token) bool { return slices.Contains(u.contrary, t.word&termMask) }) {
			return true
		}
	}
	return false
}

// compareNegation notes where only one of question and sentence denies something.
func (f *features) compareNegation(question, sentence bool) {
	f.note(negation, question != sentence)
	f.note(questionNegative, question && !sentence)
	f.note(sentenceNegative, sentence && !question)
}
