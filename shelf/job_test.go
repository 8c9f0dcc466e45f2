package shelf

import (
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"
)

func at(minutes int) time.Time { return noon.Add(time.Duration(minutes) * time.Minute) }

func asked(address string, due int) Job {
	return Job{Library: "17", Kind: Add, Address: address, By: "ada", Step: "fetch", Due: at(due)}
}

// takes takes a job, which has to be of an address, "" for none.
func takes(t *testing.T, s *Shelf, now int, address string, busy ...string) Job {
	t.Helper()
	j, taken, err := s.Take(t.Context(), at(now), at(now+5), busy...)
	if err != nil || taken != (address != "") || j.Address != address {
		t.Fatalf("after %d minutes took %q, %v, %v; want %q", now, j.Address, taken, err, address)
	}
	return j
}

func TestJob(t *testing.T) {
	on(t, func(t *testing.T, s *Shelf, again func() *Shelf) {
		ctx := t.Context()
		first := must(s.Enqueue(ctx, asked("https://a.example/1", 2)))(t)
		if same := must(again().Enqueue(ctx, asked("https://a.example/1", 1)))(t); same.ID != first.ID || !same.Due.Equal(at(1)) {
			t.Errorf("asked for twice: %+v", same)
		}
		elsewhere := asked("https://a.example/1", 3)
		elsewhere.Library = "18"
		if other := must(s.Enqueue(ctx, elsewhere))(t); other.ID == first.ID {
			t.Error("another library's job is the same")
		}
		takes(t, s, 0, "")
		j := takes(t, s, 1, "https://a.example/1")
		takes(t, again(), 4, "") // the host has one at a time
		j.Step, j.Data, j.Article, j.Until = "extract", []byte{0, 255, 'x'}, 7, at(20)
		if err := s.Advance(ctx, j); err != nil {
			t.Fatal(err)
		}
		takes(t, again(), 19, "") // it is held for longer
		k := takes(t, again(), 21, "https://a.example/1")
		if k.ID != j.ID || k.Step != "extract" || string(k.Data) != "\x00\xffx" || k.Article != 7 || k.Tries != 2 {
			t.Errorf("taken over from one that is gone: %+v", k)
		}
		for what, keep := range map[string]func() error{
			"advanced": func() error { return s.Advance(ctx, j) }, "put off": func() error { return s.PutOff(ctx, j) }, "finished": func() error { return s.Finish(ctx, j) },
			"one without a claim": func() error { return s.Advance(ctx, Job{ID: k.ID}) },
		} {
			if err := keep(); !errors.Is(err, ErrLost) {
				t.Errorf("%s after it was taken over: %v", what, err)
			}
		}
		k.Due, k.Reason = at(40), "timeout"
		if err := s.PutOff(ctx, k); err != nil {
			t.Fatal(err)
		}
		l := takes(t, s, 30, "https://a.example/1")
		if l.Library != "18" {
			t.Errorf("put off, it came at once: %+v", l)
		}
		if err := s.Finish(ctx, l); err != nil {
			t.Fatal(err)
		}
		k = takes(t, s, 41, "https://a.example/1")
		k.Step, k.Reason = "refused", "paywall"
		if err := s.Finish(ctx, k); err != nil {
			t.Fatal(err)
		}
		got := must(s.JobsOf(ctx, k.ID, 4711))(t)
		if len(got) != 1 || got[0].Step != "refused" || got[0].Reason != "paywall" || got[0].Ended.IsZero() || len(got[0].Data) != 0 {
			t.Errorf("ended: %+v", got)
		}
		if next := must(s.Enqueue(ctx, asked("https://a.example/1", 0)))(t); next.ID == k.ID {
			t.Error("asked for after it has ended, it is the same job")
		}
		if jobs := must(s.Jobs(ctx, "17", noon))(t); len(jobs) != 2 {
			t.Errorf("of the library: %+v", jobs)
		}
	})
}

func TestBusyHosts(t *testing.T) {
	on(t, func(t *testing.T, s *Shelf, _ func() *Shelf) {
		for _, address := range []string{"https://a.example/1", "https://A.example:443/2", "https://b.example/1", "note.txt", "other.txt"} {
			must(s.Enqueue(t.Context(), asked(address, 0)))(t)
		}
		takes(t, s, 1, "https://b.example/1", "a.example")
		takes(t, s, 1, "https://a.example/1")
		takes(t, s, 1, "note.txt")
		takes(t, s, 1, "other.txt") // what has no host is nobody's
		takes(t, s, 1, "")
		takes(t, s, 7, "https://a.example/1") // the first claim has run out
	})
}

// Of many that take work at the same time, in several processes, one gets each job and each feed.
func TestTakenOnce(t *testing.T) {
	on(t, func(t *testing.T, s *Shelf, again func() *Shelf) {
		const jobs, feeds = 40, 20
		for i := range jobs {
			must(s.Enqueue(t.Context(), asked(fmt.Sprintf("https://%d.example/", i), 0)))(t)
		}
		for i := range feeds {
			if _, _, err := s.Follow(t.Context(), "17", fmt.Sprintf("https://%d.example/feed", i), "ada"); err != nil {
				t.Fatal(err)
			}
		}
		var mu sync.Mutex
		taken := map[string]int{}
		note := func(what string) {
			mu.Lock()
			defer mu.Unlock()
			taken[what]++
		}
		var all sync.WaitGroup
		for _, shelf := range []*Shelf{s, s, again(), again()} {
			all.Go(func() {
				for {
					j, ours, err := shelf.Take(t.Context(), at(1), at(60))
					if err != nil {
						t.Error(err)
					}
					if !ours {
						return
					}
					note(j.Address)
					j.Step = "done"
					if err := shelf.Finish(t.Context(), j); err != nil {
						t.Error(err)
					}
				}
			})
			all.Go(func() {
				for {
					f, ours, err := shelf.TakeFeed(t.Context(), at(1), at(60))
					if err != nil {
						t.Error(err)
					}
					if !ours {
						return
					}
					note(f.Address)
					f.Next = at(90)
					if err := shelf.KeepFeed(t.Context(), f); err != nil {
						t.Error(err)
					}
				}
			})
		}
		all.Wait()
		for what, n := range taken {
			if n != 1 {
				t.Errorf("%s was taken %d times", what, n)
			}
		}
		if len(taken) != jobs+feeds {
			t.Errorf("%d of %d were taken", len(taken), jobs+feeds)
		}
	})
}
