package localdiscord

import (
	"encoding/json"
	"time"
)

// Intents are the groups of events a bot asks for.
type Intents int

// The intents this server acts on. The last three are privileged.
const (
	IntentGuilds         Intents = 1 << 0
	IntentGuildMessages  Intents = 1 << 9
	IntentDirectMessages Intents = 1 << 12
	IntentGuildMembers   Intents = 1 << 1
	IntentPresences      Intents = 1 << 8
	IntentMessageContent Intents = 1 << 15

	privileged   = IntentGuildMembers | IntentPresences | IntentMessageContent
	knownIntents = Intents(1<<17-1) | 1<<20 | 1<<21 | 1<<24 | 1<<25
)

// Channel types.
const (
	GuildText    = 0
	DM           = 1
	PublicThread = 11
)

// Message types and flags.
const (
	typeDefault     = 0
	typeReply       = 19
	typeSlash       = 20
	typeContextMenu = 23

	// Ephemeral marks a message only the person who caused it sees.
	Ephemeral = 1 << 6
	// Loading marks a deferred answer: the person reads "is thinking...".
	Loading      = 1 << 7
	componentsV2 = 1 << 15
)

const allPermissions = "2251799813685247"

// A User is a person or the bot, as everybody sees them.
type User struct {
	ID            string  `json:"id"`
	Username      string  `json:"username"`
	GlobalName    *string `json:"global_name"`
	Discriminator string  `json:"discriminator"`
	Avatar        *string `json:"avatar"`
	Bot           bool    `json:"bot,omitempty"`
	PublicFlags   int     `json:"public_flags"`
	Flags         int     `json:"flags"`
	PrimaryGuild  *Guild  `json:"primary_guild"` // a badge nobody here wears
}

// A Member is a user inside the guild.
type Member struct {
	User        *User     `json:"user,omitempty"`
	Nick        *string   `json:"nick"`
	Roles       []string  `json:"roles"`
	JoinedAt    time.Time `json:"joined_at"`
	Permissions string    `json:"permissions,omitempty"`
	Deaf        bool      `json:"deaf"`
	Mute        bool      `json:"mute"`
	Flags       int       `json:"flags"`
	Pending     bool      `json:"pending"`

	// What nobody here has; Discord sends null.
	Avatar        *string `json:"avatar"`
	Banner        *string `json:"banner"`
	PremiumSince  *string `json:"premium_since"`
	DisabledUntil *string `json:"communication_disabled_until"`
}

// A Role of the guild. The bot has one of its own, which people sometimes mention instead of the bot.
type Role struct {
	ID          string    `json:"id"`
	Name        string    `json:"name"`
	Permissions string    `json:"permissions"`
	Position    int       `json:"position"`
	Managed     bool      `json:"managed"`
	Tags        *RoleTags `json:"tags,omitempty"`
}

// RoleTags say whose role it is.
type RoleTags struct {
	BotID string `json:"bot_id,omitempty"`
}

// A Guild is what users call a server.
type Guild struct {
	ID              string `json:"id"`
	Name            string `json:"name"`
	OwnerID         string `json:"owner_id"`
	PreferredLocale string `json:"preferred_locale"`
	Roles           []Role `json:"roles"`
}

// A Channel is a guild's text channel, a thread in one, or the direct messages between a person and the bot.
type Channel struct {
	ID         string `json:"id"`
	Type       int    `json:"type"`
	GuildID    string `json:"guild_id,omitempty"`
	Name       string `json:"name,omitempty"`
	ParentID   string `json:"parent_id,omitempty"`
	Position   int    `json:"position"`
	Flags      int    `json:"flags"`
	Recipients []User `json:"recipients,omitempty"`
	*Thread           // nil unless it is one
}

// A Thread is what a channel has beyond other channels when it is one.
type Thread struct {
	OwnerID  string         `json:"owner_id"`
	Messages int            `json:"message_count"`
	Sent     int            `json:"total_message_sent"`
	Members  int            `json:"member_count"`
	Metadata ThreadMetadata `json:"thread_metadata"`
}

