package page

import (
	"slices"

	"talksbot/ask"
	"talksbot/knowledge/article"
	"talksbot/knowledge/question/message"
	"talksbot/knowledge/quote"
	"talksbot/knowledge/timeline"
)

// mostOthers is how many bodies and places are named beside people.
const mostOthers = 12

// requested adds what was asked for as a whole. It reports whether there is any of it.
func (p *Page) requested(a ask.Answer) bool {
	if a.Dated {
		p.dated(a)
		return true
	}
	switch a.Request.Want {
	case message.Newest:
		p.dated(a)
	case message.Days, message.Ahead:
		if len(a.Events) == 0 {
			return false
		}
		p.events(a)
	case message.Quotations:
		quotes := Quotes(quote.Group(a.Quotes), quote.Query{}, p.words)
		p.Parts, p.Cited = quotes.Parts, quotes.Cited
		p.all("all.quotes", len(a.Quotes), a.Total)
	case message.Mentioned:
		p.people(a)
	case message.Compare:
		p.compared(a)
	case message.Overview:
		if a.Request.About == "" || len(a.Claims) == 0 {
			return false
		}
		p.subject(a)
	default:
		return false
	}
	return len(p.Parts) > 0
}

// lacking says that there is none of what was asked for as a whole; or, where articles were asked
// for, which there are.
func (w Printer) lacking(a ask.Answer) []Line {
	about := own("")
	if a.Request.About != "" {
		about = Outside(Shorten(a.Request.About, longestAsked))
	}
	switch a.Request.Want {
	case message.Held:
		return w.held(a)
	case message.Days:
		return []Line{line(Plain, w.Say("dates.none", "About", about, "Days", own("")))}
	case message.Ahead:
		return []Line{line(Plain, w.Say("ahead.none", "N", a.Held))}
	case message.Background:
		return []Line{line(Plain, w.Say("background.none", "N", a.Held, "About", about))}
	case message.Changed:
		return []Line{line(Plain, w.Say("changed.none", "N", a.Held, "About", about))}
	case message.Differing:
		return []Line{line(Plain, w.Say("differing.none", "N", a.Held, "About", about))}
	case message.Quotations:
		return []Line{line(Plain, w.noQuotes(a.Unquoted, a.Speakers, a.Speaks))}
	case message.Mentioned:
		return []Line{line(Plain, w.Say("mentioned.nobody", "N", a.Held))}
	}
	if !a.Days.IsZero() {
		return []Line{line(Plain, w.silent(a))}
	}
	return []Line{line(Plain, w.Say("newest.none", "N", a.Held, "About", about))}
}

// held says which articles there are, and whose.
func (w Printer) held(a ask.Answer) []Line {
	articles := a.Articles
	lines := []Line{line(Plain, w.holding(articles))}
	if a.Request.About != "" && len(articles) == 0 {
		if !a.Days.IsZero() {
			return []Line{line(Plain, w.silent(a))}
		}
		return []Line{line(Plain, w.Say("newest.none", "N", a.Held, "About", a.Request.About))}
	}
	if a.Request.About != "" {
		lines[0] = line(Plain, w.Say("about.speak", "N", len(articles), "About", a.Request.About))
	}
	for _, one := range articles[:min(len(articles), mostListed)] {
		lines = append(lines, line(Item, w.Source(one)))
	}
	if outlets := w.outlets(articles); len(outlets) > 0 {
		lines = append(lines, line(Plain, outlets))
	}
	return lines
}

// outlets says whose the articles are, where that is known of more than are listed or of several.
func (w Printer) outlets(articles []*article.Article) []Span {
	count := map[string]int{}
	var order []string
	for _, a := range articles {
		if a.Outlet == "" {
			continue
		}
		if count[a.Outlet]++; count[a.Outlet] == 1 {
			order = append(order, a.Outlet)
		}
	}
	if len(articles) < 2 || len(order) == 0 {
		return nil
	}
	slices.SortStableFunc(order, func(a, b string) int { return count[b] - count[a] })
	var names [][]Span
	for _, o := range order[:min(len(order), mostListed)] {
		names = append(names, w.Say("about.outlet", "Outlet", Shorten(o, longestTitle), "Articles", count[o]))
	}
	if left := len(order) - mostListed; left > 0 {
		names = append(names, w.Say("quotes.others", "N", left))
	}
	return w.Say("about.outlets", "Outlets", w.List("list.and", names))
}

// dated adds claims under the days on which their articles were published.
func (p *Page) dated(a ask.Answer) {
	p.claims(a)
	last := ""
	for i := range p.Parts {
		when := UpperFirst(p.words.published(a.Claims[i].Cites[0].Article))
		if when != last {
			p.Parts[i].Lines = append([]Line{line(Plain, Span{Text: when, Mark: Bold})}, p.Parts[i].Lines...)
		}
		last = when
	}
}

// compared adds what is told of each of two things, or that nothing is.
func (p *Page) compared(a ask.Answer) {
	for _, side := range a.Sides {
		name := UpperFirst(Shorten(side.Name, longestAsked))
		lines := []Line{line(Plain, marked(Bold, Outside(name)))}
		for _, c := range side.Claims {
			lines = append(lines, line(Quotation, p.words.claim(c), p.citeAll(c.Cites)))
		}
		if len(side.Claims) == 0 {
			lines = append(lines, line(Plain, p.words.Say("compare.none", "On", Outside(Shorten(a.Request.About, longestAsked)))))
		}
		p.add(lines...)
	}
}

// subject adds what is told of a subject: where several articles speak of it, how many, and under the
// days on which they were published.
func (p *Page) subject(a ask.Answer) {
	if a.Total < 2 || a.Mode != ask.Extract {
		p.claims(a)
		return
	}
	p.dated(a)
	speak := p.words.Say("about.speak", "N", a.Total, "About", Shorten(a.Request.About, longestAsked))
	p.Parts[0].Lines = append([]Line{line(Plain, speak)}, p.Parts[0].Lines...)
}

// events adds what is on which day.
func (p *Page) events(a ask.Answer) {
	if a.Request.Want == message.Ahead && a.From != a.Today {
		p.add(line(Small, p.words.Say("ahead.then", "N", a.Held, "Day", day(a.From, p.words))))
	}
	list := Dates(a.Events, timeline.Query{}, Today{Day: a.Today}, p.words)
	p.Parts, p.Cited = append(p.Parts, list.Parts...), list.Cited
	p.all("all.dates", len(a.Events), a.Total)
}

// all says, where not all are shown, with which command all are.
func (p *Page) all(name string, shown, of int) {
	if of > shown {
		p.Notes = append(p.Notes, line(Small, p.words.Say(name, "N", of)))
	}
}

// people adds those who are named, and what they are.
func (p *Page) people(a ask.Answer) {
	var people []Line
	var others [][]Span
	for _, m := range a.People {
		cite := spans(own(" "), p.cite(PlaceOf(m.Passage)))
		name := []Span{marked(Bold, Outside(UpperFirst(m.Name)))}
		switch {
		case !m.Person && len(others) < mostOthers:
			others = append(others, spans(Outside(m.Name), cite))
		case m.Person && m.Role != "":
			people = append(people, line(Item, name, own(" · "), Outside(m.Role), cite))
		case m.Person:
			people = append(people, line(Item, name, cite))
		}
	}
	if len(people) > 0 {
		p.add(people...)
	}
	if len(others) > 0 {
		p.add(line(Plain, p.words.Say("mentioned.others", "Names", p.words.List("list.and", others))))
	}
}
