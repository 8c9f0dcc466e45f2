package bot

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
)

// An event is something a person did that concerns the bot.
type event struct {
	kind    kind
	id      string // of the interaction, or of the message said
	app     string // of an interaction: the application it is for
	token   string // of an interaction: what its answers are addressed to
	channel string
	guild   string // "" in direct messages
	user    user
	may     int64 // of an interaction in a guild: the person's permissions in the channel
	can     int64 // of an interaction: the bot's

	name    string            // of the command or the control
	arg     string            // what the control carries after its name
	values  map[string]string // the command's options by name, as text
	chosen  []string          // what was chosen in a select menu
	focused string            // of kind suggest: the option being typed
	message *message          // said, or what a control or message command stands on
}

// A kind is what sort of event it is.
type kind int

const (
	said    kind = iota // a message addressed to the bot
	command             // a slash or message command
	control             // a button or a select menu
	suggest             // an option being typed that wants suggestions
)

// is reports whether the yes-or-no option was given as yes.
func (e event) is(option string) bool { return e.values[option] == "true" }

// A user is a person or a bot.
type user struct {
	ID   string `json:"id"`
	Name string `json:"username"`
	Bot  bool   `json:"bot"`
}

// A message is what we read of Discord's message. Fields we do not need are not decoded, so
// that nothing in them can stop us.
type message struct {
	ID         string   `json:"id"`
	Channel    string   `json:"channel_id"`
	Guild      string   `json:"guild_id"`
	Author     user     `json:"author"`
	Type       int      `json:"type"`
	Content    string   `json:"content"`
	Mentions   []user   `json:"mentions"`
	Webhook    string   `json:"webhook_id"`
	Reference  *pointer `json:"message_reference"`
	Referenced *message `json:"referenced_message"`
	Flags      int      `json:"flags"`
	Asked      *asked   `json:"interaction_metadata"`
}

// asked says who used the command or control that a message answers.
type asked struct {
	User user `json:"user"`
}

// A pointer names a message.
type pointer struct {
	Message string `json:"message_id"`
	Channel string `json:"channel_id"`
}

// The message types people write in.
const (
	typeDefault = 0
	typeReply   = 19
)

// addressed returns the message as an event when it is one for the bot to answer: written by
// a person, and a direct message or one that mentions the bot. A reply to the bot mentions it
// unless the writer turned that off; then its content is not for us to see.
func addressed(m message, self string) (event, bool) {
	person := m.ID != "" && m.Author.ID != "" && !m.Author.Bot && m.Webhook == "" && m.Author.ID != self
	written := m.Type == typeDefault || m.Type == typeReply
	if !person || !written || m.Guild != "" && !mentions(m, self) {
		return event{}, false
	}
	return event{kind: said, name: "message", id: m.ID, channel: m.Channel, guild: m.Guild, user: m.Author, message: &m}, true
}

func mentions(m message, id string) bool {
	for _, u := range m.Mentions {
		if u.ID == id {
			return true
		}
	}
	return false
}

// interaction is the wire form of a command, a pressed control or a request for suggestions.
type interaction struct {
	ID      string `json:"id"`
	App     string `json:"application_id"`
	Type    int    `json:"type"`
	Token   string `json:"token"`
	Channel string `json:"channel_id"`
	Guild   string `json:"guild_id"`
	Can     string `json:"app_permissions"`
	User    *user  `json:"user"`
	Member  *struct {
		User        user   `json:"user"`
		Permissions string `json:"permissions"`
	} `json:"member"`
	Message *message `json:"message"`
	Data    struct {
		Name     string   `json:"name"`
		Options  []given  `json:"options"`
		Target   string   `json:"target_id"`
		CustomID string   `json:"custom_id"`
		Values   []string `json:"values"`
		Resolved struct {
			Messages map[string]*message `json:"messages"`
		} `json:"resolved"`
	} `json:"data"`
}

// given is an option as a person filled it in, or a subcommand with its options.
type given struct {
	Name    string  `json:"name"`
	Value   any     `json:"value"`
	Focused bool    `json:"focused"`
	Options []given `json:"options"`
}

// kinds are Discord's numbers for the interactions we know.
var kinds = map[int]kind{2: command, 3: control, 4: suggest}

// interacted returns the interaction in data as an event. Those we do not know, or that lack
// what an answer needs, are not events.
func interacted(data json.RawMessage) (event, bool) {
	var i interaction
	if json.Unmarshal(data, &i) != nil {
		return event{}, false
	}
	k, known := kinds[i.Type]
	can, _ := strconv.ParseInt(i.Can, 10, 64)
	e := event{kind: k, id: i.ID, app: i.App, token: i.Token, channel: i.Channel, guild: i.Guild, can: can,
		name: i.Data.Name, chosen: i.Data.Values, message: i.Message, values: map[string]string{}}
	switch {
	case i.Member != nil:
		e.user = i.Member.User
		e.may, _ = strconv.ParseInt(i.Member.Permissions, 10, 64)
	case i.User != nil:
		e.user = *i.User
	}
	if k == control {
		e.name, e.arg, _ = strings.Cut(i.Data.CustomID, ":")
		if i.Message != nil && i.Message.Flags&flagPrivate != 0 { // so is what it leads to
			e.values[private.name] = "true"
		}
	}
	if target := i.Data.Resolved.Messages[i.Data.Target]; target != nil {
		e.message = target
	}
	e.fill(i.Data.Options)
	return e, known && e.id != "" && e.app != "" && e.token != "" && e.user.ID != "" && e.name != ""
}

// fill takes over the options; a subcommand's name goes to the command's: "digest now".
func (e *event) fill(options []given) {
	for _, o := range options {
		if o.Value == nil {
			e.name += " " + o.Name
			e.fill(o.Options)
			continue
		}
		switch v := o.Value.(type) {
		case float64:
			e.values[o.Name] = strconv.FormatFloat(v, 'f', -1, 64)
		default:
			e.values[o.Name] = fmt.Sprint(v)
		}
		if o.Focused {
			e.focused = o.Name
		}
	}
}
