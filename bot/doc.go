// Package bot is talksbot's Discord front: events come in, messages go out.
//
// The house, bottom up:
//
//	secret.go      the token, which no print shows
//	markdown.go    outside text, made harmless for Discord
//	words.go       numbers and days as people write them
//	event.go       what Discord tells us, as plain values
//	reply.go       what we have to say, as plain values, with file.go, menu.go and pages.go
//	waits.go       how long anything may take
//	transport.go   HTTP that keeps Discord's limits and comes back in bounded time
//	rest.go        REST calls and their refusals
//	deliver.go     the one place that sends
//	line.go        the connection under a discordgo session, led through our hands
//	frames.go      what is seen there, and what must come next
//	supervise.go   sessions: opened, watched, resumed, given up
//	limit.go       how often one person may ask
//	memory.go      the last messages
//	commands.go    the table: every command and button, and what it does
//	register.go    telling Discord of the table when it changed
//	invite.go      the link that adds the bot to a server
//	dispatch.go    from an event to a row of the table, and the boundary around it
//	ask.go         the rows, one file each, with turns.go, answer.go and citations.go;
//	sources.go
//	receipt.go     how an answer was checked, checked once more, with shown.go
//	help.go
//	about.go
//	check.go       a claim, or each of a message, laid beside the articles
//	dates.go       with dates_text.go, dates_files.go and schedule.go, which changes something
//	quotes.go      with quotes_text.go and quotes_context.go
//	whosaid.go     the words of a message, looked for among the quotes
//	digest.go      with digest_text.go, and clock.go for times and zones as people type them
//	due.go         when a digest is due: a function of subscriptions, clock and zone
//	permission.go  what the bot may do in a channel, and what it lacks to post there
//	press.go       the daily digests, each sent once; press_settle.go says what becomes of one
//	bot.go         Options, New and Run
//
// To add a command or a button, add a row to the table and a file with its handler.
//
// House rules. A handler is a function from an event to a reply; it sends nothing
// (schedule.go makes what a person pressed a button for; press.go posts what is due). Text that
// is not ours passes through escape. Nobody is ever pinged. Work starts only where there is a
// free slot. discordgo keeps the gateway (identify, heartbeats, resume) and nothing else:
// its events are decoded here, because its own decoding loses a message that replies to one
// with a component it does not know; its REST calls are not used, because they retry 429
// without end, double POSTs after a 502 and keep a bucket for every interaction.
package bot
