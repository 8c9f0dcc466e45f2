package discord

import (
	"cmp"
	"encoding/json"
	"slices"
	"sync"
	"time"

	"github.com/bwmarrin/discordgo"
)

// A Server is one that the bot is in, as far as it matters for the first word there.
type Server struct {
	ID, Name, Owner string
	Joined          time.Time // by the bot
	Newly           bool      // since the session began
	Channel         string    // where a first word is best said: the system channel, or the first where it can be; "": there is none
	Lacks           []string  // the names of the permissions that the bot lacks there
	May             bool      // it may be said there
}

// toHelp is what the bot can do without, but not as well.
var toHelp = []permission{
	{discordgo.PermissionAttachFiles, "Attach Files"},
	{discordgo.PermissionReadMessageHistory, "Read Message History"},
}

// joined returns the GUILD_CREATE in data as an event, unless the server cannot be reached now.
func joined(data json.RawMessage, self string) (Event, bool) {
	var g struct {
		ID          string               `json:"id"`
		Name        string               `json:"name"`
		Owner       string               `json:"owner_id"`
		Joined      time.Time            `json:"joined_at"`
		Unavailable bool                 `json:"unavailable"`
		Locale      string               `json:"preferred_locale"`
		System      string               `json:"system_channel_id"`
		Roles       []*discordgo.Role    `json:"roles"`
		Channels    []*discordgo.Channel `json:"channels"`
		Members     []*discordgo.Member  `json:"members"`
	}
	if json.Unmarshal(data, &g) != nil || g.ID == "" || g.Unavailable {
		return Event{}, false
	}
	s := &Server{ID: g.ID, Name: g.Name, Owner: g.Owner, Joined: g.Joined}
	var roles []string
	for _, m := range g.Members {
		if m.User != nil && m.User.ID == self {
			roles = m.Roles
		}
	}
	s.choose(&discordgo.Guild{ID: g.ID, OwnerID: g.Owner, Roles: g.Roles}, inOrderOf(g.Channels, g.System), self, roles)
	return Event{Kind: Joined, Name: "joined", Guild: g.ID, Locale: g.Locale, Server: s}, true
}

// localeOf returns the ID and the language of the server in a GUILD_UPDATE.
func localeOf(data json.RawMessage) (id, locale string) {
	var g struct {
		ID     string `json:"id"`
		Locale string `json:"preferred_locale"`
	}
	json.Unmarshal(data, &g) // what is not read says nothing
	return g.ID, g.Locale
}

// inOrderOf returns the channels for text, that for messages of Discord's own first and the others as
// people see them.
func inOrderOf(channels []*discordgo.Channel, system string) []*discordgo.Channel {
	texts := slices.DeleteFunc(slices.Clone(channels), func(c *discordgo.Channel) bool {
		return c.Type != discordgo.ChannelTypeGuildText && c.Type != discordgo.ChannelTypeGuildNews
	})
	rank := func(c *discordgo.Channel) int {
		if c.ID == system {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(texts, func(a, b *discordgo.Channel) int {
		return cmp.Or(rank(a)-rank(b), a.Position-b.Position)
	})
	return texts
}

// choose finds the first channel that may be written in, or else the first, and what is lacking there.
func (s *Server) choose(g *discordgo.Guild, channels []*discordgo.Channel, self string, roles []string) {
	for _, c := range channels {
		c.GuildID = g.ID
		has, err := may(g, c, self, roles)
		if err != nil {
			continue
		}
		needs := missing(has, toPost[:2])
		if s.Channel == "" || len(needs) == 0 {
			s.Channel, s.May = c.ID, len(needs) == 0
			s.Lacks = append(needs, missing(has, toHelp)...)
		}
		if s.May {
			return
		}
	}
}

// listed returns the IDs of the servers that READY lists: the bot has been in them.
func listed(data json.RawMessage) *sync.Map {
	var ready struct {
		Guilds []struct {
			ID string `json:"id"`
		} `json:"guilds"`
	}
	json.Unmarshal(data, &ready) // what is not read is not listed
	var ids sync.Map
	for _, g := range ready.Guilds {
		ids.Store(g.ID, true)
	}
	return &ids
}

// left returns the GUILD_DELETE in data as an event, unless the server is only out of reach.
func left(data json.RawMessage) (Event, bool) {
	var g struct {
		ID          string `json:"id"`
		Unavailable bool   `json:"unavailable"`
	}
	if json.Unmarshal(data, &g) != nil || g.ID == "" || g.Unavailable {
		return Event{}, false
	}
	return Event{Kind: Left, Name: "left", Guild: g.ID}, true
}
