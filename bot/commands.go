package bot

import (
	"context"
	"slices"

	"talksbot/bot/discord"
	"talksbot/knowledge/quotation"
	"talksbot/page"
)

// newTable returns the table: every command and every control there is, and what does it.
func newTable(a *archive, q asking, r receipts, s scheduler, d digests, about handler) table {
	t := table{
		said: row{name: "message", asks: true, run: q.ask},
		controls: []row{
			{name: page.ShowSources, private: true, run: a.sources},
			{name: page.ShowReceipt, private: true, run: r.receipt},
			{name: oldSources, private: true, run: a.sources},
			{name: oldContext, private: true, run: a.sources},
			{name: oldReceipt, private: true, run: r.receipt},
			{name: datesTurn, run: a.ofDates(a.turnDates)},
			{name: calendarName, private: true, run: a.ofDates(a.calendar)},
			{name: pictureName, asks: true, run: a.ofDates(a.picture)},
			{name: scheduleName, private: true, asks: true, run: a.ofDates(s.schedule)},
			{name: quotesTurn, run: a.turnQuotes},
			{name: speakersName, run: a.otherQuotes},
			{name: digestPage, run: d.managing(d.turn)},
		},
	}
	t.commands = slices.Concat(questions(a, q), digestCommands(d), []row{
		{name: "help", description: "command.help", private: true, run: func(context.Context, event) reply { return help(t.commands, a.words) }},
		{name: "about", description: "command.about", private: true, run: about},
	})
	return t
}

// longestQuestion is what Discord lets a person type into /ask and /check.
const longestQuestion = 1000

// questions are the commands that ask something of the articles. What is asked of a message that
// somebody wrote only who asks sees: nobody is shown up.
func questions(a *archive, q asking) []row {
	return []row{
		{name: "ask", description: "command.ask", asks: true, run: q.ask, options: []discord.Option{
			{Name: "question", Description: "option.question", Type: text, Required: true, MaxLength: longestQuestion},
			private,
		}},
		{name: "check", description: "command.check", asks: true, run: a.check, options: []discord.Option{
			{Name: "claim", Description: "option.claim", Type: text, Required: true, MaxLength: longestQuestion},
			private,
		}},
		{name: "dates", description: "command.dates", asks: true, run: a.dates, suggest: a.suggestTopics, options: []discord.Option{
			{Name: "about", Description: "option.dates-about", Type: text, Autocomplete: true, MaxLength: longestTopic},
			{Name: "from", Description: "option.from", Type: text, MaxLength: longestDay},
			{Name: "to", Description: "option.to", Type: text, MaxLength: longestDay},
			private,
		}},
		{name: "quotes", description: "command.quotes", asks: true, run: a.quotes, suggest: a.suggestSpeakers, options: []discord.Option{
			{Name: "speaker", Description: "option.speaker", Type: text, Autocomplete: true, MaxLength: longestSpeaker},
			{Name: "about", Description: "option.quotes-about", Type: text, MaxLength: longestAbout},
			{Name: "kind", Description: "option.kind", Type: text, Choices: []choice{
				{Name: "manner.direct", Value: string(quotation.Direct)},
				{Name: "manner.mixed", Value: string(quotation.Mixed)},
				{Name: "manner.indirect", Value: string(quotation.Indirect)},
			}},
			private,
		}},
		{name: "Who said this?", description: "command.who-said", onMessage: true, private: true, asks: true, run: a.whoSaid},
		{name: "Check this claim", description: "command.check-message", onMessage: true, private: true, asks: true, run: a.check},
	}
}

// digestCommands are the subcommands of /digest. Discord guards commands, not subcommands, and
// anybody may see today's digest: so who may manage the rest is checked here.
func digestCommands(d digests) []row {
	return []row{
		{name: "digest now", group: "command.digest", description: "command.digest-now", private: true, asks: true, run: d.today},
		{name: "digest subscribe", description: "command.digest-subscribe", private: true, asks: true,
			run: d.managing(d.subscribe), suggest: d.suggestZone, options: []discord.Option{
				{Name: "channel", Description: "option.channel", Type: channel, ChannelTypes: discord.Postable},
				{Name: "time", Description: "option.time", Type: text, MaxLength: 20},
				{Name: "timezone", Description: "option.timezone", Type: text, MaxLength: 60, Autocomplete: true},
				{Name: "when-nothing-new", Description: "option.when-nothing-new", Type: text,
					Choices: []choice{{Name: "choice.short-post", Value: postShort}, {Name: "choice.no-post", Value: postNone}}},
			}},
		{name: "digest unsubscribe", description: "command.digest-unsubscribe", private: true, run: d.managing(d.unsubscribe), options: []discord.Option{
			{Name: "channel", Description: "option.which-channel", Type: channel, ChannelTypes: discord.Postable},
		}},
		{name: "digest list", description: "command.digest-list", private: true, run: d.managing(d.list)},
	}
}
