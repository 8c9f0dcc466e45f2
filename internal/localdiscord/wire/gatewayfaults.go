package wire

// A moment of a connection at which it can go wrong.
type moment int

const (
	atDial moment = iota
	atHello
	atIdentify
	atResume
)

// A GatewayFault is one way in which the gateway misbehaves while a bot connects. See [Faults.FailGateway].
type GatewayFault struct {
	at      moment
	op      int // answered instead; 0: nothing
	data    any
	code    int // close code; 0: none
	abandon bool
}

// The ways to misbehave.
var (
	// RefuseDial answers the websocket handshake with 503.
	RefuseDial = GatewayFault{at: atDial}
	// SilentAccept accepts the websocket and says nothing, not even HELLO.
	SilentAccept = GatewayFault{at: atHello}
	// SilentIdentify says HELLO and nothing to IDENTIFY.
	SilentIdentify = GatewayFault{at: atIdentify}
	// SilentResume says HELLO and nothing to RESUME.
	SilentResume = GatewayFault{at: atResume}
	// DropOnIdentify and DropOnResume break the connection there.
	DropOnIdentify = GatewayFault{at: atIdentify, abandon: true}
	DropOnResume   = GatewayFault{at: atResume, abandon: true}
	// ReconnectOnIdentify and ReconnectOnResume send op 7 where READY or RESUMED is awaited.
	ReconnectOnIdentify = GatewayFault{at: atIdentify, op: opReconnect}
	ReconnectOnResume   = GatewayFault{at: atResume, op: opReconnect}
	// InvalidOnIdentify and InvalidOnResume send op 9, not resumable; InvalidResumable is op 9 with true.
	InvalidOnIdentify = GatewayFault{at: atIdentify, op: opInvalidSession, data: false}
	InvalidOnResume   = GatewayFault{at: atResume, op: opInvalidSession, data: false}
	InvalidResumable  = GatewayFault{at: atResume, op: opInvalidSession, data: true}
)

// CloseOnIdentify closes with a code (4004, 4013, 4014, ...) when the bot identifies.
func CloseOnIdentify(code int) GatewayFault { return GatewayFault{at: atIdentify, code: code} }

// strike does to a connection what a fault at IDENTIFY or RESUME says.
func (f *GatewayFault) strike(c *conn) {
	switch {
	case f.abandon:
		c.drop()
	case f.code != 0:
		c.hangUp(f.code)
	case f.op != 0:
		c.sendOp(f.op, f.data)
	}
}

func (s *Sockets) faultAt(m moment) *GatewayFault {
	s.world.Lock()
	defer s.world.Unlock()
	return s.faults.at(m)
}

// each does something to every open connection.
func (s *Sockets) each(do func(*conn)) {
	s.world.Lock()
	defer s.world.Unlock()
	for c := range s.conns {
		do(c)
	}
	s.world.Announce()
}

// Drop breaks every gateway connection without a close frame. Sessions stay resumable.
func (s *Sockets) Drop() { s.each((*conn).drop) }

// CloseGateway closes every gateway connection with a code. After the codes that end a session (authentication,
// sequence, time-out, sharding, version, intents) it cannot be resumed.
func (s *Sockets) CloseGateway(code int) {
	s.each(func(c *conn) {
		if endsSession(code) {
			s.forget(c)
		}
		c.hangUp(code)
	})
}

// Reconnect sends op 7: the bot is to reconnect and resume.
func (s *Sockets) Reconnect() { s.each(func(c *conn) { c.sendOp(opReconnect, nil) }) }

// RequestHeartbeat sends op 1: the bot is to beat at once.
func (s *Sockets) RequestHeartbeat() { s.each(func(c *conn) { c.sendOp(opHeartbeat, nil) }) }

// StopAcks leaves every heartbeat of the connections open now unanswered. Events still arrive.
func (s *Sockets) StopAcks() { s.each(func(c *conn) { c.deaf = true }) }

// Invalidate sends op 9: the bot is to resume if resumable, else the sessions are gone and it is to identify again.
func (s *Sockets) Invalidate(resumable bool) {
	s.each(func(c *conn) {
		if !resumable {
			s.forget(c)
		}
		if c.sess != nil {
			c.sess.conn, c.sess = nil, nil
		}
		c.sendOp(opInvalidSession, resumable)
	})
}

// Forget drops every session, so that the next RESUME is refused with op 9. Open connections receive no more events.
func (s *Sockets) Forget() {
	s.world.Lock()
	defer s.world.Unlock()
	clear(s.sessions)
}
