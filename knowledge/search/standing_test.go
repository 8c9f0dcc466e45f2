package search

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"talksbot/knowledge/article"
)

// TestFrequentName holds that a name which more texts may have than are read is found in them
// all, and no less surely in one article than any other; and that what is found does not depend
// on what was read before.
func TestFrequentName(t *testing.T) {
	var articles []*article.Article
	for i := range mostRead + 10 {
		text := fmt.Sprintf("The ferry %d left Norway for the island. The captain counted %d gulls.", i, i)
		if i == 7 {
			text = "The Norway Academy bought a boat. Its crew painted the boat red."
		}
		articles = append(articles, article.New(article.Article{ID: fmt.Sprint(i), Text: text}))
	}
	l := newLibrary(articles...)
	v := l.index.named(l.names)
	norway := v.nameOf("Norway")
	if got, want := v.count(sentences, norway, 0, v.size(sentences)), len(articles); got != want {
		t.Errorf("stands in %d sentences, want %d: all that have the word", got, want)
	}
	for i, want := range map[int]int{6: 1, 7: 0} {
		from, to := v.span(articles[i])
		if got := v.count(sentences, norway, from, to); got != want {
			t.Errorf("stands in %d sentences of article %d, want %d", got, i, want)
		}
	}
	const question = "Which ferry left Norway?"
	first := shown(l.search(question, Query{}))
	l.index.FindNames(t.Context(), l.names)
	if diff := cmp.Diff(first, shown(l.search(question, Query{}))); diff != "" {
		t.Errorf("once all names are found (-first +then):\n%s", diff)
	}
}
