package bot

import (
	"fmt"
	"strings"

	"talksbot/knowledge"
	"talksbot/knowledge/timeline"
	"talksbot/knowledge/timex"
)

// A measure is how much of each thing a page of a timeline shows.
type measure struct {
	label   int                             // characters
	sources func(*knowledge.Article) string // nil: only their numbers
	differ  int                             // the days other sources give, at most
}

// measures are tried from the fullest on, until a page fits.
var measures = []measure{
	{600, source, 2}, {300, source, 2}, {200, source, 2}, {200, shortSource, 2}, {120, shortSource, 1}, {90, shortSource, 1},
	{120, nil, 1}, {70, nil, 1}, {40, nil, 0},
}

// datesText returns events in at most room characters, with the sentences they rest on. Where
// it is too much, labels are shortened and sources named more briefly; all stands under
// Sources.
func datesText(events []timeline.Event, today timex.Day, room int) (string, citations) {
	var cited citations
	for _, e := range events {
		cited.add(e.Cites()...)
	}
	text := ""
	for _, m := range measures {
		if text = cited.dates(events, today, m); length(text) <= room {
			break
		}
	}
	return shorten(text, room), cited
}

// dates lays events out, each day once.
func (cs citations) dates(events []timeline.Event, today timex.Day, m measure) string {
	var b strings.Builder
	last := ""
	for _, e := range events {
		if head := dayLine(e, today); head != last {
			b.WriteString(head + "\n")
			last = head
		}
		fmt.Fprintf(&b, "> %s%s %s\n", label(e.Mentions[0], m.label), saidBy(e), cs.numbers(e.Cites()))
		b.WriteString(otherwise(e, m.differ))
	}
	if m.sources == nil {
		return b.String()
	}
	for _, a := range cs.articles() {
		fmt.Fprintf(&b, "-# %s %s\n", cs.numbers(cs.of(a)), m.sources(a))
	}
	return b.String()
}

// otherwise says which days other sources give, at most so many by name.
func otherwise(e timeline.Event, most int) string {
	named := e.Otherwise[:min(len(e.Otherwise), most)]
	switch left := len(e.Otherwise) - len(named); {
	case len(e.Otherwise) == 0:
		return ""
	case len(named) == 0:
		return "> -# Sources differ.\n"
	case left > 0:
		return "> -# Sources differ: another says " + among(named) + ", and " + count(left, "other day") + ".\n"
	}
	return "> -# Sources differ: another says " + among(named) + ".\n"
}

func among(all []timeline.Days) string {
	var texts []string
	for _, d := range all {
		texts = append(texts, d.String())
	}
	return strings.Join(texts, ", another ")
}

// dayLine says when an event is and how far away that is.
func dayLine(e timeline.Event, today timex.Day) string {
	if e.Vague() {
		return "**No day given**"
	}
	if away := e.Away(today); away != "" {
		return bold(e.Days.String()) + " · " + away
	}
	return bold(e.Days.String())
}

// label returns what happens, in at most so many characters of the article's own, the words
// that say when in bold.
func label(m timeline.Mention, limit int) string {
	text := m.Article.Text
	whole := m.Label()
	kept := shorten(whole, limit)
	end := m.Clause.Start + len(strings.TrimSuffix(kept, "…"))
	if end < m.Time.End {
		return escape(kept)
	}
	rest := text[m.Time.End:end]
	if kept != whole {
		rest += "…"
	}
	return escape(text[m.Clause.Start:m.Time.Start]) + bold(escape(m.When())) + escape(rest)
}

// longestName is how much of a speaker's name is shown.
const longestName = 60

// saidBy says whose words a label reports.
func saidBy(e timeline.Event) string {
	if e.Speaker() == "" {
		return ""
	}
	return " (according to " + escape(shorten(e.Speaker(), longestName)) + ")"
}

// shortSource names an article in few characters.
func shortSource(a *knowledge.Article) string {
	title := a.Title
	if title == "" {
		title = a.ID
	}
	return escape(shorten(title, 50))
}
