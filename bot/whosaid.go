package bot

import (
	"context"

	"talksbot/bot/command"
	"talksbot/bot/discord"
	"talksbot/page"
)

// whoSaid finds the quote that a message holds.
func (a *archive) whoSaid(_ context.Context, e discord.Event) command.Reply {
	if e.Message == nil {
		return command.Say(a.words, "sorry")
	}
	text := question(e)
	if text == "" {
		return command.Say(a.words, "whosaid.nothing")
	}
	return command.Reply{Page: page.WhoSaid(a.library.WhoSaid(text), a.words)}
}
