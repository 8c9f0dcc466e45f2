package bot

import (
	"net/url"
	"strconv"

	"github.com/bwmarrin/discordgo"
)

// permissions are those the bot needs.
const permissions = discordgo.PermissionViewChannel | discordgo.PermissionSendMessages | discordgo.PermissionSendMessagesInThreads |
	discordgo.PermissionCreatePublicThreads | // for long answers, where a server wants them there
	discordgo.PermissionAttachFiles | // calendar files, pictures
	discordgo.PermissionReadMessageHistory | // to answer with a reply, and to follow one back
	discordgo.PermissionAddReactions | // to show that a message was seen
	discordgo.PermissionCreateEvents

// userInstall is Discord's number for an app that a person, not a server, adds.
const userInstall = "1"

// inviteAlong is the address at which a person adds the bot for themselves, to use its commands
// anywhere.
func inviteAlong(app string) string {
	return "https://discord.com/oauth2/authorize?" + url.Values{
		"client_id": {app}, "scope": {"applications.commands"}, "integration_type": {userInstall},
	}.Encode()
}

// Invite is the address at which the owner of a server adds the bot to it, with the
// permissions it needs and no others.
func Invite(app string) string {
	return "https://discord.com/oauth2/authorize?" + url.Values{
		"client_id":   {app},
		"scope":       {"bot applications.commands"},
		"permissions": {strconv.FormatInt(permissions, 10)},
	}.Encode()
}
