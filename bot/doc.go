// Package bot is what talksbot does on Discord. Its rooms have the wire (bot/discord), commands and
// replies as values (bot/command), pages in markdown (bot/markdown), the daily posts (bot/digests,
// each sent once by bot/press) and what is remembered (bot/store). Here is what answers people.
//
// The house, bottom up:
//
//	archive.go       what the articles of a server say, shown: all that needs no Discord
//	citations.go     what buttons carry, with citations_old.go, and what has become of it (became.go); sources.go shows it
//	check.go         a claim, or each of a message, laid beside the articles
//	dates.go         with dates_files.go and schedule.go, which changes something
//	quotes.go        and whosaid.go: the words of a message, looked for among the quotes
//	memory.go        what answers said, for the questions that follow and for receipts
//	receipt.go       how an answer was checked, checked once more
//	ask.go           questions
//	follow.go        what leads on from an answer; show.go, to everyone; wrong.go, what is wrong with it
//	about.go         and help
//	privacy.go       what is kept of a person, shown and deleted; answers deleted
//	elsewhere.go     questions where none are answered
//	thread.go        long answers in threads, and worded.go: as many by a model as a server wants
//	reread.go        what answers cite, read again
//	kept.go          questions that were not answered, kept; gaps.go shows them
//	hello.go         the first word in a server, and its last
//	commands.go      the table: every command and control, and what does it
//	limit.go         how often one person may ask, and one server
//	door.go          who is let in to ask, and who is told to wait
//	send.go          the one way out
//	growing.go       what is there of an answer already, shown while the rest is awaited
//	visit.go         one event: acknowledged, in line (bot/queue), answered; and the boundary around that
//	dispatch.go      all of them
//	invite.go        the link that adds the bot to a server
//	bot.go           Options, New and Run
//
// To add a command or a control, add a row to the table and a file with its handler.
//
// House rules. A handler is a function from an event to a reply; it sends nothing
// (schedule.go makes what a person pressed a button for). What it says is a page: its words come
// from the catalogue of package page, and package markdown writes them. Text that is not ours
// is escaped there. Nobody is ever pinged. Nobody is left in silence: what is asked
// is acknowledged at once, whatever work there is, and then waits its turn.
package bot
