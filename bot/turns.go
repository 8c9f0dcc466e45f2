package bot

import (
	"context"
	"regexp"
	"slices"
	"strings"
	"talksbot/bot/discord"

	"talksbot/ask"
)

// maxTurns is how far back a conversation is read.
const maxTurns = 6

// earlier returns the conversation a message continues: the answer of ours it replies to, the
// question that one answered, the answer that one replied to, and so on. All of it stands in
// the messages themselves, so it works in any later run. What cannot be read in time is left
// out.
func (b *Bot) earlier(ctx context.Context, m message) []ask.Turn {
	ctx, cancel := context.WithTimeout(ctx, b.waits.chain)
	defer cancel()
	self := b.self.Load()
	var turns []ask.Turn
	for range maxTurns {
		answer := b.before(ctx, m)
		if answer == nil || self == nil || answer.Author.ID != self.ID {
			break
		}
		turn := ask.Turn{Question: questionIn(answer.Content), Answer: plain(answer.Content)}
		asked := b.before(ctx, *answer)
		if turn.Question == "" && asked != nil {
			turn.Question = b.question(*asked)
		}
		if turn.Question != "" {
			turns = append(turns, turn)
		}
		if asked == nil {
			break
		}
		m = *asked
	}
	slices.Reverse(turns)
	return turns
}

// before returns the message m replies to, or nil: from m itself, from memory or from
// Discord.
func (b *Bot) before(ctx context.Context, m message) *message {
	at := m.Reference
	switch {
	case m.Referenced != nil && m.Referenced.ID != "":
		return m.Referenced
	case at == nil || at.Message == "":
		return nil
	}
	if known := b.recent.get(at.Message); known != nil {
		return known
	}
	channel := at.Channel
	if channel == "" {
		channel = m.Channel
	}
	var found message
	err := b.client.Do(ctx, discord.Call{Doing: "reading a conversation", Method: "GET", Path: "channels/" + channel + "/messages/" + at.Message}, &found)
	if err != nil {
		b.log.Info("a conversation could not be read back", "error", err)
		return nil
	}
	b.recent.put(found)
	return &found
}

// questionMark begins the line of an answer that shows the question it answers; understood
// stands before one that was completed from the conversation.
const (
	questionMark = "-# "
	understood   = "Understood as: "
)

// questionIn returns the question a message of ours shows, or "".
func questionIn(content string) string {
	first, _, _ := strings.Cut(content, "\n")
	line, ok := strings.CutPrefix(first, questionMark)
	if !ok || strings.HasPrefix(line, "[") {
		return ""
	}
	return unescape(strings.TrimPrefix(line, understood))
}

// plain returns what a message of ours says, without its question, sources, numbers and
// formatting: the sentences in our words, and where there are none, those quoted.
func plain(content string) string {
	var own, quoted []string
	for line := range strings.Lines(content) {
		line = strings.TrimSpace(line)
		quote, isQuote := strings.CutPrefix(line, "> ")
		text := unescape(strings.ReplaceAll(numbersAtEnd.ReplaceAllString(quote, ""), "**", ""))
		switch {
		case isQuote:
			quoted = append(quoted, text)
		case line != "" && line != closest && !strings.HasPrefix(line, questionMark):
			own = append(own, text)
		}
	}
	if len(own) == 0 {
		own = quoted
	}
	return strings.Join(own, " ")
}

// numbersAtEnd are those of the citations after a claim.
var numbersAtEnd = regexp.MustCompile(`( \[\d+\])+$`)
