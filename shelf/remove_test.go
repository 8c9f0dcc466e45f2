package shelf

import (
	"errors"
	"slices"
	"testing"
	"time"

	"talksbot/knowledge/article"
)

// What somebody removed comes back by a person, never by a feed.
func TestRemove(t *testing.T) {
	on(t, func(t *testing.T, s *Shelf, _ func() *Shelf) {
		bridge := put(t, s, "17", story("bridge", 0), link(0))
		feed := link(3)
		feed.Kind = FromFeed
		for i, want := range []bool{true, false} {
			if was := must(s.Remove(t.Context(), "17", bridge.Article, "bob"))(t); was != want {
				t.Errorf("removed the %d. time: %v", i+1, was)
			}
		}
		holds(t, s, "17")
		if got := put(t, s, "17", story("bridge", 1), feed); !got.Removed || got.New || got.Changed || got.N != 1 {
			t.Errorf("by a feed: %+v", got)
		}
		holds(t, s, "17")
		if got := put(t, s, "18", story("bridge", 0), feed); !got.New || got.Article != bridge.Article {
			t.Errorf("by the feed of another: %+v", got)
		}
		if got := put(t, s, "17", story("bridge", 0), link(9)); !got.New || !got.Since.Equal(noon.Add(9*time.Minute)) {
			t.Errorf("by a person: %+v", got)
		}
		holds(t, s, "17", "bridge 1")
	})
}

// A server removes an article of the default library for itself alone.
func TestRemoveShared(t *testing.T) {
	on(t, func(t *testing.T, s *Shelf, _ func() *Shelf) {
		bridge := put(t, s, "", story("bridge", 0), link(0))
		if was := must(s.Remove(t.Context(), "17", bridge.Article, "bob"))(t); !was {
			t.Error("the server did not see it")
		}
		if was := must(s.Remove(t.Context(), "17", bridge.Article+1, "bob"))(t); was {
			t.Error("it removed what nobody has")
		}
		if got := must(s.Removed(t.Context(), "17"))(t); !slices.Equal(got, []int64{bridge.Article}) {
			t.Errorf("removed there: %v", got)
		}
		holds(t, s, "", "bridge 1")
		holds(t, s, "17")
		put(t, s, "17", story("bridge", 0), link(1))
		if got := must(s.Removed(t.Context(), "17"))(t); len(got) != 0 {
			t.Errorf("brought back, it is still removed: %v", got)
		}
	})
}

// A text is forgotten once no library holds it, and what is left says so.
func TestForget(t *testing.T) {
	on(t, func(t *testing.T, s *Shelf, _ func() *Shelf) {
		ctx := t.Context()
		first := put(t, s, "17", story("bridge", 0), link(0))
		newer := put(t, s, "18", story("bridge", 1), link(1))
		other := put(t, s, "18", story("stadium", 0), link(2))
		for name, of := range map[string][]article.Version{"volume/a": {newer.Version, other.Version}, "volume/b": {other.Version}, "volume/c": nil} {
			if err := s.KeepDerived(ctx, name, "1", []byte("counted 101 visitors"), of...); err != nil {
				t.Fatal(err)
			}
		}
		must(s.Enqueue(ctx, Job{Kind: Add, Address: "https://harbour.example/bridge", Data: []byte("101 visitors")}))(t)
		if err := s.Announce(ctx, News{Article: newer.Article, N: 2, Kind: "corrected", Details: []byte(`"101 visitors"`)}); err != nil {
			t.Fatal(err)
		}
		if gone := must(s.Forget(ctx, "17", first.Article, "ada"))(t); gone {
			t.Error("another library holds it")
		}
		if cited, _, err := s.Cited(ctx, first.Version.Short()); err != nil || cited.Forgotten != nil || len(cited.Record) == 0 {
			t.Errorf("while another holds it: %+v, %v", cited, err)
		}
		if gone := must(s.Forget(ctx, "18", first.Article, "bob"))(t); !gone {
			t.Error("nobody holds it any more")
		}
		for _, v := range []article.Version{first.Version, newer.Version} {
			cited, now, err := s.Cited(ctx, v.Short())
			if err != nil || cited.Forgotten == nil || *cited.Forgotten != (Note{"bob", noon.Local()}) || len(cited.Record) != 0 || cited.Title != "The bridge" || now.N != 2 {
				t.Errorf("%+v, %+v, %v", cited, now, err)
			}
		}
		for name, kept := range map[string]bool{"volume/a": false, "volume/b": true, "volume/c": false} {
			if data := must(s.Derived(ctx, name, "1"))(t); (data != nil) != kept {
				t.Errorf("%s: %q", name, data)
			}
		}
		if jobs := must(s.Jobs(ctx, "", noon))(t); len(jobs) != 0 {
			t.Errorf("work with its text: %+v", jobs)
		}
		holds(t, s, "18", "stadium 1")
		if again := must(s.Renew(ctx, first.Article, Putting{Article: story("bridge", 2), From: link(5)}))(t); !again.Removed || again.N != 2 {
			t.Errorf("read again: %+v", again)
		}
		if back := put(t, s, "18", story("bridge", 1), link(6)); !back.New || back.Changed || back.Article != first.Article {
			t.Errorf("added again: %+v", back)
		}
		if cited, _, err := s.Cited(ctx, newer.Version.Short()); err != nil || cited.Forgotten != nil || len(cited.Record) == 0 {
			t.Errorf("added again: %+v, %v", cited, err)
		}
		holds(t, s, "18", "stadium 1", "bridge 2")
	})
}

