package story

// fewWords is how many words a sentence has at least for its words to be one source's: "He
// declined to comment." is anybody's.
const fewWords = 5

// same reports whether two sentences have the same words, case and punctuation aside.
func (l *line) same(m *line) bool {
	return l.count >= fewWords && l.count == m.count && l.sum == m.sum
}
