package bot

import (
	"context"

	"talksbot/page"
)

// about tells which articles the bot holds, how it answers and which version it is.
func (b *Bot) about(context.Context, event) reply {
	return reply{page: page.About(b.library.Articles(), b.model, b.Version, b.Figures, b.words)}
}

// help explains how to ask, and every command there is.
func (b *Bot) help(context.Context, event) reply {
	var commands []page.Command
	for _, r := range b.table.commands {
		commands = append(commands, page.Command{Name: r.name, Does: b.words.Text(r.description), OnMessage: r.onMessage})
	}
	return reply{page: page.Help(commands, b.words)}
}
