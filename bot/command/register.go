package command

import (
	"slices"
	"strconv"
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
			out = append(out, discord.Command{Type: discordgo.MessageApplicationCommand, Name: r.Name, Names: names(r.Description)})
		case !isSub:
			out = append(out, discord.Command{Type: discordgo.ChatApplicationCommand, Name: name, Names: names(r.Description),
				Description: w.Text(r.Description), Descriptions: inLanguages(r.Description), Options: localised(r.Options, w)})
		default:
			at := slices.IndexFunc(out, func(c discord.Command) bool { return c.Type == discordgo.ChatApplicationCommand && c.Name == name })
			if at < 0 {
				at = len(out)
				out = append(out, discord.Command{Type: discordgo.ChatApplicationCommand, Name: name, Names: names(r.Group), Description: w.Text(r.Group), Descriptions: inLanguages(r.Group)})
			}
			out[at].Options = below(out[at].Options, sub, r, w)
		}
	}
	for i := range out {
		if t.isForManagers(out[i].Name) {
			out[i].Permissions = new(strconv.Itoa(discordgo.PermissionManageGuild))
			out[i].Contexts = []discordgo.InteractionContextType{discordgo.InteractionContextGuild}
		}
	}
	return out
}

// below returns the options of a command with a row that goes by a name below it, in a group where that is two words.
func below(options []discord.Option, name string, r Row, w page.Printer) []discord.Option {
	group, sub, isGroup := strings.Cut(name, " ")
	if !isGroup {
		return append(options, option(discordgo.ApplicationCommandOptionSubCommand, name, r.Description, w, localised(r.Options, w)))
	}
	at := slices.IndexFunc(options, func(o discord.Option) bool { return o.Name == group })
	if at < 0 {
		at = len(options)
		options = append(options, option(discordgo.ApplicationCommandOptionSubCommandGroup, group, r.Within, w, nil))
	}
	options[at].Options = below(options[at].Options, sub, r, w)
	return options
}

// option returns a subcommand, or a group of them, that a sentence describes.
func option(kind discordgo.ApplicationCommandOptionType, name, description string, w page.Printer, options []discord.Option) discord.Option {
	return discord.Option{Type: kind, Name: name, Names: names(description), Description: w.Text(description), Descriptions: inLanguages(description), Options: options}
}

// isForManagers reports whether all that goes by the name of a command is for those who may manage a server:
// Discord offers commands as a whole.
func (t Table) isForManagers(name string) bool {
	return !slices.ContainsFunc(t.Commands, func(r Row) bool {
		first, _, _ := strings.Cut(r.Name, " ")
		return (first == name || r.Name == name) && !r.Manages
	})
}

// localised returns options with the texts that people read.
func localised(options []discord.Option, w page.Printer) []discord.Option {
	options = slices.Clone(options)
	for i := range options {
		o := &options[i]
		o.Names, o.Descriptions = names(o.Description), inLanguages(o.Description)
		o.Description, o.Choices = w.Text(o.Description), slices.Clone(o.Choices)
		for j, c := range o.Choices {
			o.Choices[j].Name, o.Choices[j].Names = w.Text(c.Name), inLanguages(c.Name)
		}
	}
	return options
}

// locales are the languages as Discord calls them, by what they are called in the catalogue. English is
// what it shows to everybody else.
var locales = map[string][]string{
	"de": {"de"}, "fr": {"fr"}, "es": {"es-ES", "es-419"}, "pt-BR": {"pt-BR"}, "pl": {"pl"}, "uk": {"uk"}, "ru": {"ru"},
}

// inLanguages returns a sentence in the languages that have it, as Discord calls them; nil where none has.
func inLanguages(name string) map[string]string {
	all := map[string]string{}
	english := page.Printer{}.Text(name)
	for code, locales := range locales {
		if said := page.In(code).Text(name); said != english {
			for _, l := range locales {
				all[l] = said
			}
		}
	}
	if len(all) == 0 {
		return nil
	}
	return all
}

// names returns what a command or an option is called in each language, which goes by the name of the
// sentence that describes it: "command.ask" describes what "command-name.ask" names.
func names(description string) map[string]string { return inLanguages(nameOf(description)) }

func nameOf(description string) string { return strings.Replace(description, ".", "-name.", 1) }
