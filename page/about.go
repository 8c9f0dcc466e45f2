package page

import (
	"slices"

	"talksbot/knowledge/article"
)

// mostListed is how many articles About names.
const mostListed = 10

// A Build is the program that answers, as it was built and set up.
type Build struct {
	Model   string // the language model that words them; "" for none
	Host    string // where it runs; "" only where there is none
	Encoder bool   // whether sentences are found by their meaning too
	Version string // of the program
	Figures []Figure
}

// A Figure is what the program was measured at: the name of its sentence, and the value.
type Figure struct{ Name, Value string }

// About tells which articles there are, how answers are made, how good they were measured to be,
// and which version of the program this is.
func About(articles []*article.Article, b Build, w Printer) Page {
	articles = slices.Clone(articles)
	slices.SortStableFunc(articles, newestFirst)
	p := Page{words: w}
	lines := []Line{line(Plain, w.holding(articles))}
	for i, a := range articles[:min(len(articles), mostListed)] {
		lines = append(lines, line(Item, spared(max(1, 8-i), w.Source(a))))
	}
	p.add(append(lines, Doubts(w, articles)...)...)
	how := w.Say("about.extract")
	if b.Model != "" {
		how = w.Say("about.model", "Model", b.Model)
	}
	found := w.Say("about.by-words")
	if b.Encoder {
		found = w.Say("about.by-meaning")
	}
	p.add(line(Plain, found), line(Plain, how))
	p.add(line(Plain, goes(b.Host, w), " ", w.Say("about.privacy")))
	if len(b.Figures) > 0 {
		p.Notes = append(p.Notes, line(Small, measured(b.Figures, w)))
	}
	p.Notes = append(p.Notes, line(Small, w.Say("about.version", "Version", b.Version)))
	return p
}

// measured tells how good the program was measured to be.
func measured(figures []Figure, w Printer) []Span {
	var all []Span
	for i, f := range figures {
		if i > 0 {
			all = append(all, own(", "))
		}
		all = spans(all, w.Say(f.Name, "Value", f.Value))
	}
	return w.Say("figure.all", "Figures", all)
}

func newestFirst(a, b *article.Article) int { return b.Published.Day.Compare(a.Published.Day) }

// holding says how many articles there are, the newest first, and from which days, where that is
// known of all and the list does not show it.
func (w Printer) holding(articles []*article.Article) []Span {
	if len(articles) == 0 {
		return w.Say("about.nothing")
	}
	days := daysOf(w, articles)
	name := "about.articles"
	if len(articles) > mostListed {
		name = "about.newest"
	}
	return w.Say(name, "N", len(articles), "Days", days)
}

// daysOf says from which days articles are, the newest first, where that is known of all.
func daysOf(w Printer, articles []*article.Article) []Span {
	newest, oldest := articles[0].Published.Day, articles[len(articles)-1].Published.Day
	switch {
	case len(articles) < 2 || oldest.IsZero():
	case newest == oldest:
		return w.Say("about.on", "Day", day(newest, w))
	default:
		return w.Say("about.between", "First", day(oldest, w), "Last", day(newest, w))
	}
	return nil
}
