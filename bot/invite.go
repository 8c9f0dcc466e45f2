package bot

import (
	"net/url"
	"strconv"
)

// Permissions the bot needs, by Discord's bits.
const (
	viewChannels          = 1 << 10
	sendMessages          = 1 << 11
	attachFiles           = 1 << 15 // calendar files, pictures
	readMessageHistory    = 1 << 16 // to answer with a reply, and to follow one back
	sendMessagesInThreads = 1 << 38
	createEvents          = 1 << 44

	permissions = viewChannels | sendMessages | attachFiles | readMessageHistory | sendMessagesInThreads | createEvents
)

// administrator stands for every permission.
const administrator = 1 << 3

// invite is the address at which the owner of a server adds the bot to it, with the
// permissions it needs and no others.
func invite(app string) string {
	return "https://discord.com/oauth2/authorize?" + url.Values{
		"client_id":   {app},
		"scope":       {"bot applications.commands"},
		"permissions": {strconv.Itoa(permissions)},
	}.Encode()
}
