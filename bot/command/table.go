package command

import (
	"context"
	"slices"
	"strings"

	"github.com/bwmarrin/discordgo"

	"talksbot/bot/discord"
	"talksbot/page"
)

// A Table is all the rows, by the kind of event that calls for them.
type Table struct {
	Said     Row
	Commands []Row
	Controls []Row
	Forms    []Row
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
	case discord.Submitted:
		rows = t.Forms
	}
	for _, r := range rows {
		if r.Name == e.Name {
			if e.Kind == discord.Typing {
				r.Run, r.Asks = r.Suggest, false
			}
			if r.Run != nil {
				return r.guarded(t.Words)
			}
		}
	}
	return Row{Name: "unknown", Private: true, Run: t.unknown}
}

// guarded returns the row as it is for those who may use it: Discord may offer a command to others all the
// same, where somebody has chosen so, and anybody can send what a control carries.
func (r Row) guarded(w page.Printer) Row {
	if !r.Manages {
		return r
	}
	run := r.Run
	r.Run = func(ctx context.Context, e discord.Event) Reply {
		if no := MayNotManage(e); no != "" {
			return Privately(w, no)
		}
		return run(ctx, e)
	}
	return r
}

// MayNotManage returns the name of the sentence that says why a person may not manage a server here, if anything
// stands in the way.
func MayNotManage(e discord.Event) string {
	switch {
	case e.Guild == "":
		return "manage.no-server"
	case e.Abroad:
		return "manage.no-member"
	case e.May&(discordgo.PermissionManageGuild|discordgo.PermissionAdministrator) == 0:
		return "manage.not-allowed"
	}
	return ""
}

// For returns the commands that whoever caused an event is told of: those that they may use.
func (t Table) For(e discord.Event) []Row {
	return slices.DeleteFunc(slices.Clone(t.Commands), func(r Row) bool { return r.Unlisted || r.Manages && MayNotManage(e) != "" })
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
