package bot

import (
	"context"

	"talksbot/page"
)

// about tells which articles the bot holds, how it answers and which version it is, with figures
// of how good that was measured to be.
func (a *archive) about(version string, figures []string) handler {
	return func(context.Context, event) reply {
		return reply{page: page.About(a.library.Articles(), a.model, version, figures, a.words)}
	}
}

// help explains how to ask, and every command there is.
func help(rows []row, w page.Printer) reply {
	var commands []page.Command
	for _, r := range rows {
		commands = append(commands, page.Command{Name: r.name, Does: w.Text(r.description), OnMessage: r.onMessage})
	}
	return reply{page: page.Help(commands, w)}
}
