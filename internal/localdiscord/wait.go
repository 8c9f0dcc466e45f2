package localdiscord

import (
	"context"
	"errors"
	"fmt"
	"slices"
)

var (
	// ErrNoResponse is what a person reads as "The application did not respond": no answer within 3 seconds.
	ErrNoResponse = errors.New("the application did not respond")
	// ErrDeleted is an answer that was taken back.
	ErrDeleted = errors.New("the bot deleted its answer")
	// ErrClosed is a wait that the server's end ended.
	ErrClosed = errors.New("the local Discord is closed")
)

// await looks at every change, with s.mu held, until done says so.
func (s *Server) await(ctx context.Context, what string, done func() (bool, error)) error {
	for {
		s.mu.Lock()
		ok, err := done()
		changed, closed := s.changed, s.closed
		s.mu.Unlock()
		switch {
		case err != nil:
			return err
		case ok:
			return nil
		case closed:
			return fmt.Errorf("waiting for %s: %w", what, ErrClosed)
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return fmt.Errorf("waiting for %s: %w", what, context.Cause(ctx))
		}
	}
}

// Await waits until done holds, which is asked again after every change at the server. done may use the server.
func (s *Server) Await(ctx context.Context, what string, done func() bool) error {
	for {
		s.mu.Lock()
		changed, closed := s.changed, s.closed
		s.mu.Unlock()
		if done() {
			return nil
		}
		if closed {
			return fmt.Errorf("waiting for %s: %w", what, ErrClosed)
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return fmt.Errorf("waiting for %s: %w", what, context.Cause(ctx))
		}
	}
}

// WaitReady waits until a session is established.
func (s *Server) WaitReady(ctx context.Context) error {
	return s.WaitGateway(ctx, func(g Gateway) bool { return g.Ready > 0 })
}

// WaitGateway waits for something to have happened at the gateway.
func (s *Server) WaitGateway(ctx context.Context, done func(Gateway) bool) error {
	err := s.await(ctx, "the gateway", func() (bool, error) { return done(s.gateway()), nil })
	if err != nil {
		return fmt.Errorf("%w (%+v)", err, s.Gateway())
	}
	return nil
}

// WaitCommand waits until a slash command of that name is registered.
func (s *Server) WaitCommand(ctx context.Context, name string) error {
	return s.await(ctx, "/"+name+" to be registered", func() (bool, error) {
		return slices.ContainsFunc(s.commands, func(c *Command) bool { return c.Name == name }), nil
	})
}

// WaitTyping waits until the bot was seen typing in c at least times.
func (s *Server) WaitTyping(ctx context.Context, c Channel, times int) error {
	return s.await(ctx, "typing", func() (bool, error) { return s.here(c.ID).typed >= times, nil })
}

// Sees are the messages p sees in a channel, oldest first.
func (p *Person) Sees(c Channel) []*Message {
	p.s.mu.Lock()
	defer p.s.mu.Unlock()
	return p.sees(c.ID)
}

func (p *Person) sees(channelID string) []*Message {
	var out []*Message
	for _, e := range p.s.here(channelID).entries {
		if m := p.s.messages[e.message]; m != nil && !m.deleted && (m.onlyFor == "" || m.onlyFor == p.User.ID) {
			out = append(out, m)
		}
	}
	return out
}

// WaitMessage waits for the first message p sees in c that is as wanted.
func (p *Person) WaitMessage(ctx context.Context, c Channel, wanted func(*Message) bool) (*Message, error) {
	var found *Message
	err := p.s.await(ctx, "a message", func() (bool, error) {
		seen := p.sees(c.ID)
		if i := slices.IndexFunc(seen, wanted); i >= 0 {
			found = seen[i]
		}
		return found != nil, nil
	})
	return found, err
}

// WaitReply waits for what the bot says after m in m's channel: a reply to m, or a message that replies to nothing.
// A message that says "is thinking" does not count until it says something.
func (p *Person) WaitReply(ctx context.Context, m *Message) (*Message, error) {
	return p.WaitMessage(ctx, Channel{ID: m.ChannelID}, func(b *Message) bool {
		return b.Author.ID == p.s.bot.ID && older(m.ID, b.ID) && !b.IsLoading() &&
			(b.Reference == nil && b.InteractionMetadata == nil || b.Reference != nil && b.Reference.MessageID == m.ID)
	})
}

// Message is m as it is now; nil when it was deleted.
func (s *Server) Message(id string) *Message {
	s.mu.Lock()
	defer s.mu.Unlock()
	if m := s.messages[id]; m != nil && !m.deleted {
		return m
	}
	return nil
}

// Wait waits for the answer: the message as it is when it no longer says "is thinking". For a button whose press
// edits the message it sits on, that is the edited message. See [Interaction.Messages] for what follows.
func (i *Interaction) Wait(ctx context.Context) (*Message, error) {
	var found *Message
	err := i.s.await(ctx, "an answer to what "+i.by.User.Username+" "+i.what, func() (bool, error) {
		if i.overdue() {
			return false, ErrNoResponse
		}
		found = i.answer()
		if found != nil && found.deleted {
			return false, ErrDeleted
		}
		return found != nil, nil
	})
	return found, err
}

// answer is the settled answer, or nil. s.mu is held.
func (i *Interaction) answer() *Message {
	m := i.s.messages[i.original]
	switch {
	case m == nil || m.IsLoading() && !m.deleted:
		return nil
	case i.answered != answerDeferredEdit || m != i.before:
		return m
	case len(i.followups) > 0:
		return i.s.messages[i.followups[0]]
	}
	return nil
}

// WaitAcknowledged waits for the first answer of whatever kind, "is thinking" included.
func (i *Interaction) WaitAcknowledged(ctx context.Context) error {
	return i.s.await(ctx, "an acknowledgement", func() (bool, error) {
		if i.overdue() {
			return false, ErrNoResponse
		}
		return i.answered != 0, nil
	})
}

// WaitChoices waits for what autocompletion suggests.
func (i *Interaction) WaitChoices(ctx context.Context) ([]Choice, error) {
	if err := i.WaitAcknowledged(ctx); err != nil {
		return nil, err
	}
	return i.choices, nil
}

// WaitModal waits for the form the bot opens.
func (i *Interaction) WaitModal(ctx context.Context) (*Modal, error) {
	if err := i.WaitAcknowledged(ctx); err != nil {
		return nil, err
	}
	if i.modal == nil {
		return nil, errors.New("the bot answered without a form")
	}
	return i.modal, nil
}

// Messages are the answer and the messages sent after it, as they are now.
func (i *Interaction) Messages() []*Message {
	i.s.mu.Lock()
	defer i.s.mu.Unlock()
	var out []*Message
	for _, id := range append([]string{i.original}, i.followups...) {
		if m := i.s.messages[id]; m != nil && !m.deleted {
			out = append(out, m)
		}
	}
	return out
}
