package bot

import (
	"context"

	"talksbot/page"
)

// whoSaidRow is the command on a message that finds whose words it has.
var whoSaidRow = row{
	name: "Who said this?", description: "command.who-said",
	onMessage: true, private: true, asks: true, run: (*Bot).whoSaid,
}

// whoSaid finds the quote that a message holds.
func (b *archive) whoSaid(_ context.Context, e event) reply {
	if e.Message == nil {
		return b.says("sorry")
	}
	text := question(e)
	if text == "" {
		return b.says("whosaid.nothing")
	}
	return reply{page: page.WhoSaid(b.library.WhoSaid(text), b.words)}
}
