package shelf

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"talksbot/internal/database/databasetest"
	"talksbot/knowledge/article"
	"talksbot/knowledge/timex"
)

var noon = time.Date(2023, 6, 1, 12, 0, 0, 0, time.UTC)

// on runs a test on a shelf in each kind of database; again returns another shelf in the same one, as another
// process has it.
func on(t *testing.T, test func(t *testing.T, s *Shelf, again func() *Shelf)) {
	t.Helper()
	t.Parallel()
	databasetest.Run(t, func(t *testing.T, address string) {
		again := func() *Shelf {
			s := New(databasetest.Open(t, address))
			s.Now = func() time.Time { return noon }
			return s
		}
		test(t, again(), again)
	})
}

func must[T any](value T, err error) func(t *testing.T) T {
	return func(t *testing.T) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return value
	}
}

// story returns an article about a matter, as its page has it after so many changes.
func story(matter string, changes int) *article.Article {
	published, _ := timex.ParseMoment("2023-05-31T09:00:00+02:00")
	return article.New(article.Article{
		ID: matter, Title: "The " + matter, Outlet: "Harbour Post", URL: "https://harbour.example/" + matter, Published: published,
		Text: fmt.Sprintf("The %s opened on Monday. The mayor counted %d visitors. Nobody was hurt.", matter, 100+changes),
	})
}

func link(minutes int) Source {
	return Source{Kind: FromLink, Where: "https://harbour.example/", By: "ada", At: noon.Add(time.Duration(minutes) * time.Minute)}
}

func put(t *testing.T, s *Shelf, library string, a *article.Article, from Source, aliases ...string) Put {
	t.Helper()
	return must(s.Put(t.Context(), library, a, aliases, article.Whole, from))(t)
}

// holds checks which articles a library holds, by their IDs and editions.
func holds(t *testing.T, s *Shelf, library string, want ...string) {
	t.Helper()
	var got []string
	for _, h := range must(s.Holdings(t.Context(), library))(t) {
		got = append(got, fmt.Sprint(h.ID, " ", h.N))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("library %q (-want +got):\n%s", library, diff)
	}
}

func TestPut(t *testing.T) {
	on(t, func(t *testing.T, s *Shelf, again func() *Shelf) {
		first := put(t, s, "", story("bridge", 0), link(0))
		if !first.New || first.Changed || first.N != 1 || !first.Since.Equal(noon) {
			t.Errorf("the first: %+v", first)
		}
		if same := put(t, again(), "", story("bridge", 0), link(5)); same.New || same.Changed || same.Article != first.Article || !same.Since.Equal(noon) {
			t.Errorf("once more: %+v", same)
		}
		elsewhere := put(t, s, "17", story("bridge", 0), link(6))
		if !elsewhere.New || elsewhere.Article != first.Article {
			t.Errorf("in another library: %+v", elsewhere)
		}
		newer := put(t, s, "", story("bridge", 1), link(7))
		if newer.New || !newer.Changed || newer.N != 2 || newer.Before != first.Version || newer.Article != first.Article {
			t.Errorf("changed: %+v", newer)
		}
		put(t, s, "", story("stadium", 0), link(8))
		holds(t, s, "", "bridge 2", "stadium 1")
		holds(t, s, "17", "bridge 2")
		h := must(s.Holdings(t.Context(), "17"))(t)[0]
		want := Holding{Article: first.Article, ID: "bridge", N: 2, Version: newer.Version, Title: "The bridge", Outlet: "Harbour Post", URL: "https://harbour.example/bridge",
			Source: link(6), Since: noon.Add(6 * time.Minute), Seen: noon.Add(7 * time.Minute)}
		if got := h.Published.String(); got != "2023-05-31T09:00:00+02:00" {
			t.Errorf("published %q", got)
		}
		h.Published = timex.Moment{}
		if diff := cmp.Diff(want, h); diff != "" {
			t.Errorf("-want +got:\n%s", diff)
		}
	})
}

// A citation opens what was cited, and what stands there now.
func TestCited(t *testing.T) {
	on(t, func(t *testing.T, s *Shelf, _ func() *Shelf) {
		first := put(t, s, "", story("bridge", 0), link(0))
		newer := put(t, s, "", story("bridge", 1), link(7))
		cited, now, err := s.Cited(t.Context(), first.Version.Short())
		if err != nil || cited.N != 1 || now.N != 2 || now.Version != newer.Version {
			t.Fatalf("%v: %+v, %+v", err, cited, now)
		}
		for record, want := range map[string]*article.Article{string(cited.Record): story("bridge", 0), string(now.Record): story("bridge", 1)} {
			if a := must(article.Unmarshal([]byte(record)))(t); a.Version != want.Version || a.Text != want.Text {
				t.Errorf("the record is of %q", a.Text)
			}
		}
		if _, _, err := s.Cited(t.Context(), article.Short{1, 2}); !errors.Is(err, ErrUnknown) {
			t.Errorf("what was never there: %v", err)
		}
	})
}
