package bot

import (
	"context"

	"talksbot/page"
)

// whoSaid finds the quote that a message holds.
func (a *archive) whoSaid(_ context.Context, e event) reply {
	if e.Message == nil {
		return say(a.words, "sorry")
	}
	text := question(e)
	if text == "" {
		return say(a.words, "whosaid.nothing")
	}
	return reply{page: page.WhoSaid(a.library.WhoSaid(text), a.words)}
}
