// Package bot is what talksbot does on Discord: commands, conversations, digests. The wire is
// bot/discord's.
//
// The house, bottom up:
//
//	markdown.go    outside text, made harmless for Discord
//	render.go      pages as Discord shows them
//	wire.go        what comes from Discord and goes there, and the one place that sends
//	reply.go       what we have to say, as plain values, with menu.go and pages.go
//	limit.go       how often one person may ask, and one server
//	door.go        who is let in to ask, and who is told to wait
//	archive.go     what the articles say, shown: all that needs no Discord
//	memory.go      what answers said, for the questions that follow and for receipts
//	commands.go    the table: every command and button, and what it does
//	register.go    telling Discord of the table when it changed
//	invite.go      the link that adds the bot to a server
//	dispatch.go    from an event to a row of the table, and the boundary around it
//	ask.go         the rows, one file each, with citations.go and citations_old.go;
//	sources.go     what is cited, in its place
//	receipt.go     how an answer was checked, checked once more
//	about.go       and help
//	check.go       a claim, or each of a message, laid beside the articles
//	dates.go       with dates_files.go and schedule.go, which changes something
//	quotes.go
//	whosaid.go     the words of a message, looked for among the quotes
//	digest.go      with digest_text.go, and clock.go for times and zones as people type them
//	desk.go        digests written and taken to their channels, for bot/press, which sends each once
//	bot.go         Options, New and Run, and how long anything may take
//
// To add a command or a button, add a row to the table and a file with its handler.
//
// House rules. A handler is a function from an event to a reply; it sends nothing
// (schedule.go makes what a person pressed a button for). What it says is a page: its words come
// from the catalogue of package page, and render.go writes them. Text that is not ours passes
// through escape. Nobody is ever pinged. Work starts only where there is a free slot.
package bot
