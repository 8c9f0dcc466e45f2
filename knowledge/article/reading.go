package article

import "talksbot/knowledge/english"

// A Reading is an article with its words: what names, the index and whoever else looks for
// something in all of it share, so that it is cut into words once.
type Reading struct {
	*Article
	Head  english.Text   // the title
	Texts []english.Text // the sentences, each apart: offsets are into the sentence
}

// Read reads an article.
func Read(a *Article) *Reading {
	r := &Reading{Article: a, Head: a.Head(), Texts: make([]english.Text, len(a.Sentences))}
	for i, s := range a.Sentences {
		r.Texts[i] = a.WordsIn(s)
	}
	return r
}
