package summary

import (
	"testing"

	"talksbot/knowledge"
	"talksbot/knowledge/article"
)

// TestWeights holds that a stem weighs the less the more sentences have it, in whatever segments of
// the library they are held.
func TestWeights(t *testing.T) {
	l, err := knowledge.New([]*article.Article{article.New(article.Article{ID: "a", Text: "The ferry sank. The ferry was old. A whale was seen."})})
	if err != nil {
		t.Fatal(err)
	}
	l = l.With([]*article.Article{article.New(article.Article{ID: "b", Text: "Another ferry sailed."})}, nil)
	w := Weigh(l)
	if n := l.Frequency("ferri"); n != 3 {
		t.Errorf("the ferry stands in %d sentences, want 3", n)
	}
	if w.of("ferri") >= w.of("whale") || w.of("whale") >= w.of("glacier") {
		t.Errorf("weights %v, %v, %v: want each above the one before it", w.of("ferri"), w.of("whale"), w.of("glacier"))
	}
}
