package bot

import (
	"context"
	"fmt"
	"testing"
	"time"

	"talksbot/ask"
	"talksbot/bot/discord"
	"talksbot/bot/store"
	"talksbot/internal/database"
	"talksbot/knowledge/article"
	"talksbot/knowledge/timex"
	"talksbot/shelf"
)

// A followed is a newsroom whose channel follows something, with a shelf that its bots share.
type followed struct {
	*newsroom
	shelf *shelved
	names int
}

func newFollowed(t *testing.T, what ...string) *followed {
	n := newNewsroom(t)
	db, err := database.Open(t.Context(), n.path)
	n.must(err)
	t.Cleanup(func() { db.Close() })
	f := &followed{newsroom: n, shelf: newShelved(t)}
	f.shelf.Shelf = shelf.New(db)
	for _, w := range what {
		_, err = store.New(db).Watchlist().Add(t.Context(), store.Watch{Channel: n.general.ID, Guild: n.Guild().ID, Typed: w, Since: time.Now().Add(-time.Second)})
		n.must(err)
	}
	return f
}

// desk returns a bot of its own process.
func (f *followed) desk() *Bot {
	f.t.Helper()
	s, err := store.Open(f.t.Context(), f.path)
	f.must(err)
	f.t.Cleanup(func() { s.Close() })
	b := f.bot(gives(ask.Answer{}), func(o *Options) { o.Store, o.Shelf, o.Libraries = s, f.shelf.Shelf, f.shelf })
	b.client.Self.Store(&discord.User{ID: f.Bot().ID})
	return b
}

// takes takes an article up.
func (f *followed) takes(quiet bool, text string) {
	f.names++
	day, _ := timex.ParseMoment("2022-01-10")
	put := f.shelf.put(f.Guild().ID, article.Article{ID: fmt.Sprint("n", f.names), Title: fmt.Sprint("Story ", f.names), URL: fmt.Sprintf("https://news.test/%d", f.names), Published: day, Text: text})
	f.must(f.shelf.Announce(f.t.Context(), shelf.News{Article: put.Article, N: put.N, Kind: "new", Quiet: quiet}))
}

// TestFollowed holds that what is followed is told of once, that a burst is one post, and that what a feed had before is not
// told.
func TestFollowed(t *testing.T) {
	synthetic(t, func(t *testing.T) {
		f := newFollowed(t, "ferry")
		b := f.desk()
		look := func() { f.must(b.follows.Look(t.Context(), t.Context())) }
		f.takes(true, "The ferry of Holm was painted green in the spring.")
		f.takes(false, "A new bridge opens in Brno on Friday.")
		for i := range 30 {
			f.takes(false, fmt.Sprintf("The ferry number %d of the line to Skagen was sold to an owner in town %d.", i, i*7))
		}
		look()
		if n := len(f.posts(f.general)); n != 0 {
			t.Errorf("%d posts before the others are there", n)
		}
		time.Sleep(2 * time.Minute)
		for range 3 {
			look()
			time.Sleep(time.Hour)
		}
		posts := f.posts(f.general)
		if len(posts) != 1 {
			t.Fatalf("%d posts", len(posts))
		}
		t.Log(posts[0].Content)
		f.takes(false, "The ferry to Skagen stops in June.")
		time.Sleep(2 * time.Minute)
		look()
		look()
		if posts = f.posts(f.general); len(posts) != 2 {
			t.Errorf("%d posts after one more", len(posts))
		}
	})
}

// TestFollowedKilled holds that what is followed is told of once wherever a process ends: each step of one is made with a context
// that ends there, and another process goes on.
func TestFollowedKilled(t *testing.T) {
	for step := range 3 {
		t.Run(fmt.Sprint("step ", step), func(t *testing.T) {
			synthetic(t, func(t *testing.T) {
				f := newFollowed(t, "ferry")
				f.takes(false, "The ferry to Skagen stops in June.")
				time.Sleep(2 * time.Minute)
				ctx, kill := context.WithCancel(t.Context())
				b := f.desk()
				b.follows.Step = func() {
					if step--; step < 0 {
						kill()
						panic("killed")
					}
				}
				func() {
					defer func() { recover() }()
					b.follows.Look(ctx, ctx)
				}()
				kill()
				other := f.desk()
				for range 3 {
					time.Sleep(30 * time.Minute)
					f.must(other.follows.Look(t.Context(), t.Context()))
				}
				if n := len(f.posts(f.general)); n != 1 {
					t.Errorf("%d posts, want one", n)
				}
			})
		})
	}
}
