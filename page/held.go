package page

import (
	"slices"

	"talksbot/knowledge/article"
	"talksbot/knowledge/article/furniture"
)

// Held lists what was read: each article with its size and what of it is never cited, what has no
// date or a guessed one, and what was left out and why.
func Held(held article.Loaded, w Printer) Page {
	p := Page{words: w, List: None}
	articles := slices.Clone(held.Articles)
	slices.SortStableFunc(articles, newestFirst)
	p.add(heldInAll(w, articles)...)
	for _, a := range articles {
		p.add(heldOne(w, a)...)
	}
	p.skipped("held.skipped", held.Skipped)
	p.skipped("held.odd", held.Odd)
	return p
}

// skipped adds a list of what was not read, or not as it should be.
func (p *Page) skipped(name string, list []article.Skipped) {
	if len(list) == 0 {
		return
	}
	lines := []Line{line(Plain, p.words.Say(name, "N", len(list)))}
	for _, s := range list {
		lines = append(lines, line(Item, Outside(s.Error())))
	}
	p.add(lines...)
}

// heldInAll says what there is of all articles together.
func heldInAll(w Printer, articles []*article.Article) []Line {
	if len(articles) == 0 {
		return []Line{line(Plain, w.Say("about.nothing"))}
	}
	words := 0
	for _, a := range articles {
		words += a.CountWords()
	}
	lines := []Line{line(Plain, w.Say("held.all", "N", len(articles), "Words", words, "Days", daysOf(w, articles)))}
	if outlets := w.outlets(articles); len(outlets) > 0 {
		lines = append(lines, line(Plain, outlets))
	}
	return append(lines, Doubts(w, articles)...)
}

// Doubts names the articles of which something is not known as it should be.
func Doubts(w Printer, articles []*article.Article) []Line {
	var lines []Line
	for _, doubt := range []struct {
		name string
		has  func(*article.Article) bool
	}{
		{"held.untitled", func(a *article.Article) bool { return a.Title == "" }},
		{"held.undated", func(a *article.Article) bool { return a.Published.Day.IsZero() }},
		{"held.guessed", func(a *article.Article) bool { return a.Guessed && !a.Published.Day.IsZero() }},
		{"held.foreign", (*article.Article).IsForeign},
	} {
		var titles [][]Span
		for _, a := range articles {
			if doubt.has(a) {
				titles = append(titles, []Span{Outside(Shorten(name(a), longestTitle))})
			}
		}
		if n := len(titles); n > 0 {
			if n > mostListed {
				titles = append(titles[:mostListed], w.Say("quotes.others", "N", n-mostListed))
			}
			lines = append(lines, line(Plain, w.Say(doubt.name, "N", n, "Titles", w.List("list.and", titles))))
		}
	}
	return lines
}

// heldOne says of one article what it is, how long it is, and what of it is never cited.
func heldOne(w Printer, a *article.Article) []Line {
	lines := []Line{
		line(Plain, w.Source(a)),
		line(Aside, w.Say("held.size", "ID", a.ID, "Words", a.CountWords(), "N", len(a.Sentences))),
	}
	count := a.CountParts()
	var parts [][]Span
	for k := furniture.Dateline; k <= furniture.Question; k++ {
		if n := count[k]; n > 0 && k != furniture.Label {
			parts = append(parts, w.Say("held.part", "Kind", w.Text("part."+k.String()), "N", n))
		}
	}
	if len(parts) > 0 {
		lines = append(lines, line(Aside, w.Say("held.left-out", "Parts", w.List("list.and", parts))))
	}
	if len(a.Also) > 0 {
		lines = append(lines, line(Aside, w.Say("held.same", "Also", w.ListText("list.and", a.Also))))
	}
	return lines
}

// HeldOne shows an article as it is read: each part with what it is, each sentence that may be cited
// with its number, and who says it.
func HeldOne(a *article.Article, w Printer) Page {
	p := Page{words: w, List: None}
	p.add(heldOne(w, a)...)
	var lines []Line
	i := 0
	for _, part := range a.Parts {
		if part.Kind != furniture.Body {
			lines = append(lines, line(Aside, w.Say("held.kind", "Kind", w.Text("part."+part.Kind.String())), " ", Outside(part.Of(a.Text))))
			continue
		}
		for ; i < len(a.Sentences) && a.Sentences[i].Start < part.End; i++ {
			s := article.Passage{Article: a, Index: i}
			said := []Span{own(w.Text("held.numbered", "Number", i+1)), own(" ")}
			if speaker, spoken := s.Speaker(); spoken {
				said = append(said, Outside(w.Text("note.speaker", "Speaker", speaker)), own(" "))
			}
			lines = append(lines, line(Plain, said, Outside(s.Text())))
		}
	}
	p.add(lines...)
	return p
}
