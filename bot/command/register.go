package command

import (
	"slices"
	"strings"

	"github.com/bwmarrin/discordgo"

	"talksbot/bot/discord"
	"talksbot/page"
)

// Registration returns the table's commands as Discord wants to be told of them. Rows named
// "digest now" and "digest list" are subcommands of one command, described by the group of the
// first.
func (t Table) Registration() []discord.Command {
	w := t.Words
	var out []discord.Command
	for _, r := range t.Commands {
		name, sub, isSub := strings.Cut(r.Name, " ")
		switch {
		case r.OnMessage:
			out = append(out, discord.Command{Type: discordgo.MessageApplicationCommand, Name: r.Name})
		case !isSub:
			out = append(out, discord.Command{Type: discordgo.ChatApplicationCommand, Name: name, Description: w.Text(r.Description), Options: localised(r.Options, w)})
		default:
			at := slices.IndexFunc(out, func(c discord.Command) bool { return c.Type == discordgo.ChatApplicationCommand && c.Name == name })
			if at < 0 {
				at = len(out)
				out = append(out, discord.Command{Type: discordgo.ChatApplicationCommand, Name: name, Description: w.Text(r.Group)})
			}
			out[at].Options = append(out[at].Options, discord.Option{Type: discordgo.ApplicationCommandOptionSubCommand, Name: sub, Description: w.Text(r.Description), Options: localised(r.Options, w)})
		}
	}
	return out
}

// localised returns options with the texts that people read.
func localised(options []discord.Option, w page.Printer) []discord.Option {
	options = slices.Clone(options)
	for i := range options {
		o := &options[i]
		o.Description, o.Choices = w.Text(o.Description), slices.Clone(o.Choices)
		for j := range o.Choices {
			o.Choices[j].Name = w.Text(o.Choices[j].Name)
		}
	}
	return options
}
