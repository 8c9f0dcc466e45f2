package page

import (
	"strconv"
	"strings"

	"talksbot/knowledge/calendar"
	"talksbot/knowledge/timeline"
)

// longestName is how much of a speaker's name stands behind what is reported.
const longestName = 60

// Today is the day on which a timeline is looked at, and the first days after it that have an event.
type Today struct {
	calendar.Day
	Next calendar.Days
}

// Dates lays out events as the articles state them, each day once, with how far away it is from
// today, and what other articles say where they differ.
func Dates(events []timeline.Event, asked timeline.Query, today Today, w Printer) Page {
	p := Page{words: w}
	if asked.About != "" || !asked.IsZero() {
		p.Head = []Line{line(Small, w.restricted("dates.head", asked))}
	}
	month, day := "", ""
	for _, e := range events {
		if under, on := headingOf(e, w), LongDays(e.Days, w); len(p.Parts) == 0 || under != month || on != day {
			p.add(heads(e, month, today, w)...)
			month, day = under, on
		}
		part := &p.Parts[len(p.Parts)-1]
		part.Lines = append(part.Lines, p.event(e)...)
	}
	p.offer(ShowSources, "button.sources")
	return p
}

// heads returns what stands above an event that follows one below a heading.
func heads(e timeline.Event, heading string, today Today, w Printer) []Line {
	var lines []Line
	under := headingOf(e, w)
	if under != heading {
		lines = append(lines, line(Heading, own(under)))
	}
	if !e.Vague() && !strings.EqualFold(LongDays(e.Days, w), under) {
		lines = append(lines, line(Plain, w.dayLine(e, today)))
	}
	return lines
}

// headingOf returns the heading below which an event stands: the month in which it begins, of one that takes years
// these, or that no day is given.
func headingOf(e timeline.Event, w Printer) string {
	switch {
	case e.Vague():
		return w.Text("dates.vague")
	case e.Days.WholeYears():
		return LongDays(e.Days, w)
	}
	return UpperFirst(month(e.From, w))
}

// restricted returns a sentence about a timeline with what it was asked by: About and Days.
func (w Printer) restricted(name string, asked timeline.Query) []Span {
	return w.Say(name, "About", asked.About, "Days", w.Days(asked.Days))
}

// Picture is what stands beside a drawn timeline.
func Picture(asked timeline.Query, w Printer) Page {
	p := Page{words: w}
	p.add(line(Small, w.restricted("dates.head", asked)))
	return p
}

// Title is the heading of a drawn timeline.
func Title(asked timeline.Query, w Printer) string { return text(w.restricted("dates.title", asked)) }

// Days says which days were asked for: "from Monday, 10 January 2022 on", "in January 2022".
func (w Printer) Days(d calendar.Days) []Span {
	switch {
	case d.IsZero():
		return nil
	case d.To.IsZero():
		return w.Say("days.from", "Day", day(d.From, w))
	case d.From.IsZero():
		return w.Say("days.to", "Day", day(d.To, w))
	case d.From == d.To:
		return w.Say("days.on", "Day", day(d.From, w))
	case d.From.Year != d.To.Year:
	case d.WholeYears():
		return w.Say("days.in-year", "Year", own(strconv.Itoa(d.From.Year)))
	case d.WholeMonths() && d.From.Month == d.To.Month:
		return w.Say("days.in-month", "Month", own(nth("date.months-in", int(d.From.Month)-1, w)), "Year", own(strconv.Itoa(d.From.Year)))
	}
	return w.Say("days.between", "First", day(d.From, w), "Last", day(d.To, w))
}

// NoDates says that no event fits, and about what there are some.
func NoDates(asked timeline.Query, topics []string, w Printer) Page {
	p := Page{words: w}
	p.add(line(Plain, w.restricted("dates.none", asked)))
	if asked.About != "" && len(topics) > 0 {
		p.Parts[0].Lines = append(p.Parts[0].Lines, line(Plain, w.Say("dates.topics", "Topics", w.ListText("list.and", topics))))
	}
	return p
}

// dayLine says on which day of its month an event is and, of one that is near, how far away that is: how many
// months or years is no news beside the date.
func (w Printer) dayLine(e timeline.Event, today Today) []Span {
	when := LongDays(e.Days, w)
	if e.From == e.To {
		when = date(inMonth, e.From, w)
	}
	head := []Span{{Text: UpperFirst(when), Mark: Bold}}
	switch away := e.Away(today.Day); away.Unit {
	case calendar.InWeeks, calendar.InMonths, calendar.InYears, "":
	default:
		head = append(head, own(" · "+Away(away, w)))
	}
	if e.Days == today.Next {
		head = spans(head, " · ", w.Say("dates.next"))
	}
	return head
}

// event returns what happens, in the article's words, those that say when in bold; and which
// days others give for it.
func (p *Page) event(e timeline.Event) []Line {
	m := e.Mentions[0]
	text := m.Article.Text
	label := spans(soft(text[m.Clause.Start:m.Time.Start]), marked(Bold, soft(m.When())), soft(text[m.Time.End:m.Clause.End]))
	if e.Speaker() != "" {
		label = spans(label, ", ", p.words.Say("dates.according", "Speaker", Shorten(e.Speaker(), longestName)))
	}
	lines := []Line{line(Quotation, label, p.citeAll(e.Cites()))}
	if e.Off() {
		lines = append(lines, p.instead(e)...)
	}
	if len(e.Otherwise) > 0 {
		lines = append(lines, line(Aside, p.words.differs(e.Otherwise)))
	}
	return lines
}

// instead says that an event is not on these days, and what newer articles say.
func (p *Page) instead(e timeline.Event) []Line {
	said := e.Instead()
	lines := []Line{line(Small, p.words.Say("dates.off", "Source", p.words.origin(said[0].Article)))}
	for _, s := range said[:min(len(said), mostInstead)] {
		lines = append(lines, line(Quotation, soft(s.Text()), " ", p.cite(PlaceOf(s))))
	}
	return lines
}

// mostInstead is how many sentences of newer articles are shown under an event.
const mostInstead = 2

// mostDiffering is how many other days are named.
const mostDiffering = 2

// Described lays out what an event in a calendar says below its name: the sentences it rests on, each with
// its source.
func Described(e timeline.Event, w Printer) Page {
	p := Page{words: w, List: None, More: "sources.more"}
	for _, c := range e.Cites() {
		p.add(line(Plain, quoted(soft(c.Text()), w)), line(Plain, w.Source(c.Article)))
	}
	if len(e.Otherwise) > 0 {
		p.Notes = append(p.Notes, line(Plain, w.differs(e.Otherwise)))
	}
	return p
}

// differs says which days other sources give.
func (w Printer) differs(others []calendar.Days) []Span {
	all := w.Say("dates.differ")
	for _, d := range others[:min(len(others), mostDiffering)] {
		all = spans(all, spared(1, spans(" ", w.Say("dates.another", "Days", own(days(inText, d, w))))))
	}
	if left := len(others) - mostDiffering; left > 0 {
		all = spans(all, spared(1, spans(" ", w.Say("dates.others", "N", left))))
	}
	return all
}

// spared returns spans that Fit may leave out.
func spared(rank int, all []Span) []Span {
	var out []Span
	for _, s := range all {
		s.Spare = rank
		out = append(out, s)
	}
	return out
}
