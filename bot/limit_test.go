package bot

import (
	"fmt"
	"testing"
	"time"
)

func TestLimiter(t *testing.T) {
	l := limiter{most: 2, window: time.Minute}
	start := time.Unix(1000, 0)
	for _, c := range []struct {
		after     time.Duration
		person    string
		ok, first bool
		wait      time.Duration // from the start
	}{
		{0, "ada", true, false, 0},
		{10 * time.Second, "ada", true, false, 0},
		{20 * time.Second, "ada", false, true, 60 * time.Second},
		{20 * time.Second, "bob", true, false, 0},
		{30 * time.Second, "ada", false, false, 60 * time.Second},
		{60 * time.Second, "ada", true, false, 0},
		{61 * time.Second, "ada", false, true, 70 * time.Second},
		{time.Hour, "ada", true, false, 0},
	} {
		wait, first, ok := l.take(c.person, start.Add(c.after))
		if ok != c.ok || first != c.first || !ok && !wait.Equal(start.Add(c.wait)) {
			t.Errorf("%s after %v: %v, %v, %v", c.person, c.after, wait.Sub(start), first, ok)
		}
	}
}

func TestLimiterForgets(t *testing.T) {
	l := limiter{most: 1, window: time.Minute}
	now := time.Unix(1000, 0)
	for i := range 10 * maxRemembered {
		l.take(fmt.Sprint(i), now)
		now = now.Add(time.Second)
	}
	if n := len(l.asked); n > maxRemembered {
		t.Errorf("%d people are remembered", n)
	}
}

func TestLimiterGivesBack(t *testing.T) {
	l := limiter{most: 1, window: time.Minute}
	now := time.Unix(1000, 0)
	l.giveBack("ada") // never asked
	for i := range 3 {
		if _, _, ok := l.take("ada", now); !ok {
			t.Fatalf("question %d counts what was given back", i+1)
		}
		l.giveBack("ada")
	}
	l.take("ada", now)
	l.giveBack("bob")
	if _, _, ok := l.take("ada", now); ok {
		t.Error("bob gave back what ada had asked")
	}
}
