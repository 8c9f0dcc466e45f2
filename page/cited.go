package page

import (
	"talksbot/knowledge/article"
	"talksbot/knowledge/calendar"
)

// A Cited is what was cited, as it was, and what has become of it since.
type Cited struct {
	Place // no article where its text is not kept

	Now       *article.Article // the newest version of the article, where there is a later one
	Becomes   []Place          // in Now, what stands in the place of what was cited; none where nothing does
	Away      bool             // readers are not answered from the article any more
	Forgotten Forgotten        // where that is why it is not kept
}

// A Forgotten is the note in the place of an article whose text was deleted.
type Forgotten struct {
	Title string
	Day   calendar.Day // of the deletion
}

// as names the article, with an address that leads to the passage wherever it still stands.
func (c Cited) as(w Printer) []Span {
	stands := c.Place
	if c.Now != nil {
		stands = Place{}
		if len(c.Becomes) > 0 {
			stands = c.Becomes[0]
		}
	}
	all := citedAs(c.Article, w)
	for i := range all {
		if all[i].Mark == Link && stands.Article != nil {
			all[i].To = addressOf(stands)
		}
	}
	return all
}

// since says what has become of what was cited with a number, as far as it is not the same for all of its article.
func (c Cited) since(number int, w Printer) []Line {
	numbered := Span{Mark: Citation, Number: number}
	switch {
	case c.Now == nil:
		return nil
	case len(c.Becomes) == 0:
		return []Line{line(Small, numbered, " ", w.Say("sources.dropped"))}
	case c.isUnchanged():
		return []Line{line(Small, numbered, " ", w.Say("sources.same"))}
	}
	lines := []Line{line(Small, numbered, " ", w.Say("sources.changed"))}
	for _, at := range c.Becomes {
		for i := at.First; i <= at.Last; i++ {
			lines = append(lines, line(Quotation, soft(article.Passage{Article: at.Article, Index: i}.Text())))
		}
	}
	return lines
}

// isUnchanged reports whether the newest version says word for word what was cited.
func (c Cited) isUnchanged() bool {
	return len(c.Becomes) == 1 && c.Becomes[0].text() == c.text()
}

// text returns the sentences of a place with what stands between them.
func (p Place) text() string {
	s := p.Ref().Span
	return p.Article.Text[s.Start:s.End]
}

// warns says what is the same for all that is cited of an article.
func (c Cited) warns(w Printer) []Line {
	if !c.Away {
		return nil
	}
	return []Line{line(Small, w.Say("sources.away"))}
}

// missing says of a citation why there is nothing to show.
func (c Cited) missing(number int, w Printer) Line {
	says := w.Say("sources.gone")
	if !c.Forgotten.Day.IsZero() {
		says = w.Say("sources.forgotten", "Title", Shorten(c.Forgotten.Title, longestTitle), "Day", own(date(plainDate, c.Forgotten.Day, w)))
	}
	return line(Plain, Span{Mark: Citation, Number: number}, " ", says)
}
