package rules

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// A Draft is the content of a message as a request sends it. In an edit only the fields present count; null clears.
type Draft struct {
	Content         *string          `json:"content" limit:"2000"`
	Components      []Component      `json:"components" limit:"5"`
	AllowedMentions *allowedMentions `json:"allowed_mentions"`
	Attachments     []Attachment     `json:"attachments"`
	Flags           int              `json:"flags"`
	Reference       *Reference       `json:"message_reference"`
	Nonce           any              `json:"nonce" limit:"25"`
	EnforceNonce    bool             `json:"enforce_nonce"`
	Embeds          []any            `json:"embeds"` // our bot sends none of these
	Stickers        []any            `json:"sticker_ids"`
	Poll            any              `json:"poll"`

	Files   []File `json:"-"`
	present map[string]json.RawMessage
}

// A File is one that came with a form.
type File struct {
	Field, Name, ContentType string
	Data                     []byte
}

// In is the file as it hangs in a channel, under an id.
func (f File) In(channelID, id string) Attachment {
	address := "https://cdn.discordapp.com/attachments/" + channelID + "/" + id + "/" + f.Name
	return Attachment{ID: id, Filename: f.Name, Size: len(f.Data), ContentType: f.ContentType, URL: address, ProxyURL: address}
}

// Typed is what a person types into a message. With ping a reply notifies whom it answers.
func Typed(text string, ping bool) *Draft {
	return &Draft{Content: &text, present: map[string]json.RawMessage{"content": nil},
		AllowedMentions: &allowedMentions{Parse: []string{"users", "roles", "everyone"}, RepliedUser: ping}}
}

// ReadDraft reads a message's new content. It may be empty, as that of an edit may.
func ReadDraft(raw []byte, files []File) (*Draft, error) {
	d := &Draft{Files: files}
	if len(bytes.TrimSpace(raw)) > 0 {
		if err := Decode(raw, d); err != nil {
			return nil, err
		}
		if err := Decode(raw, &d.present); err != nil {
			return nil, err
		}
	}
	if d.Content != nil {
		trimmed := strings.TrimSpace(*d.Content)
		d.Content = &trimmed
	}
	return d, d.check()
}

// ReadMessage reads a new message, which says something.
func ReadMessage(raw []byte, files []File) (*Draft, error) {
	d, err := ReadDraft(raw, files)
	if err == nil && d.IsEmpty() {
		err = ErrEmptyMessage.Breaking("content", "EMPTY", "a message without content, files or components")
	}
	return d, err
}

// check is everything wrong with a message beyond being empty.
func (d *Draft) check() error {
	var c checker
	limited := *d
	if d.Flags&ComponentsV2 != 0 {
		limited.Components = nil
		c.layout(d)
	}
	c.limits("", limited)
	if len(d.Embeds) > 0 || len(d.Stickers) > 0 || d.Poll != nil {
		c.add("embeds", "UNSERVED", "the local Discord has no embeds, stickers or polls")
	}
	c.rows(limited.Components)
	c.mentions(d.AllowedMentions)
	c.count("files", len(d.Files), 10)
	if d.EnforceNonce && d.Nonce == nil {
		c.add("enforce_nonce", "BASE_TYPE_REQUIRED", "enforce_nonce without a nonce does nothing")
	}
	return c.err()
}

// IsEmpty reports whether a message of d alone would say nothing.
func (d *Draft) IsEmpty() bool {
	return or(d.Content, "") == "" && len(d.Files) == 0 && len(d.Components) == 0
}

func (d *Draft) has(field string) bool { _, ok := d.present[field]; return ok }

// Write is m with what d says: m is a bare new message or, in an edit, the present one. newID makes the ids of files,
// user is who has an id.
func (d *Draft) Write(m Message, newID func() string, user func(string) (User, bool)) *Message {
	if d.has("content") {
		m.Content = or(d.Content, "")
	}
	if d.has("components") {
		m.Components = complete(d.Components, new(int))
	}
	if d.has("attachments") || len(d.Files) > 0 {
		m.Attachments = d.attach(m, newID)
	}
	if d.has("flags") {
		const settable = 1<<2 | 1<<12 | ComponentsV2
		m.Flags = m.Flags&^settable | d.Flags&settable
	}
	m.Mentions, m.MentionRoles, m.MentionEveryone = pings(&m, d.AllowedMentions, user)
	m.Embeds, m.Components, m.Attachments = list(m.Embeds), list(m.Components), list(m.Attachments)
	return &m
}

