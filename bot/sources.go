package bot

import (
	"context"

	"talksbot/page"
)

// sources shows what a message cites in its place, taken from the articles as they are now.
func (b *Bot) sources(_ context.Context, e event) reply {
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

// says returns the sentence of that name as a reply; see [page.Printer.Say].
func (b *Bot) says(name string, args ...any) reply { return reply{page: b.words.Page(name, args...)} }

// privately is says for the person alone.
func (b *Bot) privately(name string, args ...any) reply {
	r := b.says(name, args...)
	r.private = true
	return r
}
