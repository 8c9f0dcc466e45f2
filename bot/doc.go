// Package bot is what talksbot does on Discord: commands, conversations, digests. The wire is
// bot/discord's.
//
// The house, bottom up:
//
//	event.go         what comes from Discord and goes there, by shorter names
//	markdown.go      outside text, made harmless for Discord
//	render.go        pages as Discord shows them
//	reply.go         what we have to say, as plain values; wire.go writes it, pages.go turns its pages
//	row.go           what a command or a button is; table.go finds it, register.go tells Discord of it
//	archive.go       what the articles say, shown: all that needs no Discord
//	citations.go     what buttons carry, with citations_old.go; sources.go shows it
//	check.go         a claim, or each of a message, laid beside the articles
//	dates.go         with dates_files.go and schedule.go, which changes something
//	quotes.go        and whosaid.go: the words of a message, looked for among the quotes
//	memory.go        what answers said, for the questions that follow and for receipts
//	receipt.go       how an answer was checked, checked once more
//	ask.go           questions
//	desk.go          digests written and taken to their channels, for bot/press, which sends each once
//	digest.go        the commands about them, with clock.go for times and zones as people type them
//	about.go         and help
//	commands.go      the table: every command and button, and what does it
//	limit.go         how often one person may ask, and one server
//	door.go          who is let in to ask, and who is told to wait
//	send.go          the one way out
//	dispatch.go      from an event to a row of the table, and the boundary around it
//	invite.go        the link that adds the bot to a server
//	bot.go           Options, New and Run
//
// To add a command or a button, add a row to the table and a file with its handler.
//
// House rules. A handler is a function from an event to a reply; it sends nothing
// (schedule.go makes what a person pressed a button for). What it says is a page: its words come
// from the catalogue of package page, and render.go writes them. Text that is not ours passes
// through escape. Nobody is ever pinged. Work starts only where there is a free slot.
package bot
