package localdiscord

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// A draft is the content of a message as a request sends it. In an edit only the fields present count; null clears.
type draft struct {
	Content         *string          `json:"content"`
	Embeds          []Embed          `json:"embeds"`
	Components      []Component      `json:"components"`
	AllowedMentions *allowedMentions `json:"allowed_mentions"`
	Attachments     []Attachment     `json:"attachments"`
	Flags           int              `json:"flags"`
	TTS             bool             `json:"tts"`
	Reference       *Reference       `json:"message_reference"`
	Nonce           any              `json:"nonce"`
	EnforceNonce    bool             `json:"enforce_nonce"`
	Stickers        []string         `json:"sticker_ids"`
	Poll            json.RawMessage  `json:"poll"`

	present map[string]json.RawMessage
	files   []upload
}

type allowedMentions struct {
	Parse       []string `json:"parse"`
	Users       []string `json:"users"`
	Roles       []string `json:"roles"`
	RepliedUser bool     `json:"replied_user"`
}

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

// readDraft reads and checks a message; edit allows leaving everything out.
func (s *Server) readDraft(c *call, raw json.RawMessage, edit bool) (*draft, error) {
	d := &draft{files: c.files}
	if len(bytes.TrimSpace(raw)) > 0 {
		inner := &call{Request: c.Request, json: raw}
		if err := s.decode(inner, d); err != nil {
			return nil, err
		}
		if err := s.decode(inner, &d.present); err != nil {
			return nil, err
		}
	}
	if d.Content != nil {
		trimmed := strings.TrimSpace(*d.Content)
		d.Content = &trimmed
	}
	if problems := checkDraft(d); len(problems) > 0 {
		return nil, s.refuse(c.Request, problems)
	}
	if !edit && d.empty() {
		s.violate(c.Request, problem{"content", "EMPTY", "a message without content, embeds, files, components, stickers or poll"})
		return nil, errEmptyMessage
	}
	return d, nil
}

func (d *draft) empty() bool {
	return d.text() == "" && len(d.Embeds) == 0 && len(d.files) == 0 && len(d.Stickers) == 0 &&
		len(d.Components) == 0 && (len(d.Poll) == 0 || string(d.Poll) == "null")
}

func (d *draft) text() string {
	if d.Content == nil {
		return ""
	}
	return *d.Content
}

func (d *draft) has(field string) bool { _, ok := d.present[field]; return ok }

// write is m with what d says. Call it for a new message with the bare message, for an edit with the present one.
// s.mu is held.
func (s *Server) write(m Message, d *draft) *Message {
	if d.has("content") {
		m.Content = d.text()
	}
	if d.has("embeds") {
		m.Embeds = d.Embeds
	}
	if d.has("components") {
		m.Components = d.Components
	}
	if d.has("attachments") || len(d.files) > 0 {
		m.Attachments = s.attach(m, d)
	}
	if d.has("flags") {
		const settable = 1<<2 | 1<<12 | componentsV2
		m.Flags = m.Flags&^settable | d.Flags&settable
	}
	m.Mentions, m.MentionRoles, m.MentionEveryone = s.pings(&m, d.AllowedMentions)
	m.Embeds, m.Components = list(m.Embeds), list(m.Components)
	m.Attachments = list(m.Attachments)
	return &m
}

// attach is the list of files after d: those it keeps (all, if it does not say) and those it uploads.
func (s *Server) attach(m Message, d *draft) []Attachment {
	kept := m.Attachments
	described := map[string]string{}
	if d.has("attachments") {
		kept = nil
		for _, want := range d.Attachments {
			described[want.ID] = want.Description
			if i := slices.IndexFunc(m.Attachments, func(a Attachment) bool { return a.ID == want.ID }); i >= 0 {
				kept = append(kept, m.Attachments[i])
			}
		}
	}
	for _, f := range d.files {
		index := strings.TrimSuffix(strings.TrimPrefix(f.field, "files["), "]")
		a := Attachment{ID: s.newID(), Filename: f.name, Size: len(f.data), ContentType: f.contentType, Description: described[index]}
		a.URL = "https://cdn.discordapp.com/attachments/" + m.ChannelID + "/" + a.ID + "/" + a.Filename
		a.ProxyURL = a.URL
		s.files[a.ID] = f.data
		kept = append(slices.Clone(kept), a)
	}
	return kept
}

var (
	userMention = regexp.MustCompile(`<@!?(\d+)>`)
	roleMention = regexp.MustCompile(`<@&(\d+)>`)
)

// pings is whom m notifies. Without allowed_mentions that is everyone it names; with it, only what it allows.
func (s *Server) pings(m *Message, allowed *allowedMentions) (users []User, roles []string, everyone bool) {
	may := func(kind, id string) bool { return true }
	if allowed != nil {
		may = func(kind, id string) bool {
			return slices.Contains(allowed.Parse, kind) ||
				kind == "users" && slices.Contains(allowed.Users, id) || kind == "roles" && slices.Contains(allowed.Roles, id)
		}
	}
	users, roles = []User{}, []string{}
	add := func(id string) {
		if u, ok := s.user(id); ok && !slices.ContainsFunc(users, func(u User) bool { return u.ID == id }) {
			users = append(users, u)
		}
	}
	if m.Type == typeReply && m.Referenced != nil && (allowed == nil || allowed.RepliedUser) {
		add(m.Referenced.Author.ID)
	}
	for _, found := range userMention.FindAllStringSubmatch(m.Content, -1) {
		if may("users", found[1]) {
			add(found[1])
		}
	}
	for _, found := range roleMention.FindAllStringSubmatch(m.Content, -1) {
		if may("roles", found[1]) {
			roles = append(roles, found[1])
		}
	}
	named := strings.Contains(m.Content, "@everyone") || strings.Contains(m.Content, "@here")
	return users, roles, named && may("everyone", "")
}

func (s *Server) user(id string) (User, bool) {
	if id == s.bot.ID {
		return s.bot, true
	}
	if p := s.personByID(id); p != nil {
		return p.User, true
	}
	return User{}, false
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
