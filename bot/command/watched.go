package command

import "context"

// watched is the key of what Watched puts into a context.
type watched struct{}

// Watched returns a context in which [Show] tells show of a reply while it grows.
func Watched(ctx context.Context, show func(Reply)) context.Context {
	return context.WithValue(ctx, watched{}, show)
}

// Show returns what tells whoever waits for a handler's reply what may be shown of it already; nil where
// nobody wants to know. It waits for nothing, and what is shown later replaces what was shown before.
func Show(ctx context.Context) func(Reply) {
	show, _ := ctx.Value(watched{}).(func(Reply))
	return show
}
