package bot

import (
	"context"

	"talksbot/bot/command"
	"talksbot/bot/discord"
	"talksbot/page"
)

// sources shows what a message cites in its place, taken from the articles as they are now.
func (a archive) sources(_ context.Context, e discord.Event) command.Reply {
	cited, err := a.citedBy(e, e.Arg)
	if err != nil {
		return command.Say(a.words, "button.ask")
	}
	return command.Reply{Page: page.Sources(cited, a.words)}
}
