package bot

import (
	"context"

	"github.com/bwmarrin/discordgo"

	"talksbot/bot/command"
	"talksbot/bot/discord"
	"talksbot/bot/markdown"
	"talksbot/page"
)

const (
	longAnswer  = 700 // UTF-16 code units of a message: from then on an answer fills a phone's screen
	longestName = 80  // of a thread
)

// wantsThread reports whether a reply is to be given in a thread: a long answer that others see too, in a channel
// of a server that has chosen so, and not in a thread already.
func (v *visit) wantsThread(ctx context.Context, r command.Reply) bool {
	if !v.chosen.Threads || r.Said == nil || r.Said.Question == "" || r.Private || v.e.Guild == "" || v.e.Abroad || v.e.Parent != "" ||
		markdown.Length(r.Wire(v.markdown()).Content) < longAnswer {
		return false
	}
	if v.e.Kind != discord.Said {
		return v.e.Can&(discordgo.PermissionCreatePublicThreads|discordgo.PermissionAdministrator) != 0
	}
	parent, err := v.client.ParentOf(ctx, v.e.Channel)
	return err == nil && parent == ""
}

// inThread gives a reply in a thread: of the message it answers or, where a command was used, of a message that says
// so. It reports whether that was possible; where it was not, the reply is still to be given.
func (v *visit) inThread(ctx context.Context, r command.Reply) bool {
	from := v.e.ID
	if v.e.Kind != discord.Said {
		told := command.Say(v.words, "thread.below")
		told.Page.Head = r.Page.Head // the question, which nobody else shows
		sent, err := v.say(ctx, v.e, &v.told, told.Wire(v.markdown()))
		if err != nil || sent.ID == "" {
			v.log.Warn("an answer could not be announced", "error", err)
			return false
		}
		from = sent.ID
	}
	thread, err := v.client.StartThread(ctx, v.e.Channel, from, page.Shorten(page.Clean(r.Said.Question), longestName))
	if err != nil {
		v.log.Warn("a thread could not be started, so a long answer stands in the channel", "error", err, "channel", v.e.Channel)
		return false
	}
	r.Page.Head = nil // the thread's name says it
	sent, err := v.client.Post(ctx, thread, v.e.ID, r.Wire(v.markdown()))
	if err != nil {
		v.log.Warn("a thread was started and the answer not posted there", "error", err, "channel", thread)
		return false
	}
	v.conversations.remember(ctx, sent.ID, r.Said)
	return true
}
