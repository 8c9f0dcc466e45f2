package bot

import (
	"context"
	"regexp"
	"strings"

	"talksbot/bot/discord"
	"talksbot/page"
)

// checkRow is the command that reports whether the articles bear a claim out.
var checkRow = row{
	name: "check", description: "command.check", asks: true, run: (*Bot).check,
	options: []discord.Option{
		{Name: "claim", Description: "option.claim", Type: text, Required: true, MaxLength: longestQuestion},
		private,
	},
}

// checkMessageRow is the same on a message that somebody wrote. Only who asks sees the
// answer: nobody is shown up.
var checkMessageRow = row{
	name: "Check this claim", description: "command.check-message",
	onMessage: true, private: true, asks: true, run: (*Bot).check,
}

// check says of each claim of a text what the articles say to it.
func (b *archive) check(ctx context.Context, e event) reply {
	claims := e.Values["claim"]
	if e.Message != nil {
		claims = lines(e)
	}
	return reply{page: page.Check(b.checker.Examine(ctx, claims), b.words)}
}

// formatting are the marks that make text bold and the like, and addresses: neither is part
// of what a message claims.
var formatting = regexp.MustCompile("\\[([^\\]]*)\\]\\([^)]*\\)|\\*+|_{2,}|~~|\\|\\||`+|https?://\\S+")

// lines is question for a text whose lines count.
func lines(e event) string {
	var lines []string
	for line := range strings.Lines(formatting.ReplaceAllString(e.Text, "$1")) {
		lines = append(lines, strings.Join(strings.Fields(line), " "))
	}
	return strings.Join(lines, "\n")
}
