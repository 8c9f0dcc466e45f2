package localdiscord

import (
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"github.com/gorilla/websocket"
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
	CloseUnknownOpcode        = 4001
	CloseDecodeError          = 4002
	CloseNotAuthenticated     = 4003
	CloseAuthenticationFailed = 4004
	CloseAlreadyAuthenticated = 4005
	CloseInvalidSequence      = 4007
	CloseSessionTimedOut      = 4009
	CloseInvalidVersion       = 4012
	CloseInvalidIntents       = 4013
	CloseDisallowedIntents    = 4014
)

const (
	replayLimit  = 1000              // events kept for RESUME
	queueLimit   = replayLimit + 100 // frames a client may be behind
	writeTimeout = 5 * time.Second   // a client that does not read is dropped
	heartGrace   = 5 * time.Second   // beyond two intervals, before a silent client is dropped
)

// A Gateway counts what happened at the gateway since the server started.
type Gateway struct {
	Connections int // sockets accepted
	Identifies  int // new sessions asked for
	Resumes     int // resumes asked for
	Resumed     int // resumes granted
	Heartbeats  int
	Open        int // sockets open now
	Ready       int // sockets open now whose session is established
}

// A payload is one frame.
type payload struct {
	Op   int             `json:"op"`
	Data json.RawMessage `json:"d"`
	Seq  *int64          `json:"s"`
	Type *string         `json:"t"`
}

// A conn is one websocket. Frames are queued and written by its own goroutine, so whoever dispatches an event
// never waits for the network.
type conn struct {
	s    *Server
	ws   *websocket.Conn
	out  chan any      // payload, or int: a close code, after which nothing is sent
	gone chan struct{} // closed by drop
	once sync.Once
	bye  atomic.Bool // a close frame is queued: nothing more is sent, and frames are ignored
	sess *session    // guarded by Server.mu
	deaf bool        // answers no heartbeats; guarded by Server.mu
}

func (c *conn) drop() { c.once.Do(func() { close(c.gone); c.ws.NetConn().Close() }) }

func (c *conn) send(p any) {
	if c.bye.Load() {
		return
	}
	c.queue(p)
}

func (c *conn) queue(p any) {
	select {
	case c.out <- p:
	case <-c.gone:
	default: // the client reads nothing; Discord gives up on it too
		c.drop()
	}
}

func (c *conn) sendOp(op int, data any) { c.send(payload{Op: op, Data: encode(data)}) }

// hangUp closes with a code, after what is already queued.
func (c *conn) hangUp(code int) {
	if c.bye.CompareAndSwap(false, true) {
		c.queue(code)
	}
}

func (c *conn) write() {
	for {
		select {
		case <-c.gone:
			return
		case p := <-c.out:
			c.ws.SetWriteDeadline(time.Now().Add(writeTimeout))
			if code, ok := p.(int); ok {
				c.goodbye(code)
				return
			}
			if c.ws.WriteJSON(p) != nil {
				c.drop()
				return
			}
		}
	}
}

// goodbye sends a close frame and leaves it to the client to close the socket: were it closed here, what the client
// has in flight could turn the frame into a connection reset before the client reads it.
func (c *conn) goodbye(code int) {
	c.ws.WriteMessage(websocket.CloseMessage, websocket.FormatCloseMessage(code, closeReasons[code]))
	if tcp, ok := c.ws.NetConn().(*net.TCPConn); ok {
		tcp.CloseWrite()
	}
	c.ws.SetReadDeadline(time.Now().Add(writeTimeout))
}

var closeReasons = map[int]string{
	CloseUnknownOpcode: "Unknown opcode.", CloseDecodeError: "Error while decoding payload.",
	CloseNotAuthenticated: "Not authenticated.", CloseAuthenticationFailed: "Authentication failed.",
	CloseAlreadyAuthenticated: "Already authenticated.", CloseInvalidSequence: "Invalid seq.",
	CloseSessionTimedOut: "Session timed out.", CloseInvalidVersion: "Invalid API version.",
	CloseInvalidIntents: "Invalid intent(s).", CloseDisallowedIntents: "Disallowed intent(s).",
}

var upgrader = websocket.Upgrader{CheckOrigin: func(*http.Request) bool { return true }}

