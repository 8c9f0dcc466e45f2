package shelf

import (
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestNews(t *testing.T) {
	on(t, func(t *testing.T, s *Shelf, again func() *Shelf) {
		bridge := put(t, s, "", story("bridge", 0), link(0))
		stadium := put(t, s, "17", story("stadium", 0), link(1))
		put(t, s, "18", story("stadium", 0), link(30))
		for _, n := range []News{
			{Article: bridge.Article, N: 1, Kind: "new", At: at(0)},
			{Article: bridge.Article, N: 2, Kind: "corrected", At: at(10), Details: []byte(`{"a":"„b“"}`)},
			{Article: bridge.Article, N: 2, Kind: "corrected", At: at(11)}, // once
			{Article: stadium.Article, N: 1, Kind: "new", At: at(1), Quiet: true},
		} {
			if err := again().Announce(t.Context(), n); err != nil {
				t.Fatal(err)
			}
		}
		told := func(library string, since int, want ...string) {
			t.Helper()
			var got []string
			for _, n := range must(s.NewsOf(t.Context(), library, at(since)))(t) {
				got = append(got, fmt.Sprint(n.Article, " ", n.N, " ", n.Kind, " ", n.At.Sub(noon), " ", string(n.Details), n.Quiet))
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("library %q since %d (-want +got):\n%s", library, since, diff)
			}
		}
		isNew := fmt.Sprint(bridge.Article, " 1 new 0s false")
		corrected := fmt.Sprint(bridge.Article, ` 2 corrected 10m0s {"a":"„b“"}false`)
		told("", 0, isNew, corrected)
		told("", 1, corrected)
		told("17", 0, isNew, fmt.Sprint(stadium.Article, " 1 new 1m0s true"), corrected)
		told("18", 5, corrected, fmt.Sprint(stadium.Article, " 1 new 30m0s true"))
		must(s.Remove(t.Context(), "18", bridge.Article, "bob"))(t)
		told("18", 5, fmt.Sprint(stadium.Article, " 1 new 30m0s true"))
		told("19", 5, corrected)
	})
}

func TestVisit(t *testing.T) {
	on(t, func(t *testing.T, s *Shelf, _ func() *Shelf) {
		visit := func(library, person string, now int, want time.Time) {
			t.Helper()
			if last := must(s.Visit(t.Context(), library, person, at(now)))(t); !last.Equal(want) {
				t.Errorf("%s in %q: %v, want %v", person, library, last, want)
			}
		}
		visit("17", "ada", 1, time.Time{})
		visit("17", "ada", 2, at(1))
		visit("18", "ada", 3, time.Time{})
		visit("17", "bob", 3, time.Time{})
		visit("17", "ada", 4, at(2))
	})
}

func TestCounts(t *testing.T) {
	on(t, func(t *testing.T, s *Shelf, _ func() *Shelf) {
		put(t, s, "17", story("bridge", 0), link(0))
		file := link(2)
		file.Kind = FromAttachment
		put(t, s, "17", story("stadium", 0), file)
		put(t, s, "18", story("stadium", 0), file)
		follow(t, s, "17", harbour, true)
		for i, made := range []int{-61, 1, 2} {
			j := asked(fmt.Sprint("https://a.example/", i), 0)
			j.Made = at(made)
			must(s.Enqueue(t.Context(), j))(t)
		}
		found := asked("https://a.example/from-a-feed", 0)
		found.Feed = 1
		must(s.Enqueue(t.Context(), found))(t)
		articles, feeds, adds, err := s.Counts(t.Context(), "17", at(-60))
		if articles != 2 || feeds != 1 || adds != 3 || err != nil {
			t.Errorf("%d articles, %d feeds, %d adds, %v", articles, feeds, adds, err)
		}
	})
}
