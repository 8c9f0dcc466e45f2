package bot

import (
	"time"
)

// waits are the bounds on how long things may take. Tests make some of them short.
type waits struct {
	chain  time.Duration // for reading back a conversation
	answer time.Duration // for one answer
	drain  time.Duration // for what still runs at the end
	letGo  time.Duration // for what was cut off then
}

var usual = waits{chain: 4 * time.Second, answer: time.Minute, drain: 10 * time.Second, letGo: 5 * time.Second}
