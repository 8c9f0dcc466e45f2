package bot

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"strconv"
)

// A permission is one of Discord's, with the name people know it by.
type permission struct {
	bit  int64
	name string
}

// What posting a digest takes. Without its history a channel looks empty, and whether a post
// was made before a crash cannot be told.
var (
	toView    = permission{viewChannels, "View Channel"}
	toSend    = permission{sendMessages, "Send Messages"}
	toAnswer  = permission{sendMessagesInThreads, "Send Messages in Threads"}
	toRecall  = permission{readMessageHistory, "Read Message History"}
	toPost    = []permission{toView, toSend, toRecall}
	toPostIn  = []permission{toView, toAnswer, toRecall} // a thread
	manageBit = int64(1 << 5)                            // Manage Server
)

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

// A guildInfo is what we read of a server.
type guildInfo struct {
	ID      string `json:"id"`
	Owner   string `json:"owner_id"`
	Updates string `json:"public_updates_channel_id"` // where Discord tells moderators of changes; "" where there is none
	Roles   []struct {
		ID          string `json:"id"`
		Permissions bits   `json:"permissions"`
	} `json:"roles"`
}

// A channelInfo is what we read of a channel.
type channelInfo struct {
	ID         string      `json:"id"`
	Type       int         `json:"type"`
	Guild      string      `json:"guild_id"`
	Parent     string      `json:"parent_id"`
	Overwrites []overwrite `json:"permission_overwrites"`
}

// An overwrite changes, in one channel, what a role or a member may.
type overwrite struct {
	ID    string `json:"id"`
	Allow bits   `json:"allow"`
	Deny  bits   `json:"deny"`
}

// The types of channels that text can be posted to.
const (
	typeText         = 0
	typeAnnouncement = 5
	typeNewsThread   = 10
	typeThread       = 11
	typePrivate      = 12
)

var postable = []int{typeText, typeAnnouncement, typeNewsThread, typeThread, typePrivate}

func (c channelInfo) isThread() bool { return c.Type >= typeNewsThread && c.Type <= typePrivate }

// may returns what a member with the roles may in a channel, by Discord's rules: everyone's
// permissions and the roles', then the overwrites of everyone, of the roles, of the member.
func may(g guildInfo, member string, roles []string, c channelInfo) int64 {
	var all bits
	for _, r := range g.Roles {
		if r.ID == g.ID || slices.Contains(roles, r.ID) {
			all |= r.Permissions
		}
	}
	if int64(all)&administrator != 0 || g.Owner == member {
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
	errNoChannel  = errors.New("the channel is gone")
	errNoGuild    = errors.New("I am no longer in the server")
	errElsewhere  = errors.New("the channel is not of this server")
	errNotForText = errors.New("messages cannot be posted there")
)

// lacks returns the names of the permissions that the bot lacks to post digests in a channel of
// a guild, or one of the errors above, or another when Discord does not tell.
func (b *Bot) lacks(ctx context.Context, guild, channel string) ([]string, error) {
	var g guildInfo
	err := b.rest.do(ctx, call{doing: "reading a server", method: http.MethodGet, path: "guilds/" + guild}, &g)
	switch {
	case refused(err, codeUnknownGuild), refused(err, codeNoAccess):
		return nil, errNoGuild
	case err != nil:
		return nil, err
	}
	c, err := b.channelInfo(ctx, channel)
	switch {
	case refused(err, codeUnknownChannel):
		return nil, errNoChannel
	case refused(err, codeNoAccess):
		return []string{toView.name}, nil
	case err != nil:
		return nil, err
	case c.Guild != guild:
		return nil, errElsewhere
	case !slices.Contains(postable, c.Type):
		return nil, errNotForText
	}
	needs := toPost
	if c.isThread() { // its permissions are those of the channel it is in
		needs = toPostIn
		if parent, err := b.channelInfo(ctx, c.Parent); err == nil {
			c.Overwrites = parent.Overwrites
		}
	}
	var member struct {
		Roles []string `json:"roles"`
	}
	self := b.self.Load()
	if self == nil {
		return nil, errors.New("not connected yet")
	}
	if err := b.rest.do(ctx, call{doing: "reading our roles", method: http.MethodGet, path: "guilds/" + guild + "/members/" + self.ID}, &member); err != nil {
		return nil, err
	}
	has := may(g, self.ID, member.Roles, c)
	var missing []string
	for _, p := range needs {
		if has&p.bit == 0 {
			missing = append(missing, p.name)
		}
	}
	return missing, nil
}

func (b *Bot) channelInfo(ctx context.Context, channel string) (c channelInfo, err error) {
	err = b.rest.do(ctx, call{doing: "reading a channel", method: http.MethodGet, path: "channels/" + channel}, &c)
	return c, err
}
