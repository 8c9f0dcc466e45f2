package localdiscord

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"talksbot/internal/localdiscord/rules"
	"talksbot/internal/localdiscord/wire"
	"talksbot/internal/localdiscord/world"
)

var (
	// ErrNoResponse is what a person reads as "The application did not respond": no answer within 3 seconds.
	ErrNoResponse = errors.New("the application did not respond")
	// ErrDeleted is an answer that was taken back.
	ErrDeleted = errors.New("the bot deleted its answer")
)

// await looks at the world after every change, until done says so or fails.
func (s *Server) await(ctx context.Context, what string, done func() (bool, error)) error {
	return s.World.Await(ctx, what, func() (bool, error) {
		defer s.enter()()
		return done()
	})
}

// Await waits until done holds, which is asked again after every change at the server. done may use the server.
func (s *Server) Await(ctx context.Context, what string, done func() bool) error {
	return s.World.Await(ctx, what, func() (bool, error) { return done(), nil })
}

// WaitReady waits until a session is established.
func (s *Server) WaitReady(ctx context.Context) error {
	return s.WaitGateway(ctx, func(g wire.Gateway) bool { return g.Ready > 0 })
}

// WaitGateway waits for something to have happened at the gateway.
func (s *Server) WaitGateway(ctx context.Context, done func(wire.Gateway) bool) error {
	if err := s.Await(ctx, "the gateway", func() bool { return done(s.Gateway()) }); err != nil {
		return fmt.Errorf("%w (%+v)", err, s.Gateway())
	}
	return nil
}

// WaitCommand waits until a command of that name is registered.
func (s *Server) WaitCommand(ctx context.Context, name string) error {
	return s.await(ctx, "/"+name+" to be registered", func() (bool, error) {
		return slices.ContainsFunc(s.World.Commands, func(c *rules.Command) bool { return c.Name == name }), nil
	})
}

// WaitTyping waits until the bot was seen typing in c at least times.
func (s *Server) WaitTyping(ctx context.Context, c Channel, times int) error {
	return s.await(ctx, "typing", func() (bool, error) { return s.World.Here(c.ID).Typed >= times, nil })
}

// Sees are the messages p sees in a channel, oldest first.
func (p *Person) Sees(c Channel) []*Message {
	defer p.s.enter()()
	return slices.DeleteFunc(p.s.World.Messages.In(p.s.World.Here(c.ID)), func(m *Message) bool { return !m.IsSeenBy(p.User.ID) })
}

// WaitMessage waits for the first message p sees in c that is as wanted.
func (p *Person) WaitMessage(ctx context.Context, c Channel, wanted func(*Message) bool) (*Message, error) {
	var found *Message
	err := p.s.Await(ctx, "a message", func() bool {
		seen := p.Sees(c)
		if i := slices.IndexFunc(seen, wanted); i >= 0 {
			found = seen[i]
		}
		return found != nil
	})
	return found, err
}

// WaitReply waits for what the bot says after m in m's channel: a reply to m, or a message that replies to nothing.
// A message that says "is thinking" does not count until it says something.
func (p *Person) WaitReply(ctx context.Context, m *Message) (*Message, error) {
	return p.WaitMessage(ctx, Channel{ID: m.ChannelID}, func(b *Message) bool {
		return b.Author.ID == p.s.World.Bot.ID && rules.Older(m.ID, b.ID) && !b.IsLoading() &&
			(b.Reference == nil && b.InteractionMetadata == nil || b.Reference != nil && b.Reference.MessageID == m.ID)
	})
}

// An Interaction is a command run, a button pressed or the like by a [Person], and what the bot answers to it.
type Interaction struct {
	ID, Token string

	s  *Server
	is *world.Interaction // guarded by the world's lock
}

// await waits until what the bot answers is there, or the time for it is over.
func (i *Interaction) await(ctx context.Context, what string, done func() (bool, error)) error {
	return i.s.await(ctx, what+" to what "+i.is.By.Username+" "+i.is.What, func() (bool, error) {
		if i.s.World.IsOverdue(i.is) {
			return false, ErrNoResponse
		}
		return done()
	})
}

// Wait waits for the answer: the message as it is when it no longer says "is thinking". For a button whose press
// edits the message it sits on, that is the edited message. See [Interaction.Messages] for what follows.
func (i *Interaction) Wait(ctx context.Context) (*Message, error) {
	var found *Message
	err := i.await(ctx, "an answer", func() (bool, error) {
		found = i.s.World.Settled(i.is)
		if found != nil && found.Deleted {
			return false, ErrDeleted
		}
		return found != nil, nil
	})
	return found, err
}

// WaitAcknowledged waits for the first answer of whatever kind, "is thinking" included.
func (i *Interaction) WaitAcknowledged(ctx context.Context) error {
	return i.await(ctx, "an acknowledgement", func() (bool, error) { return i.is.Answered != 0, nil })
}

// WaitChoices waits for what autocompletion suggests.
func (i *Interaction) WaitChoices(ctx context.Context) ([]Choice, error) {
	if err := i.WaitAcknowledged(ctx); err != nil {
		return nil, err
	}
	return i.is.Choices, nil
}

// WaitModal waits for the form the bot opens.
func (i *Interaction) WaitModal(ctx context.Context) (*Modal, error) {
	if err := i.WaitAcknowledged(ctx); err != nil {
		return nil, err
	}
	if i.is.Modal == nil {
		return nil, errors.New("the bot answered without a form")
	}
	return i.is.Modal, nil
}

// Messages are the answer and the messages sent after it, as they are now.
func (i *Interaction) Messages() []*Message {
	defer i.s.enter()()
	var out []*Message
	for _, id := range append([]string{i.is.Original}, i.is.Followups...) {
		if m := i.s.World.Message(id); m != nil {
			out = append(out, m)
		}
	}
	return out
}
