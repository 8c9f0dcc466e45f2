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

// Named is what a person in the guild, or in a direct message, gets under a name; nil if nothing.
func (all Commands) Named(name string, kind int, direct bool) *rules.Command {
	var found *rules.Command
	for _, c := range all {
		if c.Name != name || c.Type != kind || direct && !c.IsInDirectMessages() {
			continue
		}
		if found == nil || c.GuildID != "" {
			found = c
		}
	}
	return found
}

// Delete removes the commands of a scope that match, and reports whether there were any.
func (all *Commands) Delete(guild string, match func(*rules.Command) bool) bool {
	n := len(*all)
	*all = slices.DeleteFunc(*all, func(c *rules.Command) bool { return c.GuildID == guild && match(c) })
	return len(*all) < n
}

// Register completes commands and keeps them, in place of those of the scope with the same name and type, whose ids
// they get.
func (w *World) Register(guild string, cmds ...*rules.Command) {
	for _, c := range cmds {
		c.Complete(w.Bot.ID, guild)
		c.ID, c.Version = "", w.NewID()
		w.Commands.Delete(guild, func(old *rules.Command) bool {
			if !old.IsSame(c) {
				return false
			}
			c.ID = old.ID
			return true
		})
		if c.ID == "" {
			c.ID = w.NewID()
		}
		w.Commands = append(w.Commands, c)
	}
	w.Announce()
}
