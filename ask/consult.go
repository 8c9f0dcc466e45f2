package ask

import (
	"context"
	"time"

	"talksbot/prompts"
)

// consult has the model complete a prompt and hands its reply to accept, which says what is
// wrong with it. The key is that of the prompt: where a reply is kept under it, that one is
// handed over; where one is awaited, it is awaited together. Only what was accepted is kept.
func (a *Asker) consult(ctx context.Context, p prompts.Prompt, k key, accept func(reply string) error) error {
	if kept, ok := a.Cache.get(k); ok {
		err := accept(kept)
		if err == nil {
			a.counts.cached.Add(1)
			return nil
		}
		a.log().Warn("a kept reply no longer passes", "reason", err)
		a.Cache.forget(k, kept)
	}
	reply, err := a.flights.do(ctx, k, a.timeout(), func(ctx context.Context) (prompts.Completion, error) {
		return a.complete(ctx, p)
	})
	if err != nil {
		return err
	}
	if err := accept(reply.Text); err != nil {
		return err
	}
	a.Cache.keep(k, reply.Text)
	return nil
}

// patience is how long the ledger may take to note what was spent.
const patience = 5 * time.Second

// complete calls the model within the budget.
func (a *Asker) complete(ctx context.Context, p prompts.Prompt) (prompts.Completion, error) {
	if err := a.Budget.allow(ctx, time.Now()); err != nil {
		return prompts.Completion{}, err
	}
	a.counts.calls.Add(1)
	reply, err := a.Model.Complete(ctx, p)
	tokens := reply.Tokens
	if tokens == 0 && ctx.Err() != nil {
		tokens = (len(p.System) + len(p.User)) / 4 // cut off, which does not make it free
	}
	noting, cancel := context.WithTimeout(context.WithoutCancel(ctx), patience)
	defer cancel()
	if err := a.Budget.spend(noting, time.Now(), tokens); err != nil {
		a.log().Warn("the cost of a model call is not kept yet", "error", err, "tokens", tokens)
	}
	return reply, err
}
