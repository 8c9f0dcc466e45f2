package world

import (
	"slices"

	"talksbot/internal/localdiscord/rules"
)

// Commands are the commands registered now, of all scopes. A scope is a guild's id, or empty for global ones.
type Commands []*rules.Command

// In are the commands of one scope, in the order they were sent.
func (all Commands) In(guild string) Commands {
	in := Commands{}
	for _, c := range all {
		if c.GuildID == guild {
			in = append(in, c)
		}
	}
	return in
}

// Named is what a person in a context gets under a name, brought along where the bot is not; nil if nothing.
func (all Commands) Named(name string, kind, context int, along bool) *rules.Command {
	var found *rules.Command
	for _, c := range all {
		if c.Name != name || c.Type != kind || !c.IsIn(context, along) {
			continue
		}
		if found == nil || c.GuildID != "" {
			found = c
		}
	}
	return found
}

// Register completes commands and keeps them, in place of all others of the scope. One with the name and type of a
// former one gets its id.
func (w *World) Register(guild string, cmds []*rules.Command) {
	for _, c := range cmds {
		c.Complete(w.Bot.ID, guild)
		c.Version, c.ID = w.NewID(), w.NewID()
		for _, old := range w.Commands.In(guild) {
			if old.IsSame(c) {
				c.ID = old.ID
			}
		}
	}
	w.Commands = slices.DeleteFunc(w.Commands, func(old *rules.Command) bool { return old.GuildID == guild })
	w.Commands = append(w.Commands, cmds...)
	w.Announce()
}
