package bot

import "time"

// waits are the bounds on how long things may take. Tests make them short.
type waits struct {
	letGo  time.Duration // for what is cut off to end
	chain  time.Duration // for reading back a conversation
	answer time.Duration // for one answer
	drain  time.Duration // for what still runs at the end
	digest time.Duration // for making and sending one digest
	settle time.Duration // for finding out why one cannot be sent, and again for telling the server
	putOff time.Duration // before a digest is tried again; it doubles from there
	look   time.Duration // at most, between two looks at what is due
}

var usual = waits{
	letGo: 5 * time.Second, chain: 4 * time.Second, answer: time.Minute, drain: 10 * time.Second,
	digest: 75 * time.Second, settle: 20 * time.Second, putOff: time.Minute, look: 5 * time.Second,
}
