package bot

import (
	"context"

	"talksbot/page"
)

// sources shows what a message cites in its place, taken from the articles as they are now.
func (a *archive) sources(_ context.Context, e event) reply {
	cited, err := a.citedBy(e, e.Arg)
	if err != nil {
		return say(a.words, "button.ask")
	}
	return reply{page: page.Sources(cited, a.words)}
}
