package bot

import (
	"context"
	"sync"
	"sync/atomic"

	"talksbot/bot/discord"
)

// A sender takes replies to Discord.
type sender struct {
	client        *discord.Client
	conversations *conversations
	commandIDs    atomic.Pointer[map[string]string] // by name, known once registered
	running       sync.WaitGroup                    // all that was begun and has to end before the bot does
}

// acknowledge tells the person at once that an answer is coming: "is thinking", or typing
// that goes on until the context ends.
func (s *sender) acknowledge(ctx context.Context, e event, private bool) error {
	if e.Kind == discord.Said {
		s.running.Go(func() { s.client.Type(ctx, e.Channel) })
		return nil
	}
	return s.client.Defer(ctx, e, private)
}

// send delivers the reply to whoever caused the event, and remembers the message it made, for
// when somebody replies to it. It is the only way out.
func (s *sender) send(ctx context.Context, e event, deferred bool, r reply) error {
	switch {
	case e.Kind == discord.Typing:
		return s.client.Suggest(ctx, e, r.choices)
	case r.empty():
		return nil
	}
	if r.said != nil {
		s.conversations.saying.Add(1)
		defer s.conversations.saying.Add(-1)
	}
	sent, err := s.client.Say(ctx, e, deferred, r.wire(s.markdown()))
	s.conversations.remember(ctx, sent.ID, r.said)
	return err
}

// markdown returns what writes pages, with links to the commands where they are known.
func (s *sender) markdown() markdown {
	if ids := s.commandIDs.Load(); ids != nil {
		return markdown{*ids}
	}
	return markdown{}
}
