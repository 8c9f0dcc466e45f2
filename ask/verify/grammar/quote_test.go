package grammar

import (
	"testing"

	"talksbot/knowledge"
)

func TestInsideQuotation(t *testing.T) {
	a := knowledge.NewArticle(knowledge.Article{ID: "test", Text: `"We are late. We will hurry. We will not stop," she said. They left.`})
	want := []bool{false, true, true, false}
	for i := range a.Sentences {
		if got := InsideQuotation(knowledge.Passage{Article: a, Index: i}); i < len(want) && got != want[i] {
			t.Errorf("sentence %d begins inside a quotation: %v, want %v", i, got, want[i])
		}
	}
}
