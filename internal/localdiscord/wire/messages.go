package wire

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"talksbot/internal/localdiscord/rules"
	"talksbot/internal/localdiscord/world"
)

// onMessage answers a request about a message of a channel. Ephemeral ones cannot be reached so.
func onMessage(h func(*call, *rules.Message) (any, error)) handler {
	return inChannel(func(c *call, ch *world.Channel) (any, error) {
		m := c.Message(c.PathValue("message"))
		if m == nil || m.ChannelID != ch.ID || m.IsEphemeral() {
			return nil, rules.ErrUnknownMessage
		}
		return h(c, m)
	})
}

func postMessage(c *call, ch *world.Channel) (any, error) {
	d, err := rules.ReadMessage(c.json, c.files)
	if err != nil {
		return nil, err
	}
	if before := c.SameNonce(ch, d); before != nil {
		return c.Readable(before), nil
	}
	m := c.Blank(c.Bot, ch.ID)
	m.Nonce = d.Nonce
	if d.Reference != nil {
		if err := c.Link(&m, d.Reference); err != nil {
			return nil, err
		}
	}
	return c.Readable(c.Post(m, d)), nil
}

func getMessage(c *call, m *rules.Message) (any, error) { return c.Readable(m), nil }

// getMessages lists newest first; before and after are exclusive.
func getMessages(c *call, ch *world.Channel) (any, error) {
	q, limit := c.URL.Query(), 50
	if l := q.Get("limit"); l != "" {
		var err error
		if limit, err = strconv.Atoi(l); err != nil || limit < 1 || limit > 100 {
			return nil, rules.Invalid(rules.Problem{Path: "limit", Code: "NUMBER_TYPE_MAX", Message: fmt.Sprintf("want 1 to 100, got %q", l)})
		}
	}
	out := []*rules.Message{}
	for _, m := range slices.Backward(c.Messages.In(ch)) {
		if m.IsEphemeral() || q.Has("before") && !rules.Older(m.ID, q.Get("before")) || q.Has("after") && !rules.Older(q.Get("after"), m.ID) {
			continue
		}
		out = append(out, c.Readable(m))
	}
	if q.Has("after") {
		return out[max(0, len(out)-limit):], nil
	}
	return out[:min(limit, len(out))], nil
}

func patchMessage(c *call, m *rules.Message) (any, error) {
	d, err := rules.ReadDraft(c.json, c.files)
	if err != nil {
		return nil, err
	}
	if m.Author.ID != c.Bot.ID {
		return nil, rules.ErrNotAuthor
	}
	next, err := c.Edit(m, d)
	if err != nil {
		return nil, err
	}
	return c.Readable(next), nil
}

func deleteMessage(c *call, m *rules.Message) (any, error) {
	c.Delete(m)
	return nil, nil
}

// postThread starts a thread from a message; it has the message's id, as in Discord.
func postThread(c *call, m *rules.Message) (any, error) {
	name, err := rules.ReadThread(c.json)
	if err != nil {
		return nil, err
	}
	if c.Channel(m.ID) != nil {
		return nil, rules.ErrThreadExists
	}
	return c.Open(rules.Channel{ID: m.ID, Type: rules.PublicThread, ParentID: m.ChannelID, Name: name}), nil
}

// putReaction puts the bot's emoji under a message.
func putReaction(c *call, m *rules.Message) (any, error) {
	emoji := c.PathValue("emoji")
	if emoji == "" || strings.ContainsFunc(emoji, func(r rune) bool { return r < 0x80 }) && !strings.Contains(emoji, ":") {
		return nil, rules.ErrUnknownEmoji.Breaking("emoji", "EMOJI", "neither an emoji nor name:id")
	}
	c.React(m, emoji)
	return nil, nil
}
