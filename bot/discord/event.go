package discord

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
)

// An Event is something a person did that concerns the bot.
type Event struct {
	Kind    Kind
	ID      string // of the interaction, or of the message said
	App     string // of an interaction: the application it is for
	Token   string // of an interaction: what its answers are addressed to
	Channel string
	Parent  string // of an interaction in a thread: the channel that this is in
	Guild   string // "" in direct messages
	Abroad  bool   // the bot is not in that server: the person brought it along
	User    User
	Locale  string // of an interaction: the language of the person's Discord, as "de" or "en-US"; of kind Joined the server's
	May     int64  // of an interaction in a guild: the person's permissions in the channel
	Can     int64  // of an interaction: the bot's

	Name    string                // of the command, the control or the form
	Arg     string                // what the control or the form carries after its name
	Values  map[string]string     // the command's options, or the form's fields, by name, as text
	Files   map[string]Attachment // those of the options, by name
	Private bool                  // of a control or a form: the message it stands on is shown to this person only
	Servers int                   // of kind Ready: how many the bot is in
	Server  *Server               // of kind Joined
	Chosen  []string              // what was chosen in a select menu
	Focused string                // of kind Typing: the option being typed
	Message *Message              // said, or what a control, a form or a message command stands on
	Text    string                // what that says, people by their names and without mention of the bot
}

// A Kind is what sort of event it is.
type Kind int

const (
	Said      Kind = iota // a message addressed to the bot
	Used                  // a slash or message command
	Pressed               // a button or a select menu
	Typing                // an option being filled in that wants suggestions
	Submitted             // a form that was filled in
	Ready                 // the bot is connected: User is its own, App its application
	Joined                // the bot is in a server: since now, or told anew of one it has long been in
	Left                  // the bot is in a server no more
)

// IsPost reports whether the message begins a post in a forum: only there has a thread the ID of the first
// message in it.
func (m Message) IsPost() bool { return m.Guild != "" && m.ID == m.Channel }

// A User is a person or a bot.
type User struct {
	ID   string `json:"id"`
	Name string `json:"username"`
	Bot  bool   `json:"bot"`
}

// A Message is what we read of Discord's message. Fields we do not need are not decoded, so
// that nothing in them can stop us.
type Message struct {
	ID        string     `json:"id"`
	Channel   string     `json:"channel_id"`
	Guild     string     `json:"guild_id"`
	Author    User       `json:"author"`
	Type      int        `json:"type"`
	Content   string     `json:"content"`
	Laid      Components `json:"components"`
	Mentions  []User     `json:"mentions"`
	Webhook   string     `json:"webhook_id"`
	Reference *Pointer   `json:"message_reference"`
	Flags     int        `json:"flags"`
	Asked     *Asked     `json:"interaction_metadata"`
	Answers   *Message   `json:"referenced_message"` // what it replies to
}

// Asked says who used the command or control that a message answers, and on which message.
type Asked struct {
	User User   `json:"user"`
	On   string `json:"interacted_message_id"`
}

// On returns the message whose control was used for m; "" where there is none.
func (m Message) On() string {
	if m.Asked == nil {
		return ""
	}
	return m.Asked.On
}

// A Pointer names the message that another replies to.
type Pointer struct {
	Message string `json:"message_id"`
}

// The message types people write in.
const (
	typeDefault = 0
	typeReply   = 19
)

// greeted returns READY as an event, when it says who the bot is.
func greeted(data json.RawMessage) (Event, bool) {
	var g struct {
		User        User `json:"user"`
		Application struct {
			ID string `json:"id"`
		} `json:"application"`
		Guilds []json.RawMessage `json:"guilds"`
	}
	if json.Unmarshal(data, &g) != nil || g.User.ID == "" {
		return Event{}, false
	}
	return Event{Kind: Ready, User: g.User, App: g.Application.ID, Servers: len(g.Guilds)}, true
}

// addressed returns the message as an event when it is one for the bot to answer: written by
// a person, and a direct message or one that mentions the bot. A reply to the bot mentions it
// unless the writer turned that off; then its content is not for us to see.
func addressed(m Message, self string) (Event, bool) {
	person := m.ID != "" && m.Author.ID != "" && !m.Author.Bot && m.Webhook == "" && m.Author.ID != self
	written := m.Type == typeDefault || m.Type == typeReply
	if !person || !written || m.Guild != "" && !mentions(m, self) {
		return Event{}, false
	}
	return Event{Kind: Said, Name: "message", ID: m.ID, Channel: m.Channel, Guild: m.Guild, User: m.Author, Message: &m, Text: m.plain(self)}, true
}

func mentions(m Message, id string) bool {
	return slices.ContainsFunc(m.Mentions, func(u User) bool { return u.ID == id })
}

// tags are the marks a message has in place of names: people, roles, channels, commands,
// emoji.
var tags = regexp.MustCompile(`<(@!?|@&|#|a?:\w+:|/[^:>]*:)(\d+)>`)

// plain returns what a person wrote, without the mention of the bot, whose ID is self. Other
// people they mention go by their names.
func (m Message) plain(self string) string {
	names := map[string]string{}
	for _, u := range m.Mentions {
		names[u.ID] = u.Name
	}
	delete(names, self)
	return tags.ReplaceAllStringFunc(m.Text(), func(tag string) string {
		part := tags.FindStringSubmatch(tag)
		if part[1] == "@" || part[1] == "@!" {
			return names[part[2]]
		}
		return ""
	})
}

// Text returns what a message says: its content, or the texts that it is laid out in.
func (m Message) Text() string {
	if m.Flags&FlagLaidOut == 0 {
		return m.Content
	}
	var texts []string
	Walk(m.Laid, func(c Component) {
		if c.Type == TypeText {
			texts = append(texts, c.Content)
		}
	})
	return strings.Join(texts, "\n\n")
}
