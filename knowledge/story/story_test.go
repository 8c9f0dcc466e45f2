package story_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"talksbot/knowledge/article"
	"talksbot/knowledge/names"
	"talksbot/knowledge/search"
	"talksbot/knowledge/story"
	"talksbot/knowledge/timex"
)

// TestPairs holds what is found between two articles to testdata/pairs.txt.
func TestPairs(t *testing.T) {
	data, err := os.ReadFile("testdata/pairs.txt")
	if err != nil {
		t.Fatal(err)
	}
	for block := range strings.SplitSeq(string(data), "\n\n") {
		var lines []string
		for l := range strings.SplitSeq(block, "\n") {
			if l != "" && !strings.HasPrefix(l, "#") {
				lines = append(lines, l)
			}
		}
		if len(lines) == 3 {
			if got := relations(t, lines[1], lines[2]); got != lines[0] {
				t.Errorf("%s\n%s\ngot  %s\nwant %s", lines[1], lines[2], got, lines[0])
			}
		}
	}
}

// relations writes how the sentences of the second article stand to those of the first.
func relations(t *testing.T, first, second string) string {
	a, b := published(t, "a", first), published(t, "b", second)
	all := []*article.Article{a, b}
	s := story.New(all, new(search.Index).With([]*search.Segment{search.Build(all...)}, nil), names.Learn(all))
	var found []string
	for i := range a.Sentences {
		for _, r := range s.Of(article.Passage{Article: a, Index: i}) {
			kind := map[story.Kind]string{story.Repeats: "repeats", story.Replaced: "replaced", story.Replaces: "replaces", story.Differs: "differs"}[r.Kind]
			if r.Kind != story.Repeats {
				kind += fmt.Sprintf(": %s -> %s", r.Word.Of(r.Here.Text()), r.Other.Of(r.There.Text()))
			}
			found = append(found, kind)
		}
	}
	if len(found) == 0 {
		return "none"
	}
	return strings.Join(found, "; ")
}

func published(t *testing.T, id, line string) *article.Article {
	day, text, ok := strings.Cut(line, " | ")
	moment, err := timex.ParseMoment(day)
	if !ok || err != nil {
		t.Fatal(line, err)
	}
	return article.New(article.Article{ID: id, Text: text, Published: moment})
}
