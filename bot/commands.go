package bot

import (
	"context"

	"github.com/bwmarrin/discordgo"

	"talksbot/bot/discord"
	"talksbot/page"
)

// A row is one thing people can ask of the bot. The rows are all there is to a command: from
// them it is registered with Discord, found again when used, and explained by /help.
type row struct {
	name        string           // "ask", or with a subcommand "digest now"
	description string           // the name of the sentence in Discord's list of commands; at most 100 characters
	group       string           // of the first subcommand: the name of the sentence that says what all of them are for
	onMessage   bool             // offered on messages, under "Apps", instead of as /name
	options     []discord.Option // its texts, too, are names of sentences
	private     bool             // answered so that only the person sees it; else the option "private" decides
	asks        bool             // is a question: limited for each person, in work bounded, acknowledged first
	run         handler
	suggest     handler // for options with suggestions
}

// A handler says what there is to say to an event. It sends nothing itself and ends when its
// context does.
type handler func(*Bot, context.Context, event) reply

// What an option takes.
const (
	text    = discordgo.ApplicationCommandOptionString
	yesNo   = discordgo.ApplicationCommandOptionBoolean
	channel = discordgo.ApplicationCommandOptionChannel // one that text can be posted to
)

// private is the option that hides an answer from others.
var private = discord.Option{Name: "private", Description: "option.private", Type: yesNo}

// longestQuestion is what Discord lets a person type into /ask.
const longestQuestion = 1000

// A table is all the rows, by the kind of event that calls for them.
type table struct {
	said     row
	commands []row
	controls []row
}

// newTable returns the table. It is a function because /help, a row of it, reads it.
func newTable() table {
	return table{
		said: row{name: "message", asks: true, run: (*Bot).ask},
		commands: []row{{
			name: "ask", description: "command.ask", asks: true, run: (*Bot).ask,
			options: []discord.Option{
				{Name: "question", Description: "option.question", Type: text, Required: true, MaxLength: longestQuestion},
				private,
			},
		}, checkRow, datesRow, quotesRow, whoSaidRow, checkMessageRow, digestNowRow, digestSubscribeRow, digestUnsubscribeRow, digestListRow, {
			name: "help", description: "command.help", private: true, run: (*Bot).help,
		}, {
			name: "about", description: "command.about", private: true, run: (*Bot).about,
		}},
		controls: append([]row{
			{name: page.ShowSources, private: true, run: (*Bot).sources},
			{name: page.ShowReceipt, private: true, run: (*Bot).receipt},
			{name: oldSources, private: true, run: (*Bot).sources},
			{name: oldContext, private: true, run: (*Bot).sources},
			{name: oldReceipt, private: true, run: (*Bot).receipt},
			{name: quotesTurn, run: (*Bot).turnQuotes},
			{name: speakersName, run: (*Bot).otherQuotes},
			{name: digestPage, run: managing(turnDigests)},
		}, datesControls...),
	}
}

// find returns the row an event calls for, or one that says there is none.
func (t table) find(e event) row {
	rows := t.commands
	switch e.Kind {
	case discord.Said:
		return t.said
	case discord.Pressed:
		rows = t.controls
	}
	for _, r := range rows {
		if r.name == e.Name {
			if e.Kind == discord.Typing {
				r.run, r.asks = r.suggest, false
			}
			if r.run != nil {
				return r
			}
		}
	}
	return row{name: "unknown", private: true, run: unknown}
}

// unknown answers what an earlier version of the program offered and this one does not.
func unknown(b *Bot, _ context.Context, _ event) reply {
	return b.privately("unknown")
}
