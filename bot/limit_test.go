package bot

import (
	"fmt"
	"testing"
	"time"
)

func TestLimiter(t *testing.T) {
	l := newLimiter()
	start := time.Unix(1000, 0)
	for _, c := range []struct {
		after     time.Duration
		person    string
		ok, first bool
		wait      time.Duration // from the start
	}{
		{0, "ada", true, false, 0},
		{10 * time.Second, "ada", true, false, 0},
		{20 * time.Second, "ada", false, true, 30 * time.Second},
		{20 * time.Second, "bob", true, false, 0},
		{25 * time.Second, "ada", false, false, 30 * time.Second},
		{30 * time.Second, "ada", true, false, 0},
		{31 * time.Second, "ada", false, true, 60 * time.Second},
		{time.Hour, "ada", true, false, 0},
		{time.Hour, "ada", true, false, 0},
		{time.Hour, "ada", false, true, time.Hour + 30*time.Second},
	} {
		got := l.take(c.person, 2, start.Add(c.after))
		if ok := got.Reservation != nil; ok != c.ok || got.first != c.first || !ok && !got.wait.Equal(start.Add(c.wait)) {
			t.Errorf("%s after %v: wait until %v, first %v, ok %v", c.person, c.after, got.wait.Sub(start), got.first, ok)
		}
	}
}

func TestLimiterForgets(t *testing.T) {
	l := newLimiter()
	now := time.Unix(1000, 0)
	for i := range 10 * maxRemembered {
		l.take(fmt.Sprint(i), 1, now)
		now = now.Add(time.Second)
	}
	if n := l.known.Len(); n > maxRemembered {
		t.Errorf("%d people are remembered", n)
	}
}

func TestLimiterGivesBack(t *testing.T) {
	l := newLimiter()
	now := time.Unix(1000, 0)
	for i := range 3 {
		got := l.take("ada", 1, now)
		if got.Reservation == nil {
			t.Fatalf("question %d counts what was given back", i+1)
		}
		got.CancelAt(now)
	}
	l.take("ada", 1, now)
	l.take("bob", 1, now).CancelAt(now)
	if l.take("ada", 1, now).Reservation != nil {
		t.Error("bob gave back what ada had asked")
	}
}

// Who may ask more, or less, than before may do so from then on.
func TestLimiterChanges(t *testing.T) {
	l := newLimiter()
	now := time.Unix(1000, 0)
	for _, c := range []struct {
		most int
		ok   bool
	}{{2, true}, {2, true}, {2, false}, {1, false}, {5, false}} {
		if got := l.take("ada", c.most, now); (got.Reservation != nil) != c.ok {
			t.Errorf("of %d: %v", c.most, got)
		}
	}
	now = now.Add(12 * time.Second)
	if l.take("ada", 5, now).Reservation == nil {
		t.Error("a fifth of a minute later, of five a minute: none")
	}
	now = now.Add(time.Hour)
	for i, ok := range []bool{true, false} {
		if got := l.take("ada", 1, now); (got.Reservation != nil) != ok {
			t.Errorf("question %d of one a minute: %v", i+1, got)
		}
	}
}
