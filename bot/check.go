package bot

import (
	"context"
	"regexp"
	"strings"

	"talksbot/bot/command"
	"talksbot/bot/discord"
	"talksbot/page"
)

// check says of each claim of a text what the articles say to it.
func (a *archive) check(ctx context.Context, e discord.Event) command.Reply {
	claims := e.Values["claim"]
	if e.Message != nil {
		claims = lines(e)
	}
	found := a.checker.Examine(ctx, claims)
	return command.Reply{Page: page.Check(found, a.words), Private: len(found.Claims) == 0}
}

// formatting are the marks that make text bold and the like, and addresses: neither is part
// of what a message claims.
var formatting = regexp.MustCompile("\\[([^\\]]*)\\]\\([^)]*\\)|\\*+|_{2,}|~~|\\|\\||`+|https?://\\S+")

// lines is question for a text whose lines count.
func lines(e discord.Event) string {
	var lines []string
	for line := range strings.Lines(formatting.ReplaceAllString(e.Text, "$1")) {
		lines = append(lines, strings.Join(strings.Fields(line), " "))
	}
	return strings.Join(lines, "\n")
}