// serveGateway accepts a websocket and serves it until it ends.
func (s *Server) serveGateway(w http.ResponseWriter, r *http.Request) {
	if !s.enter() {
		panic(http.ErrAbortHandler)
	}
	defer s.busy.Done()
	if s.takeGatewayFault(atDial) != nil {
		http.Error(w, "upstream connect error", http.StatusServiceUnavailable)
		return
	}
	ws, err := upgrader.Upgrade(w, r, nil)
	if err != nil {
		return // the upgrader has answered
	}
	c := &conn{s: s, ws: ws, out: make(chan any, queueLimit), gone: make(chan struct{})}
	if !s.admit(c) {
		c.drop()
		return
	}
	var writer sync.WaitGroup
	writer.Go(c.write)
	s.greet(c, r)
	c.read()
	c.drop()
	writer.Wait()
	s.dismiss(c)
}

func (s *Server) admit(c *conn) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return false
	}
	s.conns[c] = true
	s.stats.Connections++
	s.announce()
	return true
}

func (s *Server) dismiss(c *conn) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.conns, c)
	if c.sess != nil && c.sess.conn == c {
		c.sess.conn = nil
	}
	s.announce()
}

func (s *Server) greet(c *conn, r *http.Request) {
	if s.takeGatewayFault(atHello) != nil {
		return
	}
	q := r.URL.Query()
	if v := q.Get("v"); v != "9" && v != "10" {
		c.hangUp(CloseInvalidVersion)
		return
	}
	if e := q.Get("encoding"); e != "" && e != "json" {
		c.hangUp(CloseDecodeError)
		return
	}
	c.sendOp(opHello, map[string]any{"heartbeat_interval": s.opts.Heartbeat.Milliseconds(), "_trace": []string{"local"}})
}

// read handles frames until the socket ends or the client's heart stops.
func (c *conn) read() {
	c.ws.SetReadLimit(1 << 20)
	for {
		if !c.bye.Load() {
			c.ws.SetReadDeadline(time.Now().Add(2*c.s.opts.Heartbeat + heartGrace))
		}
		kind, frame, err := c.ws.ReadMessage()
		if err != nil {
			c.ended(err)
			return
		}
		if c.bye.Load() {
			continue
		}
		var p payload
		if kind != websocket.TextMessage || json.Unmarshal(frame, &p) != nil {
			c.hangUp(CloseDecodeError)
			continue
		}
		c.s.receive(c, p)
	}
}

// ended ends the session too where Discord does: when the client said goodbye with 1000 or 1001, it cannot resume.
func (c *conn) ended(err error) {
	var timeout net.Error
	if errors.As(err, &timeout) && timeout.Timeout() {
		c.ws.WriteControl(websocket.CloseMessage,
			websocket.FormatCloseMessage(CloseSessionTimedOut, closeReasons[CloseSessionTimedOut]), time.Now().Add(writeTimeout))
	}
	if !websocket.IsCloseError(err, websocket.CloseNormalClosure, websocket.CloseGoingAway) {
		return
	}
	c.s.mu.Lock()
	defer c.s.mu.Unlock()
	if c.sess != nil {
		delete(c.s.sessions, c.sess.id)
	}
}

func (s *Server) receive(c *conn, p payload) {
	switch p.Op {
	case opHeartbeat:
		s.heartbeat(c)
	case opIdentify:
		s.identify(c, p.Data)
	case opResume:
		s.resume(c, p.Data)
	case opPresence, opVoice, opMembers:
		s.mu.Lock()
		known := c.sess != nil
		s.mu.Unlock()
		if !known {
			c.hangUp(CloseNotAuthenticated)
		}
	default:
		c.hangUp(CloseUnknownOpcode)
	}
}

func (s *Server) heartbeat(c *conn) {
	deaf := s.takeGatewayFault(atHeartbeat) != nil
	s.mu.Lock()
	c.deaf = c.deaf || deaf
	deaf = c.deaf
	s.stats.Heartbeats++
	s.announce()
	s.mu.Unlock()
	if !deaf {
		c.sendOp(opHeartbeatAck, nil)
	}
}

// Gateway is what happened at the gateway so far.
func (s *Server) Gateway() Gateway {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.gateway()
}

func (s *Server) gateway() Gateway {
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

func encode(v any) json.RawMessage {
	if raw, ok := v.(json.RawMessage); ok {
		return raw
	}
	b, err := json.Marshal(v)
	if err != nil {
		panic(fmt.Sprintf("localdiscord: encoding its own %T: %v", v, err))
	}
	return b
}
