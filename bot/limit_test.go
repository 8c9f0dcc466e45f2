package bot

import (
	"fmt"
	"testing"
	"time"
)

func TestLimiter(t *testing.T) {
	l := newLimiter(2)
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
		got := l.take(c.person, start.Add(c.after))
		if ok := got.Reservation != nil; ok != c.ok || got.first != c.first || !ok && !got.wait.Equal(start.Add(c.wait)) {
			t.Errorf("%s after %v: wait until %v, first %v, ok %v", c.person, c.after, got.wait.Sub(start), got.first, ok)
		}
	}
}

func TestLimiterForgets(t *testing.T) {
	l := newLimiter(1)
	now := time.Unix(1000, 0)
	for i := range 10 * maxRemembered {
		l.take(fmt.Sprint(i), now)
		now = now.Add(time.Second)
	}
	if n := l.known.Len(); n > maxRemembered {
		t.Errorf("%d people are remembered", n)
	}
}

func TestLimiterGivesBack(t *testing.T) {
	l := newLimiter(1)
	now := time.Unix(1000, 0)
	for i := range 3 {
		got := l.take("ada", now)
		if got.Reservation == nil {
			t.Fatalf("question %d counts what was given back", i+1)
		}
		got.CancelAt(now)
	}
	l.take("ada", now)
	l.take("bob", now).CancelAt(now)
	if l.take("ada", now).Reservation != nil {
		t.Error("bob gave back what ada had asked")
	}
}
