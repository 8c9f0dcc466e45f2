package bot

import (
	"context"

	"talksbot/bot/command"
	"talksbot/bot/discord"
	"talksbot/page"
)

// about tells which articles the bot holds, how it answers and which version it is, with figures
// of how good that was measured to be.
func (a archives) about(version, host string, figures []page.Figure) command.Handler {
	build := page.Build{Model: a.model, Host: host, Version: version, Figures: figures}
	return a.asked(func(a archive, _ context.Context, _ discord.Event) command.Reply {
		build := build
		build.Encoder = a.library.ByMeaning()
		return command.Reply{Page: page.About(a.library.Articles(), build, a.words)}
	})
}

// help explains what the bot is, how to ask, and every command there is.
func (a archive) help(rows []command.Row) command.Reply {
	var commands []page.Command
	for _, r := range rows {
		commands = append(commands, page.Command{Name: r.NameIn(a.words), Does: a.words.Text(r.Description), OnMessage: r.OnMessage})
	}
	return command.Reply{Page: page.Help(a.library.Articles(), commands, a.words)}
}