// ThreadMetadata says when a thread is put away.
type ThreadMetadata struct {
	Archived         bool      `json:"archived"`
	ArchiveTimestamp time.Time `json:"archive_timestamp"` // of the last change, also while it is open
	AutoArchive      int       `json:"auto_archive_duration"`
	Locked           bool      `json:"locked"`
}

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
	TTS             bool         `json:"tts"`
	Pinned          bool         `json:"pinned"`
	MentionEveryone bool         `json:"mention_everyone"`
	Mentions        []User       `json:"mentions"` // who was pinged
	MentionRoles    []string     `json:"mention_roles"`
	Attachments     []Attachment `json:"attachments"`
	Embeds          []Embed      `json:"embeds"`
	Components      []Component  `json:"components"`
	Flags           int          `json:"flags"`
	Reactions       []Reaction   `json:"reactions,omitempty"`
	ApplicationID   string       `json:"application_id,omitempty"`
	WebhookID       string       `json:"webhook_id,omitempty"`
	Nonce           any          `json:"nonce,omitempty"`

	Reference           *Reference           `json:"message_reference,omitempty"`
	Referenced          *Message             `json:"referenced_message,omitempty"`
	InteractionMetadata *InteractionMetadata `json:"interaction_metadata,omitempty"`

	onlyFor string // user id; set on ephemeral messages
	deleted bool
}

// IsEphemeral reports whether only one person sees m.
func (m *Message) IsEphemeral() bool { return m.Flags&Ephemeral != 0 }

// IsLoading reports whether m is a deferred answer not given yet.
func (m *Message) IsLoading() bool { return m.Flags&Loading != 0 }

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

// A Reaction is one emoji under a message.
type Reaction struct {
	Count int   `json:"count"`
	Me    bool  `json:"me"`
	Emoji Emoji `json:"emoji"`
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

// An Embed is the framed block under a message's text.
type Embed struct {
	Type        string       `json:"type,omitempty"`
	Title       string       `json:"title,omitempty"`
	Description string       `json:"description,omitempty"`
	URL         string       `json:"url,omitempty"`
	Color       int          `json:"color,omitempty"`
	Timestamp   string       `json:"timestamp,omitempty"`
	Author      *EmbedAuthor `json:"author,omitempty"`
	Footer      *EmbedFooter `json:"footer,omitempty"`
	Image       *EmbedImage  `json:"image,omitempty"`
	Thumbnail   *EmbedImage  `json:"thumbnail,omitempty"`
	Fields      []EmbedField `json:"fields,omitempty"`
}

// An EmbedAuthor is the small line above an embed's title.
type EmbedAuthor struct {
	Name string `json:"name"`
	URL  string `json:"url,omitempty"`
}

// An EmbedFooter is the small line below an embed.
type EmbedFooter struct {
	Text string `json:"text"`
}

// An EmbedImage is a picture in an embed.
type EmbedImage struct {
	URL string `json:"url"`
}

// An EmbedField is a name and a value inside an embed.
type EmbedField struct {
	Name   string `json:"name"`
	Value  string `json:"value"`
	Inline bool   `json:"inline"`
}

// Component types and button styles.
const (
	ActionRow    = 1
	Button       = 2
	StringSelect = 3
	TextInput    = 4

	LinkStyle    = 5
	PremiumStyle = 6
)

// A Component is a row, a button, a select menu or a text input.
type Component struct {
	Type        int            `json:"type"`
	ID          int            `json:"id,omitempty"`
	CustomID    string         `json:"custom_id,omitempty"`
	Label       string         `json:"label,omitempty"`
	Style       int            `json:"style,omitempty"`
	URL         string         `json:"url,omitempty"`
	SKU         string         `json:"sku_id,omitempty"`
	Emoji       *Emoji         `json:"emoji,omitempty"`
	Disabled    bool           `json:"disabled,omitempty"`
	Placeholder string         `json:"placeholder,omitempty"`
	MinValues   *int           `json:"min_values,omitempty"`
	MaxValues   *int           `json:"max_values,omitempty"`
	Options     []SelectOption `json:"options,omitempty"`
	Content     string         `json:"content,omitempty"`
	Value       string         `json:"value,omitempty"`
	Required    *bool          `json:"required,omitempty"`
	MinLength   *int           `json:"min_length,omitempty"`
	MaxLength   *int           `json:"max_length,omitempty"`
	Components  []Component    `json:"components,omitempty"`
	Accessory   *Component     `json:"accessory,omitempty"`
	Component   *Component     `json:"component,omitempty"` // of a label, in modals
}

// A SelectOption is one line of a select menu.
type SelectOption struct {
	Label       string `json:"label"`
	Value       string `json:"value"`
	Description string `json:"description,omitempty"`
	Emoji       *Emoji `json:"emoji,omitempty"`
	Default     bool   `json:"default,omitempty"`
}

// A ScheduledEvent is an event the bot put into the guild's calendar, as it sent it, with its id.
type ScheduledEvent struct {
	ID          string
	Name        string
	Description string
	Starts      time.Time
	Ends        time.Time
	Raw         json.RawMessage
}
