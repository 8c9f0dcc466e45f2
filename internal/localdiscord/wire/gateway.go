package wire

import (
	"encoding/json"
	"net/http"
	"sync"
	"time"

	"github.com/gorilla/websocket"

	"talksbot/internal/localdiscord/rules"
	"talksbot/internal/localdiscord/world"
)

// Gateway opcodes.
const (
	opDispatch       = 0
	opHeartbeat      = 1
	opIdentify       = 2
	opPresence       = 3
	opVoice          = 4
	opResume         = 6
	opReconnect      = 7
	opMembers        = 8
	opInvalidSession = 9
	opHello          = 10
	opHeartbeatAck   = 11
)

// Close codes of the gateway.
const (
	closeUnknownOpcode        = 4001
	closeDecodeError          = 4002
	closeNotAuthenticated     = 4003
	CloseAuthenticationFailed = 4004
	closeAlreadyAuthenticated = 4005
	CloseInvalidSequence      = 4007
	CloseSessionTimedOut      = 4009
	closeInvalidShard         = 4010
	closeInvalidVersion       = 4012
	closeInvalidIntents       = 4013
	closeDisallowedIntents    = 4014
)

var closeReasons = map[int]string{
	closeUnknownOpcode: "Unknown opcode.", closeDecodeError: "Error while decoding payload.",
	closeNotAuthenticated: "Not authenticated.", CloseAuthenticationFailed: "Authentication failed.",
	closeAlreadyAuthenticated: "Already authenticated.", CloseInvalidSequence: "Invalid seq.",
	CloseSessionTimedOut: "Session timed out.", closeInvalidShard: "Invalid shard.", closeInvalidVersion: "Invalid API version.",
	closeInvalidIntents: "Invalid intent(s).", closeDisallowedIntents: "Disallowed intent(s).",
}

// endsSession reports whether a session cannot be resumed after it was closed with a code.
func endsSession(code int) bool {
	return code == closeNotAuthenticated || code == CloseAuthenticationFailed || code == CloseInvalidSequence ||
		code >= CloseSessionTimedOut && code <= closeDisallowedIntents
}

// A Gateway counts what happened at the gateway since the server started.
type Gateway struct {
	Connections int // sockets accepted
	Identifies  int // new sessions asked for
	Hasty       int // of them, those refused as too soon after another
	Resumes     int // resumes asked for
	Resumed     int // resumes granted
	Heartbeats  int
	Open        int // sockets open now
	Ready       int // sockets open now whose session is established
}

// Sockets are the gateway's connections and the sessions they serve. All is guarded by the world's lock.
type Sockets struct {
	world    *world.World
	opts     Options
	addr     string
	faults   *Faults
	sessions map[string]*session
	conns    map[*conn]bool
	stats    Gateway
	starts   starts
	status   string // shown beside the bot's name
}

func newSockets(w *world.World, opts Options, addr string, faults *Faults) *Sockets {
	return &Sockets{world: w, opts: opts, addr: addr, faults: faults, starts: starts{limits: opts.Gateway.orUsual(), last: map[int]time.Time{}}, sessions: map[string]*session{}, conns: map[*conn]bool{}}
}

var upgrader = websocket.Upgrader{CheckOrigin: func(*http.Request) bool { return true }}

// serve accepts a websocket and serves it until it ends.
func (s *Sockets) serve(w http.ResponseWriter, r *http.Request) {
	if s.faultAt(atDial) != nil {
		http.Error(w, "upstream connect error", http.StatusServiceUnavailable)
		return
	}
	ws, err := upgrader.Upgrade(w, r, nil)
	if err != nil {
		return // the upgrader has answered
	}
	c := newConn(ws)
	if !s.admit(c) {
		c.drop()
		return
	}
	var writer sync.WaitGroup
	writer.Go(c.write)
	s.greet(c, r)
	c.ended(s, c.read(s))
	c.drop()
	writer.Wait()
	s.dismiss(c)
}

func (s *Sockets) admit(c *conn) bool {
	s.world.Lock()
	defer s.world.Unlock()
	if s.world.HasEnded() {
		return false
	}
	s.conns[c] = true
	s.stats.Connections++
	s.world.Announce()
	return true
}

func (s *Sockets) dismiss(c *conn) {
	s.world.Lock()
	defer s.world.Unlock()
	delete(s.conns, c)
	if c.sess != nil && c.sess.conn == c {
		c.sess.conn = nil
	}
	s.world.Announce()
}

func (s *Sockets) greet(c *conn, r *http.Request) {
	q := r.URL.Query()
	version, encoding := q.Get("v"), q.Get("encoding")
	switch {
	case s.faultAt(atHello) != nil:
	case version != "9" && version != "10":
		c.hangUp(closeInvalidVersion)
	case encoding != "" && encoding != "json":
		c.hangUp(closeDecodeError)
	default:
		c.sendOp(opHello, map[string]any{"heartbeat_interval": Heartbeat.Milliseconds(), "_trace": []string{"local"}})
	}
}

func (s *Sockets) receive(c *conn, p payload) {
	s.world.Lock()
	defer s.world.Unlock()
	defer s.world.Announce()
	switch p.Op {
	case opHeartbeat:
		s.heartbeat(c)
	case opIdentify:
		s.identify(c, p.Data)
	case opResume:
		s.resume(c, p.Data)
	case opPresence, opVoice, opMembers:
		switch {
		case c.sess == nil:
			c.hangUp(closeNotAuthenticated)
		case p.Op == opPresence:
			s.shown(c, p.Data)
		}
	default:
		c.hangUp(closeUnknownOpcode)
	}
}

func (s *Sockets) heartbeat(c *conn) {
	s.stats.Heartbeats++
	if !c.deaf {
		c.sendOp(opHeartbeatAck, nil)
	}
}

// Gateway is what happened at the gateway so far.
func (s *Sockets) Gateway() Gateway {
	s.world.Lock()
	defer s.world.Unlock()
	g := s.stats
	for c := range s.conns {
		if c.bye.Load() {
			continue
		}
		g.Open++
		if c.sess != nil && c.sess.conn == c {
			g.Ready++
		}
	}
	return g
}

// emit tells the sessions of the guild's shard that asked for any of the intents: all there are of it, as Discord does.
// The world's lock is held.
func (s *Sockets) emit(guild string, intents rules.Intents, event string, data any) {
	for _, sess := range s.sessions {
		if sess.shard.serves(guild) && (intents == 0 || sess.intents&intents != 0) {
			sess.tell(event, data)
		}
	}
}

// Dispatch sends an event of the caller's making to every session, whatever it asked for: data is its JSON.
func (s *Sockets) Dispatch(event string, data json.RawMessage) {
	s.world.Lock()
	defer s.world.Unlock()
	for _, sess := range s.sessions {
		sess.tell(event, data)
	}
	s.world.Announce()
}
