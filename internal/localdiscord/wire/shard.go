package wire

import (
	"cmp"
	"strconv"
	"time"
)

// Limits are what the gateway recommends and demands of a bot.
type Limits struct {
	Shards      int           // that it recommends; 1
	Concurrency int           // sessions of different shards that may begin at a time; 1
	Each        time.Duration // for so long no other of theirs begins; 0: it is not looked at
	Total       int           // sessions that may begin in a day; 1000
}

func (l Limits) orUsual() Limits {
	l.Shards, l.Concurrency, l.Total = cmp.Or(l.Shards, 1), cmp.Or(l.Concurrency, 1), cmp.Or(l.Total, 1000)
	return l
}

// Each is how long Discord has bots wait between two sessions.
const Each = 5 * time.Second

// A shard is its number, and how many there are.
type shard [2]int

func (s shard) id() int { return s[0] }

// exists reports whether there is such a shard.
func (s shard) exists() bool { return s[0] >= 0 && s[0] < s[1] }

// serves reports whether the events of a guild go to the shard; what is in no guild goes to the first.
func (s shard) serves(guild string) bool {
	id, _ := strconv.ParseUint(guild, 10, 64) // "" is 0
	return id>>22%uint64(s[1]) == uint64(s[0])
}

// starts are the sessions that began.
type starts struct {
	limits Limits
	begun  int
	left   int
	last   map[int]time.Time // by what they share
}

// begin counts a session of a shard that begins now, and reports whether it may.
func (s *starts) begin(id int, now time.Time) bool {
	s.left = max(0, s.limits.Total-s.begun)
	shared := id % s.limits.Concurrency
	if s.left == 0 || now.Sub(s.last[shared]) < s.limits.Each {
		return false
	}
	s.begun++
	s.last[shared] = now
	return true
}

func getGatewayBot(c *call) (any, error) {
	s := c.server.Sockets.starts
	return map[string]any{"url": "ws://" + c.server.Addr(), "shards": s.limits.Shards, "session_start_limit": map[string]int{
		"total": s.limits.Total, "remaining": max(0, s.limits.Total-s.begun), "reset_after": int((24 * time.Hour).Milliseconds()), "max_concurrency": s.limits.Concurrency}}, nil
}
