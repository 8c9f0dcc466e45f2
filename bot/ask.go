package bot

import (
	"context"
	"strings"

	"talksbot/ask"
	"talksbot/bot/discord"
	"talksbot/page"
)

// ask answers a question: of /ask, or of a message to the bot with what it replies to.
func (b *Bot) ask(ctx context.Context, e event) reply {
	q := ask.Question{Text: strings.TrimSpace(e.Values["question"]), Asked: b.now()}
	follows := ""
	if e.Kind == discord.Said {
		q.Text = question(e)
		q.Earlier = b.conversations.earlier(ctx, *e.Message)
		follows = repliedTo(*e.Message)
	}
	a := b.Answer(ctx, q)
	if e.Guild != "" && a.Outcome != ask.Purpose {
		b.running.Go(func() { b.desk.count(e.Guild, a.Outcome) })
	}
	r := b.answer(q, a, e.Kind == discord.Used)
	r.said = spoken(q, a, r.page, follows)
	return r
}

// answer returns an answer as a message, with the question where nobody else shows it.
func (b *archive) answer(q ask.Question, a ask.Answer, fromCommand bool) reply {
	p := page.Answer(a, b.words)
	p.Head = shownQuestion(q, a, fromCommand, b.words)
	if a.Outcome == ask.Answered && len(p.Cited) > 0 {
		p.Buttons = append(p.Buttons, b.receiptButton(a.Mode, p.Cited))
	}
	return reply{page: p}
}

// shownQuestion returns the line that shows the question, where nobody else does: Discord shows
// a message, but not what was typed into a command, nor what a follow-up was taken to mean.
func shownQuestion(q ask.Question, a ask.Answer, fromCommand bool, w page.Printer) []page.Line {
	switch {
	case fromCommand && q.Text != "":
		return page.Asked(q.Text, w)
	case !fromCommand && len(q.Earlier) > 0 && a.Question != q.Text && a.Question != "":
		return page.Understood(a.Question, w)
	}
	return nil
}

// question returns what a person wrote to the bot, in one line.
func question(e event) string { return strings.Join(strings.Fields(e.Text), " ") }
