package bot

import (
	"context"
	"time"

	"talksbot/bot/discord"
)

// hear takes an event. It runs on the goroutine that reads the gateway and waits for nothing.
// What is begun for the event works for as long as working; what runs on beside ends with ctx.
func (b *Bot) hear(ctx, working context.Context, e event) {
	if e.Kind == discord.Ready {
		b.ready(ctx, working, e)
		return
	}
	b.take(working, e)
}

// take starts serving the event where there is room.
func (b *Bot) take(ctx context.Context, e event) {
	select {
	case b.events <- struct{}{}:
	default:
		b.log.Warn("an event was dropped: too many are in hand", "event", e.Name, "in hand", cap(b.events))
		return
	}
	b.running.Go(func() {
		defer func() { <-b.events }()
		b.serve(ctx, e)
	})
}

// serve finds out what there is to say to the event and says it. It is the boundary around
// every handler: what goes wrong inside is logged here, and told to the person in a sentence
// that says nothing of it.
func (b *Bot) serve(ctx context.Context, e event) {
	acknowledged := false
	defer discord.Rescue(b.log, func() { b.deliver(ctx, e, acknowledged, b.privately("sorry")) })
	row := b.table.find(e)
	if !row.asks {
		r := row.run(b, ctx, e)
		r.private = r.private || row.private
		b.deliver(ctx, e, false, r)
		return
	}
	refusal, ok := b.door.admit(e, b.now())
	if !ok {
		b.deliver(ctx, e, false, refusal)
		return
	}
	defer b.door.leave()

	began := time.Now()
	within, stop := context.WithTimeout(ctx, b.waits.answer)
	defer stop()
	if err := b.acknowledge(within, e, row.private || isPrivate(e)); err != nil {
		b.log.Error("an event could not be acknowledged", "error", err, "event", row.name)
		return
	}
	acknowledged = true
	r := row.run(b, within, e)
	stop()
	if r.empty() {
		r = b.says("sorry")
	}
	b.deliver(ctx, e, true, r)
	b.log.Info("question answered", "event", row.name, "took", time.Since(began).Round(time.Millisecond))
}

// deliver sends and logs what prevents it.
func (b *Bot) deliver(ctx context.Context, e event, acknowledged bool, r reply) {
	if err := b.send(ctx, e, acknowledged, r); err != nil {
		b.log.Error("an answer could not be delivered", "error", err, "event", e.Name, "channel", e.Channel)
	}
}
