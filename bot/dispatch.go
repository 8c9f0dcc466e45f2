package bot

import (
	"context"
	"fmt"
	"time"

	"talksbot/bot/discord"
)

// What people read when there is no answer.
const (
	sorry = "Something went wrong on my side. Please ask again."
	busy  = "I am answering as many questions as I can right now. Please ask again in a moment."
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
	defer discord.Rescue(b.log, func() { b.deliver(ctx, e, acknowledged, reply{text: sorry, private: true}) })
	row := b.table.find(e)
	if !row.asks {
		r := row.run(b, ctx, e)
		r.private = r.private || row.private
		b.deliver(ctx, e, false, r)
		return
	}
	refusal, ok := b.admit(e)
	if !ok {
		b.deliver(ctx, e, false, refusal)
		return
	}
	defer func() { <-b.work }()

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
		r.text = sorry
	}
	b.deliver(ctx, e, true, r)
	b.log.Info("question answered", "event", row.name, "took", time.Since(began).Round(time.Millisecond))
}

// admit lets a question in: when there is a free slot, which it takes, and within what its
// person and its server may ask. Else it returns what to say, if anything.
func (b *Bot) admit(e event) (reply, bool) {
	select {
	case b.work <- struct{}{}:
	default:
		return reply{text: busy, private: true}, false
	}
	refusal, first, ok := b.mayAsk(e)
	if ok {
		return reply{}, true
	}
	<-b.work
	if e.Kind == discord.Said && !first { // told once, in a channel that is enough
		return reply{}, false
	}
	return reply{text: refusal, private: true}, false
}

// mayAsk counts a question that is within what its person and its server may ask. Another is
// counted for neither and refused; first says that the one to wait has not been told yet.
func (b *Bot) mayAsk(e event) (refusal string, first, ok bool) {
	now := b.now()
	person := b.people.take(e.User.ID, now)
	if person.Reservation == nil {
		return tooMany("You have", "one person", b.people, person.wait), person.first, false
	}
	if e.Guild == "" { // a direct message
		return "", false, true
	}
	server := b.servers.take(e.Guild, now)
	if server.Reservation == nil {
		person.CancelAt(now)
		return tooMany("This server has", "one server", b.servers, server.wait), server.first, false
	}
	return "", false, true
}

// tooMany says who has to wait, and until when.
func tooMany(who, from string, l *limiter, wait time.Time) string {
	at := wait.Add(time.Second - 1).Unix() // never before the time
	return fmt.Sprintf("%s asked as much as I can take from %s, %s a minute. Please ask again <t:%d:R>.", who, from, count(l.most, "question"), at)
}

// deliver sends and logs what prevents it.
func (b *Bot) deliver(ctx context.Context, e event, acknowledged bool, r reply) {
	if err := b.send(ctx, e, acknowledged, r); err != nil {
		b.log.Error("an answer could not be delivered", "error", err, "event", e.Name, "channel", e.Channel)
	}
}
