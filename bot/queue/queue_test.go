package queue

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"pgregory.net/rapid"
)

// arrive has those named "server/person" join and wait in the order given, and returns in which order
// they worked, each for a second.
func arrive(t *testing.T, q *Queue, names string) string {
	t.Helper()
	var worked []string
	var mu sync.Mutex
	note := func(what string) {
		mu.Lock()
		defer mu.Unlock()
		worked = append(worked, what)
	}
	for _, name := range strings.Fields(names) {
		ticket, err := q.Join(strings.Split(name, "/")...)
		if err != nil {
			note(name + ":full")
			continue
		}
		go func() {
			if err := ticket.Wait(t.Context()); err != nil {
				note(name + ":out")
				return
			}
			note(name)
			time.Sleep(time.Second)
			ticket.Leave()
		}()
		synctest.Wait()
	}
	time.Sleep(time.Hour)
	if waiting, working := q.Length(); waiting+working != 0 {
		t.Errorf("%d wait and %d work after all have left", waiting, working)
	}
	return strings.Join(worked, " ")
}

func TestTurns(t *testing.T) {
	for _, c := range []struct {
		why, arrive, work string
		most              int
	}{
		{"in the order of arrival", "a/1 a/2 a/3", "a/1 a/2 a/3", 9},
		{"one person's many delay nobody else's one", "a/1 a/1 a/1 a/1 a/2", "a/1 a/1 a/2 a/1 a/1", 9},
		{"nor does one server's crowd", "a/1 a/2 a/3 a/4 b/1", "a/1 a/2 b/1 a/3 a/4", 9},
		{"servers, then people, take turns", "a/1 a/1 a/1 a/2 b/1 b/1", "a/1 a/1 b/1 a/2 b/1 a/1", 9},
		{"the last is refused where all hold alike", "a/1 a/2 a/3 a/4", "a/4:full a/1 a/2 a/3", 2},
		{"the one who holds most makes room", "a/1 a/1 a/1 a/2", "a/1 a/1:out a/1 a/2", 2},
		{"in the server that holds most", "a/1 a/2 a/3 a/4 b/1", "a/1 a/4:out a/2 b/1 a/3", 3},
		{"and not for one who then holds as much", "a/1 a/2 b/1 c/1", "c/1:full a/1 a/2 b/1", 2},
		{"a group may be a person alone", "1 1 1 2", "1 1 2 1", 9},
	} {
		t.Run(c.why, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				got := strings.Fields(arrive(t, New(1, c.most), c.arrive))
				want := strings.Fields(c.work)
				refused := func(name string) bool { return strings.Contains(name, ":") }
				if !slices.Equal(sortedOf(got, refused), sortedOf(want, refused)) ||
					!slices.Equal(slices.DeleteFunc(got, refused), slices.DeleteFunc(want, refused)) {
					t.Errorf("%s\ngot  %s\nwant %s", c.arrive, got, want)
				}
			})
		})
	}
}

// sortedOf returns those names that are so, in the order of the alphabet.
func sortedOf(names []string, are func(string) bool) []string {
	some := slices.DeleteFunc(slices.Clone(names), func(name string) bool { return !are(name) })
	slices.Sort(some)
	return some
}

// Until somebody waits, they hold no place at work.
func TestWaitsFirst(t *testing.T) {
	q := New(1, 9)
	first, _ := q.Join("a", "1")
	second, _ := q.Join("a", "2")
	if err := second.Wait(t.Context()); err != nil {
		t.Fatal(err)
	}
	if waiting, working := q.Length(); waiting != 1 || working != 1 {
		t.Errorf("%d wait and %d work", waiting, working)
	}
	second.Leave()
	second.Leave()
	if err := first.Wait(t.Context()); err != nil {
		t.Fatal(err)
	}
	first.Leave()
	if waiting, working := q.Length(); waiting != 0 || working != 0 {
		t.Errorf("%d wait and %d work after all have left", waiting, working)
	}
}

