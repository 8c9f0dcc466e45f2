package page

import (
	"talksbot/ask/gaps"
	"talksbot/knowledge/article"
	"talksbot/knowledge/calendar"
)

// A Lack is a question that was not answered, in all its wordings, and where it is answered now.
type Lack struct {
	gaps.Group
	Now *article.Passage // nil where it is not
}

// Gaps lists what readers want to know and the articles lack: some of so many in all. of is the server they are of,
// where several are listed; "" for none.
func Gaps(lacks []Lack, total int, of string, w Printer) Page {
	p := Page{words: w}
	head := line(Plain, w.Say("gaps.head", "N", total))
	if of != "" {
		head = line(Plain, w.Say("gaps.of", "N", total, "Server", own(of)))
	}
	for _, l := range lacks {
		lines := []Line{
			line(Plain, marked(Bold, Outside(Shorten(l.Question, longestAsked)))),
			line(Small, w.Say("gaps.asked", "N", len(l.Gaps), "Since", own(sinceDay(l.Since(), w)))),
		}
		if l.Wrong > 0 {
			lines = append(lines, line(Small, w.Say("gaps.wrong", "N", l.Wrong, "Reasons", w.ListText("list.and", l.Reasons))))
		}
		if l.Now != nil {
			lines = append(lines, line(Plain, w.Say("gaps.now")), line(Quotation, Outside(l.Now.Text()), own(" "), p.cite(PlaceOf(*l.Now))))
		}
		p.add(lines...)
	}
	p.Head = []Line{head}
	return p
}

// sinceDay writes a day as it is kept.
func sinceDay(kept string, w Printer) string {
	d, err := calendar.ParseDay(kept)
	if err != nil {
		return kept
	}
	return date(plainDate, d, w)
}
