package discord

import (
	"context"
	"net/http/httptrace"
	"net/url"
	"sync/atomic"

	"github.com/bwmarrin/discordgo"
)

// response is the wire form of the first answer to an interaction.
type response struct {
	Type discordgo.InteractionResponseType `json:"type"`
	Data any                               `json:"data,omitempty"`
}

// A Promise is what a person was told at once of an answer that is still to come.
type Promise int

const (
	Nothing   Promise = iota // the answer is all there will be
	Openly                   // "is thinking", for everybody to see
	Privately                // "is thinking", for the person alone
	InPlace                  // of a control: the message it stands on will change
)

// Promise tells the person that an answer to their interaction is coming, and where. An error
// that is no [IsFinal] does not say that Discord did not hear it.
func (c *Client) Promise(ctx context.Context, e Event, p Promise) error {
	r := response{Type: discordgo.InteractionResponseDeferredChannelMessageWithSource}
	switch p {
	case Nothing:
		return nil
	case Privately:
		r.Data = map[string]int{"flags": FlagPrivate}
	case InPlace:
		r.Type = discordgo.InteractionResponseDeferredMessageUpdate
	}
	return c.respond(ctx, e, r, nil)
}

// Suggest offers choices for the option that the person is typing.
func (c *Client) Suggest(ctx context.Context, e Event, choices []Choice) error {
	return c.respond(ctx, e, response{discordgo.InteractionApplicationCommandAutocompleteResult,
		map[string][]Choice{"choices": append([]Choice{}, choices...)}}, nil)
}

// Say delivers the message to whoever caused the event, in the way that kind of event wants it and
// that p, told before, leaves open. It returns the message that was made, where Discord tells.
func (c *Client) Say(ctx context.Context, e Event, p Promise, m Outgoing) (Message, error) {
	m = m.wire()
	if m.Replace {
		m = m.inPlaceOf(e.Message)
	}
	switch {
	case e.Kind == Said:
		return c.post(ctx, e, m)
	case p == Openly && m.Flags&FlagPrivate != 0:
		return c.apart(ctx, e, m)
	case p == InPlace && !m.Replace:
		return c.follow(ctx, e, m)
	case p != Nothing:
		return c.edit(ctx, e, m)
	case m.Replace:
		return Message{}, c.answer(ctx, e, discordgo.InteractionResponseUpdateMessage, m)
	}
	return Message{}, c.answer(ctx, e, discordgo.InteractionResponseChannelMessageWithSource, m)
}

// answer gives an interaction a message as its first answer.
func (c *Client) answer(ctx context.Context, e Event, kind discordgo.InteractionResponseType, m Outgoing) error {
	return c.laidOut(m, func(m Outgoing) error { return c.respond(ctx, e, response{kind, m}, m.Files) })
}

// respond gives an interaction its first answer. Discord takes one and refuses a second, so
// it is safe to repeat; but after the time allowed it is of no use. Where it is refused at the first try, somebody
// else has answered.
func (c *Client) respond(ctx context.Context, e Event, r response, files []File) error {
	ctx, cancel := context.WithTimeout(ctx, c.waits.acknowledge)
	defer cancel()
	var tries atomic.Int32
	ctx = httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{WroteRequest: func(httptrace.WroteRequestInfo) { tries.Add(1) }})
	err := c.Do(ctx, Call{
		Doing: "answering an interaction", Method: "POST", Again: true,
		Path: "interactions/" + e.ID + "/" + e.Token + "/callback", Body: r, Files: files,
	}, nil)
	if tries.Load() > 1 && IsAnswered(err) {
		return nil
	}
	return err
}

// IsAnswered reports whether err says that somebody else has answered the interaction: another process, or we before
// we were started again.
func IsAnswered(err error) bool {
	return Refused(err, discordgo.ErrCodeInteractionHasAlreadyBeenAcknowledged)
}

// edit puts the message where "is thinking" stands.
func (c *Client) edit(ctx context.Context, e Event, m Outgoing) (sent Message, err error) {
	m.Flags &^= FlagPrivate // decided by the promise
	err = c.laidOut(m, func(m Outgoing) error {
		return c.Do(ctx, Call{
			Doing: "editing an answer", Method: "PATCH",
			Path: "webhooks/" + e.App + "/" + e.Token + "/messages/@original", Body: m, Files: m.Files,
		}, &sent)
	})
	return sent, err
}

