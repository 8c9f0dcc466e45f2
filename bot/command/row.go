// Package command is what people can ask of the bot, and what it replies, as plain values: a row for
// each command and each control, and the table of them.
//
// The house, bottom up:
//
//	reply.go     what there is to say; wire.go writes it as a message of Discord
//	pages.go     lists of which a message shows a page
//	row.go       a command or a control, and the handler that does it
//	table.go     all of them, found by an event; register.go tells Discord of them
package command

import (
	"context"

	"github.com/bwmarrin/discordgo"

	"talksbot/bot/discord"
	"talksbot/page"
)

// A Row is one thing people can ask of the bot. The rows are all there is to a command: from
// them it is registered with Discord, found again when used, and explained by /help.
type Row struct {
	Name        string           // "ask", with a subcommand "digest now", or with a group of them "library feed add"
	Description string           // the name of the sentence in Discord's list of commands; at most 100 characters
	Group       string           // of the first subcommand: the name of the sentence that says what all of them are for
	Within      string           // of the first subcommand of a group of them: likewise
	OnMessage   bool             // offered on messages, under "Apps", instead of as /name
	Options     []discord.Option // its texts, too, are names of sentences
	Private     bool             // answered so that only the person sees it; else the option "private" decides
	Asks        bool             // is a question: limited for each person, acknowledged first, answered in turn
	Calls       bool             // waits for Discord most of the time, so for no turn
	Long        bool             // may take minutes: acknowledged first, and what is there of its reply already is shown
	Turns       bool             // of a control: shows another page of what it stands under, by [Turned]
	Manages     bool             // for those who may manage the server, and offered to nobody else
	Unlisted    bool             // left out by /help, as a command that is not leads to it
	Opens       bool             // of a control: opens a form
	Shares      bool             // of a control: answered openly to whom the message it stands on answers, privately to others
	Run         Handler
	Suggest     Handler // for options with suggestions
}

// NameIn returns the row's name as people find it in Discord: of a command on messages in their language; another
// is linked to by the name it has.
func (r Row) NameIn(w page.Printer) string {
	if !r.OnMessage {
		return r.Name
	}
	return w.Text(nameOf(r.Description))
}

// A Handler says what there is to say to an event. It sends nothing itself and ends when its
// context does.
type Handler func(context.Context, discord.Event) Reply

// What an option takes.
const (
	Text    = discordgo.ApplicationCommandOptionString
	YesNo   = discordgo.ApplicationCommandOptionBoolean
	Number  = discordgo.ApplicationCommandOptionInteger
	Channel = discordgo.ApplicationCommandOptionChannel // one that text can be posted to
	File    = discordgo.ApplicationCommandOptionAttachment
)

// Private is the option that hides an answer from others.
var Private = discord.Option{Name: "private", Description: "option.private", Type: YesNo}

// IsPrivate reports whether the answer to an event is for the person alone, by their own choice
// or because what it leads on from is.
func IsPrivate(e discord.Event) bool { return e.Private || e.Values[Private.Name] == "true" }
