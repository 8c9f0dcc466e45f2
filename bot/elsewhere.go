package bot

import (
	"context"

	"talksbot/bot/command"
	"talksbot/bot/discord"
	"talksbot/bot/settings"
	"talksbot/page"
)

// prepare looks up what was chosen for the server of the event, and shows answers to whoever asked alone where
// that was chosen and they did not say otherwise.
func (v *visit) prepare() {
	if v.e.Abroad {
		return
	}
	v.chosen = v.settings.Of(v.e.Guild)
	if _, said := v.e.Values[command.Private.Name]; v.chosen.Private && v.asksHere() && v.e.Kind == discord.Used && !said {
		v.e.Private = true
	}
}

// asksHere reports whether the event is a question whose answer others may see, or bids to show them one.
func (v *visit) asksHere() bool {
	switch v.e.Kind {
	case discord.Said:
		return true
	case discord.Used:
		return v.row.Asks && !v.row.Private
	case discord.Pressed, discord.Submitted:
		return v.row.Name == showName || (v.row.Asks || v.row.Opens) && !v.row.Private && !v.e.Private
	}
	return false
}

// elsewhere is put under a message that is not answered where it stands.
const elsewhere = "↪️"

// isElsewhere tells who asked something that is not answered where they asked it where it would be, for them
// alone; where there is no way to, they see at least that it was seen. It reports whether it is so.
func (v *visit) isElsewhere(ctx context.Context) bool {
	says, channels, is := v.notHere(ctx)
	if !is {
		return false
	}
	r := command.Privately(v.words, says, "Channels", v.words.List("list.or", channels), "Channel", page.Span{Text: v.e.Channel, Mark: page.Channel})
	if v.e.Kind != discord.Said {
		v.deliver(ctx, r)
		return true
	}
	if _, _, ok := v.door.admit(v.e, v.chosen, v.words, v.now()); ok && v.whisper(ctx, r) == nil {
		return true
	}
	if err := v.client.React(ctx, v.e.Channel, v.e.ID, elsewhere); err != nil {
		v.log.Debug("nobody sees that a message was seen", "error", err, "channel", v.e.Channel)
	}
	return true
}

// notHere returns the name of the sentence that says why the event is not answered in its channel, and the channels
// in which it would be, where it is so.
func (v *visit) notHere(ctx context.Context) (says string, channels [][]page.Span, is bool) {
	if !v.asksHere() || v.e.Guild == "" || v.e.Abroad {
		return "", nil, false
	}
	if v.e.Kind == discord.Said && v.e.Message.IsPost() && v.chosen.NoForums {
		return "elsewhere.post", nil, true
	}
	if settings.Answers(v.chosen, v.e.Channel, v.e.Parent) {
		return "", nil, false
	}
	if v.e.Kind == discord.Said {
		parent, err := v.client.ParentOf(ctx, v.e.Channel)
		if err != nil {
			v.log.Warn("whether a channel is a thread cannot be read", "error", err, "channel", v.e.Channel)
		}
		if settings.Answers(v.chosen, v.e.Channel, parent) {
			return "", nil, false
		}
	}
	for _, id := range v.chosen.Channels {
		channels = append(channels, []page.Span{{Text: id, Mark: page.Channel}})
	}
	if v.e.Kind == discord.Said {
		return "elsewhere.mentioned", channels, true
	}
	return "elsewhere.channel", channels, true
}
