package bot

import (
	"context"
	"regexp"
	"strings"
	"talksbot/bot/discord"

	"talksbot/ask"
)

// ask answers a question: of /ask, or of a message to the bot with what it replies to.
func (b *Bot) ask(ctx context.Context, e event) reply {
	q := ask.Question{Text: strings.TrimSpace(e.Values["question"]), Asked: b.now()}
	if e.Kind == discord.Said {
		q.Text = b.question(*e.Message)
		b.recent.put(*e.Message)
		q.Earlier = b.earlier(ctx, *e.Message)
	}
	a := b.answerer.Answer(ctx, q)
	if b.desk != nil && e.Guild != "" && a.Outcome != ask.Purpose {
		b.running.Go(func() { b.desk.count(e.Guild, a.Outcome) })
	}
	r := answer(q, a, e.Kind == discord.Used)
	if a.Outcome == ask.Answered && len(r.buttons) > 0 {
		r.buttons = append(r.buttons, b.receiptButton(a))
	}
	return r
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
