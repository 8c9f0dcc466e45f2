// Package discord is the wire to Discord: events come in, messages go out. It knows discordgo
// and nothing of what the bot says.
//
//	client.go      Options, New and Run: a connection that outlasts what goes wrong
//	event.go       what Discord tells us, as plain values; interaction.go, of commands and controls
//	server.go      a server that the bot has come to, and where to speak first there
//	message.go     what Discord is told, as plain values, with its files
//	attachment.go  files that people send, fetched
//	say.go         the answers to events, each kind in its way
//	typing.go      the bot shown typing
//	register.go    the commands, told of when they changed
//	permission.go  what the bot may do in a channel, and what it lacks to post there
//	rest.go        REST calls and their refusals
//	transport.go   HTTP that keeps Discord's limits and comes back in bounded time
//	lanes.go       and the connections it goes over
//	line.go        the connection under a discordgo session, led through our hands
//	frames.go      what is seen there, and what must come next
//	supervise.go   sessions: opened, watched, resumed, given up
//	waits.go       how long anything may take
//	secret.go      the token, which no print shows
//
// discordgo keeps the gateway (identify, heartbeats, resume) and nothing else: its events are
// decoded here, because its own decoding loses a message that replies to one with a component
// it does not know; its REST calls are not used, because they retry 429 without end, double
// POSTs after a 502 and keep a bucket for every interaction.
package discord
