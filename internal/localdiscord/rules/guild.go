package rules

import (
	"strconv"
	"strings"
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

	Privileged = IntentGuildMembers | IntentPresences | IntentMessageContent
	Known      = Intents(1<<17-1) | 1<<20 | 1<<21 | 1<<24 | 1<<25
)

// Channel types.
const (
	GuildText    = 0
	DM           = 1
	GroupDM      = 3
	PublicThread = 11
)

// AllPermissions is the permissions of whoever may do everything.
const AllPermissions = "2251799813685247"

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

// Mention is what people type to address u.
func (u User) Mention() string { return "<@" + u.ID + ">" }

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
	System          string `json:"system_channel_id,omitempty"` // the channel for Discord's own messages
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
	ArchiveTimestamp time.Time `json:"archive_timestamp"`     // of the last change, also while it is open
	AutoArchive      int       `json:"auto_archive_duration"` // minutes
	Locked           bool      `json:"locked"`
}

// ReadThread is the name of a thread to start.
func ReadThread(raw []byte) (string, error) {
	var sent struct {
		Name string `json:"name" limit:"100,required"`
	}
	if err := Decode(raw, &sent); err != nil {
		return "", err
	}
	var c checker
	c.limits("", sent)
	return sent.Name, c.err()
}

// discordEpoch is the first millisecond of 2015, from which snowflakes count.
const discordEpoch = 1420070400000

// Snowflake is the n-th id of a millisecond.
func Snowflake(t time.Time, n uint64) uint64 { return uint64(t.UnixMilli()-discordEpoch)<<22 + n }

// ID is a snowflake as Discord writes it.
func ID(snowflake uint64) string { return strconv.FormatUint(snowflake, 10) }

// Older reports whether the id a was made before b. Ids are numbers.
func Older(a, b string) bool { return len(a) < len(b) || len(a) == len(b) && a < b }

// A ScheduledEvent is an event the bot put into the guild's calendar.
type ScheduledEvent struct {
	ID          string        `json:"id"`
	GuildID     string        `json:"guild_id"`
	CreatorID   string        `json:"creator_id"`
	Name        string        `json:"name" limit:"100,required"`
	Description string        `json:"description,omitempty" limit:"1000"`
	Starts      time.Time     `json:"scheduled_start_time"`
	Ends        time.Time     `json:"scheduled_end_time,omitzero"`
	Privacy     int           `json:"privacy_level"`
	Status      int           `json:"status"`
	Type        int           `json:"entity_type"`
	Metadata    EventMetadata `json:"entity_metadata,omitzero"`
}

// EventMetadata says where an event is that is elsewhere than on Discord.
type EventMetadata struct {
	Location string `json:"location"`
}

// ReadEvent checks what Discord does: an event lies ahead, and one that is elsewhere (type 3) has an end and a place.
func ReadEvent(raw []byte, now time.Time) (e ScheduledEvent, err error) {
	if err := Decode(raw, &e); err != nil {
		return e, err
	}
	const elsewhere, scheduled = 3, 1
	e.Status = scheduled
	var c checker
	c.limits("", e)
	if e.Privacy != 2 {
		c.add("privacy_level", "BASE_TYPE_CHOICES", "Value must be one of {2}.")
	}
	if !e.Starts.After(now) {
		c.add("scheduled_start_time", "GUILD_SCHEDULED_EVENT_SCHEDULE_PAST", "Cannot schedule event in the past.")
	}
	c.want(e.Type != elsewhere || strings.TrimSpace(e.Metadata.Location) != "", "entity_metadata.location")
	if e.Type == elsewhere && !e.Ends.After(e.Starts) {
		c.add("scheduled_end_time", "BASE_TYPE_REQUIRED", "an end after the start is required")
	}
	return e, c.err()
}
