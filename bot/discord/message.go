package discord

import (
	"bytes"
	"encoding/json"
	"strconv"

	"github.com/bwmarrin/discordgo"
)

// An Outgoing is a message as Discord wants it. Fill in what there is to say; [Client.Say] sees
// to what it answers, and that nobody is pinged.
type Outgoing struct {
	Content      string                           `json:"content"` // Discord markdown, at most MaxContent long
	Layout       []Component                      `json:"-"`       // all of the message, laid out; none: it is text with rows of controls below
	Flags        int                              `json:"flags,omitempty"`
	Components   []Component                      `json:"components"`
	Attachments  []attachment                     `json:"attachments,omitempty"`
	Mentions     discordgo.MessageAllowedMentions `json:"allowed_mentions"`
	Reference    *discordgo.MessageReference      `json:"message_reference,omitempty"`
	Nonce        string                           `json:"nonce,omitempty"`
	EnforceNonce bool                             `json:"enforce_nonce,omitempty"`

	Files   []File `json:"-"`
	Replace bool   `json:"-"` // to a control: in place of the message it stands on

	mustStay bool // laid out: it takes the place of one that is
}

// Message flags.
const (
	FlagNoPreviews = 1 << 2
	FlagPrivate    = 1 << 6 // shown to one person only; Discord's word is ephemeral
	FlagLaidOut    = 1 << 15
)

// What Discord allows in one message.
const (
	MaxContent    = 2000 // UTF-16 code units
	MaxLaidOut    = 4000 // of the texts of a layout together
	MaxCustomID   = 100  // what a control carries
	MaxChoices    = 25   // in a menu, or as suggestions
	MaxChoiceText = 100  // in the name and in the value of a choice
)

// A Choice is one suggestion for an option of a command, or one of the values it takes.
type Choice struct {
	Name  string            `json:"name"`
	Names map[string]string `json:"name_localizations,omitempty"` // by the languages of Discord
	Value string            `json:"value"`
}

// A File is sent with a message.
type File struct {
	Name string // with an extension, by which Discord tells what to show
	Kind string // its media type
	Says string // a description for people who do not see it
	Data []byte
}

// attachment is how a message speaks of a file sent with it.
type attachment struct {
	ID          string `json:"id"` // the file's place, in figures
	Filename    string `json:"filename"`
	Description string `json:"description,omitempty"`
}

// MarshalJSON writes the message as Discord wants it: one that is laid out has no content, null also where it
// takes the place of one that had.
func (o Outgoing) MarshalJSON() ([]byte, error) {
	type plain Outgoing
	if o.Layout == nil {
		return json.Marshal(plain(o))
	}
	o.Components, o.Flags = o.Layout, o.Flags|FlagLaidOut
	return json.Marshal(struct {
		Content *string `json:"content"`
		plain
	}{plain: plain(o)})
}

// wire returns the message ready to be sent: pinging nobody, its files announced.
func (o Outgoing) wire() Outgoing {
	o.Mentions = discordgo.MessageAllowedMentions{Parse: []discordgo.AllowedMentionType{}} // null would be everybody
	if o.Components == nil {
		o.Components = []Component{}
	}
	o.Attachments = nil
	for i, f := range o.Files {
		o.Attachments = append(o.Attachments, attachment{strconv.Itoa(i), f.Name, f.Says})
	}
	return o
}

// form returns a body with files, the JSON in it, and its content type.
func form(body any, files []File) ([]byte, string, error) {
	var parts []*discordgo.File
	for _, f := range files {
		parts = append(parts, &discordgo.File{Name: f.Name, ContentType: f.Kind, Reader: bytes.NewReader(f.Data)})
	}
	kind, data, err := discordgo.MultipartBodyWithJSON(body, parts)
	return data, kind, err
}
