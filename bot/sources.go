package bot

import (
	"context"

	"talksbot/bot/command"
	"talksbot/bot/discord"
	"talksbot/page"
)

// sources shows what a message cites in its place, taken from the articles as they are now.
func (a archive) sources(ctx context.Context, e discord.Event) command.Reply {
	cited, err := a.citedBy(ctx, e, e.Arg)
	if err != nil {
		return notCited(err, a.words)
	}
	return command.Reply{Page: page.Sources(cited, a.words)}
}
