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
	fmt.Fprintf(&text, "I answer from %s%s\n", count(len(articles), "article"), period(articles))
	for _, a := range articles[:min(len(articles), mostListed)] {
		line := "- " + source(a) + "\n"
		if length(text.String())+length(line) > maxLength-600 {
			break
		}
		text.WriteString(line)
	}
	fmt.Fprintf(&text, "\n%s\n-# talksbot %s", b.manner(), escape(b.version))
	return reply{text: text.String()}
}

// period returns the days between which the articles, the newest first, were published, and
// the stop or colon that ends the sentence.
func period(articles []*knowledge.Article) string {
	dated := slices.DeleteFunc(slices.Clone(articles), func(a *knowledge.Article) bool { return a.Published.Day.IsZero() })
	switch {
	case len(articles) == 0:
		return ", so I can answer nothing."
	case len(articles) == 1:
		return ":"
	case len(dated) == 0:
		return listing(len(articles))
	}
	first, last := dated[len(dated)-1], dated[0]
	if first.Published.Day == last.Published.Day {
		return ", all published on " + day(last) + listing(len(articles))
	}
	return ", published from " + day(first) + " to " + day(last) + listing(len(articles))
}

func listing(n int) string {
	if n > mostListed {
		return ". The newest are:"
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
