package world

import (
	"fmt"
	"slices"

	"talksbot/internal/localdiscord/rules"
)

// A Channel is a channel and what happened in it, in order.
type Channel struct {
	rules.Channel
	Entries []Entry
	Typed   int // how often the bot was seen typing
}

// An Entry is a message, by its id, or an interaction.
type Entry struct {
	Message     string
	Interaction *Interaction
}

// Place is the guild's channel or thread that is as wanted, made when first asked for.
func (w *World) Place(want rules.Channel) rules.Channel {
	for _, c := range w.Channels {
		if c.Type == want.Type && c.Name == want.Name && c.ParentID == want.ParentID {
			return c.Channel
		}
	}
	want.ID = w.entityID()
	return w.Open(want)
}

// Open adds a channel or thread to the guild.
func (w *World) Open(c rules.Channel) rules.Channel {
	c.GuildID = w.Guild.ID
	added := w.add(c).Channel
	event := "CHANNEL_CREATE"
	if c.Type == rules.PublicThread {
		event = "THREAD_CREATE"
	}
	w.Happens(rules.IntentGuilds, event, added)
	return added
}

func (w *World) add(c rules.Channel) *Channel {
	if c.Type == rules.PublicThread {
		const day = 24 * 60 // minutes
		c.Thread = &rules.Thread{OwnerID: w.Guild.OwnerID, Members: 1, Metadata: rules.ThreadMetadata{ArchiveTimestamp: Born, AutoArchive: day}}
	}
	added := &Channel{Channel: c}
	w.Channels = append(w.Channels, added)
	return added
}

// Channel is the channel with an id, or nil.
func (w *World) Channel(id string) *Channel {
	at := slices.IndexFunc(w.Channels, func(c *Channel) bool { return c.ID == id })
	if at < 0 {
		return nil
	}
	return w.Channels[at]
}

// Here is the channel a person acts in or looks at. One of another world is a mistake in the test.
func (w *World) Here(id string) *Channel {
	if c := w.Channel(id); c != nil {
		return c
	}
	panic(fmt.Sprintf("localdiscord: this server has no channel %q", id))
}

// DM is the channel of direct messages between a person and the bot.
func (w *World) DM(u rules.User) rules.Channel {
	for _, c := range w.Channels {
		if c.Type == rules.DM && c.Recipients[0].ID == u.ID {
			return c.Channel
		}
	}
	return w.add(rules.Channel{ID: w.entityID(), Type: rules.DM, Recipients: []rules.User{u}}).Channel
}
