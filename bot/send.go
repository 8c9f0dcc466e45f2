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

// A told is what a person has of an answer already.
type told struct {
	promise discord.Promise // that it is coming
	begun   bool            // some of it was sent, whether or not it arrived
	message discord.Message // that has it, where that is known
}

// send delivers the reply to whoever caused the event, in the place of what they were told before, and
// remembers the message it made, for when somebody replies to it. It is the only way out.
func (s *sender) send(ctx context.Context, e discord.Event, t *told, r command.Reply) error {
	switch {
	case e.Kind == discord.Typing:
		return s.client.Suggest(ctx, e, r.Choices)
	case r.Form.ID != "":
		return s.client.Open(ctx, e, r.Form)
	case r.Empty():
		return nil
	}
	if r.Said != nil {
		s.conversations.saying.Add(1)
		defer s.conversations.saying.Add(-1)
	}
	sent, err := s.say(ctx, e, t, r.Wire(s.markdown()))
	s.conversations.remember(ctx, sent.ID, r.Said)
	return err
}

// say is send for a message that is written. There is one that answers an event, which is edited from the
// second time on.
func (s *sender) say(ctx context.Context, e discord.Event, t *told, m discord.Outgoing) (sent discord.Message, err error) {
	if t.begun {
		sent, err = s.client.Rewrite(ctx, e, t.promise, t.message, m)
	} else {
		sent, err = s.client.Say(ctx, e, t.promise, m)
	}
	t.begun = t.begun || !discord.IsFinal(err)
	if sent.ID != "" {
		t.message = sent
	}
	return sent, err
}

// markdown returns what writes pages, with links to the commands where they are known.
func (s *sender) markdown() markdown.Writer {
	if ids := s.commandIDs.Load(); ids != nil {
		return markdown.Writer{Commands: *ids}
	}
	return markdown.Writer{}
}
