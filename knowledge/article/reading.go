package article

import "talksbot/knowledge/english"

// A Reading is an article with its words: what names, the index and whoever else looks for
// something in the whole text share, so that it is cut into words once.
type Reading struct {
	*Article
	Words english.Text // of the whole text: offsets are into Text
	Head  english.Text // of the title
}

// Read reads an article.
func Read(a *Article) *Reading {
	return &Reading{a, english.Read(a.Text), english.Read(a.Title)}
}

// Sentence returns the words of sentence i.
func (r *Reading) Sentence(i int) english.Text { return r.Words.In(r.Sentences[i]) }
