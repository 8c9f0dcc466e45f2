package bot

import (
	"context"
	"log/slog"
	"time"

	"talksbot/bot/command"
	"talksbot/bot/discord"
	"talksbot/page"
)

// A dispatcher finds out what there is to say to an event and has it said.
type dispatcher struct {
	sender
	table  command.Table
	door   door
	events chan struct{} // a slot for each event being handled
	waits  waits
	words  page.Printer
	log    *slog.Logger
	now    func() time.Time
}

// waits are the bounds on how long things may take. Tests make some of them short.
type waits struct {
	answer time.Duration // for one answer
	drain  time.Duration // for what still runs at the end
	letGo  time.Duration // for what was cut off then
}

var usual = waits{answer: time.Minute, drain: 10 * time.Second, letGo: 5 * time.Second}

// take starts serving the event where there is room. It waits for nothing.
func (d *dispatcher) take(ctx context.Context, e discord.Event) {
	select {
	case d.events <- struct{}{}:
	default:
		d.log.Warn("an event was dropped: too many are in hand", "event", e.Name, "in hand", cap(d.events))
		return
	}
	d.running.Go(func() {
		defer func() { <-d.events }()
		d.serve(ctx, e)
	})
}

// serve finds out what there is to say to the event and says it. It is the boundary around
// every handler: what goes wrong inside is logged here, and told to the person in a sentence
// that says nothing of it.
func (d *dispatcher) serve(ctx context.Context, e discord.Event) {
	acknowledged := false
	defer discord.Rescue(d.log, func() { d.deliver(ctx, e, acknowledged, command.Privately(d.words, "sorry")) })
	row := d.table.Find(e)
	if !row.Asks {
		r := row.Run(ctx, e)
		r.Private = r.Private || row.Private
		d.deliver(ctx, e, false, r)
		return
	}
	refusal, ok := d.door.admit(e, d.now())
	if !ok {
		d.deliver(ctx, e, false, refusal)
		return
	}
	defer d.door.leave()

	began := time.Now()
	within, stop := context.WithTimeout(ctx, d.waits.answer)
	defer stop()
	if err := d.acknowledge(within, e, row.Private || command.IsPrivate(e)); err != nil {
		d.log.Error("an event could not be acknowledged", "error", err, "event", row.Name)
		return
	}
	acknowledged = true
	r := row.Run(within, e)
	stop()
	if r.Empty() {
		r = command.Say(d.words, "sorry")
	}
	d.deliver(ctx, e, true, r)
	d.log.Info("question answered", "event", row.Name, "took", time.Since(began).Round(time.Millisecond))
}

// deliver sends and logs what prevents it.
func (d *dispatcher) deliver(ctx context.Context, e discord.Event, acknowledged bool, r command.Reply) {
	if err := d.send(ctx, e, acknowledged, r); err != nil {
		d.log.Error("an answer could not be delivered", "error", err, "event", e.Name, "channel", e.Channel)
	}
}

// drain waits for what runs. What takes too long is told to stop; what does not heed that is left
// behind.
func (d *dispatcher) drain(stop func()) {
	done := make(chan struct{})
	go func() { d.running.Wait(); close(done) }()
	for _, wait := range []time.Duration{d.waits.drain, d.waits.letGo} {
		select {
		case <-done:
			return
		case <-time.After(wait):
			d.log.Warn("work takes too long to finish", "questions", d.door.inside())
			stop()
		}
	}
}
