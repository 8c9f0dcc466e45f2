package bot

// A reply is what the bot has to say to an event. The zero reply says nothing.
type reply struct {
	text    string // Discord markdown, at most maxLength long
	buttons []button
	menu    menu     // above the buttons
	files   []file   // sent with it
	choices []choice // to an event of kind suggest
	private bool     // shown to the asker only, where Discord can
	replace bool     // to a control: in place of the message it stands on
}

// maxLength is what Discord allows in one message (see length).
const maxLength = 2000

// A button stands under a message. Pressed, it comes back as an event of kind control, in
// any later run of the program: name says whose it is, arg carries all it needs.
type button struct {
	label string
	name  string // of a row of the table of controls
	arg   string
	url   string // instead of name: a link
}

// maxCustomID is what Discord keeps of a control's name and arg together.
const maxCustomID = 100

// A choice is one suggestion for an option.
type choice struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// outgoing is the wire form of a message.
type outgoing struct {
	Content      string          `json:"content"`
	Flags        int             `json:"flags,omitempty"`
	Components   []component     `json:"components"`
	Attachments  []attachment    `json:"attachments,omitempty"`
	Mentions     allowedMentions `json:"allowed_mentions"`
	Reference    *answerTo       `json:"message_reference,omitempty"`
	Nonce        string          `json:"nonce,omitempty"`
	EnforceNonce bool            `json:"enforce_nonce,omitempty"`
}

// Message flags.
const (
	flagNoPreviews = 1 << 2
	flagPrivate    = 1 << 6
)

// allowedMentions says whom a message may ping. Its zero value, with empty lists that are not
// null, is nobody.
type allowedMentions struct {
	Parse       []string `json:"parse"`
	Users       []string `json:"users"`
	Roles       []string `json:"roles"`
	RepliedUser bool     `json:"replied_user"`
}

// nobody is who our messages ping.
func nobody() allowedMentions {
	return allowedMentions{Parse: []string{}, Users: []string{}, Roles: []string{}}
}

type answerTo struct {
	Message   string `json:"message_id"`
	Channel   string `json:"channel_id,omitempty"`
	MustExist bool   `json:"fail_if_not_exists"`
}

type component struct {
	Type        int          `json:"type"`
	Components  []component  `json:"components,omitempty"`
	Style       int          `json:"style,omitempty"`
	Label       string       `json:"label,omitempty"`
	CustomID    string       `json:"custom_id,omitempty"`
	URL         string       `json:"url,omitempty"`
	Placeholder string       `json:"placeholder,omitempty"`
	Options     []menuOption `json:"options,omitempty"`
}

// Component types and styles.
const (
	typeRow        = 1
	typeButton     = 2
	typeMenu       = 3
	styleSecondary = 2
	styleLink      = 5
	perRow         = 5
)

// wire returns the reply as a message.
func (r reply) wire() outgoing {
	o := outgoing{Content: shorten(r.text, maxLength), Flags: flagNoPreviews, Components: rows(r.buttons), Attachments: attachments(r.files), Mentions: nobody()}
	if len(r.menu.choices) > 0 {
		o.Components = append([]component{r.menu.wire()}, o.Components...)
	}
	if r.private {
		o.Flags |= flagPrivate
	}
	return o
}

func rows(buttons []button) []component {
	rows := []component{}
	for i, b := range buttons {
		if i%perRow == 0 {
			rows = append(rows, component{Type: typeRow})
		}
		row := &rows[len(rows)-1]
		c := component{Type: typeButton, Label: b.label, Style: styleSecondary, CustomID: b.name + ":" + b.arg}
		if b.url != "" {
			c.Style, c.CustomID, c.URL = styleLink, "", b.url
		}
		row.Components = append(row.Components, c)
	}
	return rows
}
