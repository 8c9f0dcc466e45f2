package bot

import (
	"context"
	"fmt"
	"strings"
)

// help explains how to ask, and every command there is.
func (b *Bot) help(context.Context, event) reply {
	var text strings.Builder
	text.WriteString("I answer questions from the articles I hold. Every sentence carries a number that leads to its source; " +
		"where the articles do not say, I say so.\n\n" +
		"**To ask**, use " + b.mention("ask") + ", mention me in a channel, or write to me directly. " +
		"To follow up, reply to my answer: \"And when does it end?\"\n" +
		"**Sources** under an answer shows each sentence where it stands in its article; **Receipt**, how it was checked.\n\n")
	for _, r := range b.table.commands {
		if r.onMessage {
			fmt.Fprintf(&text, "**%s** (on a message, under Apps) – %s\n", r.name, r.description)
			continue
		}
		fmt.Fprintf(&text, "%s – %s\n", b.mention(r.name), r.description)
	}
	return reply{text: strings.TrimSpace(text.String())}
}

// mention returns a command as a link that starts it, once its ID is known.
func (b *Bot) mention(name string) string {
	command, _, _ := strings.Cut(name, " ")
	if ids := b.commandIDs.Load(); ids != nil && (*ids)[command] != "" {
		return "</" + name + ":" + (*ids)[command] + ">"
	}
	return "`/" + name + "`"
}
