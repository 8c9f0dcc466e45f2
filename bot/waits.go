package bot

import "time"

// waits are the bounds on how long things may take. Tests make them short.
type waits struct {
	hello       time.Duration // to connect, and again to be greeted
	ready       time.Duration // from greeting to a session
	ack         time.Duration // for the answer to a heartbeat
	open        time.Duration // for discordgo to connect, all in all
	settled     time.Duration // after which a connection counts as good
	first, most time.Duration // between two attempts to connect
	invalid     time.Duration // at most, after a session was invalid
	letGo       time.Duration // for discordgo to notice that the line is dead
	attempt     time.Duration // for one try of a REST request
	request     time.Duration // for a REST request with all its tries
	again       time.Duration // before the second try; it doubles from there
	acknowledge time.Duration // for the first answer to an interaction
	chain       time.Duration // for reading back a conversation
	answer      time.Duration // for one answer
	typing      time.Duration // between two signs of typing
	drain       time.Duration // for what still runs at the end
	digest      time.Duration // for making and sending one digest
	settle      time.Duration // for finding out why one cannot be sent, and again for telling the server
	putOff      time.Duration // before a digest is tried again; it doubles from there
	look        time.Duration // at most, between two looks at what is due
}

var usual = waits{
	hello: 15 * time.Second, ready: 20 * time.Second, ack: 15 * time.Second, open: 75 * time.Second,
	settled: time.Minute, first: time.Second, most: 2 * time.Minute, invalid: 5 * time.Second, letGo: 5 * time.Second,
	attempt: 10 * time.Second, request: 40 * time.Second, again: 300 * time.Millisecond, acknowledge: 2900 * time.Millisecond,
	chain: 4 * time.Second, answer: time.Minute, typing: 8 * time.Second, drain: 10 * time.Second,
	digest: 75 * time.Second, settle: 20 * time.Second, putOff: time.Minute, look: 5 * time.Second,
}
