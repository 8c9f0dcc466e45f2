package localdiscord

// A moment of a connection at which it can go wrong.
type moment int

const (
	atDial moment = iota
	atHello
	atIdentify
	atResume
	atHeartbeat
)

// A GatewayFault is one way in which the gateway misbehaves while a bot connects. See [Server.FailGateway].
type GatewayFault struct {
	at      moment
	op      int // answered instead; 0: nothing
	data    bool
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
	InvalidOnIdentify = GatewayFault{at: atIdentify, op: opInvalidSession}
	InvalidOnResume   = GatewayFault{at: atResume, op: opInvalidSession}
	InvalidResumable  = GatewayFault{at: atResume, op: opInvalidSession, data: true}
	// NoAcks answers no heartbeat of the connection that beats next, for as long as it lives.
	NoAcks = GatewayFault{at: atHeartbeat}
)

// CloseOnIdentify closes with a code (4004, 4013, 4014, ...) when the bot identifies.
func CloseOnIdentify(code int) GatewayFault { return GatewayFault{at: atIdentify, code: code} }

// CloseOnResume closes with a code when the bot resumes.
func CloseOnResume(code int) GatewayFault { return GatewayFault{at: atResume, code: code} }

type armedGatewayFault struct {
	GatewayFault
	times int // left; negative: for ever
}

// FailGateway makes the fault happen the next times its moment comes, then no more; negative is until [Server.Heal].
// Several faults for one moment happen in the order they were armed.
func (s *Server) FailGateway(f GatewayFault, times int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.gatewayFaults = append(s.gatewayFaults, &armedGatewayFault{f, times})
}

func (s *Server) takeGatewayFault(at moment) *GatewayFault {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, f := range s.gatewayFaults {
		if f.at == at && f.times != 0 {
			if f.times > 0 {
				f.times--
			}
			return &f.GatewayFault
		}
	}
	return nil
}

// misbehave does what a fault at IDENTIFY or RESUME says. s.mu is held.
func (s *Server) misbehave(c *conn, f *GatewayFault) {
	switch {
	case f.abandon:
		c.drop()
	case f.code != 0:
		c.hangUp(f.code)
	case f.op == opInvalidSession:
		c.sendOp(f.op, f.data)
	case f.op != 0:
		c.sendOp(f.op, nil)
	}
}

// each does something to every open connection.
func (s *Server) each(do func(*conn)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for c := range s.conns {
		do(c)
	}
	s.announce()
}

// Drop breaks every gateway connection without a close frame. Sessions stay resumable.
func (s *Server) Drop() { s.each((*conn).drop) }

// CloseGateway closes every gateway connection with a code. After the codes that end a session (authentication,
// sequence, time-out, sharding, version, intents) it cannot be resumed.
func (s *Server) CloseGateway(code int) {
	s.each(func(c *conn) {
		final := code == CloseNotAuthenticated || code == CloseAuthenticationFailed || code == CloseInvalidSequence ||
			code >= CloseSessionTimedOut && code <= CloseDisallowedIntents
		if final && c.sess != nil {
			delete(s.sessions, c.sess.id)
		}
		c.hangUp(code)
	})
}

// Reconnect sends op 7: the bot is to reconnect and resume.
func (s *Server) Reconnect() { s.each(func(c *conn) { c.sendOp(opReconnect, nil) }) }

// RequestHeartbeat sends op 1: the bot is to beat at once.
func (s *Server) RequestHeartbeat() { s.each(func(c *conn) { c.sendOp(opHeartbeat, nil) }) }

// StopAcks leaves every heartbeat of the connections open now unanswered. Events still arrive.
func (s *Server) StopAcks() { s.each(func(c *conn) { c.deaf = true }) }

// Invalidate sends op 9: the bot is to resume if resumable, else the sessions are gone and it is to identify again.
func (s *Server) Invalidate(resumable bool) {
	s.each(func(c *conn) {
		if c.sess != nil && !resumable {
			delete(s.sessions, c.sess.id)
		}
		if c.sess != nil {
			c.sess.conn, c.sess = nil, nil
		}
		c.sendOp(opInvalidSession, resumable)
	})
}

// Forget drops every session, so that the next RESUME is refused with op 9. Open connections receive no more events.
func (s *Server) Forget() {
	s.mu.Lock()
	defer s.mu.Unlock()
	clear(s.sessions)
}

// Heal ends all faults that were armed and not used up. Connections that answer no heartbeats stay deaf.
func (s *Server) Heal() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.faults, s.gatewayFaults = nil, nil
}
