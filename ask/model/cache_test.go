package model

import (
	"testing"
	"testing/synctest"
	"time"
)

func TestCache(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := &Cache{Replies: 2, Expiry: time.Hour}
		has := func(n byte, want string) {
			t.Helper()
			if reply, ok := c.Get(Key{n}); reply != want || ok != (want != "") {
				t.Errorf("under %d is %q, %v; want %q", n, reply, ok, want)
			}
		}
		has(1, "")
		c.Keep(Key{1}, "one")
		c.Keep(Key{2}, "two")
		has(1, "one")
		c.Keep(Key{3}, "three")
		has(2, "") // used longest ago
		time.Sleep(time.Hour - 1)
		has(1, "one")
		c.Keep(Key{3}, "three again")
		time.Sleep(time.Nanosecond)
		has(1, "") // being used does not keep it fresh
		has(3, "three again")
		c.Forget(Key{3}, "three")
		has(3, "three again")
		c.Forget(Key{3}, "three again")
		has(3, "")
		if c.Len() > 0 {
			t.Errorf("%d are left", c.Len())
		}
	})
	var none *Cache
	none.Keep(Key{}, "reply")
	if _, ok := none.Get(Key{}); ok {
		t.Error("a nil Cache kept something")
	}
	zero := &Cache{}
	for i := range 3 * DefaultReplies {
		zero.Keep(Key{byte(i), byte(i >> 8)}, "reply")
	}
	if n := zero.Len(); n != DefaultReplies {
		t.Errorf("the zero Cache keeps %d, want %d", n, DefaultReplies)
	}
}
