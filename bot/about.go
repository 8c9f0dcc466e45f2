package bot

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"talksbot/knowledge"
)

// mostListed is how many articles /about names.
const mostListed = 10

// about tells which articles the bot holds, how it answers and which version it is.
func (b *Bot) about(context.Context, event) reply {
	articles := slices.Clone(b.library.Articles())
	slices.SortStableFunc(articles, func(a, c *knowledge.Article) int { return c.Published.Day.Compare(a.Published.Day) })
	var text strings.Builder
	fmt.Fprintf(&text, "I answer from %s%s%s\n", count(len(articles), "article"), period(articles), listing(len(articles)))
	for _, a := range articles[:min(len(articles), mostListed)] {
		line := "- " + source(a) + "\n"
		if length(text.String())+length(line) > maxLength-600 {
			break
		}
		text.WriteString(line)
	}
	fmt.Fprintf(&text, "\n%s\n", b.manner())
	for _, line := range b.figures {
		fmt.Fprintf(&text, "-# %s\n", escape(line))
	}
	fmt.Fprintf(&text, "-# talksbot %s", escape(b.version))
	return reply{text: text.String()}
}

// period returns between which days the articles, the newest first, were published, where
// that is known of all and the list does not show it.
func period(articles []*knowledge.Article) string {
	if len(articles) < 2 || articles[len(articles)-1].Published.Day.IsZero() {
		return ""
	}
	first, last := articles[len(articles)-1], articles[0]
	if first.Published.Day == last.Published.Day {
		return ", published on " + day(last)
	}
	return ", published from " + day(first) + " to " + day(last)
}

func listing(n int) string {
	switch {
	case n == 0:
		return ", so I cannot answer anything yet."
	case n > mostListed:
		return ". The newest:"
	}
	return ":"
}

// manner says how answers are made.
func (b *Bot) manner() string {
	if b.model == "" {
		return "I answer in the articles' own sentences, word for word; no language model is used."
	}
	return "A language model (" + escape(cmp.Or(b.model, "unnamed")) + ") words my answers, and I check every sentence of it against the articles: " +
		"what they do not say is dropped. When none is left, I answer in the articles' own sentences."
}
