package knowledge

import (
	"context"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"talksbot/knowledge/article"
	"talksbot/knowledge/quote"
)

// sentences are those the articles of these tests are made of. They teach one another's
// names: acronyms, surnames that several have, offices whose holder is named elsewhere.
var sentences = []string{
	"NATO Secretary General Jens Stoltenberg will convene the NATO-Russia Council (NRC) on 12 January.",
	"Russian Foreign Minister Sergei Lavrov pledged not to make concessions.", "“We agree,” Lavrov said on Friday.",
	"The NRC meets in Brussels.", "The top Russian diplomat accused the NATO chief of deceit.", "Maria Lavrov, a baker, sold 30 ships in 2016.",
	"Who is in the WHO?", "The World Bank denied that it had paid $5 million.", "May said that she would leave.",
	"Prime Minister Theresa May met Anna Berg, the head of the OSCE, in Vienna.", "The berg melted because of the heat.",
	"It was the largest since 1970.", "Germany's finance minister, Klara Voss, resigned.", "The finance minister of Germany spoke of the talks.",
	"The Committee for Public Order (CPO) objected.", "The CPO and the harbour of Alta were silent.",
}

var questions = []string{
	"What did Lavrov pledge?", "Who is the NATO chief?", "When does the NRC meet?", "Did May meet Berg?", "Where will the NATO-Russia Council meet?",
	"How many ships did Lavrov sell?", "Who is the German finance minister?", "Why did the berg melt?", "What did the CPO say?",
	"what about the harbuor of Alta", "Did the WHO object?", "What did the foreign minister of Russia say?",
}

// answers writes down what a library says.
func answers(l *Library) []string {
	var list []string
	for _, q := range questions {
		for _, p := range l.Search(context.Background(), Query{Question: l.Analyze(q), Limit: 30}) {
			list = append(list, fmt.Sprintf("%s: %s/%d %.12f", q, p.Article.ID, p.Index, p.Score))
		}
	}
	for _, q := range l.Quotes(quote.Query{}) {
		list = append(list, fmt.Sprint(q.Article.ID, q.Spans, q.Speaker, q.Role, q.Sentences, q.Said))
	}
	list = append(list, fmt.Sprint(l.Speakers("")), fmt.Sprint(l.Speakers("lav")))
	for _, m := range l.WhoSaid("Lavrov pledged not to make any concessions") {
		list = append(list, fmt.Sprint(m.Passage.Article.ID, m.Passage.Index, m.Exact, m.Edits))
	}
	return list
}

func empty(t interface{ Fatal(args ...any) }) *Library {
	l, err := New(nil)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func draw(t *rapid.T, id string) *article.Article {
	text := rapid.SliceOfN(rapid.SampledFrom(sentences), 1, 6).Draw(t, "sentences")
	title := rapid.SampledFrom([]string{"", "Lavrov and the NRC", "The WHO", "A berg melts"}).Draw(t, "title")
	return article.New(article.Article{ID: id, Title: title, Text: strings.Join(text, " ")})
}

// TestWith holds that a library answers by the articles it has, whatever the order they came
// in, one by one or at once, and whatever came and went between.
func TestWith(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var articles []*article.Article
		for i := range rapid.IntRange(1, 10).Draw(t, "articles") {
			articles = append(articles, draw(t, fmt.Sprint(i)))
		}
		once, err := New(articles)
		if err != nil {
			t.Fatal(err)
		}
		want := answers(once)
		passing, older := draw(t, "passing"), draw(t, "0")
		l := empty(t).With([]*article.Article{passing, older}, nil)
		middle := answers(l)
		grown := l
		for rest := rapid.Permutation(articles).Draw(t, "order"); len(rest) > 0; {
			n := rapid.IntRange(1, len(rest)).Draw(t, "at a time")
			grown, rest = grown.With(slices.Clone(rest[:n]), nil), rest[n:]
			if rapid.Bool().Draw(t, "asked between") {
				answers(grown)
			}
			if rapid.Bool().Draw(t, "names found between") {
				grown.FindNames(t.Context())
			}
		}
		if !slices.ContainsFunc(articles, func(a *article.Article) bool { return a.Version == passing.Version }) {
			grown = grown.With(nil, []article.Version{passing.Version})
			if diff := cmp.Diff(want, answers(grown)); diff != "" {
				t.Fatalf("at once and one by one differ (-at once +one by one):\n%s", diff)
			}
		}
		if diff := cmp.Diff(middle, answers(l)); diff != "" {
			t.Fatalf("a view changes as others are made of it (-before +after):\n%s", diff)
		}
	})
}

// TestParallelBuild holds that a library read by several readers is the one a single reader
// makes.
func TestParallelBuild(t *testing.T) {
	var articles []*article.Article
	for i := range 300 {
		articles = append(articles, article.New(article.Article{ID: fmt.Sprint(i), Text: sentences[i%len(sentences)] + " " + sentences[i*7%len(sentences)]}))
	}
	build := func(processors int) []string {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(processors))
		l, err := New(articles)
		if err != nil {
			t.Fatal(err)
		}
		return answers(l)
	}
	if diff := cmp.Diff(build(1), build(4)); diff != "" {
		t.Errorf("one reader and four differ (-one +four):\n%s", diff)
	}
}

// TestCurrent holds that a library may grow while it is asked.
func TestCurrent(t *testing.T) {
	c := NewCurrent(empty(t))
	before := c.Library()
	ctx, stop := context.WithCancel(t.Context())
	var group, names sync.WaitGroup
	names.Go(func() { c.FindNames(ctx) })
	for i := range 20 {
		group.Go(func() {
			c.Update(func(l *Library) *Library {
				return l.With([]*article.Article{article.New(article.Article{ID: fmt.Sprint(i), Text: sentences[i%len(sentences)]})}, nil)
			})
			answers(c.Library())
		})
	}
	group.Wait()
	stop()
	names.Wait()
	if got := len(c.Library().Articles()); got != 20 || len(before.Articles()) != 0 {
		t.Errorf("%d articles after 20 updates, %d in the view before them", got, len(before.Articles()))
	}
}

// TestTogether holds that many may ask one library at once, from the first question on.
func TestTogether(t *testing.T) {
	var articles []*article.Article
	for i := range 40 {
		articles = append(articles, article.New(article.Article{ID: fmt.Sprint(i), Title: sentences[i%len(sentences)], Text: sentences[i*5%len(sentences)] + " " + sentences[i*7%len(sentences)]}))
	}
	build := func() *Library {
		l, err := New(articles)
		if err != nil {
			t.Fatal(err)
		}
		return l
	}
	want := answers(build())
	l := build()
	var group sync.WaitGroup
	group.Go(func() { l.FindNames(t.Context()) })
	for range 8 {
		group.Go(func() {
			if diff := cmp.Diff(want, answers(l)); diff != "" {
				t.Errorf("asked alone and together differ (-alone +together):\n%s", diff)
			}
		})
	}
	group.Wait()
}
