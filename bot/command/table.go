package command

import (
	"context"
	"strings"

	"talksbot/bot/discord"
	"talksbot/page"
)

// A Table is all the rows, by the kind of event that calls for them.
type Table struct {
	Said     Row
	Commands []Row
	Controls []Row
	Words    page.Printer // in which the rows are explained, and answer
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
	return Row{Name: "unknown", Private: true, Run: t.unknown}
}

// IDs returns the IDs that Discord gave the commands by the names of the rows: it gives a command with
// subcommands one, and links only to the subcommands.
func (t Table) IDs(given map[string]string) map[string]string {
	ids := map[string]string{}
	for _, r := range t.Commands {
		first, _, _ := strings.Cut(r.Name, " ")
		if id := given[first]; id != "" && !r.OnMessage {
			ids[r.Name] = id
		}
	}
	return ids
}

// unknown answers what an earlier version of the program offered and this one does not.
func (t Table) unknown(context.Context, discord.Event) Reply { return Privately(t.Words, "unknown") }
