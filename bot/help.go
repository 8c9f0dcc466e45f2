package bot

import (
	"context"
	"fmt"
	"strings"
)

// welcome says what the bot is for, to somebody who asked nothing.
func (b *Bot) welcome() reply {
	return reply{text: "Ask me about the talks, and I answer from the articles I hold, each sentence with its source. " +
		"For example: When does the NATO-Russia Council meet?\n-# " + b.mention("help") + " tells more."}
}

// help explains how to ask, and every command there is.
func (b *Bot) help(context.Context, event) reply {
	var text strings.Builder
	text.WriteString("I answer questions about the talks from the articles I hold. Every sentence carries a number that leads to its source; " +
		"where the articles do not say, I say so.\n\n" +
		"**Ask me** with " + b.mention("ask") + ", mention me in a channel, or write to me directly. " +
		"Reply to an answer of mine to ask on: \"And NATO?\"\n" +
		"**Sources** under an answer shows each sentence where it stands in its article.\n\n")
	for _, r := range b.table.commands {
		if r.onMessage {
			fmt.Fprintf(&text, "**%s** (on a message, under Apps): %s\n", r.name, r.description)
			continue
		}
		fmt.Fprintf(&text, "%s %s\n", b.mention(r.name), r.description)
	}
	return reply{text: strings.TrimSpace(text.String())}
}

// mention returns a command as a link that starts it, once its ID is known.
func (b *Bot) mention(name string) string {
	if ids := b.commandIDs.Load(); ids != nil && (*ids)[name] != "" {
		return "</" + name + ":" + (*ids)[name] + ">"
	}
	return "`/" + name + "`"
}
