package page

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"talksbot/knowledge/quotation"
	"talksbot/knowledge/quote"
)

// mostNamed is how many speakers are named where nothing is found.
const mostNamed = 8

// Quotes lays out who said what, under each speaker: in small print when it was said and how close
// it is to the words spoken, then what was said.
func Quotes(quotes []quote.Quote, asked quote.Query, w Printer) Page {
	p := Page{words: w}
	if asked != (quote.Query{}) {
		p.Head = []Line{line(Small, w.asked("quotes.head", asked))}
	}
	manner := ""
	for i, q := range quotes {
		if i == 0 || quotes[i-1].Speaker != q.Speaker {
			p.add(line(Plain, w.speaker(q)))
			manner = ""
		}
		part := &p.Parts[len(p.Parts)-1]
		if how := w.manner(q); text(how) != manner {
			manner = text(how)
			part.Lines = append(part.Lines, line(Small, how))
		}
		part.Lines = append(part.Lines, line(Quotation, spoken(q), " ", p.cite(placeOf(q)), p.also(q)))
	}
	p.offer(ShowSources, "button.context")
	return p
}

// mostAlso is how many other articles are cited for the same words.
const mostAlso = 3

// also cites other articles that have the same words.
func (p *Page) also(q quote.Quote) []Span {
	var all []Span
	for _, o := range q.Also[:min(len(q.Also), mostAlso)] {
		all = append(all, own(" "), p.cite(placeOf(o)))
	}
	return all
}

func placeOf(q quote.Quote) Place {
	return Place{q.Article, q.Sentences[0], q.Sentences[len(q.Sentences)-1]}
}

// asked returns a sentence about quotations with what they were asked by.
func (w Printer) asked(name string, q quote.Query, more ...any) []Span {
	return w.Say(name, append(more, "Speaker", Shorten(q.Speaker, longestAsked), "About", Shorten(q.About, longestAsked), "Manner", w.kind(q.Kind))...)
}

// NoQuotes says that nobody is quoted so, and who is: with known, speakers are those asked for.
func NoQuotes(asked quote.Query, speakers []quote.Speaker, known bool, w Printer) Page {
	p := Page{words: w}
	p.add(line(Plain, w.noQuotes(asked, speakers, known)))
	return p
}

func (w Printer) noQuotes(asked quote.Query, speakers []quote.Speaker, known bool) []Span {
	if len(speakers) == 0 {
		return w.Say("quotes.nobody")
	}
	var names [][]Span
	for _, s := range speakers[:min(len(speakers), mostNamed)] {
		names = append(names, w.Say("quotes.count", "Speaker", Shorten(s.Name, longestTitle), "Quotes", s.Quotes))
	}
	if left := len(speakers) - mostNamed; left > 0 {
		names = append(names, w.Say("quotes.others", "N", left))
	}
	name := "quotes.none"
	if known {
		name = "quotes.others-about"
	}
	return w.asked(name, asked, "Names", w.List("list.and", names))
}

// speaker names who is quoted, with the office.
func (w Printer) speaker(q quote.Quote) []Span {
	if q.Speaker == "" {
		return w.Say("quotes.unnamed")
	}
	name := []Span{marked(Bold, soft(UpperFirst(q.Speaker)))}
	if q.Role != "" {
		name = append(name, own(" · "), soft(UpperFirst(q.Role)))
	}
	return name
}

// kind says how close what is written is to what was spoken.
func (w Printer) kind(k quotation.Kind) []Span {
	switch k {
	case quotation.Direct:
		return w.Say("manner.direct")
	case quotation.Mixed:
		return w.Say("manner.mixed")
	case quotation.Indirect:
		return w.Say("manner.indirect")
	}
	return nil
}

// manner says when something was said or published, how close it is to what was spoken, and
// what the article calls the speaker there.
func (w Printer) manner(q quote.Quote) []Span {
	when := w.Say("quotes.undated")
	switch {
	case !q.Said.IsZero():
		when = w.Say("quotes.said", "Day", own(day(q.Said)))
	case !q.Day().IsZero():
		when = w.Say("quotes.published", "Day", own(day(q.Day())))
	}
	all := spans(when, " · ", w.kind(q.Kind))
	if as := q.WrittenAs(); as != "" {
		all = spans(all, " · ", w.Say("quotes.as", "Name", soft(Shorten(as, longestTitle))))
	}
	return all
}

// spoken returns what was said: in quotation marks where the words are the speaker's own, else
// behind the words of saying.
func spoken(q quote.Quote) []Span {
	var all []Span
	if lead := strings.TrimSpace(q.Lead()); lead != "" {
		all = append(all, marked(Italic, Outside(lead)), own(" "))
	}
	for i, words := range q.Plain() {
		if i > 0 {
			all = append(all, own(" … "))
		}
		said := soft(words)
		if q.Kind == quotation.Direct {
			said.Mark = Spoken
		}
		all = append(all, said)
	}
	return all
}

// UpperFirst returns text as a heading begins.
func UpperFirst(text string) string {
	r, size := utf8.DecodeRuneInString(text)
	if size == 0 {
		return ""
	}
	return string(unicode.ToUpper(r)) + text[size:]
}
