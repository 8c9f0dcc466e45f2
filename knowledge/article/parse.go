package article

import (
	"errors"
	"fmt"
	"path"
	"strings"
	"sync"

	"talksbot/knowledge/article/format"
	"talksbot/knowledge/article/meta"
	"talksbot/knowledge/english"
	"talksbot/knowledge/sentence"
	"talksbot/knowledge/timex"
)

// New returns a with its parts and sentences found. Text is kept as it is, and no line of it is
// taken for a title that a does not state.
func New(a Article) *Article {
	a.Version = versionOf(&a)
	return read(a, format.Verbatim(a.Text))
}

// read returns a, whose version is known, with what stands in the blocks of its text.
func read(a Article, blocks []format.Block) *Article {
	a.Parts = layout(&a, blocks)
	a.Sentences = nil
	for _, p := range a.Parts {
		if p.Kind != Body {
			continue
		}
		for _, s := range sentence.Split(a.Text[p.Start:p.End]) {
			a.Sentences = append(a.Sentences, Span{Start: p.Start + s.Start, End: p.Start + s.End})
		}
	}
	article := &a
	article.words = sync.OnceValue(func() english.Kept { return english.ReadParts(article.Text, article.Sentences).Keep() })
	article.head = sync.OnceValue(func() english.Text { return english.Read(article.Title) })
	article.dates = sync.OnceValue(article.findDates)
	article.quotations = sync.OnceValue(article.findQuotations)
	article.vectors = vectorsOf(readingOf(article))
	return article
}

// findDates tags the whole text, since what stands before a sentence decides what its
// dates mean, and keeps what stands inside a sentence.
func (a *Article) findDates() []timex.Expression {
	var dates []timex.Expression
	i := 0
	for _, e := range timex.Find(a.Words(), a.Published) {
		for i < len(a.Sentences) && a.Sentences[i].End < e.End {
			i++
		}
		if i < len(a.Sentences) && a.Sentences[i].Start <= e.Start {
			dates = append(dates, e)
		}
	}
	return dates
}

// Parse returns the one article that a file of that name holds. Its ID is the name without the
// ending, where the file does not state one.
func Parse(name string, data []byte) (*Article, error) {
	documents, err := format.Read(name, data)
	switch {
	case err != nil:
		return nil, err
	case len(documents) != 1:
		return nil, fmt.Errorf("%d articles are in it, not one", len(documents))
	}
	return fromDocument(strings.TrimSuffix(name, path.Ext(name)), documents[0])
}

// errNoSentence is what is wrong with a file that holds text, but no article.
var errNoSentence = errors.New("no sentence of an article in it, only headings and the like")

// fromDocument returns the article of a document. id is its ID where it states none.
func fromDocument(id string, d format.Document) (*Article, error) {
	stated, err := meta.Stated(d.Facts)
	if err != nil {
		return nil, err
	}
	a := Article{ID: id, Text: d.Text, Title: stated.Title, Outlet: stated.Outlet, Author: stated.Author, URL: stated.Address,
		Published: stated.Published, Modified: stated.Modified, Guessed: stated.Guessed}
	if stated.ID != "" {
		a.ID = stated.ID
	}
	a.Version = versionOf(&a)
	article := read(a, d.Blocks)
	if len(article.Sentences) == 0 && !d.Record {
		return nil, errNoSentence
	}
	return article, nil
}
