package bot

import (
	"context"
	"regexp"
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
		q.Text = b.question(*e.Message)
		q.Earlier = b.earlier(ctx, *e.Message)
		follows = repliedTo(*e.Message)
	}
	a := b.answerer.Answer(ctx, q)
	if b.desk != nil && e.Guild != "" && a.Outcome != ask.Purpose {
		b.running.Go(func() { b.desk.count(e.Guild, a.Outcome) })
	}
	r := b.answer(q, a, e.Kind == discord.Used)
	r.said = spoken(q, a, r.page, follows)
	return r
}

// answer returns an answer as a message, with the question where nobody else shows it.
func (b *Bot) answer(q ask.Question, a ask.Answer, fromCommand bool) reply {
	p := page.Answer(a, b.words)
	p.Head = b.shownQuestion(q, a, fromCommand)
	if a.Outcome == ask.Answered && len(p.Cited) > 0 {
		p.Buttons = append(p.Buttons, b.receiptButton(a.Mode, p.Cited))
	}
	return reply{page: p}
}

// shownQuestion returns the line that shows the question, where nobody else does: Discord shows
// a message, but not what was typed into a command, nor what a follow-up was taken to mean.
func (b *Bot) shownQuestion(q ask.Question, a ask.Answer, fromCommand bool) []page.Line {
	switch {
	case fromCommand && q.Text != "":
		return page.Asked(q.Text, b.words)
	case !fromCommand && len(q.Earlier) > 0 && a.Question != q.Text && a.Question != "":
		return page.Understood(a.Question, b.words)
	}
	return nil
}

// tags are the marks a message has in place of names: people, roles, channels, commands,
// emoji.
var tags = regexp.MustCompile(`<(@!?|@&|#|a?:\w+:|/[^:>]*:)(\d+)>`)

// question returns what a person wrote to the bot, without the mention of it. Other people
// they mention go by their names.
func (b *Bot) question(m message) string {
	names := map[string]string{}
	for _, u := range m.Mentions {
		names[u.ID] = u.Name
	}
	if self := b.self.Load(); self != nil {
		delete(names, self.ID)
	}
	text := tags.ReplaceAllStringFunc(m.Content, func(tag string) string {
		part := tags.FindStringSubmatch(tag)
		if part[1] == "@" || part[1] == "@!" {
			return names[part[2]]
		}
		return ""
	})
	return strings.Join(strings.Fields(text), " ")
}
