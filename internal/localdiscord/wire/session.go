package wire

import (
	"encoding/json"
	"fmt"
	"strings"

	"talksbot/internal/localdiscord/rules"
	"talksbot/internal/localdiscord/world"
)

const replayLimit = 1000 // events kept for RESUME

// A session is what survives a lost connection: the sequence and what to replay.
type session struct {
	id      string
	shard   shard
	intents rules.Intents
	seq     int64
	replay  []payload // the last events, oldest first
	conn    *conn     // nil while disconnected
}

// tell numbers an event, keeps it for replay and sends it if the session is connected.
func (s *session) tell(event string, data any) {
	s.seq++
	seq := s.seq
	p := payload{Op: opDispatch, Data: encode(data), Seq: &seq, Type: &event}
	s.replay = append(s.replay, p)
	s.replay = s.replay[max(0, len(s.replay)-replayLimit):]
	if s.conn != nil {
		s.conn.send(p)
	}
}

// misses reports whether a client that has seen seq could get all that followed.
func (s *session) misses(seq int64) bool { return seq < 0 || s.seq-seq > int64(len(s.replay)) }

func (s *Sockets) knows(token string) bool {
	return strings.TrimPrefix(token, "Bot ") == s.opts.Token
}

func (s *Sockets) identify(c *conn, data json.RawMessage) {
	var id struct {
		Token      string         `json:"token"`
		Intents    *rules.Intents `json:"intents"`
		Shard      *shard         `json:"shard"`
		Properties map[string]any `json:"properties"`
	}
	if json.Unmarshal(data, &id) != nil || id.Intents == nil || id.Properties == nil {
		c.hangUp(closeDecodeError)
		return
	}
	s.stats.Identifies++
	fault := s.faults.at(atIdentify)
	switch {
	case fault != nil:
		fault.strike(c)
	case c.sess != nil:
		c.hangUp(closeAlreadyAuthenticated)
	case !s.knows(id.Token):
		c.hangUp(CloseAuthenticationFailed)
	case *id.Intents&^rules.Known != 0:
		c.hangUp(closeInvalidIntents)
	case *id.Intents&rules.Privileged != 0:
		c.hangUp(closeDisallowedIntents)
	case id.Shard != nil && !id.Shard.exists():
		c.hangUp(closeInvalidShard)
	default:
		s.begin(c, *id.Intents, id.Shard)
	}
}

// begin starts a session of a shard, of the only one where none is named, unless that is too soon after another's.
func (s *Sockets) begin(c *conn, intents rules.Intents, of *shard) {
	if of == nil {
		of = &shard{0, 1}
	}
	switch {
	case s.starts.begin(of.id(), s.world.Now()):
		s.establish(c, intents, *of)
	case s.starts.left == 0: // Discord takes the token away
		c.hangUp(CloseAuthenticationFailed)
	default:
		s.stats.Hasty++
		c.sendOp(opInvalidSession, false)
	}
}

// establish starts a session: READY with the shard's guilds still unavailable, then they.
func (s *Sockets) establish(c *conn, intents rules.Intents, of shard) {
	sess := &session{id: fmt.Sprintf("%032x", s.stats.Identifies), shard: of, intents: intents, conn: c}
	s.sessions[sess.id] = sess
	c.sess = sess
	unavailable := []any{}
	for _, g := range s.world.Guilds() {
		if of.serves(g.ID) {
			unavailable = append(unavailable, map[string]any{"id": g.ID, "unavailable": true})
		}
	}
	sess.tell("READY", map[string]any{
		"v": 9, "user": s.world.Bot, "session_id": sess.id, "shard": of,
		"guilds":             unavailable,
		"private_channels":   []any{},
		"application":        map[string]any{"id": s.world.Bot.ID, "flags": 0},
		"resume_gateway_url": "ws://" + s.addr,
	})
	if intents&rules.IntentGuilds == 0 {
		return
	}
	for _, g := range s.world.Guilds() {
		if of.serves(g.ID) {
			sess.tell("GUILD_CREATE", guildCreate(s.world, g))
		}
	}
}

func guildCreate(w *world.World, g *rules.Guild) map[string]any {
	bot := w.Member(w.Bot.ID)
	bot.User = &w.Bot
	return map[string]any{
		"id": g.ID, "name": g.Name, "owner_id": g.OwnerID, "roles": g.Roles,
		"preferred_locale": g.PreferredLocale, "system_channel_id": g.System,
		"channels": channelsOf(w, g, rules.GuildText), "threads": channelsOf(w, g, rules.PublicThread),
		"members": []any{bot}, "member_count": len(w.Everybody()), "emojis": []any{},
		"joined_at": w.Joined, "large": false, "unavailable": false,
		"voice_states": []any{}, "presences": []any{}, "stage_instances": []any{}, "guild_scheduled_events": []any{},
	}
}

func (s *Sockets) resume(c *conn, data json.RawMessage) {
	var asked struct {
		Token   string `json:"token"`
		Session string `json:"session_id"`
		Seq     int64  `json:"seq"`
	}
	if json.Unmarshal(data, &asked) != nil {
		c.hangUp(closeDecodeError)
		return
	}
	s.stats.Resumes++
	fault := s.faults.at(atResume)
	sess := s.sessions[asked.Session]
	switch {
	case fault != nil:
		fault.strike(c)
	case c.sess != nil:
		c.hangUp(closeAlreadyAuthenticated)
	case !s.knows(asked.Token):
		c.hangUp(CloseAuthenticationFailed)
	case sess == nil || sess.misses(asked.Seq):
		c.sendOp(opInvalidSession, false)
	case asked.Seq > sess.seq:
		c.hangUp(CloseInvalidSequence)
	default:
		s.reattach(c, sess, asked.Seq)
	}
}

// reattach replays what the session missed, then says RESUMED.
func (s *Sockets) reattach(c *conn, sess *session, seq int64) {
	if sess.conn != nil {
		sess.conn.drop()
	}
	sess.conn, c.sess = c, sess
	s.stats.Resumed++
	for _, p := range sess.replay[int64(len(sess.replay))-(sess.seq-seq):] {
		c.send(p)
	}
	sess.tell("RESUMED", map[string]any{"_trace": []string{"local"}})
}

// forget ends the session of a connection.
func (s *Sockets) forget(c *conn) {
	if c.sess != nil {
		delete(s.sessions, c.sess.id)
	}
}
