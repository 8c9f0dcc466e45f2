package grammar

import (
	"testing"

	"talksbot/knowledge/article"
)

func TestInsideQuotation(t *testing.T) {
	a := article.New(article.Article{ID: "test", Text: `"We are late. We will hurry. We will not stop," she said. They left.`})
	want := []bool{false, true, true, false}
	for i := range a.Sentences {
		if got := InsideQuotation(article.Passage{Article: a, Index: i}); i < len(want) && got != want[i] {
			t.Errorf("sentence %d begins inside a quotation: %v, want %v", i, got, want[i])
		}
	}
}
