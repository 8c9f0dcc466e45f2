package ask

import (
	"talksbot/knowledge/article"
	"talksbot/knowledge/question"
)

// maxQuestion is the longest message that is read as a question, in bytes.
const maxQuestion = 6000

// purpose returns what a message asks of the articles, and the name of what to say to one that
// asks nothing of them.
func purpose(message string) (asks, say string) {
	if len(message) > maxQuestion {
		return "", "purpose.too-long"
	}
	switch act, asks := question.ActOf(message); act {
	case question.Asks:
		return asks, ""
	case question.Orders:
		return "", "purpose.orders"
	}
	return "", "purpose.greeting"
}

// holding returns the answer with what there is to ask about.
func (a Answer) holding(articles []*article.Article) Answer {
	if a.Held = len(articles); a.Held == 1 {
		a.Title = articles[0].Title
	}
	return a
}
