package bot

import (
	"context"
	"fmt"
	"math/rand/v2"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/time/rate"

	"talksbot/ask"
	"talksbot/bot/discord"
	"talksbot/bot/press"
	"talksbot/bot/store"
	"talksbot/internal/localdiscord"
	"talksbot/knowledge"
)

// victim is the variable that makes this program a process that sends digests until it is
// killed: the database, the local Discord's address, the bot's user and token, and how many days
// to work.
const victim = "BOT_TEST_VICTIM"

// The digests a victim is to send.
const (
	killChannels = 3
	killDays     = 4
)

// A fakeClock shows the time it was set to.
type fakeClock struct {
	mu sync.Mutex
	at time.Time
}

func (c *fakeClock) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.at
}

func (c *fakeClock) set(at time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.at = at
}

func (c *fakeClock) pass(d time.Duration) { c.set(c.now().Add(d)) }

// beVictim sends what is due on each day, the clock going on by more than a claim holds with
// every look, as for a process that is started again some time after one was killed.
func beVictim(args string) error {
	a := strings.Split(args, "|")
	ctx := context.Background()
	s, err := store.Open(ctx, a[0])
	if err != nil {
		return err
	}
	shipped, err := knowledge.Shipped()
	if err != nil {
		return err
	}
	library, err := knowledge.New(shipped)
	if err != nil {
		return err
	}
	began, err := strconv.ParseInt(a[4], 10, 64)
	if err != nil {
		return err
	}
	clock := &fakeClock{at: time.Unix(began, 0)}
	b, err := New(Options{Token: discord.Secret(a[3]), Answer: gives(ask.Answer{}), Libraries: Everywhere(knowledge.NewCurrent(library)), Store: s, Now: clock.now,
		Network: roundTripper(func(r *http.Request) (*http.Response, error) {
			here := r.Clone(r.Context())
			here.URL.Scheme, here.URL.Host = "http", a[1]
			return http.DefaultTransport.RoundTrip(here)
		})})
	if err != nil {
		return err
	}
	b.client.Self.Store(&discord.User{ID: a[2]})
	b.press.PerSecond = rate.Inf
	b.press = press.New(b.press.Options)
	for range killDays {
		b.look(ctx)
		clock.pass(3 * time.Minute) // a claim of a process that was killed has run out
		b.look(ctx)
		clock.pass(24*time.Hour - 3*time.Minute)
	}
	return nil
}

// TestDigestKilled kills processes at any moment while they send digests, and lets one finish:
// every channel got each day's digest once. Between them the time passes in which Discord knows
// a nonce.
func TestDigestKilled(t *testing.T) {
	t.Parallel()
	const kills = 12
	w := start(t, localdiscord.Options{})
	path := filepath.Join(t.TempDir(), "talks.db")
	s, err := store.Open(t.Context(), path)
	w.must(err)
	defer s.Close()
	channels := []localdiscord.Channel{w.general}
	for i := range killChannels - 1 {
		channels = append(channels, w.Channel(fmt.Sprint("channel-", i)))
	}
	for _, c := range channels {
		w.must(s.Subscribe(t.Context(), store.Subscription{Channel: c.ID, Guild: w.Guild().ID, Minute: 9 * 60, Zone: "UTC", Since: morning.Add(-time.Hour)}))
	}
	// Each process sees the same days a few minutes later than the one before it.
	run := func(n int, after time.Duration) {
		child := exec.Command(os.Args[0])
		began := morning.Add(time.Duration(n) * 5 * time.Minute)
		child.Env = append(os.Environ(), fmt.Sprintf("%s=%s|%s|%s|%s|%d", victim, path, w.Addr(), w.Bot().ID, w.Token(), began.Unix()))
		var out strings.Builder
		child.Stdout, child.Stderr = &out, &out
		w.must(child.Start())
		timer := time.AfterFunc(after, func() { child.Process.Kill() })
		defer timer.Stop()
		if err := child.Wait(); err != nil && after == time.Minute {
			t.Errorf("the last process: %v\n%s", err, out.String())
		}
	}
	for n := range kills {
		run(n, 20*time.Millisecond+rand.N(250*time.Millisecond))
		w.Advance(10 * time.Minute)
	}
	run(kills, time.Minute)
	for _, c := range channels {
		made := map[string]int{}
		for _, m := range w.ada.Sees(c) {
			heading, _, _ := strings.Cut(m.Text(), "\n")
			made[heading]++
		}
		posts, err := s.Posts(t.Context(), "")
		w.must(err)
		for day := range killDays {
			d := morning.AddDate(0, 0, day)
			heading := d.Format("**Digest for Monday, 2 January 2006**")
			slot := store.Slot{Channel: c.ID, Day: d.Format(time.DateOnly)}
			if made[heading] != 1 || posts[slot].Post == "" {
				t.Errorf("%s in %s: %d posts, in the store %+v", heading, c.Name, made[heading], posts[slot])
			}
		}
	}
}
