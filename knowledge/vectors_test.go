package knowledge

import (
	"context"
	"errors"
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"
	"testing/synctest"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"talksbot/knowledge/article"
	"talksbot/knowledge/calendar"
	"talksbot/knowledge/encoder"
	"talksbot/knowledge/timex"
)

// vectorOf is a vector that is the text's own, of no meaning.
func vectorOf(text string) (v encoder.Vector) {
	h := fnv.New64()
	h.Write([]byte(text))
	rnd := rand.New(rand.NewPCG(h.Sum64(), 1))
	for i := range v {
		v[i] = float32(rnd.NormFloat64() / 20)
	}
	return v
}

func vectorFor(ctx context.Context, text string) (encoder.Vector, error) {
	return vectorOf(text), ctx.Err()
}

// near writes down the sentences nearest to each question.
func near(t interface {
	Fatal(...any)
	Context() context.Context
}, l *Library, id string) []string {
	var list []string
	for _, q := range questions {
		v := vectorOf(q)
		found, err := l.Nearest(t.Context(), &v, id, 7, -1)
		if err != nil {
			t.Fatal(err)
		}
		for _, n := range found {
			list = append(list, fmt.Sprint(q, n.Article.ID, n.Index, n.Cosine))
		}
	}
	return list
}

// TestNearest holds that the nearest sentences are the same whatever order the articles came
// in, and that an article asked alone answers as one that is held alone.
func TestNearest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var articles []*article.Article
		for i := range rapid.IntRange(1, 6).Draw(t, "articles") {
			articles = append(articles, draw(t, fmt.Sprint(i)))
		}
		once, err := New(articles)
		if err != nil {
			t.Fatal(err)
		}
		grown := empty(t)
		for _, a := range rapid.Permutation(articles).Draw(t, "order") {
			grown = grown.With([]*article.Article{a}, nil)
		}
		if err := grown.Embed(t.Context(), vectorFor); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(near(t, once, ""), near(t, grown, "")); diff != "" {
			t.Fatalf("at once and one by one differ (-at once +one by one):\n%s", diff)
		}
		only := near(t, grown, "0")
		others := slices.DeleteFunc(slices.Clone(articles), func(a *article.Article) bool { return a.ID == "0" })
		var dropped []article.Version
		for _, a := range others {
			if a.Version != articles[0].Version {
				dropped = append(dropped, a.Version)
			}
		}
		if alone := grown.With(nil, dropped); len(alone.Articles()) == 1 {
			if diff := cmp.Diff(near(t, alone, ""), only); diff != "" {
				t.Fatalf("alone and picked out differ (-alone +picked out):\n%s", diff)
			}
		}
	})
}

func TestNearestOfNone(t *testing.T) {
	l := empty(t).With([]*article.Article{article.New(article.Article{ID: "a", Text: "Nobody has read this sentence."})}, nil)
	v := vectorOf("anything")
	for _, id := range []string{"", "a", "missing"} {
		if found, err := l.Nearest(t.Context(), &v, id, 3, -1); len(found) > 0 || err != nil {
			t.Errorf("%q: %v found (%v), want none", id, found, err)
		}
	}
}

// TestCurrentEmbed holds that the vectors of what comes are made once each, while the library
// is asked, and that the work ends with its context.
func TestCurrentEmbed(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var mu sync.Mutex
		times := map[string]int{}
		counting := func(ctx context.Context, text string) (encoder.Vector, error) {
			mu.Lock()
			defer mu.Unlock()
			times[text]++
			return vectorFor(ctx, text)
		}
		c := NewCurrent(empty(t))
		ctx, cancel := context.WithCancel(t.Context())
		ended := make(chan error, 1)
		go func() { ended <- c.Embed(ctx, counting) }()
		var group sync.WaitGroup
		for i := range 20 {
			a := article.New(article.Article{ID: fmt.Sprint(i), Text: fmt.Sprintf("The talks went on in room %d.", i)})
			group.Go(func() { c.Update(func(l *Library) *Library { return l.With([]*article.Article{a}, nil) }) })
			group.Go(func() { near(t, c.Library(), "") })
		}
		group.Wait()
		synctest.Wait()
		for _, a := range c.Library().Articles() {
			if n := times[a.Text]; n != 1 || a.Vectors().Len() != 1 {
				t.Errorf("the vector of %q was made %d times, want once", a.Text, n)
			}
		}
		cancel()
		if err := <-ended; err != nil {
			t.Errorf("stopped with %v", err)
		}
	})
}

// TestCurrentEmbedOrder holds that what is published last has its vectors first.
func TestCurrentEmbedOrder(t *testing.T) {
	var articles []*article.Article
	for i, day := range []int{3, 9, 5} {
		published := timex.Moment{Day: calendar.Day{Year: 2022, Month: 1, Day: day}}
		articles = append(articles, article.New(article.Article{ID: fmt.Sprint(i), Text: fmt.Sprintf("It happened on day %d.", day), Published: published}))
	}
	var order []string
	full := errors.New("full")
	err := NewCurrent(empty(t).With(articles, nil)).Embed(t.Context(), func(ctx context.Context, text string) (encoder.Vector, error) {
		if order = append(order, text); len(order) == 3 {
			return encoder.Vector{}, full
		}
		return vectorFor(ctx, text)
	})
	if want := []string{"It happened on day 9.", "It happened on day 5.", "It happened on day 3."}; !slices.Equal(order, want) || !errors.Is(err, full) {
		t.Errorf("%q (%v), want %q, and the error of the last", order, err, want)
	}
}
