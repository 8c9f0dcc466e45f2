package discord

import "time"

// waits are the bounds on how long things may take. Tests make some of them short.
type waits struct {
	hello       time.Duration // to connect, and again to be greeted
	ready       time.Duration // from greeting to a session
	ack         time.Duration // for the answer to a heartbeat
	open        time.Duration // for discordgo to connect, all in all
	first, most time.Duration // between two attempts to connect, at most
	invalid     time.Duration // at most, after a session was invalid
	names       time.Duration // for names to be resolved, from the start on
	letGo       time.Duration // for discordgo to notice that the line is dead
	attempt     time.Duration // for one try of a REST request
	request     time.Duration // for a REST request with all its tries
	again       time.Duration // before the second try; it doubles from there
	acknowledge time.Duration // for the first answer to an interaction
	typing      time.Duration // between two signs of typing
	register    time.Duration // before the commands are sent once more
}

var usual = waits{
	hello: 15 * time.Second, ready: 20 * time.Second, ack: 15 * time.Second, open: 75 * time.Second,
	first: time.Second, most: 2 * time.Minute, invalid: 5 * time.Second, names: 5 * time.Minute, letGo: 5 * time.Second,
	attempt: 10 * time.Second, request: 40 * time.Second, again: 300 * time.Millisecond,
	acknowledge: 2900 * time.Millisecond, typing: 8 * time.Second, register: time.Minute,
}
