package store

import (
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"talksbot/internal/database/databasetest"
)

// at returns so many minutes after a moment.
func at(minutes int) time.Time {
	return time.Unix(1_641_800_000, 0).Add(time.Duration(minutes) * time.Minute)
}

func TestPost(t *testing.T) {
	t.Parallel()
	databasetest.Run(t, func(t *testing.T, path string) {
		a, b := open(t, path), open(t, path)
		ctx := t.Context()
		claim := func(s *Store, now int, want bool) Post {
			t.Helper()
			p, ours, err := s.Claim(ctx, "7", "2022-01-10", at(now), at(now+2))
			if err != nil || ours != want {
				t.Fatalf("claim after %d minutes: %v, %v; want %v", now, ours, err, want)
			}
			return p
		}
		must := func(err error) {
			t.Helper()
			if err != nil {
				t.Fatal(err)
			}
		}
		must(a.Subscribe(ctx, Subscription{Channel: "7", Guild: "1", Zone: "UTC"}))
		must(a.Count(ctx, "1", true))
		must(b.Count(ctx, "1", false))
		must(b.Count(ctx, "2", false))
		p := claim(a, 0, true)
		claim(b, 1, false) // held
		q := claim(b, 2, true)
		if q.Tries != 2 || q.Sending {
			t.Errorf("taken over before it was sent: %+v", q)
		}
		p.Body = []byte("lost")
		if err := a.Write(ctx, p); !errors.Is(err, ErrLost) {
			t.Errorf("writing what was taken over: %v", err)
		}
		q.Body, q.Shown = []byte("text"), []string{"x", "y"}
		if q.Asked, q.Answers, _ = b.Questions(ctx, "7"); q.Asked != 2 || q.Answers != 1 {
			t.Errorf("%d questions, %d answered", q.Asked, q.Answers)
		}
		must(b.Write(ctx, q))
		must(b.PutOff(ctx, q, at(10)))
		claim(b, 9, false) // put off, also for whoever did it
		must(a.Count(ctx, "1", true))
		p = claim(a, 10, true)
		if !p.Sending || string(p.Body) != "text" || !cmp.Equal(p.Shown, q.Shown) {
			t.Errorf("what was decided is not kept: %+v", p)
		}
		if err := b.Sent(ctx, q, "99"); !errors.Is(err, ErrLost) {
			t.Errorf("closing what was taken over: %v", err)
		}
		must(a.Sent(ctx, p, "42"))
		claim(a, 10000, false)
		claim(b, 10000, false)
		shown, err := b.Shown(ctx, "7")
		if diff := cmp.Diff(map[string]string{"x": "2022-01-10", "y": "2022-01-10"}, shown); err != nil || diff != "" {
			t.Errorf("%v %s", err, diff)
		}
		if asked, answered, _ := b.Questions(ctx, "7"); asked != 1 || answered != 1 {
			t.Errorf("after the digest %d questions, %d answered; want the one asked since it was written", asked, answered)
		}
		if news, err := b.Miss(ctx, "7", "2022-01-10", "late", at(10000)); news || err != nil {
			t.Errorf("a post that was made is missed: %v, %v", news, err)
		}
		for _, want := range []bool{true, false} {
			if news, err := b.Miss(ctx, "7", "2022-01-09", "late", at(10000)); news != want || err != nil {
				t.Errorf("missed: %v, %v; want %v", news, err, want)
			}
		}
		posts, err := a.Posts(ctx, "2022-01-10")
		if want := (map[Slot]Standing{{"7", "2022-01-10"}: {Closed: true, Until: at(12), Post: "42"}}); err != nil || !cmp.Equal(want, posts) {
			t.Errorf("%v %v", err, cmp.Diff(want, posts))
		}
	})
}

func TestSubscriptions(t *testing.T) {
	t.Parallel()
	databasetest.Run(t, func(t *testing.T, path string) {
		s := open(t, path)
		ctx := t.Context()
		one := Subscription{Channel: "1", Guild: "g", Minute: 150, Zone: "Europe/London", Skips: true, Since: at(0)}
		two := Subscription{Channel: "2", Guild: "h", Minute: 0, Zone: "UTC", Since: at(1)}
		for _, sub := range []Subscription{one, two, two} {
			if err := s.Subscribe(ctx, sub); err != nil {
				t.Fatal(err)
			}
		}
		check := func(guild string, want ...Subscription) {
			t.Helper()
			got, err := s.Subscriptions(ctx, guild)
			if diff := cmp.Diff(want, got); err != nil || diff != "" {
				t.Errorf("subscriptions of %q: %v %s", guild, err, diff)
			}
		}
		check("", one, two)
		check("h", two)
		check("none")
		for _, want := range []bool{true, false} {
			if ran, err := s.Pause(ctx, "2", "gone"); ran != want || err != nil {
				t.Errorf("pause: %v, %v; want %v", ran, err, want)
			}
		}
		paused := two
		paused.Paused = "gone"
		check("h", paused)
		if was, err := s.Unsubscribe(ctx, "h", "1"); was || err != nil {
			t.Errorf("a server ended another's subscription: %v", err)
		}
		if was, err := s.Unsubscribe(ctx, "g", "1"); !was || err != nil {
			t.Errorf("unsubscribe: %v, %v", was, err)
		}
		check("", paused)
	})
}

// Of many that claim the same posts at the same time, over several connections, one gets each.
func TestClaimsTogether(t *testing.T) {
	t.Parallel()
	databasetest.Run(t, func(t *testing.T, path string) {
		var won atomic.Int32
		var all sync.WaitGroup
		const stores, posts = 6, 50
		for range stores {
			s := open(t, path)
			all.Go(func() {
				for i := range posts {
					_, ours, err := s.Claim(t.Context(), fmt.Sprint(i), "2022-01-10", at(0), at(2))
					if err != nil {
						t.Error(err)
					}
					if ours {
						won.Add(1)
					}
				}
			})
		}
		all.Wait()
		if won.Load() != posts {
			t.Errorf("%d claims of %d posts", won.Load(), posts)
		}
	})
}
