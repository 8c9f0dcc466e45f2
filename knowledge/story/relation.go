package story

import (
	"sync"
	"talksbot/knowledge/article"
	"talksbot/knowledge/english"
	"talksbot/knowledge/names"
	"talksbot/knowledge/search"
)

// A Kind says how another sentence stands to one.
type Kind int

const (
	Repeats  Kind = iota + 1 // it has the same words
	Replaced                 // it is newer and gives another value: this one stands no longer
	Replaces                 // it is older and gives another value, which stands no longer
	Differs                  // it gives another value, and neither is newer
)

// A Relation is how the sentence There stands to Here.
type Relation struct {
	Kind        Kind
	Here, There article.Passage
	Word, Other english.Span // of the text of Here, and of There: the values that differ; empty with Repeats
	Event       bool         // what Here tells did happen: it is so no longer, but was
	CallsOff    bool         // There says that what Here tells is not to be, whenever
}

// mirrored returns the relation as seen from the other sentence.
func (r Relation) mirrored() Relation {
	r.Here, r.There, r.Word, r.Other = r.There, r.Here, r.Other, r.Word
	switch r.Kind {
	case Replaced:
		r.Kind = Replaces
	case Replaces:
		r.Kind = Replaced
	}
	return r
}

// A Story is the relations between the sentences of a library. It never changes, finds what it
// is asked for, and may be used by any number of goroutines.
type Story struct {
	articles []*article.Article
	index    *search.Index
	names    *names.Names

	lines    sync.Map // place -> *line
	settings sync.Map // *article.Article -> *setting
	found    sync.Map // place -> []Relation
}

// A place is a sentence, whatever a search thinks of it.
type place struct {
	article *article.Article
	index   int
}

func placeOf(p article.Passage) place { return place{p.Article, p.Index} }
