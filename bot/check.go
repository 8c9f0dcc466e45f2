package bot

import (
	"context"

	"talksbot/ask"
	"talksbot/bot/command"
	"talksbot/bot/discord"
	"talksbot/page"
)

// check says of each claim of a text what the articles say to it.
func (a archive) check(ctx context.Context, e discord.Event) command.Reply {
	claims := e.Values["claim"]
	if e.Message != nil {
		claims = claimed(e.Text)
	}
	found := ask.Examine(ctx, a.library, claims)
	return command.Reply{Page: page.Check(found, a.words), Private: len(found.Claims) == 0}
}