// attach is the list of files after d: those it keeps (all, if it does not say) and, last, those it uploads.
func (d *Draft) attach(m Message, newID func() string) []Attachment {
	kept := slices.Clone(m.Attachments)
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
	for _, f := range d.Files {
		index := strings.TrimSuffix(strings.TrimPrefix(f.Field, "files["), "]")
		a := f.In(m.ChannelID, newID())
		a.Description = described[index]
		kept = append(kept, a)
	}
	return kept
}

var (
	userMention = regexp.MustCompile(`<@!?(\d+)>`)
	roleMention = regexp.MustCompile(`<@&(\d+)>`)
)

// Readable is text with mentions of users as names.
func Readable(text string, name func(id string) string) string {
	return userMention.ReplaceAllStringFunc(text, func(found string) string {
		return "@" + name(userMention.FindStringSubmatch(found)[1])
	})
}

type allowedMentions struct {
	Parse       []string `json:"parse"`
	Users       []string `json:"users" limit:"100"`
	Roles       []string `json:"roles" limit:"100"`
	RepliedUser bool     `json:"replied_user"`
}

func (c *checker) mentions(m *allowedMentions) {
	if m == nil {
		return
	}
	for kind, ids := range map[string][]string{"users": m.Users, "roles": m.Roles} {
		if slices.Contains(m.Parse, kind) && len(ids) > 0 {
			c.add("allowed_mentions", "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
				"parse:[%q] and %s: [ids...] are mutually exclusive.", kind, kind)
		}
	}
	for i, kind := range m.Parse {
		if !slices.Contains([]string{"users", "roles", "everyone"}, kind) {
			c.add(fmt.Sprintf("allowed_mentions.parse.%d", i), "BASE_TYPE_CHOICES", "Value must be one of ('everyone', 'users', 'roles'). (got %q)", kind)
		}
	}
}

// allows reports whether a mention of that kind notifies: without allowed_mentions each does.
func (m *allowedMentions) allows(kind, id string) bool {
	return m == nil || slices.Contains(m.Parse, kind) ||
		kind == "users" && slices.Contains(m.Users, id) || kind == "roles" && slices.Contains(m.Roles, id)
}

// pings is whom m notifies: of those it names, and whom it replies to, the allowed ones.
func pings(m *Message, allowed *allowedMentions, user func(string) (User, bool)) (users []User, roles []string, everyone bool) {
	users, roles = []User{}, []string{}
	add := func(id string) {
		if u, ok := user(id); ok && !slices.ContainsFunc(users, func(u User) bool { return u.ID == id }) {
			users = append(users, u)
		}
	}
	if m.Type == TypeReply && m.Referenced != nil && (allowed == nil || allowed.RepliedUser) {
		add(m.Referenced.Author.ID)
	}
	text := m.Text()
	for _, found := range userMention.FindAllStringSubmatch(text, -1) {
		if allowed.allows("users", found[1]) {
			add(found[1])
		}
	}
	for _, found := range roleMention.FindAllStringSubmatch(text, -1) {
		if allowed.allows("roles", found[1]) {
			roles = append(roles, found[1])
		}
	}
	named := strings.Contains(text, "@everyone") || strings.Contains(text, "@here")
	return users, roles, named && allowed.allows("everyone", "")
}

// Redact is m as a bot receives it that has no Message Content intent, as none has here: text, attachments and
// components of other people's messages are empty, unless the message is a direct message, mentions the bot (a reply
// that pings it counts), or is the bot's own. A mention of its role does not count.
func (m *Message) Redact(bot string, direct bool) *Message {
	out := *m
	if m.Referenced != nil {
		out.Referenced = m.Referenced.Redact(bot, direct)
	}
	mentioned := slices.ContainsFunc(m.Mentions, func(u User) bool { return u.ID == bot })
	if m.Author.ID != bot && !mentioned && !direct {
		out.Content, out.Attachments, out.Components = "", []Attachment{}, []Component{}
	}
	return &out
}
