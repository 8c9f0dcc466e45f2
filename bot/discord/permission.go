package discord

import (
	"context"
	"errors"
	"slices"

	"github.com/bwmarrin/discordgo"
)

// A permission is one that people can give to a role, with the name they know it by.
type permission struct {
	bit  int64
	name string
}

// What posting takes, with the names people know it by. Without its history a channel looks
// empty, and whether a post was made before a crash cannot be told.
var toPost = []permission{
	{discordgo.PermissionViewChannel, "View Channel"},
	{discordgo.PermissionSendMessages, "Send Messages"},
	{discordgo.PermissionReadMessageHistory, "Read Message History"},
}

// Postable are the types of channels that text can be posted to.
var Postable = []discordgo.ChannelType{
	discordgo.ChannelTypeGuildText, discordgo.ChannelTypeGuildNews, discordgo.ChannelTypeGuildNewsThread,
	discordgo.ChannelTypeGuildPublicThread, discordgo.ChannelTypeGuildPrivateThread,
}

// may returns what a member with the roles may in a channel.
func may(g *discordgo.Guild, in *discordgo.Channel, member string, roles []string) (int64, error) {
	s := discordgo.NewState()
	err := errors.Join(s.GuildAdd(g), s.ChannelAdd(in),
		s.MemberAdd(&discordgo.Member{GuildID: g.ID, User: &discordgo.User{ID: member}, Roles: roles}))
	if err != nil {
		return 0, err
	}
	return s.UserChannelPermissions(member, in.ID)
}

// Why the bot cannot post somewhere at all.
var (
	ErrNoChannel  = errors.New("the channel is gone")
	ErrNoGuild    = errors.New("I am no longer in the server")
	ErrElsewhere  = errors.New("the channel is not of this server")
	ErrNotForText = errors.New("messages cannot be posted there")
)

// IsBarred reports whether err says that the bot may not do something in a channel at all, or that
// the channel is not there for it.
func IsBarred(err error) bool {
	return Refused(err, discordgo.ErrCodeUnknownChannel) || Refused(err, discordgo.ErrCodeUnknownGuild) ||
		Refused(err, discordgo.ErrCodeMissingAccess) || Refused(err, discordgo.ErrCodeMissingPermissions)
}

// Lacks returns the names of the permissions that the bot lacks to post in a channel of a guild,
// or one of the errors above, or another when Discord does not tell.
func (c *Client) Lacks(ctx context.Context, guild, channel string) ([]string, error) {
	self := c.Self.Load()
	if self == nil {
		return nil, errors.New("not connected yet")
	}
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
	case in.GuildID != guild:
		return nil, ErrElsewhere
	case !slices.Contains(Postable, in.Type):
		return nil, ErrNotForText
	}
	if in.IsThread() { // its permissions are those of the channel it is in
		if parent, err := c.channel(ctx, in.ParentID); err == nil {
			in.PermissionOverwrites = parent.PermissionOverwrites
		}
	}
	var member discordgo.Member
	if err := c.Do(ctx, Call{Doing: "reading our roles", Method: "GET", Path: "guilds/" + guild + "/members/" + self.ID}, &member); err != nil {
		return nil, err
	}
	has, err := may(g, in, self.ID, member.Roles)
	needs := slices.Clone(toPost)
	if in.IsThread() {
		needs[1] = permission{discordgo.PermissionSendMessagesInThreads, "Send Messages in Threads"}
	}
	return missing(has, needs), err
}

// missing returns the names of those permissions that has does not hold.
func missing(has int64, needs []permission) (names []string) {
	for _, p := range needs {
		if has&(p.bit|discordgo.PermissionAdministrator) == 0 {
			names = append(names, p.name)
		}
	}
	return names
}

// Guild returns what there is to know of a server.
func (c *Client) Guild(ctx context.Context, id string) (g *discordgo.Guild, err error) {
	err = c.Do(ctx, Call{Doing: "reading a server", Method: "GET", Path: "guilds/" + id}, &g)
	return g, err
}

func (c *Client) channel(ctx context.Context, id string) (in *discordgo.Channel, err error) {
	err = c.Do(ctx, Call{Doing: "reading a channel", Method: "GET", Path: "channels/" + id}, &in)
	return in, err
}

// DM returns the channel of direct messages with a person.
func (c *Client) DM(ctx context.Context, person string) (in *discordgo.Channel, err error) {
	err = c.Do(ctx, Call{Doing: "opening a direct message", Method: "POST", Again: true, Path: "users/@me/channels",
		Body: map[string]string{"recipient_id": person}}, &in)
	return in, err
}
