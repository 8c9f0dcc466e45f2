package page

import (
	"cmp"

	"talksbot/knowledge/article"
)

// longestTitle is how much of a title, or of an outlet's name, names an article.
const longestTitle = 150

// Source names an article: its title, which leads to it where it has an address, its outlet and
// the day it was published.
func (w Printer) Source(a *article.Article) []Span {
	all := []Span{{Text: Shorten(name(a), longestTitle), Mark: Link, To: a.URL, Outside: true}}
	if a.Outlet != "" {
		all = append(all, own(" · "), Outside(Shorten(a.Outlet, longestTitle)))
	}
	return spans(all, own(" · "), own(w.published(a)), state(a, w))
}

// state says what is to be known of an article beside its name: that only its beginning is held, or
// that its publisher has withdrawn it; nothing of most.
func state(a *article.Article, w Printer) []Span {
	switch a.State {
	case article.Teaser:
		return spans(own(" · "), w.Say("source.teaser"))
	case article.Withdrawn:
		return spans(own(" · "), w.Say("source.withdrawn"))
	}
	return nil
}

// citedAs names an article below what cites it: whose it is, the day, its title.
func citedAs(a *article.Article, w Printer) []Span {
	var all []Span
	if a.Outlet != "" {
		all = append(all, Outside(Shorten(a.Outlet, longestTitle)), own(" · "))
	}
	return spans(all, own(w.published(a)), own(" · "), Span{Text: Shorten(name(a), longestTitle), Mark: Link, To: a.URL, Outside: true}, state(a, w))
}

func name(a *article.Article) string { return cmp.Or(a.Title, a.ID) }

// published says on which day an article was.
func (w Printer) published(a *article.Article) string {
	if a.Published.Day.IsZero() {
		return w.Text("source.undated")
	}
	return date(aloneDate, a.Published.Day, w)
}
