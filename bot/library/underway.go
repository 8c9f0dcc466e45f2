package library

import (
	"context"
	"crypto/rand"
	"sync"

	"talksbot/bot/command"
	"talksbot/bot/discord"
	"talksbot/page"
)

// cancelName is the button that cancels what takes long.
const cancelName = "library-stop"

// Underway is what is being added, by names that buttons carry. The zero Underway is ready.
type Underway struct{ cancels sync.Map }

// begin returns a context that ends where the work of that name is cancelled, and what ends it.
func (u *Underway) begin(ctx context.Context, library string) (working context.Context, name string, end func()) {
	name = library + "-" + rand.Text()[:8]
	working, cancel := context.WithCancel(ctx)
	u.cancels.Store(name, cancel)
	return working, name, func() {
		u.cancels.Delete(name)
		cancel()
	}
}

// cancel cancels the work of that name, and reports whether it was still under way.
func (u *Underway) cancel(name string) bool {
	cancel, ok := u.cancels.Load(name)
	if ok {
		cancel.(context.CancelFunc)()
	}
	return ok
}

// cancel ends what takes long. What it was working on says so itself.
func (c Commands) cancel(_ context.Context, e discord.Event) command.Reply {
	if !isOf(e.Guild, e.Arg) || !c.Underway.cancel(e.Arg) {
		return command.Privately(c.Words, "library.over")
	}
	return command.Privately(c.Words, "library.cancelling")
}

// isOf reports whether the work of that name is for a library.
func isOf(library, name string) bool {
	return len(name) > len(library) && name[:len(library)] == library && name[len(library)] == '-'
}

// shows shows how far something is, with a button to cancel it, where anybody waits for it.
func (c Commands) shows(ctx context.Context, name string, done, of int) {
	show := command.Show(ctx)
	if show == nil {
		return
	}
	r := command.Privately(c.Words, "library.reading", "Done", done, "N", of)
	r.Page.Buttons = []page.Button{{Does: cancelName, Label: c.Words.Text("button.cancel"), Arg: name}}
	show(r)
}
