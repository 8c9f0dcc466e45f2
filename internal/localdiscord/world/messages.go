package world

import (
	"slices"
	"time"

	"talksbot/internal/localdiscord/rules"
)

// Message is the message with an id as it is now; nil when there is none or it was deleted.
func (w *World) Message(id string) *rules.Message {
	if m := w.messages[id]; m != nil && !m.Deleted {
		return m
	}
	return nil
}

// Messages are those of a channel that are not deleted, oldest first.
func (w *World) Messages(ch *Channel) []*rules.Message {
	var out []*rules.Message
	for _, e := range ch.Entries {
		if m := w.Message(e.Message); m != nil {
			out = append(out, m)
		}
	}
	return out
}

// Blank is a new message by author, before it is written.
func (w *World) Blank(author rules.User, channelID string) rules.Message {
	return rules.Message{ID: w.NewID(), ChannelID: channelID, Author: author, Timestamp: w.Now()}
}

// Post puts a new message, m with what d says, into its channel.
func (w *World) Post(m rules.Message, d *rules.Draft) *rules.Message {
	written := d.Write(m, w.NewID, w.User)
	ch := w.Channel(m.ChannelID)
	ch.Entries = append(ch.Entries, Entry{Message: m.ID})
	w.keep("MESSAGE_CREATE", written, d.Files)
	return written
}

// Edit writes d over m, unless nothing would be left of it.
func (w *World) Edit(m *rules.Message, d *rules.Draft) (*rules.Message, error) {
	edited := *m
	now := w.Now()
	edited.EditedTimestamp = &now
	next, err := d.Edit(edited, w.NewID, w.User)
	if err != nil {
		return nil, err
	}
	w.keep("MESSAGE_UPDATE", next, d.Files)
	return next, nil
}

// Fill gives a deferred answer its content. It does not count as an edit.
func (w *World) Fill(m *rules.Message, d *rules.Draft) *rules.Message {
	next := *m
	next.Flags &^= rules.Loading
	filled := d.Write(next, w.NewID, w.User)
	w.keep("MESSAGE_UPDATE", filled, d.Files)
	return filled
}

// keep puts a state of a message in place of the one before, and the files that came with it at its end.
func (w *World) keep(event string, m *rules.Message, files []rules.File) {
	for i, f := range files {
		w.Files[m.Attachments[len(m.Attachments)-len(files)+i].ID] = f.Data
	}
	w.messages[m.ID] = m
	w.Tell(event, m)
}

// Replace puts another state in place of a message without telling anybody but those who wait.
func (w *World) Replace(m *rules.Message) {
	w.messages[m.ID] = m
	w.Announce()
}

// Tell tells of a message, without the content that a listener may not read. One that a single person sees goes to
// nobody.
func (w *World) Tell(event string, m *rules.Message) {
	defer w.Announce()
	if m.IsEphemeral() {
		return
	}
	ch, intent := w.Channel(m.ChannelID), rules.IntentGuildMessages
	full := *m
	if ch.Type == rules.DM {
		intent = rules.IntentDirectMessages
	} else {
		full.GuildID, full.Member = ch.GuildID, w.Member(m.Author.ID)
	}
	w.Emit(intent, event, func(intents rules.Intents) any { return w.Readable(&full, intents) })
}

// Readable is m as the bot with those intents may read it.
func (w *World) Readable(m *rules.Message, intents rules.Intents) *rules.Message {
	return m.Redact(intents, w.Bot.ID, w.Channel(m.ChannelID).Type == rules.DM)
}

// Delete removes a message.
func (w *World) Delete(m *rules.Message) {
	gone := *m
	gone.Deleted = true
	w.Replace(&gone)
	if !m.IsEphemeral() {
		w.Happens(rules.IntentGuildMessages|rules.IntentDirectMessages, "MESSAGE_DELETE", map[string]string{
			"id": m.ID, "channel_id": m.ChannelID, "guild_id": w.Channel(m.ChannelID).GuildID})
	}
}

// SameNonce is the message that the bot posted into a channel with the nonce of d, if d wants that looked up; else
// nil. Discord remembers a nonce for some minutes.
func (w *World) SameNonce(ch *Channel, d *rules.Draft) *rules.Message {
	if !d.EnforceNonce || d.Nonce == nil {
		return nil
	}
	const remembered = 5 * time.Minute
	for _, e := range slices.Backward(ch.Entries) {
		m := w.messages[e.Message]
		if m != nil && m.Author.ID == w.Bot.ID && m.Nonce == d.Nonce && w.Now().Sub(m.Timestamp) < remembered {
			return m
		}
	}
	return nil
}

// Link makes m a reply to what a request refers to. A reply to nothing is refused unless fail_if_not_exists is false.
func (w *World) Link(m *rules.Message, ref *rules.Reference) error {
	to := w.Message(ref.MessageID)
	if to != nil && !to.IsEphemeral() && to.ChannelID == m.ChannelID {
		m.ReplyTo(to, w.Channel(to.ChannelID).GuildID)
		return nil
	}
	if ref.FailIfNotExists != nil && !*ref.FailIfNotExists {
		return nil
	}
	err := rules.Invalid(rules.Problem{Path: "message_reference", Code: "REPLIES_UNKNOWN_MESSAGE", Message: "Unknown message"})
	err.Broken = nil // the message may have been deleted meanwhile
	return err
}
