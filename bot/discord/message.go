package discord

import (
	"bytes"
	"encoding/json"
	"fmt"
	"mime/multipart"
	"net/textproto"
	"strconv"
)

// An Outgoing is a message as Discord wants it. Fill in what there is to say; [Client.Say] sees
// to what it answers, and that nobody is pinged.
type Outgoing struct {
	Content      string          `json:"content"` // Discord markdown, at most MaxContent long
	Flags        int             `json:"flags,omitempty"`
	Components   []Component     `json:"components"`
	Attachments  []attachment    `json:"attachments,omitempty"`
	Mentions     allowedMentions `json:"allowed_mentions"`
	Reference    *answerTo       `json:"message_reference,omitempty"`
	Nonce        string          `json:"nonce,omitempty"`
	EnforceNonce bool            `json:"enforce_nonce,omitempty"`

	Files   []File `json:"-"`
	Replace bool   `json:"-"` // to a control: in place of the message it stands on
}

// Message flags.
const (
	FlagNoPreviews = 1 << 2
	FlagPrivate    = 1 << 6 // shown to one person only; Discord's word is ephemeral
)

// What Discord allows in one message.
const (
	MaxContent    = 2000 // UTF-16 code units
	MaxCustomID   = 100  // what a control carries
	MaxChoices    = 25   // in a menu, or as suggestions
	MaxChoiceText = 100  // in the name and in the value of a choice
)

// allowedMentions says whom a message may ping. Its zero value is nobody: empty lists, which
// Discord tells from null ones.
type allowedMentions struct{}

func (allowedMentions) MarshalJSON() ([]byte, error) {
	return []byte(`{"parse":[],"users":[],"roles":[],"replied_user":false}`), nil
}

type answerTo struct {
	Message   string `json:"message_id"`
	Channel   string `json:"channel_id,omitempty"`
	MustExist bool   `json:"fail_if_not_exists"`
}

// A Component is a button, a menu, or a row of them.
type Component struct {
	Type        int          `json:"type"`
	Components  []Component  `json:"components,omitempty"`
	Style       int          `json:"style,omitempty"`
	Label       string       `json:"label,omitempty"`
	CustomID    string       `json:"custom_id,omitempty"`
	URL         string       `json:"url,omitempty"`
	Placeholder string       `json:"placeholder,omitempty"`
	Options     []MenuOption `json:"options,omitempty"`
}

// A MenuOption is one choice of a menu.
type MenuOption struct {
	Label string `json:"label"`
	Value string `json:"value"`
}

// A Choice is one suggestion for an option of a command, or one of the values it takes.
type Choice struct {
	Name  string `json:"name"`
	Value string `json:"value"`
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

// wire returns the message ready to be sent, its files announced.
func (o Outgoing) wire() Outgoing {
	if o.Components == nil {
		o.Components = []Component{}
	}
	o.Attachments = nil
	for i, f := range o.Files {
		o.Attachments = append(o.Attachments, attachment{strconv.Itoa(i), f.Name, f.Says})
	}
	return o
}

// form returns a body with files: multipart, the JSON in it as Discord wants it named, and its
// content type.
func form(body any, files []File) ([]byte, string, error) {
	data, err := json.Marshal(body)
	if err != nil {
		return nil, "", err
	}
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	if err := part(w, `form-data; name="payload_json"`, "application/json", data); err != nil {
		return nil, "", err
	}
	for i, f := range files {
		if err := part(w, fmt.Sprintf(`form-data; name="files[%d]"; filename=%q`, i, f.Name), f.Kind, f.Data); err != nil {
			return nil, "", err
		}
	}
	if err := w.Close(); err != nil {
		return nil, "", err
	}
	return b.Bytes(), w.FormDataContentType(), nil
}

func part(w *multipart.Writer, disposition, kind string, data []byte) error {
	p, err := w.CreatePart(textproto.MIMEHeader{"Content-Disposition": {disposition}, "Content-Type": {kind}})
	if err != nil {
		return err
	}
	_, err = p.Write(data)
	return err
}
