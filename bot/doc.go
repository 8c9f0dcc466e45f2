// Package bot is talksbot's Discord front: events come in, messages go out.
//
// The house, bottom up:
//
//	secret.go      the token, which no print shows
//	markdown.go    outside text, made harmless for Discord
//	event.go       what Discord tells us, as plain values
//	reply.go       what we have to say, as plain values
//	transport.go   HTTP that keeps Discord's limits and comes back in bounded time
//	rest.go        the few REST calls a bot of text makes
//	deliver.go     the one place that sends
//	limit.go       how often one person may ask
//	line.go        the socket under a discordgo session, watched frame by frame
//	supervise.go   sessions: opened, watched, resumed, given up
//	commands.go    the table: every command, button and what they do
//	register.go    telling Discord of the table when it changed
//	dispatch.go    from an event to a row of the table, and the boundary around it
//	ask.go, turns.go, answer.go, sources.go, help.go, about.go    the rows
//	bot.go         Run
//
// House rules. A handler is a function from an event to a reply; it sends nothing. Text that
// is not ours passes through escape. Nobody is ever pinged. Work starts only where there is a
// free slot. discordgo keeps the gateway (identify, heartbeats, resume) and nothing else:
// its events are decoded here, because its own decoding loses a message that replies to one
// with a component it does not know; its REST calls are not used, because they retry 429
// without end, double POSTs after a 502 and keep a bucket for every interaction.
package bot
