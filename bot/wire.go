package bot

import (
	"context"

	"talksbot/bot/discord"
)

// What comes from Discord and goes there, by shorter names.
type (
	event   = discord.Event
	message = discord.Message
	user    = discord.User
	file    = discord.File
	choice  = discord.Choice
)

// What Discord allows.
const (
	maxLength     = discord.MaxContent // of a message (see length)
	maxCustomID   = discord.MaxCustomID
	maxChoices    = discord.MaxChoices
	maxChoiceText = discord.MaxChoiceText
)

// isPrivate reports whether the answer to an event is for the person alone, by their own choice
// or because what it leads on from is.
func isPrivate(e event) bool { return e.Private || e.Values[private.Name] == "true" }

// acknowledge tells the person at once that an answer is coming: "is thinking", or typing
// that goes on until the context ends.
func (b *Bot) acknowledge(ctx context.Context, e event, private bool) error {
	if e.Kind == discord.Said {
		b.running.Go(func() { b.client.Type(ctx, e.Channel) })
		return nil
	}
	return b.client.Defer(ctx, e, private)
}

// send delivers the reply to whoever caused the event, and remembers the message it made, for
// when somebody replies to it. It is the only way out.
func (b *Bot) send(ctx context.Context, e event, deferred bool, r reply) error {
	switch {
	case e.Kind == discord.Typing:
		return b.client.Suggest(ctx, e, r.choices)
	case r.empty():
		return nil
	}
	if r.said != nil {
		b.conversations.saying.Add(1)
		defer b.conversations.saying.Add(-1)
	}
	sent, err := b.client.Say(ctx, e, deferred, r.with(b.markdown()))
	b.conversations.remember(ctx, sent.ID, r.said)
	return err
}

// markdown returns what writes pages, with links to the commands where they are known.
func (b *Bot) markdown() markdown {
	if ids := b.commandIDs.Load(); ids != nil {
		return markdown{*ids}
	}
	return markdown{}
}
