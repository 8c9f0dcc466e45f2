package knowledge

import (
	"context"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"talksbot/knowledge/article"
	"talksbot/knowledge/calendar"
)

func twoArticles(t *testing.T) *Library {
	t.Helper()
	l, err := New([]*article.Article{
		article.New(article.Article{ID: "a", Text: "The harbour of Alta opened on 3 May 2021. Ships came from Narvik on 9 June 2021."}),
		article.New(article.Article{ID: "b", Text: "The harbour of Bergen is closed. Nobody knows why."}),
	})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestQueryRestricts(t *testing.T) {
	l := twoArticles(t)
	day := func(s string) calendar.Day {
		d, err := calendar.ParseDay(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	tests := []struct {
		name string
		q    Query
		want []string
	}{
		{"one article", Query{Question: l.Analyze("harbour"), Article: "b"}, []string{"b/0", "b/1"}},
		{"no such article", Query{Question: l.Analyze("harbour"), Article: "c"}, nil},
		{"limit", Query{Question: l.Analyze("harbour Alta"), Limit: 1}, []string{"a/0"}},
		{"days", Query{Question: l.Analyze("harbour ships"), From: day("2021-06-01"), To: day("2021-06-30")}, []string{"a/1"}},
		{"until a day", Query{Question: l.Analyze("harbour ships"), To: day("2021-05-31")}, []string{"a/0"}},
		{"days before all", Query{Question: l.Analyze("harbour"), To: day("2020-01-01")}, nil},
		{"misspelt", Query{Question: l.Analyze("harbuor Bergen"), Limit: 1}, []string{"b/0"}},
		{"too short to be misspelt", Query{Question: l.Analyze("shop")}, nil},
	}
	for _, tt := range tests {
		var got []string
		for _, p := range l.Search(context.Background(), tt.q) {
			got = append(got, fmt.Sprintf("%s/%d", p.Article.ID, p.Index))
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

func TestHeld(t *testing.T) {
	l := twoArticles(t)
	a, b := l.Article("a"), l.Article("b")
	if l.Held(a.Version.Short()) != a || l.Held(b.Version.Short()) != b || l.Held(article.Short{}) != nil {
		t.Error("an article is not held by its version")
	}
	clash := *b
	clash.ID, clash.Version = "c", a.Version
	clash.Version[31]++
	again := *a
	again.ID = "d"
	l, err := New([]*article.Article{a, b, &clash, &again})
	if err != nil {
		t.Fatal(err)
	}
	if l.Held(a.Version.Short()) != nil {
		t.Error("of two versions that begin alike one is taken for the other")
	}
	if l.Held(b.Version.Short()) != b {
		t.Error("an article is not held by its version beside two that clash")
	}
}
