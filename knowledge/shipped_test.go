package knowledge

import (
	"bytes"
	"os"
	"strings"
	"testing"
)

func TestShippedArticle(t *testing.T) {
	articles, err := Shipped()
	if err != nil {
		t.Fatal(err)
	}
	if len(articles) != 1 {
		t.Fatalf("%d articles, want 1", len(articles))
	}
	a := articles[0]
	if got, want := a.Title, "Russia Vows to Firmly Defend National Interests at Talks with US, NATO"; got != want {
		t.Errorf("title %q, want %q", got, want)
	}
	if got := a.Published.Day.String() + " " + a.Published.Clock.String(); got != "2021-12-28 18h37m0s" {
		t.Errorf("published %s", got)
	}
	for _, s := range a.Sentences {
		text := a.Text[s.Start:s.End]
		for _, furniture := range []string{"date 2021", "6:37 PM", "photo by", "comments", "Post a Comment"} {
			if strings.Contains(text, furniture) {
				t.Errorf("%q may be cited", text)
			}
		}
	}
	if n := len(a.Sentences); n != 15 {
		t.Errorf("%d sentences, want 15", n)
	}
}

// TestShippedArticleIsUntouched holds the article to the one it was taken from.
func TestShippedArticleIsUntouched(t *testing.T) {
	want, err := os.ReadFile("../../shared/seed/article.txt")
	if err != nil {
		t.Skip("the original is not here")
	}
	got, err := shipped.ReadFile("articles/article.txt")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("the shipped article is not the original, byte for byte")
	}
}
