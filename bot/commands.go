package bot

import (
	"context"
	"slices"

	"talksbot/bot/command"
	"talksbot/bot/digests"
	"talksbot/bot/discord"
	"talksbot/bot/follows"
	"talksbot/bot/library"
	"talksbot/bot/settings"
	"talksbot/knowledge/quotation"
	"talksbot/page"
)

// newTable returns the table: every command and every control there is, and what does it.
func newTable(a archives, q asking, r receipts, s scheduler, of *library.Commands, f *follows.Commands, d digests.Commands, chosen settings.Commands, l lacking, k keeper, show shower, c critic, about command.Handler) command.Table {
	t := command.Table{
		Words: a.words,
		Said:  command.Row{Name: "message", Asks: true, Run: q.ask},
		Forms: []command.Row{{Name: followName, Asks: true, Run: q.followed}},
		Controls: append(d.Controls(), []command.Row{
			{Name: forgetName, Private: true, Run: k.forget},
			{Name: page.TryAsking, Private: true, Asks: true, Run: q.try},
			{Name: followName, Opens: true, Run: q.follow},
			{Name: offerName, Asks: true, Shares: true, Run: q.offered},
			{Name: showName, Turns: true, Run: show.show},
			{Name: wrongName, Private: true, Run: c.wrong},
			{Name: reasonName, Turns: true, Run: c.why},
			{Name: page.ShowSources, Private: true, Run: a.asked(archive.sources)},
			{Name: readName, Private: true, Run: r.read},
			{Name: deeperName, Turns: true, Run: r.deeper},
			{Name: shallowName, Turns: true, Run: r.shallow},
			{Name: oldSlip, Private: true, Run: r.receipt},
			{Name: oldSources, Private: true, Run: a.asked(archive.sources)},
			{Name: oldContext, Private: true, Run: a.asked(archive.sources)},
			{Name: oldReceipt, Private: true, Run: r.receipt},
			{Name: datesTurn, Turns: true, Run: a.ofDates(archive.turnDates)},
			{Name: calendarName, Private: true, Run: a.ofDates(archive.calendar)},
			{Name: pictureName, Asks: true, Run: a.ofDates(archive.picture)},
			{Name: scheduleName, Private: true, Asks: true, Calls: true, Run: a.ofDates(s.schedule)},
			{Name: gapsTurn, Turns: true, Manages: true, Run: l.turn},
			{Name: gapsClear, Turns: true, Manages: true, Run: l.clear},
			{Name: quotesTurn, Turns: true, Run: a.asked(archive.turnQuotes)},
			{Name: speakersName, Turns: true, Run: a.asked(archive.otherQuotes)},
		}...),
	}
	t.Commands = slices.Concat(questions(a, q), d.Rows(), []command.Row{
		{Name: "help", Description: "command.help", Private: true, Run: func(_ context.Context, e discord.Event) command.Reply { return a.of(e).help(t.For(e)) }},
		{Name: "about", Description: "command.about", Private: true, Run: about},
		{Name: "privacy", Description: "command.privacy", Private: true, Run: k.privacy},
		{Name: "Delete this answer", Description: "command.delete-answer", OnMessage: true, Private: true, Run: k.unsay},
		{Name: "gaps", Description: "command.gaps", Private: true, Manages: true, Run: l.gaps},
	}, chosen.Rows())
	if of != nil {
		t.Commands, t.Controls = append(t.Commands, of.Rows()...), append(t.Controls, of.Controls()...)
	}
	if f != nil {
		t.Commands = append(t.Commands, f.Rows()...)
	}
	return t
}

// longestQuestion is what Discord lets a person type into /ask and /check.
const longestQuestion = 1000

// questions are the commands that ask something of the articles. What is asked of a message that
// somebody wrote only who asks sees: nobody is shown up.
func questions(a archives, q asking) []command.Row {
	return []command.Row{
		{Name: "ask", Description: "command.ask", Asks: true, Run: q.ask, Options: []discord.Option{
			{Name: "question", Description: "option.question", Type: command.Text, Required: true, MaxLength: longestQuestion},
			command.Private,
		}},
		{Name: "check", Description: "command.check", Asks: true, Run: a.asked(archive.check), Options: []discord.Option{
			{Name: "claim", Description: "option.claim", Type: command.Text, Required: true, MaxLength: longestQuestion},
			command.Private,
		}},
		{Name: "dates", Description: "command.dates", Asks: true, Run: a.asked(archive.dates), Suggest: a.asked(archive.suggestTopics), Options: []discord.Option{
			{Name: "about", Description: "option.dates-about", Type: command.Text, Autocomplete: true, MaxLength: longestTopic},
			{Name: "from", Description: "option.from", Type: command.Text, MaxLength: longestDay},
			{Name: "to", Description: "option.to", Type: command.Text, MaxLength: longestDay},
			command.Private,
		}},
		{Name: "quotes", Description: "command.quotes", Asks: true, Run: a.asked(archive.quotes), Suggest: a.asked(archive.suggestSpeakers), Options: []discord.Option{
			{Name: "speaker", Description: "option.speaker", Type: command.Text, Autocomplete: true, MaxLength: longestSpeaker},
			{Name: "about", Description: "option.quotes-about", Type: command.Text, MaxLength: longestAbout},
			{Name: "kind", Description: "option.kind", Type: command.Text, Choices: []discord.Choice{
				{Name: "manner.direct", Value: string(quotation.Direct)},
				{Name: "manner.mixed", Value: string(quotation.Mixed)},
				{Name: "manner.indirect", Value: string(quotation.Indirect)},
			}},
			command.Private,
		}},
		{Name: "whatsnew", Description: "command.whatsnew", Private: true, Asks: true, Run: a.asked(archive.whatsNew), Options: []discord.Option{
			{Name: "since", Description: "option.news-since", Type: command.Text, MaxLength: longestDay},
		}},
		{Name: "Who said this?", Description: "command.who-said", OnMessage: true, Private: true, Asks: true, Run: a.asked(archive.whoSaid)},
		{Name: "Check this claim", Description: "command.check-message", OnMessage: true, Private: true, Asks: true, Run: a.asked(archive.check)},
	}
}
