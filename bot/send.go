package bot

import (
	"context"
	"sync"
	"sync/atomic"

	"talksbot/bot/command"
	"talksbot/bot/discord"
	"talksbot/bot/markdown"
)

// A sender takes replies to Discord.
type sender struct {
	client        *discord.Client
	conversations *conversations
	commandIDs    atomic.Pointer[map[string]string] // by name, known once registered
	running       sync.WaitGroup                    // all that was begun and has to end before the bot does
}

// send delivers the reply to whoever caused the event, and remembers the message it made, for
// when somebody replies to it. It is the only way out.
func (s *sender) send(ctx context.Context, e discord.Event, promised discord.Promise, r command.Reply) error {
	switch {
	case e.Kind == discord.Typing:
		return s.client.Suggest(ctx, e, r.Choices)
	case r.Empty():
		return nil
	}
	if r.Said != nil {
		s.conversations.saying.Add(1)
		defer s.conversations.saying.Add(-1)
	}
	sent, err := s.client.Say(ctx, e, promised, r.Wire(s.markdown()))
	s.conversations.remember(ctx, sent.ID, r.Said)
	return err
}

// markdown returns what writes pages, with links to the commands where they are known.
func (s *sender) markdown() markdown.Writer {
	if ids := s.commandIDs.Load(); ids != nil {
		return markdown.Writer{Commands: *ids}
	}
	return markdown.Writer{}
}
