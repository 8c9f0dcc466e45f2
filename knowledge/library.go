// Package knowledge holds the articles talksbot answers from and finds in them the
// sentences that answer a question.
//
// A Library holds articles and the index over their sentences; it is made whole or not at
// all, never changes afterwards, and may be used by any number of goroutines.
package knowledge

import (
	"fmt"
	"sync"
)

// A Library is a set of articles and the index over their sentences.
type Library struct {
	articles []*Article
	byID     map[string]*Article
	index    *index
	names    *Names
	quotes   func() *record // read once, when first asked for
}

// New returns a library of the articles, in their order. Two articles with one ID are an
// error that names it.
func New(articles []*Article) (*Library, error) {
	l := &Library{articles: articles, byID: make(map[string]*Article, len(articles))}
	for _, a := range articles {
		if l.byID[a.ID] != nil {
			return nil, fmt.Errorf("two articles have the id %q: give each its own", a.ID)
		}
		l.byID[a.ID] = a
	}
	l.names = learnNames(articles)
	l.index = buildIndex(articles, l.names)
	l.quotes = sync.OnceValue(l.findQuotes)
	return l, nil
}

// Articles returns the articles in the order they were given. The slice is the library's
// own: read it, do not change it.
func (l *Library) Articles() []*Article { return l.articles }

// Article returns the article with the ID, or nil.
func (l *Library) Article(id string) *Article { return l.byID[id] }

// Names returns what the library knows of who and what goes by which names.
func (l *Library) Names() *Names { return l.names }
