package ask

import (
	"fmt"

	"talksbot/knowledge"
	"talksbot/knowledge/question"
)

// maxQuestion is the longest message that is read as a question, in bytes.
const maxQuestion = 6000

// purpose returns what a message asks of the articles, and what to say to one that asks
// nothing of them.
func purpose(message string, lib *knowledge.Library) (asks, say string) {
	if len(message) > maxQuestion {
		return "", "That is too long for a question: ask it in a sentence or two. " + whatFor(lib)
	}
	switch act, asks := question.ActOf(message); act {
	case question.Asks:
		return asks, ""
	case question.Orders:
		return "", "I only answer questions from my articles, in their own words. " + whatFor(lib)
	}
	return "", whatFor(lib)
}

// whatFor says what the bot is for, and with which articles.
func whatFor(lib *knowledge.Library) string {
	articles := lib.Articles()
	if len(articles) != 1 {
		return fmt.Sprintf("Ask me a question about the %d articles I hold, and I answer with the sentences that say it. "+
			"Where they say nothing, I say so.", len(articles))
	}
	title := ""
	if t := articles[0].Title; t != "" {
		title = ", “" + t + "”"
	}
	return "Ask me a question about the article I hold" + title + ", and I answer with the sentences that say it. " +
		"Where it says nothing, I say so."
}
