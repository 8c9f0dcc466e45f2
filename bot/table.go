package bot

import (
	"context"

	"talksbot/bot/discord"
	"talksbot/page"
)

// A table is all the rows, by the kind of event that calls for them.
type table struct {
	said     row
	commands []row
	controls []row
}

// find returns the row an event calls for, or one that says there is none.
func (t table) find(e event) row {
	rows := t.commands
	switch e.Kind {
	case discord.Said:
		return t.said
	case discord.Pressed:
		rows = t.controls
	}
	for _, r := range rows {
		if r.name == e.Name {
			if e.Kind == discord.Typing {
				r.run, r.asks = r.suggest, false
			}
			if r.run != nil {
				return r
			}
		}
	}
	return row{name: "unknown", private: true, run: unknown}
}

// unknown answers what an earlier version of the program offered and this one does not.
func unknown(context.Context, event) reply { return privately(page.Printer{}, "unknown") }
