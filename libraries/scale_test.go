package libraries_test

import (
	"context"
	"flag"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"talksbot/internal/database"
	"talksbot/internal/invented"
	"talksbot/knowledge"
	"talksbot/knowledge/article"
	"talksbot/libraries"
	"talksbot/shelf"
)

var scale = flag.Int("scale", 0, "to how many invented articles TestScale adds others, such as 10000")

// TestScale says how long answers take in quiet, and while articles are added one by one without a pause.
func TestScale(t *testing.T) {
	if *scale == 0 {
		t.Skip("no -scale")
	}
	db, err := database.Open(t.Context(), filepath.Join(t.TempDir(), "talksbot.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	s := shelf.New(db)
	all := make([]shelf.Putting, *scale)
	for i := range all {
		all[i] = shelf.Putting{Article: invented.Article(i), State: article.Whole, From: shelf.Source{Kind: shelf.FromLink}}
	}
	if _, err := s.PutAll(t.Context(), "", all); err != nil {
		t.Fatal(err)
	}
	l := open(t, libraries.Options{Shelf: s})
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan int)
	go func() { l.Run(ctx); done <- 0 }()
	time.Sleep(10 * time.Second) // what is derived is stored
	ask(l, 5)                    // what is made once is made
	quiet := ask(l, 30)
	go func() { done <- grow(ctx, t, s, l) }()
	busy := ask(l, 30)
	cancel()
	added := max(<-done, <-done)
	t.Logf("answers in quiet: half in %v, 99 of 100 in %v; while %d are added: %v, %v: %.1f times",
		at(quiet, 50), at(quiet, 99), added, at(busy, 50), at(busy, 99), float64(at(busy, 99))/float64(at(quiet, 99)))
}

// grow adds articles until ctx is done, and returns how many.
func grow(ctx context.Context, t *testing.T, s *shelf.Shelf, l *libraries.Libraries) (added int) {
	for i := *scale; ; i++ {
		_, err := s.Put(ctx, "", invented.Article(i), nil, article.Whole, shelf.Source{Kind: shelf.FromLink})
		if err == nil {
			err = l.Refresh(ctx, "")
		}
		if ctx.Err() != nil {
			return added
		}
		if err != nil {
			t.Error(err)
			return added
		}
		added++
	}
}

// ask asks twenty questions a second, and returns how long the answers took, in order.
func ask(l *libraries.Libraries, seconds int) (took []time.Duration) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 20 * seconds {
		begin := time.Now()
		l := l.Of("").Library()
		a := l.Articles()[r.IntN(len(l.Articles()))]
		l.Search(context.Background(), knowledge.Query{Question: l.Analyze("What did " + a.Title + " say?")})
		took = append(took, time.Since(begin))
		time.Sleep(time.Until(begin.Add(50 * time.Millisecond)))
	}
	slices.Sort(took)
	return took
}

// at returns how long so many of a hundred answers took at most.
func at(took []time.Duration, of int) time.Duration {
	return took[len(took)*of/100].Round(100 * time.Microsecond)
}
