package page

import (
	"strings"

	"talksbot/knowledge/quotation"
	"talksbot/knowledge/quote"
)

// WhoSaid lays out whose words a text has: who said them, what was changed in them, and what the
// article has.
func WhoSaid(found []quote.Match, w Printer) Page {
	if len(found) == 0 {
		return w.Page("whosaid.nobody")
	}
	p := Page{words: w, More: "whosaid.more"}
	changed := false
	for _, m := range found {
		lines := []Line{line(Plain, w.verdict(m))}
		if !m.Exact {
			changed = true
			lines = append(lines, line(Quotation, difference(m.Edits)))
		}
		if m.Quote == nil {
			lines = append(lines, line(Small, w.Say("whosaid.has")), line(Quotation, soft(m.Passage.Text()), " ", p.cite(PlaceOf(m.Passage))))
		} else {
			lines = append(lines, line(Small, w.manner(*m.Quote)), line(Quotation, words(*m.Quote, w), " ", p.cite(placeOf(*m.Quote))))
		}
		p.add(lines...)
	}
	if changed {
		p.Notes = append(p.Notes, line(Small, w.Say("whosaid.legend")))
	}
	p.offer(ShowSources, "button.sources")
	return p
}

// verdict says in a sentence whose the words are.
func (w Printer) verdict(m quote.Match) []Span {
	near := ""
	if !m.Exact {
		near = "close"
	}
	if m.Quote == nil {
		return w.Say("whosaid.article", "Close", near)
	}
	var who []Span
	if m.Quote.Speaker != "" {
		who = w.Say("whosaid.who", "Name", Shorten(m.Quote.Speaker, longestTitle), "Role", Shorten(m.Quote.Role, longestTitle))
	}
	name := "whosaid.indirect"
	switch m.Quote.Kind {
	case quotation.Direct:
		name = "whosaid.direct"
	case quotation.Mixed:
		name = "whosaid.mixed"
	}
	return w.Say(name, "Who", who, "Close", near)
}

// keptWords is how many words are shown at each end of a long run that was not changed.
const keptWords = 8

// difference shows what was changed: words only the text has are struck out, those only the
// article has are bold.
func difference(edits []quote.Edit) []Span {
	var all []Span
	for i, e := range edits {
		if i > 0 {
			all = append(all, own(" "))
		}
		words := soft(strings.TrimSpace(e.Text))
		switch e.Kind {
		case quote.Kept:
			words.Text = middleOut(e.Text)
		case quote.Left:
			words.Mark = Bold
		case quote.Added:
			words.Mark = Struck
		case quote.Skipped:
			words = own("…")
		}
		all = append(all, words)
	}
	return all
}

// middleOut returns the words at both ends of a text.
func middleOut(text string) string {
	words := strings.Fields(text)
	if len(words) <= 2*keptWords+2 {
		return strings.TrimSpace(text)
	}
	return strings.Join(words[:keptWords], " ") + " … " + strings.Join(words[len(words)-keptWords:], " ")
}
