package shelf

import (
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func follow(t *testing.T, s *Shelf, library, address string, want bool) Feed {
	t.Helper()
	f, news, err := s.Follow(t.Context(), library, address, "ada")
	if err != nil || news != want {
		t.Fatalf("following %s: %v, %v", address, news, err)
	}
	return f
}

// polls takes a feed, which has to have an address, "" for none.
func polls(t *testing.T, s *Shelf, now int, address string) Feed {
	t.Helper()
	f, taken, err := s.TakeFeed(t.Context(), at(now), at(now+5))
	if err != nil || taken != (address != "") || f.Address != address {
		t.Fatalf("after %d minutes took %q, %v, %v; want %q", now, f.Address, taken, err, address)
	}
	return f
}

const harbour = "https://harbour.example/feed"

func TestFeed(t *testing.T) {
	on(t, func(t *testing.T, s *Shelf, again func() *Shelf) {
		ctx := t.Context()
		if f := follow(t, s, "17", harbour, true); !f.First {
			t.Errorf("it has been read: %+v", f)
		}
		follow(t, s, "17", harbour, false)
		f := polls(t, s, 1, harbour)
		polls(t, again(), 2, "")
		taken := polls(t, again(), 7, harbour)
		if err := s.KeepFeed(ctx, f); !errors.Is(err, ErrLost) {
			t.Errorf("kept after it was taken over: %v", err)
		}
		want := Feed{ID: f.ID, Address: harbour, Title: "Harbour", ETag: `W/"a b"`, LastModified: "Thu, 01 Jun 2023", Next: at(60), Interval: 53 * time.Minute,
			Failures: 2, Reason: "timeout", MovedTo: "https://harbour.example/rss", MovedSince: at(7), claim: taken.claim}
		if err := s.KeepFeed(ctx, want); err != nil {
			t.Fatal(err)
		}
		got := must(s.Feeds(ctx, "17"))(t)
		if diff := cmp.Diff([]Following{{Feed: want, By: "ada", Since: noon}}, got, cmpopts.IgnoreUnexported(Feed{})); diff != "" {
			t.Errorf("-want +got:\n%s", diff)
		}
		polls(t, s, 59, "")
		follow(t, s, "18", harbour, true) // who gets what is in it at once
		if f := polls(t, s, 20, harbour); f.ETag != "" || f.LastModified != "" || f.Title != "Harbour" {
			t.Errorf("for one more: %+v", f)
		}
	})
}

func TestPauseFeed(t *testing.T) {
	on(t, func(t *testing.T, s *Shelf, _ func() *Shelf) {
		ctx := t.Context()
		f := follow(t, s, "17", harbour, true)
		follow(t, s, "18", harbour, true)
		followers := func(want ...string) {
			t.Helper()
			if got := must(s.Followers(ctx, f.ID))(t); !slices.Equal(got, want) {
				t.Errorf("followed by %q, want %q", got, want)
			}
		}
		for _, want := range []bool{true, false} {
			if changed := must(s.PauseFeed(ctx, "17", f.ID, true))(t); changed != want {
				t.Error("paused", changed)
			}
		}
		followers("18")
		for _, want := range []bool{true, false} {
			if was := must(s.Unfollow(ctx, "18", f.ID))(t); was != want {
				t.Error("unfollowed", was)
			}
		}
		followers()
		polls(t, s, 1, "")
		must(s.PauseFeed(ctx, "17", f.ID, false))(t)
		followers("17")
		polls(t, s, 1, harbour)
	})
}

// A feed that moves to where another is becomes that one.
func TestFeedMoves(t *testing.T) {
	on(t, func(t *testing.T, s *Shelf, _ func() *Shelf) {
		const rss = "https://harbour.example/rss"
		follow(t, s, "17", harbour, true)
		follow(t, s, "18", harbour, true)
		f := polls(t, s, 1, harbour)
		other := follow(t, s, "17", rss, true)
		f.Address = rss
		if err := s.KeepFeed(t.Context(), f); err != nil {
			t.Fatal(err)
		}
		for _, library := range []string{"17", "18"} {
			if got := must(s.Feeds(t.Context(), library))(t); len(got) != 1 || got[0].ID != other.ID {
				t.Errorf("library %s follows %+v", library, got)
			}
		}
		if err := s.KeepFeed(t.Context(), f); !errors.Is(err, ErrLost) {
			t.Errorf("once more: %v", err)
		}
	})
}

// An entry is known by its ID and by its address, in its feed.
func TestEntry(t *testing.T) {
	on(t, func(t *testing.T, s *Shelf, _ func() *Shelf) {
		for range 2 {
			if err := s.KeepEntry(t.Context(), 1, "g1", "https://a.example/1"); err != nil {
				t.Fatal(err)
			}
		}
		for _, c := range []struct {
			feed          int64
			guid, address string
			want          bool
		}{
			{1, "g1", "https://a.example/2", true}, {1, "g2", "https://a.example/1", true}, {1, "g2", "https://a.example/2", false},
			{2, "g1", "https://a.example/1", false}, {1, "https://a.example/1", "g1", false}, {1, "", "", false},
		} {
			if known := must(s.Entry(t.Context(), c.feed, c.guid, c.address))(t); known != c.want {
				t.Errorf("%+v: %v", c, known)
			}
		}
	})
}
