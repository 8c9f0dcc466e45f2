package page

import (
	"slices"
	"strings"

	"talksbot/ask/digest"
	"talksbot/knowledge/article"
	"talksbot/knowledge/calendar"
	"talksbot/knowledge/quotation"
)

// mostUnread is how many new articles are named where no sentence of theirs stands alone.
const mostUnread = 4

// How readily Fit leaves out what a digest has: what it begins with stays longest.
const (
	fourthLine = iota + 1
	thirdLine
	onThisDay
	laterEvents
	whoSaidWhat
	secondLine
	events
)

// DigestHeading is the first line of a day's digest, by which it is known again.
func DigestHeading(d calendar.Day, w Printer) Line {
	return line(Plain, w.Say("digest.head", "Day", day(d, w)))
}

// Digest lays out a day's digest: what is new, what is today and ahead, who said what.
func Digest(d digest.Digest, w Printer) Page {
	p := Page{words: w}
	p.add(DigestHeading(d.Day, w))
	revisedOf(&p, d)
	if len(d.Articles) > 0 || len(d.Revised) == 0 {
		p.news(d)
	}
	p.digestEvents("digest.today", d, d.Today, events, secondLine)
	p.digestEvents("digest.ahead", d, d.Ahead, events, laterEvents)
	p.digestEvents("digest.on-this-day", d, d.OnDay, onThisDay, onThisDay)
	if d.Past != nil {
		p.digestEvents("digest.earlier", d, []digest.Event{*d.Past}, events, events)
	}
	if d.Quote != nil {
		p.said(*d.Quote)
	}
	p.offer(ShowSources, "button.sources")
	if asked := w.questions(d); len(asked) > 0 {
		p.Notes = append(p.Notes, line(Small, asked))
	}
	return p
}

// news says how much is new, and the sentences that carry it.
func (p *Page) news(d digest.Digest) {
	head := line(Plain, p.words.newsHead(d))
	for _, a := range d.Articles {
		head.Keys = append(head.Keys, digest.ArticleKey(a))
	}
	lines := []Line{head}
	if len(d.New) == 0 {
		for _, a := range d.Articles[:min(len(d.Articles), mostUnread)] {
			lines = append(lines, line(Item, p.words.Source(a)))
		}
	}
	for i, c := range d.New {
		l := line(Quotation, p.words.claim(c), p.citeAll(c.Cites))
		if rank := []int{0, secondLine, thirdLine, fourthLine}[min(i, 3)]; rank > 0 {
			l.Spans = spared(rank, l.Spans)
		}
		l.Keys = digest.SentenceKeys(c.Cites)
		lines = append(lines, l)
	}
	p.add(lines...)
}

func (w Printer) newsHead(d digest.Digest) []Span {
	var since []Span
	if !d.Since.IsZero() {
		since = w.Say("digest.since", "Day", day(d.Since, w))
	}
	var carried []*article.Article
	for _, c := range d.New {
		if a := c.Cites[0].Article; !slices.Contains(carried, a) {
			carried = append(carried, a)
		}
	}
	var rest []Span
	if 0 < len(carried) && len(carried) < len(d.Articles) {
		rest = w.Say("digest.newest")
	}
	name := "digest.new"
	switch {
	case d.Empty():
		name = "digest.nothing"
	case d.Quiet():
		name = "digest.quiet"
	case d.First:
		name = "digest.first"
	}
	return w.Say(name, "N", len(d.Articles), "Since", since, "Rest", rest)
}

// digestEvents adds a section of events. Fit spares the section with rank, and before that all but its
// first event with later.
func (p *Page) digestEvents(head string, d digest.Digest, all []digest.Event, rank, later int) {
	if len(all) == 0 {
		return
	}
	lines := []Line{line(Plain, spared(rank, p.words.Say(head)))}
	for i, e := range all {
		l := line(Item, p.words.when(e, d.Day), p.words.label(e), p.citeAll(e.Cites()))
		if l.Spans = spared(rank, l.Spans); i > 0 {
			l.Spans = spared(later, l.Spans)
		}
		l.Keys = append(digest.SentenceKeys(e.Cites()), e.Key())
		lines = append(lines, l)
	}
	p.add(lines...)
}

// when says which days an event has, unless it is the day of the digest.
func (w Printer) when(e digest.Event, today calendar.Day) []Span {
	days := own(UpperFirst(LongDays(e.Days, w)))
	switch away := e.Away(today); away.Unit {
	case calendar.Today:
		return nil
	case calendar.Now:
		return w.Say("digest.now", "Days", days)
	default:
		return w.Say("digest.when", "Days", days, "Away", own(Away(away, w)))
	}
}

// longestWhole is how long a sentence may be, in bytes, to tell an event whole.
const longestWhole = 260

// label returns what an event is, in its article's words: the sentence, or of a long one the
// clause around the date, with dots where the sentence goes on, and whose words they are where
// it is not the article's own statement.
func (w Printer) label(e digest.Event) []Span {
	m := e.Mentions[0]
	s := m.Span()
	if s.End-s.Start <= longestWhole {
		return w.claim(digest.Plain(m.Passage))
	}
	label := []Span{Outside(m.Label())}
	if strings.Trim(m.Article.Text[s.Start:max(s.Start, m.Clause.Start)], " \t\n\"“‘'") != "" {
		label = spans("… ", label)
	}
	if strings.Trim(m.Article.Text[min(s.End, m.Clause.End):s.End], " \t\n.\"”’'") != "" {
		label = spans(label, " …")
	}
	if m.Speaker != "" {
		label = spans(label, ", ", w.Say("dates.according", "Speaker", m.Speaker))
	}
	return label
}

// said adds who said what: words between quotation marks as they are, reported speech as the
// sentence that reports it.
func (p *Page) said(q digest.Quote) {
	who := []Span{Outside(q.Speaker)}
	if office := q.Office(); office != "" {
		who = spans(who, ", ", Outside(office))
	}
	numbers := p.citeAll(q.Passages())
	keys := append(digest.SentenceKeys(q.Passages()), q.Key())
	add := func(head []Span, words []Span) {
		p.add(line(Plain, spared(whoSaidWhat, head)), Line{Quotation, spared(whoSaidWhat, words), keys})
	}
	if q.Kind == quotation.Direct {
		add(p.words.Say("digest.in-their-words"), spans(quoted(Outside(q.Spoken()), p.words), " – ", who, numbers))
		return
	}
	var sentences []Span
	for i, c := range q.Passages() {
		if i > 0 {
			sentences = append(sentences, own(" "))
		}
		sentences = append(sentences, p.words.claim(digest.Plain(c))...)
	}
	add(p.words.Say("digest.who-said-what", "Who", who), spans(sentences, numbers))
}

// questions says how many questions there were, and how the articles did.
func (w Printer) questions(d digest.Digest) []Span {
	name := "digest.asked-some"
	switch {
	case d.Asked <= 0:
		return nil
	case d.Asked == d.Answered:
		name = "digest.asked-all"
	case d.Answered == 0:
		name = "digest.asked-none"
	}
	when := w.Say("digest.since-then")
	if d.First {
		when = w.Say("digest.so-far")
	}
	return w.Say(name, "N", d.Asked, "When", when, "Answered", d.Answered, "Open", d.Asked-d.Answered)
}
