package discord

import (
	"cmp"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"github.com/bwmarrin/discordgo"
)

// interaction is the wire form of a command, a pressed control or a request for suggestions.
type interaction struct {
	ID      string            `json:"id"`
	App     string            `json:"application_id"`
	Type    int               `json:"type"`
	Token   string            `json:"token"`
	Channel string            `json:"channel_id"`
	In      place             `json:"channel"`
	Guild   string            `json:"guild_id"`
	Locale  string            `json:"locale"`
	Spoken  string            `json:"guild_locale"` // in the server
	Can     string            `json:"app_permissions"`
	Owners  map[string]string `json:"authorizing_integration_owners"` // who installed the bot, by how
	User    *User             `json:"user"`
	Member  *struct {
		User        User   `json:"user"`
		Permissions string `json:"permissions"`
	} `json:"member"`
	Message *Message `json:"message"`
	Data    struct {
		Name     string     `json:"name"`
		Options  []given    `json:"options"`
		Target   string     `json:"target_id"`
		CustomID string     `json:"custom_id"`
		Values   []string   `json:"values"`
		Fields   Components `json:"components"`
		Resolved struct {
			Messages    map[string]*Message   `json:"messages"`
			Attachments map[string]Attachment `json:"attachments"`
		} `json:"resolved"`
	} `json:"data"`
}

// A place is a channel, as far as it tells whether it is in another.
type place struct {
	Type   discordgo.ChannelType `json:"type"`
	Parent string                `json:"parent_id"`
}

// thread returns the channel that a thread is in; "" of a channel that is no thread.
func (p place) thread() string {
	switch p.Type {
	case discordgo.ChannelTypeGuildPublicThread, discordgo.ChannelTypeGuildPrivateThread, discordgo.ChannelTypeGuildNewsThread:
		return p.Parent
	}
	return ""
}

// given is an option as a person filled it in, or a subcommand with its options.
type given struct {
	Name    string                                 `json:"name"`
	Type    discordgo.ApplicationCommandOptionType `json:"type"`
	Value   any                                    `json:"value"`
	Focused bool                                   `json:"focused"`
	Options []given                                `json:"options"`
}

// kinds are Discord's numbers for the interactions we know.
var kinds = map[int]Kind{2: Used, 3: Pressed, 4: Typing, 5: Submitted}

// interacted returns the interaction in data as an event. Those we do not know, or that lack
// what an answer needs, are not events.
func interacted(data json.RawMessage, self string) (Event, bool) {
	var i interaction
	if json.Unmarshal(data, &i) != nil {
		return Event{}, false
	}
	k, known := kinds[i.Type]
	can, _ := strconv.ParseInt(i.Can, 10, 64)
	e := Event{Kind: k, ID: i.ID, App: i.App, Token: i.Token, Channel: i.Channel, Guild: i.Guild, Locale: cmp.Or(i.Locale, i.Spoken), Can: can,
		Name: i.Data.Name, Chosen: i.Data.Values, Message: i.Message, Values: map[string]string{}}
	e.Parent = i.In.thread()
	const byServer = "0"
	_, installed := i.Owners[byServer]
	e.Abroad = e.Guild != "" && len(i.Owners) > 0 && !installed
	switch {
	case i.Member != nil:
		e.User = i.Member.User
		e.May, _ = strconv.ParseInt(i.Member.Permissions, 10, 64)
	case i.User != nil:
		e.User = *i.User
	}
	if k == Pressed || k == Submitted {
		e.Name, e.Arg, _ = strings.Cut(i.Data.CustomID, ":")
		e.Private = i.Message != nil && i.Message.Flags&FlagPrivate != 0
	}
	if target := i.Data.Resolved.Messages[i.Data.Target]; target != nil {
		e.Message = target
	}
	if e.Message != nil {
		e.Text = e.Message.plain(self)
	}
	e.fill(i.Data.Options, i.Data.Resolved.Attachments)
	Walk(i.Data.Fields, func(c Component) {
		if c.CustomID != "" {
			e.Values[c.CustomID] = c.Value
		}
	})
	return e, known && e.ID != "" && e.App != "" && e.Token != "" && e.User.ID != "" && e.Name != ""
}

// fill takes over the options, of which some name files; a subcommand's name goes to the command's: "digest now".
func (e *Event) fill(options []given, files map[string]Attachment) {
	for _, o := range options {
		if o.Value == nil {
			e.Name += " " + o.Name
			e.fill(o.Options, files)
			continue
		}
		switch v := o.Value.(type) {
		case float64:
			e.Values[o.Name] = strconv.FormatFloat(v, 'f', -1, 64)
		default:
			e.Values[o.Name] = fmt.Sprint(v)
		}
		if file, ok := files[e.Values[o.Name]]; ok && o.Type == discordgo.ApplicationCommandOptionAttachment {
			if e.Files == nil {
				e.Files = map[string]Attachment{}
			}
			e.Files[o.Name] = file
		}
		if o.Focused {
			e.Focused = o.Name
		}
	}
}
