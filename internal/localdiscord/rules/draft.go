package rules

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
)

// A Draft is the content of a message as a request sends it. In an edit only the fields present count; null clears.
type Draft struct {
	Content         *string          `json:"content" limit:"2000"`
	Embeds          []Embed          `json:"embeds" limit:"10"`
	Components      []Component      `json:"components" limit:"5"`
	AllowedMentions *allowedMentions `json:"allowed_mentions"`
	Attachments     []Attachment     `json:"attachments"`
	Flags           int              `json:"flags"`
	TTS             bool             `json:"tts"`
	Reference       *Reference       `json:"message_reference"`
	Nonce           any              `json:"nonce" limit:"25"`
	EnforceNonce    bool             `json:"enforce_nonce"`
	Stickers        []string         `json:"sticker_ids"`
	Poll            json.RawMessage  `json:"poll"`

	Files   []File `json:"-"`
	present map[string]json.RawMessage
}

// A File is one that came with a form.
type File struct {
	Field, Name, ContentType string
	Data                     []byte
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
		err = ErrEmptyMessage.Breaking("content", "EMPTY", "a message without content, embeds, files, components, stickers or poll")
	}
	return d, err
}

// check is everything wrong with a message beyond being empty.
func (d *Draft) check() error {
	var c checker
	limited := *d
	if d.Flags&ComponentsV2 != 0 {
		limited.Components = nil // laid out as the bot likes: left to Discord's published description
	}
	c.limits("", limited)
	c.embeds(d.Embeds)
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
	return or(d.Content, "") == "" && len(d.Embeds) == 0 && len(d.Files) == 0 && len(d.Stickers) == 0 &&
		len(d.Components) == 0 && (len(d.Poll) == 0 || string(d.Poll) == "null")
}

func (d *Draft) has(field string) bool { _, ok := d.present[field]; return ok }

// Write is m with what d says: m is a bare new message or, in an edit, the present one. newID makes the ids of files,
// user is who has an id.
func (d *Draft) Write(m Message, newID func() string, user func(string) (User, bool)) *Message {
	if d.has("content") {
		m.Content = or(d.Content, "")
	}
	if d.has("embeds") {
		m.Embeds = slices.Clone(d.Embeds)
		for i := range m.Embeds {
			m.Embeds[i].Type = "rich"
		}
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

// Edit is m with what d says, unless nothing would be left of it.
func (d *Draft) Edit(m Message, newID func() string, user func(string) (User, bool)) (*Message, error) {
	next := d.Write(m, newID, user)
	if next.isEmpty() {
		return nil, ErrEmptyMessage.Breaking("content", "EMPTY", "the edit leaves an empty message")
	}
	return next, nil
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
		a := Attachment{ID: newID(), Filename: f.Name, Size: len(f.Data), ContentType: f.ContentType, Description: described[index]}
		a.URL = "https://cdn.discordapp.com/attachments/" + m.ChannelID + "/" + a.ID + "/" + a.Filename
		a.ProxyURL = a.URL
		kept = append(kept, a)
	}
	return kept
}
