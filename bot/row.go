package bot

import (
	"context"

	"github.com/bwmarrin/discordgo"

	"talksbot/bot/discord"
)

// A row is one thing people can ask of the bot. The rows are all there is to a command: from
// them it is registered with Discord, found again when used, and explained by /help.
type row struct {
	name        string           // "ask", or with a subcommand "digest now"
	description string           // the name of the sentence in Discord's list of commands; at most 100 characters
	group       string           // of the first subcommand: the name of the sentence that says what all of them are for
	onMessage   bool             // offered on messages, under "Apps", instead of as /name
	options     []discord.Option // its texts, too, are names of sentences
	private     bool             // answered so that only the person sees it; else the option "private" decides
	asks        bool             // is a question: limited for each person, in work bounded, acknowledged first
	run         handler
	suggest     handler // for options with suggestions
}

// A handler says what there is to say to an event. It sends nothing itself and ends when its
// context does.
type handler func(context.Context, event) reply

// What an option takes.
const (
	text    = discordgo.ApplicationCommandOptionString
	yesNo   = discordgo.ApplicationCommandOptionBoolean
	channel = discordgo.ApplicationCommandOptionChannel // one that text can be posted to
)

// private is the option that hides an answer from others.
var private = discord.Option{Name: "private", Description: "option.private", Type: yesNo}

// isPrivate reports whether the answer to an event is for the person alone, by their own choice
// or because what it leads on from is.
func isPrivate(e event) bool { return e.Private || e.Values[private.Name] == "true" }
