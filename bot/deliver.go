package bot

import (
	"context"
	"time"
)

// Answers to interactions, by Discord's numbers.
const (
	answerMessage = 4
	answerDefer   = 5
	answerUpdate  = 7
	answerChoices = 8
)

// response is the wire form of the first answer to an interaction.
type response struct {
	Type int `json:"type"`
	Data any `json:"data,omitempty"`

	files []file
}

// acknowledge tells the person at once that an answer is coming: "is thinking", or typing
// that goes on until the context ends. Whether an interaction's answer is private is decided
// here and for good.
func (b *Bot) acknowledge(ctx context.Context, e event, private bool) error {
	if e.kind == said {
		b.running.Go(func() { b.showTyping(ctx, e.channel) })
		return nil
	}
	r := response{Type: answerDefer}
	if private {
		r.Data = map[string]int{"flags": flagPrivate}
	}
	return b.respond(ctx, e, r)
}

// send delivers the reply to whoever caused the event. It is the only way out.
func (b *Bot) send(ctx context.Context, e event, deferred bool, r reply) error {
	switch {
	case e.kind == suggest:
		return b.respond(ctx, e, response{Type: answerChoices, Data: map[string][]choice{"choices": append([]choice{}, r.choices...)}})
	case r.text == "":
		return nil
	case e.kind == said:
		return b.post(ctx, e, r)
	case deferred:
		return b.edit(ctx, e, r)
	case r.replace:
		return b.respond(ctx, e, response{answerUpdate, r.wire(), r.files})
	}
	return b.respond(ctx, e, response{answerMessage, r.wire(), r.files})
}

// respond gives an interaction its first answer. Discord takes one and refuses a second, so
// it is safe to repeat; but after the time allowed it is of no use.
func (b *Bot) respond(ctx context.Context, e event, r response) error {
	ctx, cancel := context.WithTimeout(ctx, b.waits.acknowledge)
	defer cancel()
	err := b.rest.do(ctx, call{
		doing: "answering an interaction", method: "POST", again: true,
		path: "interactions/" + e.id + "/" + e.token + "/callback", body: r, files: r.files,
	}, nil)
	if refused(err, codeAcknowledged) {
		return nil
	}
	return err
}

// edit puts the reply where "is thinking" stands.
func (b *Bot) edit(ctx context.Context, e event, r reply) error {
	m := r.wire()
	m.Flags &^= flagPrivate // decided by the acknowledgement
	return b.keep(ctx, call{
		doing: "editing an answer", method: "PATCH",
		path: "webhooks/" + e.app + "/" + e.token + "/messages/@original", body: m, files: r.files,
	})
}

// post answers a message with a message. The nonce, which is the ID of the message answered,
// makes Discord drop a second answer to it, so that posting is safe to repeat.
func (b *Bot) post(ctx context.Context, e event, r reply) error {
	m := r.wire()
	m.Flags &^= flagPrivate // there are no private messages in channels
	m.Reference = &answerTo{Message: e.id, Channel: e.channel}
	m.Nonce, m.EnforceNonce = e.id, true
	c := call{doing: "sending a message", method: "POST", again: true, path: "channels/" + e.channel + "/messages", body: m, files: r.files}
	err := b.keep(ctx, c)
	if refused(err, codeNoHistory) { // then say it without the reference
		m.Reference = nil
		c.body = m
		err = b.keep(ctx, c)
	}
	return err
}

// keep makes the call and remembers the message it made, for when somebody replies to it.
func (b *Bot) keep(ctx context.Context, c call) error {
	var sent message
	if err := b.rest.do(ctx, c, &sent); err != nil {
		return err
	}
	b.recent.put(sent)
	return nil
}

// showTyping shows the bot typing until the context ends. Discord shows it for ten seconds.
func (b *Bot) showTyping(ctx context.Context, channel string) {
	for ctx.Err() == nil {
		err := b.rest.do(ctx, call{doing: "showing that we type", method: "POST", path: "channels/" + channel + "/typing"}, nil)
		if err != nil && ctx.Err() == nil {
			b.log.Debug("typing is not shown", "error", err)
		}
		select {
		case <-ctx.Done():
		case <-time.After(b.waits.typing):
		}
	}
}
