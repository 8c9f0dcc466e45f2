package rules

import "time"

// Message types and flags.
const (
	TypeReply       = 19
	typeSlash       = 20
	typeContextMenu = 23

	// Ephemeral marks a message only the person who caused it sees.
	Ephemeral = 1 << 6
	// Loading marks a deferred answer: the person reads "is thinking...".
	Loading = 1 << 7
	// ComponentsV2 marks a message laid out in components of the second kind.
	ComponentsV2 = 1 << 15
)

// A Message is the state of a message at one moment. It is never modified: an edit makes another.
type Message struct {
	ID              string       `json:"id"`
	ChannelID       string       `json:"channel_id"`
	GuildID         string       `json:"guild_id,omitempty"` // events only, as Discord does
	Author          User         `json:"author"`
	Member          *Member      `json:"member,omitempty"` // events only
	Type            int          `json:"type"`
	Content         string       `json:"content"`
	Timestamp       time.Time    `json:"timestamp"`
	EditedTimestamp *time.Time   `json:"edited_timestamp"`
	TTS             bool         `json:"tts"`    // never
	Pinned          bool         `json:"pinned"` // never
	MentionEveryone bool         `json:"mention_everyone"`
	Mentions        []User       `json:"mentions"` // who was pinged
	MentionRoles    []string     `json:"mention_roles"`
	Attachments     []Attachment `json:"attachments"`
	Embeds          []any        `json:"embeds"` // always empty: see [Draft]
	Components      []Component  `json:"components"`
	Flags           int          `json:"flags"`
	ApplicationID   string       `json:"application_id,omitempty"`
	WebhookID       string       `json:"webhook_id,omitempty"`
	Nonce           any          `json:"nonce,omitempty"`

	Reference           *Reference           `json:"message_reference,omitempty"`
	Referenced          *Message             `json:"referenced_message,omitempty"`
	InteractionMetadata *InteractionMetadata `json:"interaction_metadata,omitempty"`

	OnlyFor string `json:"-"` // the user who sees an ephemeral message
	Reacted string `json:"-"` // the emoji that the bot put under it
	Deleted bool   `json:"-"`
}

// IsEphemeral reports whether only one person sees m.
func (m *Message) IsEphemeral() bool { return m.Flags&Ephemeral != 0 }

// IsLoading reports whether m is a deferred answer not given yet.
func (m *Message) IsLoading() bool { return m.Flags&Loading != 0 }

// IsSeenBy reports whether the user sees m now.
func (m *Message) IsSeenBy(user string) bool {
	return !m.Deleted && (m.OnlyFor == "" || m.OnlyFor == user)
}

// IsEmpty reports whether m says nothing.
func (m *Message) IsEmpty() bool {
	return m.Content == "" && len(m.Attachments)+len(m.Components) == 0
}

// ReplyTo makes m, a message in a channel of that guild, a reply. Discord nests one level: what to itself replies to
// is left out.
func (m *Message) ReplyTo(to *Message, guild string) {
	m.Type, m.Reference = TypeReply, &Reference{MessageID: to.ID, ChannelID: to.ChannelID, GuildID: guild}
	shallow := *to
	shallow.Referenced = nil
	m.Referenced = &shallow
}

// A Reference names the message another replies to.
type Reference struct {
	Type            int    `json:"type"`
	MessageID       string `json:"message_id,omitempty"`
	ChannelID       string `json:"channel_id,omitempty"`
	GuildID         string `json:"guild_id,omitempty"`
	FailIfNotExists *bool  `json:"fail_if_not_exists,omitempty"`
}

// InteractionMetadata says which interaction a message answers.
type InteractionMetadata struct {
	ID   string `json:"id"`
	Type int    `json:"type"`
	User User   `json:"user"`
	Name string `json:"name,omitempty"` // deprecated by Discord, still sent

	AuthorizingIntegrationOwners map[string]string `json:"authorizing_integration_owners"`
	InteractedMessageID          string            `json:"interacted_message_id,omitempty"`
}

// An Emoji is a Unicode emoji (no id) or a custom one.
type Emoji struct {
	ID   *string `json:"id"`
	Name string  `json:"name"`
}

// An Attachment is a file of a message.
type Attachment struct {
	ID          string `json:"id"`
	Filename    string `json:"filename"`
	Description string `json:"description,omitempty"`
	ContentType string `json:"content_type,omitempty"`
	Size        int    `json:"size"`
	URL         string `json:"url"`
	ProxyURL    string `json:"proxy_url"`
}