func TestMark(t *testing.T) {
	on(t, func(t *testing.T, s *Shelf, _ func() *Shelf) {
		bridge := put(t, s, "17", story("bridge", 0), link(0))
		state := func(want State, reason string) {
			t.Helper()
			h := must(s.Holdings(t.Context(), "17"))(t)
			e := must(s.Edition(t.Context(), bridge.Version))(t)
			if h[0].State != want || e.State != want || e.Reason != reason {
				t.Errorf("%q, %+v; want %q, %q", h[0].State, e, want, reason)
			}
		}
		for _, c := range []struct {
			state  State
			reason string
			news   bool
		}{
			{article.Withdrawn, "410", true}, {article.Withdrawn, "404", false}, {article.Whole, "", true}, {article.Teaser, "", true}, {article.Whole, "", true}, {article.Whole, "", false},
		} {
			before := must(s.Revision(t.Context(), "17"))(t)
			if news := must(s.Mark(t.Context(), bridge.Article, c.state, c.reason))(t); news != c.news {
				t.Errorf("%q: news %v", c.state, news)
			}
			if grew := must(s.Revision(t.Context(), "17"))(t) > before; grew != c.news {
				t.Errorf("%q: grew %v", c.state, grew)
			}
			if c.news {
				state(c.state, c.reason)
			}
		}
	})
}

func TestForgetOthers(t *testing.T) {
	on(t, func(t *testing.T, s *Shelf, _ func() *Shelf) {
		ctx := t.Context()
		bridge := put(t, s, "17", story("bridge", 0), link(0))
		put(t, s, "", story("bridge", 0), link(0))
		must(s.Visit(ctx, "17", "ada", noon))(t)
		if err := s.ForgetPerson(ctx, "ada"); err != nil {
			t.Fatal(err)
		}
		if h := must(s.Holdings(ctx, "17"))(t); h[0].Source.By != "" {
			t.Errorf("a person, forgotten, added %+v", h)
		}
		if last := must(s.Visit(ctx, "17", "ada", noon))(t); !last.IsZero() {
			t.Errorf("a person, forgotten, was there at %v", last)
		}
		if err := s.ForgetLibrary(ctx, "17"); err != nil {
			t.Fatal(err)
		}
		holds(t, s, "17")
		holds(t, s, "", "bridge 1")
		if _, err := s.Edition(ctx, bridge.Version); err != nil {
			t.Errorf("what it held is cited and gone: %v", err)
		}
		if _, err := s.Edition(ctx, article.Version{1}); !errors.Is(err, ErrUnknown) {
			t.Error(err)
		}
	})
}
