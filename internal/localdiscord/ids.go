package localdiscord

import (
	"strconv"
	"time"
)

// discordEpoch is the first millisecond of 2015, from which snowflakes count.
const discordEpoch = 1420070400000

// entitiesBorn is when the people, channels and guild of every server were made. It is the same in every run, so
// their ids are too: the n-th person or channel asked for has the same id in every test.
var entitiesBorn = time.Date(2021, 6, 1, 0, 0, 0, 0, time.UTC)

func snowflake(t time.Time, n uint64) uint64 {
	return uint64(t.UnixMilli()-discordEpoch)<<22 + n
}

// entityID is the next id of something that was there before the bot: deterministic. s.mu is held.
func (s *Server) entityID() string {
	s.entities++
	return strconv.FormatUint(snowflake(entitiesBorn, s.entities), 10)
}

// newID is the next id of something that happens (a message, an interaction). It carries the time of the
// server's clock, as a bot may read it from there, and always grows. s.mu is held.
func (s *Server) newID() string {
	id := snowflake(s.now(), 0)
	if id <= s.lastID {
		id = s.lastID + 1
	}
	s.lastID = id
	return strconv.FormatUint(id, 10)
}
