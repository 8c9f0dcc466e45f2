package digest

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"talksbot/ask"
	"talksbot/knowledge/article"
	"talksbot/knowledge/quotation"
	"talksbot/knowledge/timeline"
	"talksbot/knowledge/timex"
)

// A Style says how a digest looks where it is shown. The zero Style is plain text.
type Style struct {
	Escape func(string) string // outside text, made harmless
	Bold   func(string) string // of escaped text
	Small  func(string) string // of a line
	Quote  string              // begins a line of an article's own words
	Source func(*article.Article) string
}

func (s Style) whole() Style {
	same := func(text string) string { return text }
	for _, f := range []*func(string) string{&s.Escape, &s.Bold, &s.Small} {
		if *f == nil {
			*f = same
		}
	}
	if s.Source == nil {
		s.Source = func(a *article.Article) string { return s.Escape(cmp.Or(a.Title, a.ID)) }
	}
	return s
}

// Heading returns the first line of a day's digest, in bold where the style has it: by it a
// digest is known again.
func Heading(day timex.Day, s Style) string {
	return s.whole().Bold("Digest for " + on(day))
}

// Render returns the digest in words: heading, sections, sources.
func (d Digest) Render(s Style) string {
	w := writer{Style: s.whole(), cites: d.Cites(), day: d.Day}
	w.line("%s", Heading(d.Day, s))
	w.section(w.news(d))
	if len(d.New) == 0 { // of articles with no sentence that stands alone, their names
		for _, a := range d.Articles[:min(len(d.Articles), maxLines)] {
			w.line("- %s", w.Source(a))
		}
	}
	for _, c := range d.New {
		w.line("%s%s %s", w.Quote, c.Render(w.Escape, nil), w.numbers(c.Cites))
	}
	w.events("Today", d.Today)
	w.events("Coming up", d.Ahead)
	w.events("On this day", d.OnDay)
	if d.Past != nil {
		w.events("From the timeline", []Event{*d.Past})
	}
	w.quotation(d.Quote)
	w.sources()
	if asked := questions(d.Asked, d.Answered, d.First); asked != "" {
		w.line("%s", w.Small(asked))
	}
	return strings.TrimRight(w.String(), "\n")
}

// Shorter returns the digest with a little less in it, and whether there was anything to leave
// out: what it begins with stays longest.
func (d Digest) Shorter() (Digest, bool) {
	switch {
	case len(d.New) > 2:
		d.New = d.New[:len(d.New)-1]
	case len(d.OnDay) > 0:
		d.OnDay = nil
	case len(d.Ahead) > 1:
		d.Ahead = d.Ahead[:len(d.Ahead)-1]
	case d.Quote != nil:
		d.Quote = nil
	case len(d.Today) > 1:
		d.Today = d.Today[:1]
	case len(d.New) > 1:
		d.New = d.New[:1]
	case len(d.events()) > 0 && len(d.New) > 0:
		d.Today, d.Ahead, d.Past = nil, nil, nil
	default:
		return d, false
	}
	return d, true
}

// A writer writes one digest.
type writer struct {
	Style
	strings.Builder
	cites []article.Passage
	day   timex.Day
}

func (w *writer) line(format string, args ...any) { fmt.Fprintf(w, format+"\n", args...) }

// section begins a part of the digest.
func (w *writer) section(head string) {
	if head != "" {
		w.line("\n%s", head)
	}
}

// news says how much is new.
func (w *writer) news(d Digest) string {
	n := len(d.Articles)
	var carried []*article.Article
	for _, c := range d.New {
		if a := c.Cites[0].Article; !slices.Contains(carried, a) {
			carried = append(carried, a)
		}
	}
	rest := ""
	if 0 < len(carried) && len(carried) < n {
		rest = ", the newest of them here"
	}
	switch {
	case d.Empty():
		return "Nothing new" + since(d.Since) + ", and nothing to recall that you were not shown last time."
	case d.Quiet():
		return "Nothing new" + since(d.Since) + "."
	case d.First:
		return w.Bold("What I hold") + " – " + number(n, "article") + rest
	}
	return w.Bold("New") + " – " + number(n, "article") + since(d.Since) + rest
}

func since(d timex.Day) string {
	if d.IsZero() {
		return ""
	}
	return " since " + on(d)
}

