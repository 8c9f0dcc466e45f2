package bot

import (
	"context"

	"talksbot/page"
)

// sources shows what a message cites in its place, taken from the articles as they are now.
func (b *archive) sources(_ context.Context, e event) reply {
	read := map[string]func(string) ([]page.Place, error){oldSources: b.oldCited, oldContext: b.oldContextCited}[e.Name]
	if read == nil {
		read = b.cited
	}
	cited, err := read(e.Arg)
	if err != nil {
		return b.says("button.ask")
	}
	return reply{page: page.Sources(cited, b.words)}
}
