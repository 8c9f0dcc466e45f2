package knowledge

import (
	"context"
	"fmt"
	"math/rand"
	"strings"
	"testing"

	"talksbot/knowledge/article"
)

// grownLibrary holds 2,000 articles of 25 sentences.
func grownLibrary(b *testing.B) *Library {
	rnd := rand.New(rand.NewSource(1))
	articles := make([]*article.Article, 2000)
	for i := range articles {
		articles[i] = article.New(article.Article{ID: fmt.Sprint(i), Text: made(rnd)})
	}
	l, err := New(articles)
	if err != nil {
		b.Fatal(err)
	}
	return l
}

// made makes a text of the sentences of these tests, some words of each made up.
func made(rnd *rand.Rand) string {
	var text strings.Builder
	for range 25 {
		for w := range strings.FieldsSeq(sentences[rnd.Intn(len(sentences))]) {
			if rnd.Intn(7) == 0 {
				w = fmt.Sprintf("w%dx", rnd.Intn(20000))
			}
			text.WriteString(w + " ")
		}
		text.WriteString(". ")
	}
	return text.String()
}

// BenchmarkWith adds one article to 2,000.
func BenchmarkWith(b *testing.B) {
	l := grownLibrary(b)
	a := article.New(article.Article{ID: "new", Text: made(rand.New(rand.NewSource(2)))})
	for b.Loop() {
		l.With([]*article.Article{a}, nil)
	}
}

// BenchmarkWithAsked adds one article to 2,000 and asks what all of them speak of.
func BenchmarkWithAsked(b *testing.B) {
	l := grownLibrary(b)
	a := article.New(article.Article{ID: "new", Text: made(rand.New(rand.NewSource(2)))})
	ask := func(l *Library) {
		l.Search(context.Background(), Query{Question: l.Analyze("What did Lavrov pledge to the NATO chief?")})
	}
	ask(l)
	for b.Loop() {
		ask(l.With([]*article.Article{a}, nil))
	}
}
