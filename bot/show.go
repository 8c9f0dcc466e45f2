package bot

import (
	"context"
	"slices"

	"github.com/bwmarrin/discordgo"

	"talksbot/bot/command"
	"talksbot/bot/discord"
	"talksbot/bot/markdown"
	"talksbot/page"
)

// showName is the button that shows everyone what only one person sees.
const showName = "show"

// shows returns the button for an answer that only who asked sees, in a channel of a server the bot is in.
func shows(e discord.Event, r command.Reply, w page.Printer) []page.Button {
	if !r.Private || r.Said == nil || len(r.Page.Cited) == 0 || e.Guild == "" || e.Abroad {
		return nil
	}
	return []page.Button{{Does: showName, Label: w.Text("button.show"), Arg: "all"}}
}

// A shower shows everyone what only one person saw.
type shower struct {
	client        *discord.Client
	conversations *conversations
	words         page.Printer
}

// show posts a private answer as it is into its channel, with who asked for it, and takes the button out of use. A
// second press finds the post by its nonce.
func (s shower) show(ctx context.Context, e discord.Event) command.Reply {
	const toPost = discordgo.PermissionSendMessages | discordgo.PermissionSendMessagesInThreads | discordgo.PermissionAdministrator
	switch m := e.Message; {
	case m == nil || m.Flags&discord.FlagPrivate == 0 || e.Guild == "" || e.Abroad:
		return command.Privately(s.words, "button.ask")
	case e.Can&toPost == 0:
		return s.barred(e)
	}
	sent, err := s.client.Post(ctx, e.Channel, "show"+e.Message.ID, s.openly(e))
	switch {
	case discord.IsBarred(err):
		return s.barred(e)
	case err != nil:
		return command.Reply{Err: err}
	}
	said := s.conversations.recall(ctx, e.Message.ID)
	said.Asker, said.Guild, said.Channel = e.User.ID, e.Guild, e.Channel
	s.conversations.remember(ctx, sent.ID, &said)
	done := asIs(*e.Message, func(b *discord.Component) bool {
		b.Disabled, b.Label = true, s.words.Text("button.shown")
		return true
	})
	done.Replace = true
	return command.Reply{Made: &done}
}

func (s shower) barred(e discord.Event) command.Reply {
	return command.Privately(s.words, "show.barred", "Channel", page.Span{Text: e.Channel, Mark: page.Channel})
}

// openly returns a private answer as everybody will see it.
func (s shower) openly(e discord.Event) discord.Outgoing {
	o := asIs(*e.Message, func(*discord.Component) bool { return false })
	by := markdown.Writer{}.Line(page.AskedBy(e.User.ID, s.words))
	if o.Layout != nil {
		o.Layout = slices.Insert(o.Layout, 0, discord.Component{Type: discord.TypeText, Content: by})
		return o
	}
	o.Content = by + "\n" + page.Shorten(o.Content, discord.MaxContent-markdown.Length(by)-1)
	return o
}

// asIs returns a message of ours as one to be sent, with the button that shows it as change leaves it, where that
// keeps it.
func asIs(m discord.Message, change func(*discord.Component) bool) discord.Outgoing {
	o := discord.Outgoing{Flags: discord.FlagNoPreviews, Content: m.Content}
	kept := without(m.Laid, change)
	if m.Flags&discord.FlagLaidOut != 0 {
		o.Content, o.Layout = "", kept
	} else {
		o.Components = kept
	}
	return o
}

func without(all []discord.Component, change func(*discord.Component) bool) []discord.Component {
	var kept []discord.Component
	for _, c := range all {
		c.Components = without(c.Components, change)
		isShow := c.Type == discord.TypeButton && c.CustomID == showName+":all"
		if isShow && !change(&c) || c.Type == discord.TypeRow && len(c.Components) == 0 {
			continue
		}
		kept = append(kept, c)
	}
	return kept
}
