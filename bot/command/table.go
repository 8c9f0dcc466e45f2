package command

import (
	"context"

	"talksbot/bot/discord"
	"talksbot/page"
)

// A Table is all the rows, by the kind of event that calls for them.
type Table struct {
	Said     Row
	Commands []Row
	Controls []Row
}

// Find returns the row an event calls for, or one that says there is none.
func (t Table) Find(e discord.Event) Row {
	rows := t.Commands
	switch e.Kind {
	case discord.Said:
		return t.Said
	case discord.Pressed:
		rows = t.Controls
	}
	for _, r := range rows {
		if r.Name == e.Name {
			if e.Kind == discord.Typing {
				r.Run, r.Asks = r.Suggest, false
			}
			if r.Run != nil {
				return r
			}
		}
	}
	return Row{Name: "unknown", Private: true, Run: unknown}
}

// unknown answers what an earlier version of the program offered and this one does not.
func unknown(context.Context, discord.Event) Reply { return Privately(page.Printer{}, "unknown") }
