package wire

import (
	"slices"

	"talksbot/internal/localdiscord/rules"
	"talksbot/internal/localdiscord/world"
)

// postCallback is the first answer to an interaction: in time, once, and of a kind that fits.
func postCallback(c *call) (any, error) {
	i := c.Interaction(c.PathValue("interaction"), c.PathValue("token"))
	if i == nil {
		return nil, rules.ErrUnknownInteraction
	}
	answer, err := rules.ReadAnswer(i.Kind, c.json, c.files)
	switch {
	case err != nil:
		return nil, err
	case i.Answered != 0:
		return nil, rules.ErrAcknowledged
	}
	m, err := c.Answer(i, answer)
	if err != nil || c.URL.Query().Get("with_response") != "true" {
		return nil, err
	}
	return map[string]any{
		"interaction": map[string]any{"id": i.ID, "type": i.Kind, "response_message_id": i.Original,
			"response_message_loading": m != nil && m.IsLoading(), "response_message_ephemeral": m != nil && m.IsEphemeral()},
		"resource": map[string]any{"type": answer.Type, "message": m},
	}, nil
}

// byToken answers a request by the webhook of an interaction that was answered.
func byToken(h func(*call, *world.Interaction) (any, error)) handler {
	return func(c *call) (any, error) {
		if c.PathValue("application") != c.Bot.ID {
			return nil, rules.ErrUnknownWebhook
		}
		i, err := c.ByToken(c.PathValue("token"))
		if err != nil {
			return nil, err
		}
		return h(c, i)
	}
}

// onAnswer answers a request about one of its messages: "@original" or one sent after it.
func onAnswer(h func(*call, *rules.Message) (any, error)) handler {
	return byToken(func(c *call, i *world.Interaction) (any, error) {
		id := c.PathValue("message")
		if id == "@original" {
			id = i.Original
		}
		m := c.Message(id)
		if m == nil || id != i.Original && !slices.Contains(i.Followups, id) {
			return nil, rules.ErrUnknownMessage
		}
		return h(c, m)
	})
}

func postFollowup(c *call, i *world.Interaction) (any, error) {
	d, err := rules.ReadMessage(c.json, c.files)
	if err != nil {
		return nil, err
	}
	m, err := c.FollowUp(i, d)
	if err != nil {
		return nil, err
	}
	return m, nil
}

func getAnswer(_ *call, m *rules.Message) (any, error) { return m, nil }

func patchAnswer(c *call, m *rules.Message) (any, error) {
	d, err := rules.ReadDraft(c.json, c.files)
	switch {
	case err != nil:
		return nil, err
	case m.IsLoading() && d.IsEmpty():
		return nil, rules.ErrEmptyMessage.Breaking("content", "EMPTY", "the answer to a deferred interaction is empty")
	case m.IsLoading():
		return c.Fill(m, d), nil
	}
	next, err := c.Edit(m, d)
	if err != nil {
		return nil, err
	}
	return next, nil
}

func deleteAnswer(c *call, m *rules.Message) (any, error) {
	c.Delete(m)
	return nil, nil
}

// inScope answers a request about the commands of the guild it names, or the global ones.
func inScope(h func(c *call, guild string) (any, error)) handler {
	return func(c *call) (any, error) {
		guild := c.PathValue("guild")
		switch {
		case c.PathValue("application") != c.Bot.ID:
			return nil, rules.ErrOtherApplication
		case guild != "" && c.Among(guild) == nil:
			return nil, rules.ErrMissingAccess
		}
		return h(c, guild)
	}
}

func getCommands(c *call, guild string) (any, error) {
	in := c.Commands.In(guild)
	if c.URL.Query().Get("with_localizations") != "true" {
		for i := range in {
			in[i] = in[i].Plain()
		}
	}
	return in, nil
}

// putCommands replaces all commands of a scope. A command that keeps its name and type keeps its id.
func putCommands(c *call, guild string) (any, error) {
	sent, err := rules.ReadCommands(c.json)
	if err != nil {
		return nil, err
	}
	c.Register(guild, sent)
	return c.Commands.In(guild), nil
}
