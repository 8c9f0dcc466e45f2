package localdiscord

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"time"
)

// decode reads the body of c into v; what does not fit is answered as Discord does.
func (s *Server) decode(c *call, v any) error {
	if len(c.json) == 0 {
		return errInvalidJSON
	}
	if err := json.Unmarshal(c.json, v); err != nil {
		return s.refuse(c.Request, []problem{{"body", "BASE_TYPE_BAD", err.Error()}})
	}
	return nil
}

// post puts a new message into its channel and tells the bot. s.mu is held.
func (s *Server) post(m *Message) {
	ch := s.channel(m.ChannelID)
	s.messages[m.ID] = m
	ch.entries = append(ch.entries, entry{message: m.ID})
	if !m.IsEphemeral() {
		s.dispatchMessage("MESSAGE_CREATE", m)
	}
	s.announce()
}

// replace puts a new state of a message in place of the old. s.mu is held.
func (s *Server) replace(m *Message) {
	s.messages[m.ID] = m
	if !m.IsEphemeral() {
		s.dispatchMessage("MESSAGE_UPDATE", m)
	}
	s.announce()
}

// remove deletes a message. s.mu is held.
func (s *Server) remove(m *Message) {
	gone := *m
	gone.deleted = true
	s.messages[m.ID] = &gone
	if !m.IsEphemeral() {
		s.dispatch(IntentGuildMessages|IntentDirectMessages, "MESSAGE_DELETE", map[string]string{
			"id": m.ID, "channel_id": m.ChannelID, "guild_id": s.channel(m.ChannelID).GuildID})
	}
	s.announce()
}

// blank is a new message by author, before it is written. s.mu is held.
func (s *Server) blank(author User, channelID string) Message {
	return Message{ID: s.newID(), ChannelID: channelID, Author: author, Timestamp: s.now()}
}

// edited is m, to be edited now.
func (s *Server) edited(m *Message) Message {
	next := *m
	at := s.now()
	next.EditedTimestamp = &at
	return next
}

func (s *Server) postMessage(c *call) (any, error) {
	d, err := s.readDraft(c, c.json, false)
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	ch, err := s.find(c)
	if err != nil {
		return nil, err
	}
	if before := s.sameNonce(ch, d); before != nil {
		return s.rest(before), nil
	}
	m := s.blank(s.bot, ch.ID)
	m.Nonce, m.TTS = d.Nonce, d.TTS
	if d.Reference != nil && d.Reference.Type == 0 {
		if err := s.link(c, &m, d.Reference); err != nil {
			return nil, err
		}
	}
	written := s.write(m, d)
	s.post(written)
	return s.rest(written), nil
}

// link makes m a reply. A reply to nothing is refused unless fail_if_not_exists is false. s.mu is held.
func (s *Server) link(c *call, m *Message, ref *Reference) error {
	to := s.messages[ref.MessageID]
	if to != nil && !to.deleted && !to.IsEphemeral() && to.ChannelID == m.ChannelID {
		m.Type, m.Referenced = typeReply, shallow(to)
		m.Reference = &Reference{MessageID: to.ID, ChannelID: to.ChannelID, GuildID: s.channel(to.ChannelID).GuildID}
		return nil
	}
	if ref.FailIfNotExists != nil && !*ref.FailIfNotExists {
		return nil
	}
	return &apiError{status: 400, Code: 50035, Message: "Invalid Form Body",
		Errors: nest([]problem{{"message_reference", "REPLIES_UNKNOWN_MESSAGE", "Unknown message"}})}
}

// shallow is m without what it in turn replies to, as Discord nests only one level.
func shallow(m *Message) *Message {
	out := *m
	out.Referenced = nil
	return &out
}

// sameNonce is the message already posted with that nonce, if the request wants it checked.
func (s *Server) sameNonce(ch *channel, d *draft) *Message {
	if !d.EnforceNonce || d.Nonce == nil {
		return nil
	}
	const remembered = 5 * time.Minute
	for _, e := range slices.Backward(ch.entries) {
		m := s.messages[e.message]
		if m != nil && m.Author.ID == s.bot.ID && m.Nonce == d.Nonce && s.now().Sub(m.Timestamp) < remembered {
			return m
		}
	}
	return nil
}

// rest is m as a REST answer shows it to the bot.
func (s *Server) rest(m *Message) *Message { return s.redact(m, s.opts.Intents) }

// findMessage is the message a request names; ephemeral ones cannot be reached by their channel. s.mu is held.
func (s *Server) findMessage(c *call) (*channel, *Message, error) {
	ch, err := s.find(c)
	if err != nil {
		return nil, nil, err
	}
	m := s.messages[c.PathValue("message")]
	if m == nil || m.deleted || m.ChannelID != ch.ID || m.IsEphemeral() {
		return nil, nil, errUnknownMessage
	}
	return ch, m, nil
}

func (s *Server) getMessage(c *call) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	_, m, err := s.findMessage(c)
	if err != nil {
		return nil, err
	}
	return s.rest(m), nil
}

// getMessages lists newest first; before and after are exclusive.
func (s *Server) getMessages(c *call) (any, error) {
	q := c.URL.Query()
	limit := 50
	if l := q.Get("limit"); l != "" {
		n, err := strconv.Atoi(l)
		if err != nil || n < 1 || n > 100 {
			return nil, s.refuse(c.Request, []problem{{"limit", "NUMBER_TYPE_MAX", fmt.Sprintf("want 1 to 100, got %q", l)}})
		}
		limit = n
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	ch, err := s.find(c)
	if err != nil {
		return nil, err
	}
	out := []*Message{}
	for _, e := range slices.Backward(ch.entries) {
		m := s.messages[e.message]
		if m == nil || m.deleted || m.IsEphemeral() ||
			q.Has("before") && !older(m.ID, q.Get("before")) || q.Has("after") && !older(q.Get("after"), m.ID) {
			continue
		}
		out = append(out, s.rest(m))
	}
	if q.Has("after") && len(out) > limit {
		return out[len(out)-limit:], nil
	}
	return out[:min(limit, len(out))], nil
}

// older compares snowflakes, which are numbers.
func older(a, b string) bool { return len(a) < len(b) || len(a) == len(b) && a < b }

func (s *Server) patchMessage(c *call) (any, error) {
	d, err := s.readDraft(c, c.json, true)
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	_, m, err := s.findMessage(c)
	if err != nil {
		return nil, err
	}
	if m.Author.ID != s.bot.ID {
		return nil, errNotAuthor
	}
	next, err := s.edit(c, m, d)
	if err != nil {
		return nil, err
	}
	return s.rest(next), nil
}

// edit writes d over m, unless nothing would be left of it. s.mu is held.
func (s *Server) edit(c *call, m *Message, d *draft) (*Message, error) {
	next := s.write(s.edited(m), d)
	if next.Content == "" && len(next.Embeds)+len(next.Attachments)+len(next.Components) == 0 {
		s.violate(c.Request, problem{"content", "EMPTY", "the edit leaves an empty message"})
		return nil, errEmptyMessage
	}
	s.replace(next)
	return next, nil
}

func (s *Server) deleteMessage(c *call) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	_, m, err := s.findMessage(c)
	if err != nil {
		return nil, err
	}
	s.remove(m)
	return nil, nil
}

func list[T any](items []T) []T {
	if items == nil {
		return []T{}
	}
	return items
}