// apart takes back an "is thinking" that everybody sees and says the message to the person alone;
// where it cannot be taken back, everybody sees that too.
func (c *Client) apart(ctx context.Context, e Event, m Outgoing) (Message, error) {
	err := c.Do(ctx, Call{Doing: "taking an answer back", Method: "DELETE", Path: "webhooks/" + e.App + "/" + e.Token + "/messages/@original"}, nil)
	if err != nil && !Refused(err, discordgo.ErrCodeUnknownMessage) {
		return c.edit(ctx, e, m)
	}
	return c.follow(ctx, e, m)
}

// follow says the message beside what an interaction was answered with. Should Discord make two of
// it, that is better than none.
func (c *Client) follow(ctx context.Context, e Event, m Outgoing) (sent Message, err error) {
	err = c.laidOut(m, func(m Outgoing) error {
		return c.Do(ctx, Call{Doing: "following up an answer", Method: "POST", Again: true, Path: "webhooks/" + e.App + "/" + e.Token, Body: m, Files: m.Files}, &sent)
	})
	return sent, err
}

// post answers a message with a message. The nonce, which is the ID of the message answered,
// makes Discord drop a second answer to it, so that posting is safe to repeat.
func (c *Client) post(ctx context.Context, e Event, m Outgoing) (Message, error) {
	mustExist := false
	m.Reference = &discordgo.MessageReference{MessageID: e.ID, ChannelID: e.Channel, FailIfNotExists: &mustExist}
	sent, err := c.Post(ctx, e.Channel, e.ID, m)
	if Refused(err, discordgo.ErrCodeCannotReplyWithoutPermissionToReadMessageHistory) { // then say it without the reference
		m.Reference = nil
		sent, err = c.Post(ctx, e.Channel, e.ID, m)
	}
	return sent, err
}

// Rewrite is Say for an event that has a message for an answer already, in the place of that. Its ID is ""
// where it is not known whether it arrived.
func (c *Client) Rewrite(ctx context.Context, e Event, p Promise, before Message, m Outgoing) (sent Message, err error) {
	m = m.over(before)
	if e.Kind != Said {
		return c.Say(ctx, e, p, m)
	}
	if before.ID == "" {
		if before, err = c.post(ctx, e, m); err != nil {
			return before, err
		}
		m = m.over(before)
	}
	m = m.wire()
	m.Flags &^= FlagPrivate
	err = c.laidOut(m, func(m Outgoing) error {
		return c.Do(ctx, Call{Doing: "editing a message", Method: "PATCH", Path: "channels/" + e.Channel + "/messages/" + before.ID, Body: m, Files: m.Files}, &sent)
	})
	return sent, err
}

// Post makes a message in a channel. Of those with the same nonce, at most 25 characters, that
// follow one another within minutes, Discord makes one.
func (c *Client) Post(ctx context.Context, channel, nonce string, m Outgoing) (sent Message, err error) {
	err = c.laidOut(m, func(m Outgoing) error {
		return c.Do(ctx, Call{Doing: "sending a message", Method: "POST", Again: true, // by its nonce
			Path: "channels/" + channel + "/messages", Body: m.Once(nonce), Files: m.Files}, &sent)
	})
	c.typing.stopped(channel)
	return sent, err
}

// React puts an emoji under a message.
func (c *Client) React(ctx context.Context, channel, message, emoji string) error {
	return c.Do(ctx, Call{Doing: "reacting to a message", Method: "PUT",
		Path: "channels/" + channel + "/messages/" + message + "/reactions/" + url.PathEscape(emoji) + "/@me"}, nil)
}

// Once returns the message with a nonce, as it is sent in a channel.
func (o Outgoing) Once(nonce string) Outgoing {
	o = o.wire()
	o.Flags &^= FlagPrivate // there are no private messages in channels
	o.Nonce, o.EnforceNonce = nonce, true
	return o
}
