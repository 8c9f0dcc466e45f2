package bot

import (
	"context"
	"log/slog"

	"github.com/bwmarrin/discordgo"

	"talksbot/bot/command"
	"talksbot/bot/discord"
	"talksbot/bot/store"
	"talksbot/page"
	"talksbot/shelf"
)

// forgetName is the button that has the bot forget a person.
const forgetName = "forget"

// keeper shows people what is kept of them, and deletes it.
type keeper struct {
	client *discord.Client
	store  *store.Store
	shelf  *shelf.Shelf // nil where there is none
	host   string       // where questions go to be worded; "": nowhere
	words  page.Printer
	log    *slog.Logger
}

// privacy tells a person what is kept of them, for how long, and where their questions go.
func (k keeper) privacy(ctx context.Context, e discord.Event) command.Reply {
	kept, err := k.store.Of(ctx, e.User.ID)
	if err != nil {
		return command.Reply{Err: err}
	}
	added, visited := 0, false
	if k.shelf != nil {
		if added, err = k.shelf.AddedBy(ctx, e.User.ID); err == nil {
			visited, err = k.shelf.Visited(ctx, e.User.ID)
		}
		if err != nil {
			return command.Reply{Err: err}
		}
	}
	p := page.Privacy(page.Kept{Answers: kept.Answers, Added: added, Visited: visited, Questions: kept.Questions, Oldest: kept.Oldest, Host: k.host}, k.words)
	if kept.Answers+added > 0 || visited {
		p.Buttons = []page.Button{{Does: forgetName, Label: k.words.Text("button.forget"), Arg: "me"}}
	}
	return command.Reply{Page: p}
}

// forget forgets what is kept of a person.
func (k keeper) forget(ctx context.Context, e discord.Event) command.Reply {
	if err := k.store.Forget(ctx, e.User.ID); err != nil {
		return command.Reply{Err: err}
	}
	if k.shelf != nil {
		if err := k.shelf.ForgetPerson(ctx, e.User.ID); err != nil {
			return command.Reply{Err: err}
		}
	}
	r := command.Say(k.words, "privacy.forgotten")
	r.Replace = true
	return r
}

// unsay deletes an answer of the bot's, for whoever it answers and for those who look after the channel.
func (k keeper) unsay(ctx context.Context, e discord.Event) command.Reply {
	if no := k.mayNotDelete(ctx, e); no != "" {
		return command.Say(k.words, no)
	}
	err := k.client.Do(ctx, discord.Call{Doing: "deleting an answer", Method: "DELETE", Path: "channels/" + e.Channel + "/messages/" + e.Message.ID}, nil)
	switch {
	case discord.IsBarred(err):
		return command.Say(k.words, "delete.barred")
	case err != nil && !discord.Refused(err, discordgo.ErrCodeUnknownMessage):
		return command.Reply{Err: err}
	}
	if err := k.store.Unsay(ctx, e.Message.ID); err != nil {
		k.log.Error("a deleted answer is still remembered", "error", err)
	}
	return command.Say(k.words, "delete.done")
}

// mayNotDelete returns the name of the sentence that says why a person cannot have a message deleted, if
// anything stands in the way.
func (k keeper) mayNotDelete(ctx context.Context, e discord.Event) string {
	self := k.client.Self.Load()
	switch {
	case e.Message == nil || self == nil || e.Message.Author.ID != self.ID:
		return "delete.not-mine"
	case e.Message.Flags&discord.FlagPrivate != 0:
		return "delete.private"
	case e.Abroad:
		return "delete.abroad"
	case k.asker(ctx, *e.Message) == e.User.ID || e.Guild == "":
	case e.May&(discordgo.PermissionManageMessages|discordgo.PermissionAdministrator) == 0:
		return "delete.not-yours"
	}
	return ""
}

// asker returns who asked what a message of ours answers; "" where that is not known.
func (k keeper) asker(ctx context.Context, m discord.Message) string {
	switch {
	case m.Asked != nil:
		return m.Asked.User.ID
	case m.Answers != nil:
		return m.Answers.Author.ID
	}
	who, err := k.store.Asker(ctx, m.ID)
	if err != nil {
		k.log.Warn("who asked is not known", "error", err)
	}
	return who
}
