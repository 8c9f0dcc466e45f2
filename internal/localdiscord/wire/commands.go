package wire

import (
	"slices"

	"talksbot/internal/localdiscord/rules"
)

// inScope answers a request about the commands of the guild it names, or the global ones.
func inScope(h func(c *call, guild string) (any, error)) handler {
	return func(c *call) (any, error) {
		guild := c.PathValue("guild")
		switch {
		case c.PathValue("application") != c.Bot.ID:
			return nil, rules.ErrOtherApplication
		case guild != "" && guild != c.Guild.ID:
			return nil, rules.ErrMissingAccess
		}
		return h(c, guild)
	}
}

func getCommands(c *call, guild string) (any, error) { return c.Commands.In(guild), nil }

// putCommands replaces all commands of a scope. A command that keeps its name and type keeps its id.
func putCommands(c *call, guild string) (any, error) {
	sent, err := rules.ReadCommands(c.json)
	if err != nil {
		return nil, err
	}
	c.Commands.Delete(guild, func(old *rules.Command) bool { return !slices.ContainsFunc(sent, old.IsSame) })
	c.Register(guild, sent...)
	return c.Commands.In(guild), nil
}

func postCommand(c *call, guild string) (any, error) {
	cmd, err := rules.ReadCommand(c.json)
	if err != nil {
		return nil, err
	}
	c.Register(guild, cmd)
	return cmd, nil
}

func deleteCommand(c *call, guild string) (any, error) {
	if !c.Commands.Delete(guild, func(old *rules.Command) bool { return old.ID == c.PathValue("command") }) {
		return nil, rules.ErrUnknownCommand
	}
	c.Announce()
	return nil, nil
}
