package wire

import (
	"encoding/json"
	"errors"
	"net"
	"sync"
	"sync/atomic"
	"time"

	"github.com/gorilla/websocket"
)

// Heartbeat is the interval that HELLO asks for.
const Heartbeat = 41250 * time.Millisecond

const (
	queueLimit   = replayLimit + 100 // frames a client may be behind
	writeTimeout = 5 * time.Second   // a client that does not read is dropped
	heartGrace   = 5 * time.Second   // beyond two intervals, before a silent client is dropped
	maxFrame     = 1 << 20           // bytes
)

// A payload is one frame.
type payload struct {
	Op   int             `json:"op"`
	Data json.RawMessage `json:"d"`
	Seq  *int64          `json:"s"`
	Type *string         `json:"t"`
}

// A conn is one websocket. Frames are queued and written by its own goroutine, so whoever tells of an event never
// waits for the network.
type conn struct {
	ws   *websocket.Conn
	out  chan any      // payload, or int: a close code, after which nothing is sent
	gone chan struct{} // closed by drop
	once sync.Once
	bye  atomic.Bool // a close frame is queued: nothing more is sent, and frames are ignored
	sess *session    // guarded by the world's lock, as is deaf
	deaf bool        // answers no heartbeats
}

func newConn(ws *websocket.Conn) *conn {
	return &conn{ws: ws, out: make(chan any, queueLimit), gone: make(chan struct{})}
}

func (c *conn) drop() { c.once.Do(func() { close(c.gone); c.ws.NetConn().Close() }) }

func (c *conn) send(p any) {
	if !c.bye.Load() {
		c.queue(p)
	}
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
	c.ws.WriteMessage(websocket.CloseMessage, closeFrame(code))
	if tcp, ok := c.ws.NetConn().(*net.TCPConn); ok {
		tcp.CloseWrite()
	}
	c.ws.SetReadDeadline(time.Now().Add(writeTimeout))
}

func closeFrame(code int) []byte { return websocket.FormatCloseMessage(code, closeReasons[code]) }

// read handles frames until the socket ends or the client's heart stops, and returns how it ended.
func (c *conn) read(s *Sockets) error {
	c.ws.SetReadLimit(maxFrame)
	for {
		if !c.bye.Load() {
			c.ws.SetReadDeadline(time.Now().Add(2*Heartbeat + heartGrace))
		}
		kind, frame, err := c.ws.ReadMessage()
		if err != nil {
			return err
		}
		if c.bye.Load() {
			continue
		}
		var p payload
		if kind != websocket.TextMessage || json.Unmarshal(frame, &p) != nil {
			c.hangUp(closeDecodeError)
			continue
		}
		s.receive(c, p)
	}
}

// ended ends the session too where Discord does: when the client said goodbye with 1000 or 1001, it cannot resume.
func (c *conn) ended(s *Sockets, err error) {
	var timeout net.Error
	if errors.As(err, &timeout) && timeout.Timeout() {
		c.ws.WriteControl(websocket.CloseMessage, closeFrame(CloseSessionTimedOut), time.Now().Add(writeTimeout))
	}
	if websocket.IsCloseError(err, websocket.CloseNormalClosure, websocket.CloseGoingAway) {
		s.world.Lock()
		defer s.world.Unlock()
		s.forget(c)
	}
}
