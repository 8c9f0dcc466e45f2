package bot

import (
	"context"

	"talksbot/page"
)

// The controls that show more of what a message cites.
const (
	sourcesName = page.ShowSources
	contextName = page.ShowContext
	receiptName = page.ShowReceipt
)

// sources shows each sentence that an answer cites in its place, taken from the article as it is
// now.
func (b *Bot) sources(_ context.Context, e event) reply { return b.inPlace(e.Arg, false, "button.ask") }

// quotesContext shows the same of quotations.
func (b *Bot) quotesContext(_ context.Context, e event) reply {
	return b.inPlace(e.Arg, true, "button.quotes")
}

func (b *Bot) inPlace(arg string, ends bool, otherwise string) reply {
	refs, err := decodeRefs(arg)
	if err != nil {
		return b.says(otherwise)
	}
	cited, err := b.evidence(refs, ends)
	if err != nil {
		return b.says(otherwise)
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
