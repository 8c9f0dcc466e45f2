package discord

import (
	"context"
	"errors"
	"slices"
	"strconv"

	"github.com/bwmarrin/discordgo"
)

// What posting takes, with the names people know it by. Without its history a channel looks
// empty, and whether a post was made before a crash cannot be told.
var toPost = []struct {
	bit  int64
	name string
}{
	{discordgo.PermissionViewChannel, "View Channel"},
	{discordgo.PermissionSendMessages, "Send Messages"},
	{discordgo.PermissionReadMessageHistory, "Read Message History"},
}

// A bits value is a set of permissions as Discord writes it: a number in quotation marks.
type bits int64

func (b *bits) UnmarshalJSON(data []byte) error {
	text, err := strconv.Unquote(string(data))
	if err != nil {
		text = string(data)
	}
	n, err := strconv.ParseInt(text, 10, 64)
	*b = bits(n)
	return err
}

// A Guild is what we read of a server.
type Guild struct {
	ID      string `json:"id"`
	Owner   string `json:"owner_id"`
	Updates string `json:"public_updates_channel_id"` // where Discord tells moderators of changes; "" where there is none
	Roles   []struct {
		ID          string `json:"id"`
		Permissions bits   `json:"permissions"`
	} `json:"roles"`
}

// A Channel is what we read of a channel.
type Channel struct {
	ID         string                `json:"id"`
	Type       discordgo.ChannelType `json:"type"`
	Guild      string                `json:"guild_id"`
	Parent     string                `json:"parent_id"`
	Overwrites []overwrite           `json:"permission_overwrites"`
}

// An overwrite changes, in one channel, what a role or a member may.
type overwrite struct {
	ID    string `json:"id"`
	Allow bits   `json:"allow"`
	Deny  bits   `json:"deny"`
}

// Postable are the types of channels that text can be posted to.
var Postable = []discordgo.ChannelType{
	discordgo.ChannelTypeGuildText, discordgo.ChannelTypeGuildNews, discordgo.ChannelTypeGuildNewsThread,
	discordgo.ChannelTypeGuildPublicThread, discordgo.ChannelTypeGuildPrivateThread,
}

func (c Channel) isThread() bool {
	return c.Type >= discordgo.ChannelTypeGuildNewsThread && c.Type <= discordgo.ChannelTypeGuildPrivateThread
}

// may returns what a member with the roles may in a channel, by Discord's rules: everyone's
// permissions and the roles', then the overwrites of everyone, of the roles, of the member.
func may(g Guild, member string, roles []string, c Channel) int64 {
	var all bits
	for _, r := range g.Roles {
		if r.ID == g.ID || slices.Contains(roles, r.ID) {
			all |= r.Permissions
		}
	}
	if int64(all)&discordgo.PermissionAdministrator != 0 || g.Owner == member {
		return ^0
	}
	var allow, deny bits
	for _, o := range c.Overwrites {
		switch {
		case o.ID == g.ID:
			all = all&^o.Deny | o.Allow
		case slices.Contains(roles, o.ID):
			allow, deny = allow|o.Allow, deny|o.Deny
		}
	}
	all = all&^deny | allow
	for _, o := range c.Overwrites {
		if o.ID == member {
			all = all&^o.Deny | o.Allow
		}
	}
	return int64(all)
}

// Why the bot cannot post somewhere at all.
var (
	ErrNoChannel  = errors.New("the channel is gone")
	ErrNoGuild    = errors.New("I am no longer in the server")
	ErrElsewhere  = errors.New("the channel is not of this server")
	ErrNotForText = errors.New("messages cannot be posted there")
)

// Lacks returns the names of the permissions that the bot, whose ID is self, lacks to post in a
// channel of a guild, or one of the errors above, or another when Discord does not tell.
func (c *Client) Lacks(ctx context.Context, guild, channel, self string) ([]string, error) {
	g, err := c.Guild(ctx, guild)
	switch {
	case Refused(err, discordgo.ErrCodeUnknownGuild), Refused(err, discordgo.ErrCodeMissingAccess):
		return nil, ErrNoGuild
	case err != nil:
		return nil, err
	}
	in, err := c.channel(ctx, channel)
	switch {
	case Refused(err, discordgo.ErrCodeUnknownChannel):
		return nil, ErrNoChannel
	case Refused(err, discordgo.ErrCodeMissingAccess):
		return []string{toPost[0].name}, nil
	case err != nil:
		return nil, err
	case in.Guild != guild:
		return nil, ErrElsewhere
	case !slices.Contains(Postable, in.Type):
		return nil, ErrNotForText
	}
	if in.isThread() { // its permissions are those of the channel it is in
		if parent, err := c.channel(ctx, in.Parent); err == nil {
			in.Overwrites = parent.Overwrites
		}
	}
	var member struct {
		Roles []string `json:"roles"`
	}
	if err := c.Do(ctx, Call{Doing: "reading our roles", Method: "GET", Path: "guilds/" + guild + "/members/" + self}, &member); err != nil {
		return nil, err
	}
	return missing(may(g, self, member.Roles, in), in.isThread()), nil
}

// missing returns the names of what posting takes and has does not hold.
func missing(has int64, thread bool) (names []string) {
	for _, p := range toPost {
		if thread && p.bit == discordgo.PermissionSendMessages {
			p.bit, p.name = discordgo.PermissionSendMessagesInThreads, "Send Messages in Threads"
		}
		if has&p.bit == 0 {
			names = append(names, p.name)
		}
	}
	return names
}

// Guild returns what there is to know of a server.
func (c *Client) Guild(ctx context.Context, id string) (g Guild, err error) {
	err = c.Do(ctx, Call{Doing: "reading a server", Method: "GET", Path: "guilds/" + id}, &g)
	return g, err
}

func (c *Client) channel(ctx context.Context, id string) (in Channel, err error) {
	err = c.Do(ctx, Call{Doing: "reading a channel", Method: "GET", Path: "channels/" + id}, &in)
	return in, err
}

// DM returns the channel of direct messages with a person.
func (c *Client) DM(ctx context.Context, person string) (in Channel, err error) {
	err = c.Do(ctx, Call{Doing: "opening a direct message", Method: "POST", Again: true, Path: "users/@me/channels",
		Body: map[string]string{"recipient_id": person}}, &in)
	return in, err
}
