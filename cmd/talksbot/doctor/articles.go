package doctor

import (
	"time"

	"talksbot/knowledge/article"
	"talksbot/knowledge/calendar"
	"talksbot/page"
)

// mostNamed is how many things of a kind are named.
const mostNamed = 3

// Articles says what there is to answer from: what was loaded, or why nothing could be.
func Articles(n *Notes, held article.Loaded, err error, now time.Time) {
	words, sentences := 0, 0
	for _, a := range held.Articles {
		words += a.CountWords()
		sentences += len(a.Sentences)
	}
	switch {
	case err != nil:
		n.Broken("checkup.articles.unread", "Why", err.Error())
	case sentences == 0:
		n.Broken("checkup.articles.none")
	default:
		n.Well("checkup.articles.held", "N", len(held.Articles), "Words", words)
	}
	for _, doubt := range page.Doubts(n.words, held.Articles) {
		n.note(page.Doubted, doubt.Spans)
	}
	n.ahead(held.Articles, now)
	n.some("checkup.articles.skipped", held.Skipped)
	n.some("checkup.articles.odd", held.Odd)
}

// some names the first few of what was not read, or not as it should be.
func (n *Notes) some(name string, list []article.Skipped) {
	if len(list) == 0 {
		return
	}
	var first [][]page.Span
	for _, s := range list[:min(len(list), mostNamed)] {
		first = append(first, []page.Span{page.Outside(s.Error())})
	}
	n.Doubt(name, "N", len(list), "First", n.words.List("list.and", first), "More", len(list)-len(first))
}

// ahead notes an article of a day that is not there yet: it or the clock is wrong, and so is what
// either calls "tomorrow".
func (n *Notes) ahead(articles []*article.Article, now time.Time) {
	tomorrow := calendar.DayOf(now.AddDate(0, 0, 1)) // which it is already somewhere
	for _, a := range articles {
		if day := a.Published.Day; tomorrow.Before(day) {
			n.Doubt("checkup.articles.ahead", "Title", a.Title, "ID", a.ID, "Day", calendar.Days{From: day}.Plain(), "Today", calendar.Days{From: calendar.DayOf(now)}.Plain())
			return
		}
	}
}
