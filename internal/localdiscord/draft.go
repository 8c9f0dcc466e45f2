package localdiscord

import (
	"bytes"
	"encoding/json"
	"regexp"
	"slices"
	"strings"
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
		m.Embeds = slices.Clone(d.Embeds)
		for i := range m.Embeds {
			m.Embeds[i].Type = "rich"
		}
	}
	if d.has("components") {
		next := 0
		m.Components = complete(d.Components, &next)
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

// complete is components with what Discord adds: ids, counted up, and the bounds of menus.
func complete(components []Component, last *int) []Component {
	out := slices.Clone(components)
	for i := range out {
		c := &out[i]
		*last++
		if c.ID == 0 {
			c.ID = *last
		}
		if c.isSelect() {
			least, most := or(c.MinValues, 1), or(c.MaxValues, 1)
			c.MinValues, c.MaxValues = &least, &most
		}
		c.Components = complete(c.Components, last)
	}
	return out
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
