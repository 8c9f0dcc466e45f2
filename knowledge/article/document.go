package article

import (
	"errors"
	"fmt"
	"path"
	"strings"

	"talksbot/knowledge/article/format"
	"talksbot/knowledge/article/meta"
	"talksbot/knowledge/timex"
)

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
	return fromDocument(strings.TrimSuffix(name, path.Ext(name)), name, documents[0])
}

// Of returns the article of a document that was read elsewhere, with an ID where it states none.
func Of(id string, d format.Document) (*Article, error) { return fromDocument(id, "", d) }

// errNoSentence is what is wrong with a file that holds text, but no article.
var errNoSentence = errors.New("no sentence of an article in it, only headings and the like")

// fromDocument returns the article of a document. id is its ID where it states none; name is that
// of its file, which may have the day of publication. What is no part of the document is none of
// the version that is cited.
func fromDocument(id, name string, d format.Document) (*Article, error) {
	stated, err := meta.Stated(d.Facts)
	if err != nil {
		return nil, err
	}
	a := Article{ID: id, Text: d.Text}
	if stated.ID != "" {
		a.ID = stated.ID
	}
	a.setFacts(stated)
	a.Version = versionOf(&a)
	article := read(a, sourceOf(d, stated))
	if len(article.Sentences) == 0 && !d.Record {
		return nil, errNoSentence
	}
	for _, last := range []timex.Moment{{Day: meta.NameDay(name)}, {Day: meta.NameDay(article.URL)}, article.Modified} {
		if article.Published.Day.IsZero() {
			article.Published, article.Guessed = last, !last.Day.IsZero()
		}
	}
	return article, nil
}

func (a *Article) facts() meta.Facts {
	f := a.dated
	f.Title, f.Outlet, f.Author, f.Address, f.Published, f.Modified, f.Guessed = a.Title, a.Outlet, a.Author, a.URL, a.Published, a.Modified, a.Guessed
	return f
}

func (a *Article) setFacts(f meta.Facts) {
	a.dated = f
	a.Title, a.Outlet, a.Author, a.URL, a.Published, a.Modified, a.Guessed = f.Title, f.Outlet, f.Author, f.Address, f.Published, f.Modified, f.Guessed
}

// decide tells the days of publication that may be two by how the outlet of the article writes
// them elsewhere, before anybody asks for its dates.
func decide(articles []*Article) {
	habits := map[string]meta.Order{}
	for _, a := range articles {
		if is := a.dated.Slashes; is != meta.Unknown {
			if before, ok := habits[a.Outlet]; ok && before != is {
				is = meta.Unknown // one that writes both
			}
			habits[a.Outlet] = is
		}
	}
	for _, a := range articles {
		if habit := habits[a.Outlet]; a.Guessed && habit != meta.Unknown {
			f := a.facts()
			f.Decide(habit)
			a.setFacts(f)
		}
	}
}
