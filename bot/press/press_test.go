package press

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"talksbot/bot/store"
	"talksbot/knowledge/calendar"
)

// A paper is a Desk that keeps when each post was sent.
type paper struct {
	mu    sync.Mutex
	sent  map[store.Slot][]time.Time
	told  []string
	fails func(j Job) error // before a post is sent
}

func (p *paper) Write(_ context.Context, j Job, post *store.Post) error {
	post.Body = []byte(j.Day.String())
	return nil
}

func (p *paper) Send(_ context.Context, j Job, body []byte) (string, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.fails != nil {
		if err := p.fails(j); err != nil {
			return "", err
		}
	}
	slot := store.Slot{Channel: j.Channel, Day: string(body)}
	p.sent[slot] = append(p.sent[slot], time.Now())
	return fmt.Sprint(len(p.sent)), nil
}

func (p *paper) Find(_ context.Context, j Job) (string, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.sent[j.slot()]) > 0 {
		return "found", nil
	}
	return "", nil
}

func (p *paper) Tell(_ context.Context, sub store.Subscription, reason string) {
	p.told = append(p.told, sub.Channel+": "+reason)
}

// newPress returns a press on a store of its own, at a time.
func newPress(t *testing.T, at time.Time) (*Press, *paper) {
	t.Helper()
	time.Sleep(time.Until(at))
	s, err := store.Open(t.Context(), store.Memory)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	desk := &paper{sent: map[store.Slot][]time.Time{}}
	return New(Options{Store: s, Desk: desk}), desk
}

func (p *Press) subscribe(t *testing.T, sub store.Subscription) {
	t.Helper()
	if err := p.Store.Subscribe(t.Context(), sub); err != nil {
		t.Fatal(err)
	}
}

// TestClocksChange lets a press live through the weeks of a year in which a zone's clock is
// changed, and through its turn, waking when it means to: each channel gets one post on each of its
// days, at its time or, where the clock jumps over that, right after. What a press goes by is no
// older than nine days, so three weeks show what a year would.
func TestClocksChange(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"America/New_York", "Europe/London", "Europe/Moscow", "Australia/Lord_Howe"} {
		zone, err := Zone(name)
		if err != nil {
			t.Fatal(err)
		}
		for at := time.Date(2022, 1, 1, 0, 0, 0, 0, zone); at.Year() == 2022; _, at = at.ZoneBounds() {
			day := calendar.DayOf(at)
			t.Run(name+" "+day.String(), func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) { liveThrough(t, name, day.AddDays(-10), day.AddDays(10)) })
			})
		}
	}
}

// liveThrough lets a press live from the first day to the last, for two channels of a zone.
func liveThrough(t *testing.T, name string, first, last calendar.Day) {
	zone, err := Zone(name)
	if err != nil {
		t.Fatal(err)
	}
	p, desk := newPress(t, instant(first.AddDays(-1), 0, zone))
	var subs []store.Subscription
	for _, minute := range []int{2*60 + 30, 9 * 60} {
		sub := store.Subscription{Channel: fmt.Sprint(minute), Guild: "1", Zone: name, Minute: minute, Since: instant(first, 0, zone)}
		p.subscribe(t, sub)
		subs = append(subs, sub)
	}
	for !calendar.DayOf(time.Now()).After(last.AddDays(1)) {
		wait := p.Look(t.Context(), t.Context())
		p.Wait()
		time.Sleep(max(wait, time.Second))
	}
	for _, sub := range subs {
		for day := first; !day.After(last); day = day.AddDays(1) {
			at := desk.sent[store.Slot{Channel: sub.Channel, Day: day.String()}]
			if len(at) != 1 {
				t.Fatalf("minute %d, %v: %d posts", sub.Minute, day, len(at))
			}
			if late := at[0].Sub(instant(day, sub.Minute, zone)); late < 0 || late > time.Minute {
				t.Errorf("minute %d, %v: %v late", sub.Minute, day, late)
			}
			if today := calendar.DayOf(at[0].In(zone)); today != day {
				t.Errorf("minute %d: the post for %v came on %v", sub.Minute, day, today)
			}
		}
	}
}

// What fails for a while, or panics, is tried again on the same day, less and less often; what
// ends is not.
func TestTriesAgain(t *testing.T) {
	evening := time.Date(2022, 1, 10, 20, 0, 0, 0, time.UTC)
	for name, c := range map[string]struct {
		err    error
		panics bool
		lasts  time.Duration
		sent   int
		atMost int // tries
		paused string
	}{
		"an outage of two hours": {err: errors.New("no answer"), lasts: 2 * time.Hour, sent: 1, atMost: 12},
		"a panic":                {panics: true, lasts: 10 * time.Minute, sent: 1, atMost: 6},
		"an outage of the day":   {err: errors.New("no answer"), lasts: 24 * time.Hour, sent: 0, atMost: 16},
		"nothing to tell":        {err: &End{Reason: "nothing"}, lasts: time.Minute, sent: 0, atMost: 1},
		"barred":                 {err: &End{Reason: "gone", Pauses: true, Err: errors.New("404")}, lasts: time.Minute, sent: 0, atMost: 1, paused: "gone"},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				p, desk := newPress(t, evening)
				began, tries := time.Now(), 0
				desk.fails = func(Job) error {
					tries++
					switch {
					case time.Since(began) >= c.lasts:
						return nil
					case c.panics:
						panic("a mistake")
					}
					return c.err
				}
				p.subscribe(t, store.Subscription{Channel: "1", Guild: "1", Zone: "UTC", Minute: 20 * 60, Since: began})
				ctx, stop := context.WithCancel(t.Context())
				done := make(chan struct{})
				go func() { p.Run(ctx, ctx); close(done) }()
				time.Sleep(min(c.lasts+time.Hour, 4*time.Hour-time.Second))
				stop()
				<-done
				if n := len(desk.sent); n != c.sent || tries > c.atMost+c.sent {
					t.Errorf("%d posts after %d tries, want %d after at most %d", n, tries, c.sent, c.atMost)
				}
				subs, err := p.Store.Subscriptions(t.Context(), "")
				if err != nil || subs[0].Paused != c.paused || (len(desk.told) == 1) != (c.paused != "") {
					t.Errorf("paused because %q, told %q, %v", subs[0].Paused, desk.told, err)
				}
			})
		})
	}
}
