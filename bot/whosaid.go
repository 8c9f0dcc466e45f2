package bot

import (
	"context"
	"errors"

	"talksbot/bot/command"
	"talksbot/bot/discord"
	"talksbot/page"
)

// errNoMessage says that Discord did not send the message that a command was used on.
var errNoMessage = errors.New("the message is missing")

// whoSaid finds the quote that a message holds.
func (a archive) whoSaid(_ context.Context, e discord.Event) command.Reply {
	if e.Message == nil {
		return command.Reply{Err: errNoMessage}
	}
	text := question(e)
	if text == "" {
		return command.Say(a.words, "whosaid.nothing")
	}
	return command.Reply{Page: page.WhoSaid(a.library.WhoSaid(text), a.words)}
}
