package localdiscord

import (
	"encoding/json"
	"fmt"
	"strings"
)

// A session is what survives a lost connection: the sequence and what to replay.
type session struct {
	id      string
	intents Intents
	seq     int64
	replay  []payload // the last events, oldest first
	conn    *conn     // nil while disconnected
}

func (s *Server) identify(c *conn, data json.RawMessage) {
	var id struct {
		Token      string         `json:"token"`
		Intents    *Intents       `json:"intents"`
		Shard      *[2]int        `json:"shard"`
		Properties map[string]any `json:"properties"`
	}
	if json.Unmarshal(data, &id) != nil || id.Intents == nil || id.Properties == nil {
		c.hangUp(CloseDecodeError)
		return
	}
	fault := s.takeGatewayFault(atIdentify)

	s.mu.Lock()
	defer s.mu.Unlock()
	s.stats.Identifies++
	s.announce()
	switch {
	case fault != nil:
		s.misbehave(c, fault)
	case c.sess != nil:
		c.hangUp(CloseAlreadyAuthenticated)
	case strings.TrimPrefix(id.Token, "Bot ") != s.opts.Token:
		c.hangUp(CloseAuthenticationFailed)
	case *id.Intents&^knownIntents != 0:
		c.hangUp(CloseInvalidIntents)
	case *id.Intents&privileged&^s.opts.Intents != 0:
		c.hangUp(CloseDisallowedIntents)
	default:
		s.establish(c, *id.Intents)
	}
}

// establish starts a session: READY with the guild still unavailable, then the guild. s.mu is held.
func (s *Server) establish(c *conn, intents Intents) {
	n := s.stats.Identifies
	sess := &session{id: fmt.Sprintf("%032x", n), intents: intents, conn: c}
	s.sessions[sess.id] = sess
	c.sess = sess
	s.tell(sess, "READY", map[string]any{
		"v": 9, "user": s.bot, "session_id": sess.id, "shard": [2]int{0, 1},
		"guilds":             []any{map[string]any{"id": s.guild.ID, "unavailable": true}},
		"private_channels":   []any{},
		"application":        map[string]any{"id": s.bot.ID, "flags": s.applicationFlags()},
		"resume_gateway_url": "ws://" + s.Addr(),
	})
	if intents&IntentGuilds != 0 {
		s.tell(sess, "GUILD_CREATE", s.guildCreate())
	}
}

func (s *Server) resume(c *conn, data json.RawMessage) {
	var asked struct {
		Token   string `json:"token"`
		Session string `json:"session_id"`
		Seq     int64  `json:"seq"`
	}
	if json.Unmarshal(data, &asked) != nil {
		c.hangUp(CloseDecodeError)
		return
	}
	fault := s.takeGatewayFault(atResume)

	s.mu.Lock()
	defer s.mu.Unlock()
	s.stats.Resumes++
	s.announce()
	sess := s.sessions[asked.Session]
	switch {
	case fault != nil:
		s.misbehave(c, fault)
	case c.sess != nil:
		c.hangUp(CloseAlreadyAuthenticated)
	case strings.TrimPrefix(asked.Token, "Bot ") != s.opts.Token:
		c.hangUp(CloseAuthenticationFailed)
	case sess == nil || asked.Seq < 0 || sess.seq-asked.Seq > int64(len(sess.replay)):
		c.sendOp(opInvalidSession, false)
	case asked.Seq > sess.seq:
		c.hangUp(CloseInvalidSequence)
	default:
		s.reattach(c, sess, asked.Seq)
	}
}

// reattach replays what the session missed, then says RESUMED. s.mu is held.
func (s *Server) reattach(c *conn, sess *session, seq int64) {
	if sess.conn != nil {
		sess.conn.drop()
	}
	sess.conn, c.sess = c, sess
	s.stats.Resumed++
	for _, p := range sess.replay[int64(len(sess.replay))-(sess.seq-seq):] {
		c.send(p)
	}
	s.tell(sess, "RESUMED", map[string]any{"_trace": []string{"local"}})
}

// tell numbers an event, keeps it for replay and sends it if the session is connected. s.mu is held.
func (s *Server) tell(sess *session, event string, data any) {
	sess.seq++
	seq := sess.seq
	p := payload{Op: opDispatch, Data: encode(data), Seq: &seq, Type: &event}
	sess.replay = append(sess.replay, p)
	if len(sess.replay) > replayLimit {
		sess.replay = sess.replay[len(sess.replay)-replayLimit:]
	}
	if sess.conn != nil {
		sess.conn.send(p)
	}
}
