package world

import (
	"slices"
	"time"

	"talksbot/internal/localdiscord/rules"
)

// Messages are those of all channels. A stored message is never modified, only replaced, so it may be handed out.
type Messages struct {
	Places
	Files map[string][]byte // attachments by id
	all   map[string]*rules.Message
}

// Message is the message with an id as it is now; nil when there is none or it was deleted.
func (ms *Messages) Message(id string) *rules.Message {
	if m := ms.all[id]; m != nil && !m.Deleted {
		return m
	}
	return nil
}

// In are the messages of a channel that are not deleted, oldest first.
func (ms *Messages) In(ch *Channel) []*rules.Message {
	var out []*rules.Message
	for _, e := range ch.Entries {
		if m := ms.Message(e.Message); m != nil {
			out = append(out, m)
		}
	}
	return out
}

// Blank is a new message by author, before it is written.
func (ms *Messages) Blank(author rules.User, channelID string) rules.Message {
	return rules.Message{ID: ms.NewID(), ChannelID: channelID, Author: author, Timestamp: ms.Now()}
}

// Post puts a new message, m with what d says, into its channel.
func (ms *Messages) Post(m rules.Message, d *rules.Draft) *rules.Message {
	written := d.Write(m, ms.NewID, ms.User)
	ch := ms.Channel(m.ChannelID)
	ch.Entries = append(ch.Entries, Entry{Message: m.ID})
	ms.keep("MESSAGE_CREATE", written, d.Files)
	return written
}

// Edit writes d over m, unless nothing would be left of it.
func (ms *Messages) Edit(m *rules.Message, d *rules.Draft) (*rules.Message, error) {
	edited := *m
	now := ms.Now()
	edited.EditedTimestamp = &now
	if err := d.Over(m); err != nil {
		return nil, err
	}
	next := d.Write(edited, ms.NewID, ms.User)
	if next.IsEmpty() {
		return nil, rules.ErrEmptyMessage.Breaking("content", "EMPTY", "the edit leaves an empty message")
	}
	ms.keep("MESSAGE_UPDATE", next, d.Files)
	return next, nil
}

// Fill gives a deferred answer its content. It does not count as an edit.
func (ms *Messages) Fill(m *rules.Message, d *rules.Draft) *rules.Message {
	next := *m
	next.Flags &^= rules.Loading
	filled := d.Write(next, ms.NewID, ms.User)
	ms.keep("MESSAGE_UPDATE", filled, d.Files)
	return filled
}

// keep puts a state of a message in place of the one before, and the files that came with it at its end.
func (ms *Messages) keep(event string, m *rules.Message, files []rules.File) {
	for i, f := range files {
		ms.Files[m.Attachments[len(m.Attachments)-len(files)+i].ID] = f.Data
	}
	ms.all[m.ID] = m
	ms.Tell(event, m)
}

// Replace puts another state in place of a message without telling anybody but those who wait.
func (ms *Messages) Replace(m *rules.Message) {
	ms.all[m.ID] = m
	ms.Announce()
}

// React puts the bot's emoji under a message.
func (ms *Messages) React(m *rules.Message, emoji string) {
	next := *m
	next.Reacted = emoji
	ms.Replace(&next)
}

// Tell tells of a message, without the content that a listener may not read. One that a single person sees goes to
// nobody.
func (ms *Messages) Tell(event string, m *rules.Message) {
	defer ms.Announce()
	if m.IsEphemeral() || ms.IsAbroad(ms.Channel(m.ChannelID)) {
		return
	}
	ch, intent := ms.Channel(m.ChannelID), rules.IntentGuildMessages
	full := *m
	if ch.Type == rules.DM {
		intent = rules.IntentDirectMessages
	} else {
		full.GuildID, full.Member = ch.GuildID, ms.Member(m.Author.ID)
	}
	ms.Emit(ch.GuildID, intent, event, ms.Readable(&full))
}

// Readable is m as the bot may read it.
func (ms *Messages) Readable(m *rules.Message) *rules.Message {
	return m.Redact(ms.Bot.ID, ms.Channel(m.ChannelID).Type == rules.DM)
}

// Delete removes a message.
func (ms *Messages) Delete(m *rules.Message) {
	gone := *m
	now := ms.Now()
	gone.Deleted, gone.EditedTimestamp = true, &now
	ms.Replace(&gone)
	ms.AnnounceAfter(patience)
	if !m.IsEphemeral() {
		guild := ms.Channel(m.ChannelID).GuildID
		ms.Happens(guild, rules.IntentGuildMessages|rules.IntentDirectMessages, "MESSAGE_DELETE", map[string]string{
			"id": m.ID, "channel_id": m.ChannelID, "guild_id": guild})
	}
}

// SameNonce is the message that the bot posted into a channel with the nonce of d, if d wants that looked up; else
// nil. Discord remembers a nonce for some minutes.
func (ms *Messages) SameNonce(ch *Channel, d *rules.Draft) *rules.Message {
	if !d.EnforceNonce || d.Nonce == nil {
		return nil
	}
	const remembered = 5 * time.Minute
	for _, e := range slices.Backward(ch.Entries) {
		m := ms.all[e.Message]
		if m != nil && m.Author.ID == ms.Bot.ID && m.Nonce == d.Nonce && ms.Now().Sub(m.Timestamp) < remembered {
			return m
		}
	}
	return nil
}

// Link makes m a reply to what a request refers to. A reply to nothing is refused unless fail_if_not_exists is false.
func (ms *Messages) Link(m *rules.Message, ref *rules.Reference) error {
	to := ms.Message(ref.MessageID)
	if to != nil && !to.IsEphemeral() && to.ChannelID == m.ChannelID {
		m.ReplyTo(to, ms.Channel(to.ChannelID).GuildID)
		return nil
	}
	if ref.FailIfNotExists != nil && !*ref.FailIfNotExists {
		return nil
	}
	err := rules.Invalid(rules.Problem{Path: "message_reference", Code: "REPLIES_UNKNOWN_MESSAGE", Message: "Unknown message"})
	err.Broken = nil // the message may have been deleted meanwhile
	return err
}

// Upload keeps a file that somebody attaches to a command.
func (ms *Messages) Upload(channelID string, f rules.File) rules.Attachment {
	a := f.In(channelID, ms.NewID())
	ms.Files[a.ID] = f.Data
	return a
}
