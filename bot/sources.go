package bot

import (
	"context"

	"talksbot/page"
)

// sources shows what a message cites in its place, taken from the articles as they are now.
func (b *archive) sources(_ context.Context, e event) reply {
	cited, err := b.citedBy(e, e.Arg)
	if err != nil {
		return b.says("button.ask")
	}
	return reply{page: page.Sources(cited, b.words)}
}
