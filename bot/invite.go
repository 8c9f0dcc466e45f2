package bot

import (
	"net/url"
	"strconv"
)

// Permissions the bot needs, by Discord's bits.
const (
	viewChannels          = 1 << 10
	sendMessages          = 1 << 11
	readMessageHistory    = 1 << 16 // to answer with a reply, and to follow one back
	sendMessagesInThreads = 1 << 38

	permissions = viewChannels | sendMessages | readMessageHistory | sendMessagesInThreads
)

// invite is the address at which the owner of a server adds the bot to it, with the
// permissions it needs and no others.
func invite(app string) string {
	return "https://discord.com/oauth2/authorize?" + url.Values{
		"client_id":   {app},
		"scope":       {"bot applications.commands"},
		"permissions": {strconv.Itoa(permissions)},
	}.Encode()
}
