package bot

import (
	"context"
	"log/slog"
	"strings"
	"sync"
	"time"

	"talksbot/ask"
	"talksbot/bot/command"
	"talksbot/bot/discord"
	"talksbot/bot/settings"
	"talksbot/bot/store"
	"talksbot/knowledge/question/message"
	"talksbot/page"
)

// asking answers questions, and those that follow them.
type asking struct {
	archives      archives
	answers       func(context.Context, ask.Question) ask.Answer
	conversations *conversations
	store         *store.Store // counts the questions
	settings      *settings.Book
	running       *sync.WaitGroup
	rereads       rereader
	log           *slog.Logger
}

// ask answers a question: of /ask, or of a message to the bot with what it replies to.
func (q asking) ask(ctx context.Context, e discord.Event) command.Reply {
	if e.Kind == discord.Said {
		return q.after(ctx, e, question(e), repliedTo(*e.Message))
	}
	return q.after(ctx, e, strings.TrimSpace(e.Values["question"]), "")
}

// after answers a question that follows a message of ours; "" where it is the first.
func (q asking) after(ctx context.Context, e discord.Event, text, follows string) command.Reply {
	asked := ask.Question{Text: text, Asked: q.archives.now(), Library: q.archives.of(e).library, Offers: true, Earlier: q.conversations.earlier(ctx, follows)}
	fromCommand := e.Kind != discord.Said
	if show := command.Show(ctx); show != nil {
		asked.Watch = func(a ask.Answer) { show(q.archives.answer(asked, a, fromCommand)) }
	}
	a := q.worded(ctx, e, asked)
	if e.Guild != "" && !e.Abroad && a.Outcome != ask.Purpose {
		q.running.Go(func() { q.count(e.Guild, a.Outcome) })
	}
	if q.rereads.reader != nil && a.Outcome == ask.Answered {
		q.running.Go(func() { q.rereads.cites(a) })
	}
	r := q.archives.answer(asked, a, fromCommand)
	r.Said = spoken(asked, a, r.Page, follows)
	q.keepGaps(e, r.Said.Question, a)
	r.Page.Buttons = append(r.Page.Buttons, q.archives.goesOn(a)...)
	r.Said.Asker, r.Said.Channel = e.User.ID, e.Channel
	if !e.Abroad {
		r.Said.Guild = e.Guild
	}
	return r
}

// try asks the question that a button carries.
func (q asking) try(ctx context.Context, e discord.Event) command.Reply {
	asked := page.Tried(e.Arg, page.Printer{})
	if asked == "" {
		return command.Say(q.archives.words, "button.ask")
	}
	e.Kind, e.Values = discord.Used, map[string]string{"question": asked}
	r := q.ask(ctx, e)
	r.Page.Head = page.Asked(page.Tried(e.Arg, q.archives.words), q.archives.words)
	return r
}

// count counts a question for the digests of its server.
func (q asking) count(guild string, outcome ask.Outcome) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	if err := q.store.Count(ctx, guild, outcome == ask.Answered); err != nil {
		q.log.Warn("a question was not counted", "error", err)
	}
}

// introduces are the acts of a person who may not know yet what there is to ask.
var introduces = map[message.Act]bool{message.Nothing: true, message.Greets: true, message.AsksBot: true}

// answer returns an answer as a message, with the question where nobody else shows it.
func (a archives) answer(q ask.Question, given ask.Answer, fromCommand bool) command.Reply {
	p := page.Answer(given, a.words)
	p.Head = shownQuestion(q, given, fromCommand, a.words)
	if given.Outcome == ask.Purpose && introduces[given.Act] {
		p.Notes = append(p.Notes, page.More(a.words))
		p.Buttons = append(p.Buttons, page.Tries(a.words)...)
	}
	if given.Outcome == ask.Answered && !given.Growing {
		p.Buttons = a.withReceipt(p, given.Mode)
	}
	return command.Reply{Page: p}
}

// shownQuestion returns the line that shows the question, where nobody else does: Discord shows
// a message, but not what was typed into a command, nor what a follow-up was taken to mean.
func shownQuestion(q ask.Question, a ask.Answer, fromCommand bool, w page.Printer) []page.Line {
	switch {
	case fromCommand && len(q.Earlier) > 0:
		return append(page.Asked(q.Text, w), page.Understood(q.Text, a, w)...)
	case fromCommand && q.Text != "":
		return page.Asked(q.Text, w)
	case !fromCommand && len(q.Earlier) > 0:
		return page.Understood(q.Text, a, w)
	}
	return nil
}

// question returns what a person wrote to the bot, in one line.
func question(e discord.Event) string { return strings.Join(strings.Fields(e.Text), " ") }
