// Package model calls one language model on behalf of many askers.
//
// Those who ask the same at the same time share a call (flight.go), what a model replied is
// kept for those who ask later (cache.go), and a day's tokens are bounded (budget.go). What
// a reply is worth is not for this package to know: whoever asks says whether to accept it,
// each time, whether it is new or kept.
package model

import (
	"context"
	"log/slog"
	"sync/atomic"
	"time"

	"talksbot/prompts"
)

// DefaultTimeout is how long a model may take over one call where nobody says.
const DefaultTimeout = 20 * time.Second

// A Completer completes prompts. Its text is untrusted. Complete returns when ctx ends at
// the latest.
type Completer interface {
	Complete(ctx context.Context, p prompts.Prompt) (prompts.Completion, error)
}

// A Speaker is a Completer that tells what the model writes while it writes. What it tells, piece by
// piece, is the beginning of the Completion's text, or of one that broke off.
type Speaker interface {
	Completer
	Stream(ctx context.Context, p prompts.Prompt, said func(piece string)) (prompts.Completion, error)
}

// A Func is a function used as a Completer.
type Func func(ctx context.Context, p prompts.Prompt) (prompts.Completion, error)

// Complete calls f.
func (f Func) Complete(ctx context.Context, p prompts.Prompt) (prompts.Completion, error) {
	return f(ctx, p)
}

// A Model is a language model that many ask. Only Completer is needed; any number of
// goroutines may use it, and its fields must not change once it is in use.
type Model struct {
	Completer Completer
	Name      string        // tells apart models that share a Cache
	Timeout   time.Duration // of one call; 0 means DefaultTimeout
	Budget    *Budget       // what the calls may cost; nil means no limit
	Cache     *Cache        // of replies; nil keeps none
	Log       *slog.Logger  // nil: nothing is logged

	flights       flights
	calls, cached atomic.Int64
}

// Calls returns how often the model was called, and Cached how many calls the Cache spared.
func (m *Model) Calls() int64  { return m.calls.Load() }
func (m *Model) Cached() int64 { return m.cached.Load() }

// Ask is Listen without listening.
func (m *Model) Ask(ctx context.Context, p, alike prompts.Prompt, accept func(reply string) error) error {
	return m.Listen(ctx, p, alike, nil, accept)
}

// Listen has the model complete p and hands its reply to accept, which says what is wrong with
// it. Prompts that get the same reply are alike: where one was accepted for such a prompt it
// is handed over first, and where one is awaited it is awaited together. Only what was
// accepted is kept. Before that hear is told what has come of the reply, piece by piece, where
// the model can be listened to; where none is accepted, that is all there is.
func (m *Model) Listen(ctx context.Context, p, alike prompts.Prompt, hear func(piece string), accept func(reply string) error) error {
	k := KeyOf(m.Name, alike)
	if kept, ok := m.Cache.Get(k); ok {
		err := accept(kept)
		if err == nil {
			m.cached.Add(1)
			return nil
		}
		m.log().Warn("a kept reply no longer passes", "reason", err)
		m.Cache.Forget(k, kept)
	}
	reply, err := m.flights.do(ctx, k, m.timeout(), hear, func(ctx context.Context, said func(string)) (prompts.Completion, error) {
		if hear == nil {
			said = nil
		}
		return m.complete(ctx, p, said)
	})
	if err != nil {
		return err
	}
	if err := accept(reply.Text); err != nil {
		return err
	}
	m.Cache.Keep(k, reply.Text)
	return nil
}

// patience is how long the ledger may take to note what was spent.
const patience = 5 * time.Second

// complete calls the model within the budget.
func (m *Model) complete(ctx context.Context, p prompts.Prompt, said func(piece string)) (prompts.Completion, error) {
	if err := m.Budget.allow(ctx, time.Now()); err != nil {
		return prompts.Completion{}, err
	}
	m.calls.Add(1)
	reply, err := m.ask(ctx, p, said)
	tokens := reply.Tokens
	if tokens == 0 && ctx.Err() != nil {
		tokens = (len(p.System) + len(p.User)) / 4 // cut off, which does not make it free
	}
	noting, cancel := context.WithTimeout(context.WithoutCancel(ctx), patience)
	defer cancel()
	if err := m.Budget.spend(noting, time.Now(), tokens); err != nil {
		m.log().Warn("the cost of a model call is not kept yet", "error", err, "tokens", tokens)
	}
	return reply, err
}

// ask calls the model, and listens where it can be listened to and somebody does.
func (m *Model) ask(ctx context.Context, p prompts.Prompt, said func(piece string)) (prompts.Completion, error) {
	if speaker, ok := m.Completer.(Speaker); ok && said != nil {
		return speaker.Stream(ctx, p, said)
	}
	return m.Completer.Complete(ctx, p)
}

func (m *Model) timeout() time.Duration {
	if m.Timeout > 0 {
		return m.Timeout
	}
	return DefaultTimeout
}

func (m *Model) log() *slog.Logger {
	if m.Log == nil {
		return slog.New(slog.DiscardHandler)
	}
	return m.Log
}