func on(d timex.Day) string { return timeline.Days{From: d, To: d}.String() }

func short(d timex.Day) string { return fmt.Sprintf("%d %s %d", d.Day, d.Month, d.Year) }

func (w *writer) events(head string, events []Event) {
	if len(events) == 0 {
		return
	}
	w.section(w.Bold(head))
	for _, e := range events {
		w.line("- %s%s %s", w.when(e), w.label(e), w.numbers(e.Cites()))
	}
}

// when says which days an event has, unless it is the day of the digest.
func (w *writer) when(e Event) string {
	switch away := e.Away(w.day); away {
	case "today":
		return ""
	case "now":
		return e.Days.String() + ": "
	default:
		return e.Days.String() + ", " + away + ": "
	}
}

// longestWhole is how long a sentence may be, in bytes, to tell an event whole.
const longestWhole = 260

// label returns what an event is, in its article's words: the sentence, or of a long one the
// clause around the date, with dots where the sentence goes on, and whose words they are where
// it is not the article's own statement.
func (w *writer) label(e Event) string {
	m := e.Mentions[0]
	s := m.Span()
	if s.End-s.Start <= longestWhole {
		return Plain(m.Passage).Render(w.Escape, nil)
	}
	text := w.Escape(m.Label())
	if strings.Trim(m.Article.Text[s.Start:max(s.Start, m.Clause.Start)], " \t\n\"“‘'") != "" {
		text = "… " + text
	}
	if strings.Trim(m.Article.Text[min(s.End, m.Clause.End):s.End], " \t\n.\"”’'") != "" {
		text += " …"
	}
	if m.Speaker != "" {
		text += " (according to " + w.Escape(m.Speaker) + ")"
	}
	return text
}

// quotation writes who said what: words between quotation marks as they are, reported speech
// as the sentence that reports it.
func (w *writer) quotation(q *Quote) {
	if q == nil {
		return
	}
	who := w.Escape(q.Speaker)
	if office := q.Office(); office != "" {
		who += ", " + w.Escape(office)
	}
	numbers := w.numbers(q.Passages())
	if q.Kind == quotation.Direct {
		w.section(w.Bold("In their words"))
		w.line("%s“%s” – %s %s", w.Quote, w.Escape(q.Spoken()), who, numbers)
		return
	}
	w.section(w.Bold("Who said what") + " – " + who)
	var sentences []string
	for _, p := range q.Passages() {
		sentences = append(sentences, Plain(p).Render(w.Escape, nil))
	}
	w.line("%s%s %s", w.Quote, strings.Join(sentences, " "), numbers)
}

// numbers returns the numbers of passages, as they are shown.
func (w *writer) numbers(cites []article.Passage) string {
	var numbers []string
	for _, p := range cites {
		numbers = append(numbers, fmt.Sprintf("[%d]", ask.Number(w.cites, p)))
	}
	return strings.Join(numbers, " ")
}

// sources writes each article with the numbers of its sentences.
func (w *writer) sources() {
	if len(w.cites) > 0 {
		w.line("")
	}
	var done []*article.Article
	for _, p := range w.cites {
		if slices.Contains(done, p.Article) {
			continue
		}
		done = append(done, p.Article)
		of := slices.DeleteFunc(slices.Clone(w.cites), func(q article.Passage) bool { return q.Article != p.Article })
		w.line("%s", w.Small(w.numbers(of)+" "+w.Source(p.Article)))
	}
}

// questions says how many questions there were, and how the articles did.
func questions(asked, answered int, first bool) string {
	open, when := asked-answered, "since then"
	if first {
		when = "so far"
	}
	switch {
	case asked <= 0:
		return ""
	case asked == 1 && open == 0:
		return "1 question was asked " + when + "; the articles answered it."
	case asked == 1:
		return "1 question was asked " + when + "; the articles could not answer it."
	case open == 0:
		return fmt.Sprintf("%d questions were asked %s; the articles answered all of them.", asked, when)
	case answered == 0:
		return fmt.Sprintf("%d questions were asked %s; the articles could answer none of them.", asked, when)
	}
	return fmt.Sprintf("%d questions were asked %s; the articles answered %d and could not answer %d.", asked, when, answered, open)
}

func number(n int, thing string) string {
	if n != 1 {
		thing += "s"
	}
	return fmt.Sprintf("%d %s", n, thing)
}