// Who gives up leaves the line to others.
func TestGivesUp(t *testing.T) {
	q := New(1, 1)
	working, _ := q.Join("a", "1")
	if err := working.Wait(t.Context()); err != nil {
		t.Fatal(err)
	}
	why := errors.New("no patience")
	ctx, stop := context.WithCancelCause(t.Context())
	stop(why)
	waiting, _ := q.Join("a", "2")
	if err := waiting.Wait(ctx); err != why {
		t.Errorf("Wait: %v", err)
	}
	if _, err := q.Join("a", "3"); err != nil {
		t.Errorf("Join: %v", err)
	}
}

// While it is held, one works at a time: so much is always done.
func TestHold(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		q := New(3, 9)
		works := func() int { synctest.Wait(); _, working := q.Length(); return working }
		once, twice := q.Hold(), q.Hold()
		for i := range 5 {
			ticket, _ := q.Join("a", fmt.Sprint(i))
			go func() {
				ticket.Wait(t.Context())
				time.Sleep(time.Second)
				ticket.Leave()
			}()
		}
		if n := works(); n != 1 {
			t.Errorf("held, %d work", n)
		}
		time.Sleep(1500 * time.Millisecond)
		once()
		once()
		if n := works(); n != 1 {
			t.Errorf("still held, %d work", n)
		}
		twice()
		if n := works(); n != 3 {
			t.Errorf("released, %d work", n)
		}
		time.Sleep(time.Minute)
	})
}

func TestDelay(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		q := New(2, 100)
		if q.Delay() != 0 {
			t.Errorf("an empty line takes %v", q.Delay())
		}
		arrive(t, q, "a/1 a/2 a/3")
		for i := range 10 {
			q.Join("a", fmt.Sprint(i))
		}
		if got := q.Delay(); got != 5*time.Second {
			t.Errorf("ten wait for two who take a second: %v", got)
		}
	})
}

// TestLine does with a queue what may be done with it, in any order: never do more work or wait than
// may, and nobody is forgotten.
func TestLine(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		workers, most := rapid.IntRange(1, 3).Draw(r, "workers"), rapid.IntRange(1, 6).Draw(r, "most")
		q := New(workers, most)
		var tickets []*Ticket
		ended, stop := context.WithCancel(context.Background())
		stop()
		r.Repeat(map[string]func(*rapid.T){
			"join": func(r *rapid.T) {
				t, err := q.Join(rapid.SampledFrom([]string{"a", "b", "c"}).Draw(r, "server"), rapid.SampledFrom([]string{"1", "2"}).Draw(r, "person"))
				if (err != nil) != (t == nil) {
					r.Fatalf("ticket %v, error %v", t, err)
				}
				if t != nil {
					tickets = append(tickets, t)
				}
			},
			"wait": func(r *rapid.T) {
				if len(tickets) > 0 {
					rapid.SampledFrom(tickets).Draw(r, "ticket").Wait(ended)
				}
			},
			"leave": func(r *rapid.T) {
				if len(tickets) > 0 {
					rapid.SampledFrom(tickets).Draw(r, "ticket").Leave()
				}
			},
			"": func(r *rapid.T) {
				waiting, working := q.Length()
				if waiting > most || working > workers {
					r.Fatalf("%d wait of %d, %d work of %d", waiting, most, working, workers)
				}
				held := map[state]int{}
				for _, t := range tickets {
					held[t.state]++
				}
				if held[inLine] != waiting || held[atWork] != working {
					r.Fatalf("%d wait and %d work; the tickets say %v", waiting, working, held)
				}
			},
		})
		for _, t := range tickets {
			t.Leave()
		}
		if q.line.size != 0 || len(q.line.shares) != 0 || q.working != 0 {
			r.Fatalf("something stays: %+v", &q.line)
		}
	})
}
