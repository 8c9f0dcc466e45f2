package bot

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"talksbot/bot/discord"
	"testing"
	"time"

	"golang.org/x/time/rate"

	"talksbot/ask"
	"talksbot/bot/store"
	"talksbot/knowledge/timex"
)

// TestDigestYear lets the bot live through a year in four zones, at two times of day, waking
// when it means to: each channel gets one post on each of its days, at its time or, where the
// clock jumps over that, right after.
func TestDigestYear(t *testing.T) {
	t.Parallel()
	s, err := store.Open(t.Context(), store.Memory)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	watch := &fakeClock{at: time.Date(2021, 12, 30, 12, 0, 0, 0, time.UTC)}
	var mu sync.Mutex
	posted := map[string][]time.Time{} // by channel and heading
	network := roundTripper(func(r *http.Request) (*http.Response, error) {
		var m discord.Outgoing
		json.NewDecoder(r.Body).Decode(&m)
		heading, _, _ := strings.Cut(m.Content, "\n")
		mu.Lock()
		defer mu.Unlock()
		at := strings.Split(r.URL.Path, "/")[4] + " " + heading
		posted[at] = append(posted[at], watch.now())
		answer := httptest.NewRecorder()
		fmt.Fprintf(answer, `{"id":"%d"}`, len(posted))
		return answer.Result(), nil
	})
	b, err := New(Options{Token: "a.b.c", Answerer: gives(ask.Answer{}), Library: library(t), Store: s, Now: watch.now, Network: network})
	if err != nil {
		t.Fatal(err)
	}
	b.self.Store(&user{ID: "1"})
	b.press.pace.SetLimit(rate.Inf)
	first, last := timex.Day{Year: 2022, Month: 1, Day: 1}, timex.Day{Year: 2022, Month: 12, Day: 31}
	var subs []store.Subscription
	for _, zone := range []string{"America/New_York", "Europe/London", "Europe/Moscow", "Australia/Lord_Howe"} {
		for _, minute := range []int{2*60 + 30, 9 * 60} {
			where, err := zoneOf(zone)
			if err != nil {
				t.Fatal(err)
			}
			sub := store.Subscription{Channel: fmt.Sprint(100 + len(subs)), Guild: "1", Zone: zone, Minute: minute, Since: instant(first, 0, where)}
			subs = append(subs, sub)
			if err := s.Subscribe(t.Context(), sub); err != nil {
				t.Fatal(err)
			}
		}
	}
	for watch.now().Before(time.Date(2023, 1, 2, 0, 0, 0, 0, time.UTC)) {
		wait := b.press.round(t.Context(), t.Context())
		b.running.Wait()
		watch.pass(max(wait, time.Second))
	}
	for _, sub := range subs {
		zone, _ := zoneOf(sub.Zone)
		for day := first; !day.After(last); day = day.AddDays(1) {
			at := posted[sub.Channel+" "+headingOf(day)]
			if len(at) != 1 {
				t.Fatalf("%s %s, %v: %d posts", sub.Zone, clock(sub.Minute), day, len(at))
			}
			if late := at[0].Sub(instant(day, sub.Minute, zone)); late < 0 || late > time.Minute {
				t.Errorf("%s %s, %v: %v late", sub.Zone, clock(sub.Minute), day, late)
			}
			if today := timex.DayOf(at[0].In(zone)); today != day {
				t.Errorf("%s %s: the digest for %v came on %v", sub.Zone, clock(sub.Minute), day, today)
			}
		}
	}
}
