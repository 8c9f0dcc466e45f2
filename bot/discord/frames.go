package discord

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"net/url"
	"time"
)

// Gateway opcodes.
const (
	opDispatch  = 0
	opHeartbeat = 1
	opIdentify  = 2
	opReconnect = 7
	opInvalid   = 9
	opHello     = 10
	opAck       = 11
)

// A stage is how far a connection has come.
type stage int

const (
	dialling stage = iota
	helloed        // HELLO has come
	ready          // READY or RESUMED has come
)

// A frame is what we read of a gateway message.
type frame struct {
	Op   int             `json:"op"`
	Type string          `json:"t"`
	Seq  int64           `json:"s"`
	Data json.RawMessage `json:"d"`
}

// begins reports whether a frame says that there is a session.
func (f frame) begins() bool { return f.Op == opDispatch && (f.Type == "READY" || f.Type == "RESUMED") }

// forDiscordgo returns of an event what discordgo needs: its number and, where a session begins, that.
// All else is heard by us alone, and cannot make it panic.
func (f frame) forDiscordgo() []byte {
	var ready struct {
		Session string `json:"session_id"`
	}
	if f.begins() {
		json.Unmarshal(f.Data, &ready)
	} else {
		f.Type = "HEARD" // an event that discordgo does not know
	}
	f.Data, _ = json.Marshal(ready) // neither fails: there are only texts and numbers
	passed, _ := json.Marshal(f)
	return passed
}

// incoming looks at what Discord sends.
func (l *line) incoming(f frame) error {
	switch f.Op {
	case opHello:
		var hello struct {
			Interval int `json:"heartbeat_interval"`
		}
		const hour = int(time.Hour / time.Millisecond)
		if json.Unmarshal(f.Data, &hello) != nil || hello.Interval <= 0 || hello.Interval > hour { // discordgo would panic
			return fmt.Errorf("Discord asked for heartbeats at no usable interval: %.80s", f.Data)
		}
		l.greet(time.Duration(hello.Interval) * time.Millisecond)
		l.await("READY", l.waits.ready)
	case opDispatch:
		if f.begins() {
			l.arrive(f.Data)
			l.await("a heartbeat of ours", 2*l.beat())
		}
	case opAck:
		l.await("a heartbeat of ours", 2*l.beat())
	case opReconnect:
		return errReconnect
	case opInvalid:
		if string(f.Data) == "true" { // it can be resumed
			return errReconnect
		}
		return errInvalid
	}
	return nil
}

// outgoing looks at what discordgo sends.
func (l *line) outgoing(f frame) error {
	switch {
	case f.Op == opIdentify:
		l.mu.Lock()
		defer l.mu.Unlock()
		l.identified = true
	case f.Op == opHeartbeat && l.stage() == ready:
		l.await("the answer to a heartbeat", min(l.waits.ack, l.beat()))
	}
	return nil
}

// identifies reports whether a new session was asked for.
func (l *line) identifies() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.identified
}

// await hangs up unless the next thing awaited is named within the time.
func (l *line) await(what string, within time.Duration) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.awaited = what
	if l.watch == nil {
		l.watch = time.AfterFunc(within, l.starve)
		return
	}
	l.watch.Reset(within)
}

func (l *line) starve() {
	l.mu.Lock()
	what := l.awaited
	l.mu.Unlock()
	l.hangUp(fmt.Errorf("%w: waited in vain for %s", errSilent, what))
}

func (l *line) greet(interval time.Duration) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.reached, l.interval = helloed, interval
}

func (l *line) beat() time.Duration {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.interval
}

// arrive notes that there is a session, and where READY says that it can be resumed; after
// RESUMED that stays the same.
func (l *line) arrive(data json.RawMessage) {
	var r struct {
		At string `json:"resume_gateway_url"`
	}
	json.Unmarshal(data, &r)
	l.mu.Lock()
	defer l.mu.Unlock()
	l.reached, l.resumeAt = ready, l.at
	if at, err := url.Parse(r.At); err == nil && at.Host != "" && (at.Scheme == "wss" || at.Scheme == "ws") {
		l.resumeAt = r.At
	}
}

// address returns where to connect: where discordgo asks to or, to resume, where Discord said, with the
// path and the query that are there, and what discordgo asks for besides.
func (l *line) address(scheme, host string, asked *url.URL) string {
	to := &url.URL{Scheme: scheme, Host: host, Path: asked.Path, RawQuery: asked.RawQuery}
	if at, err := url.Parse(l.at); err == nil && l.at != "" {
		q := at.Query()
		maps.Copy(q, asked.Query())
		to = &url.URL{Scheme: at.Scheme, User: at.User, Host: at.Host, Path: cmp.Or(at.Path, "/"), RawQuery: q.Encode()}
	}
	return to.String()
}

func (l *line) stage() stage {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.reached
}
