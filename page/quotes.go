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
		if i == 0 || !q.SameSpeaker(quotes[i-1]) {
			p.add(line(Plain, w.speaker(q)))
			manner = ""
		}
		part := &p.Parts[len(p.Parts)-1]
		if how := w.manner(q); text(how) != manner {
			manner = text(how)
			part.Lines = append(part.Lines, line(Small, how))
		}
		part.Lines = append(part.Lines, line(Quotation, words(q, w), " ", p.cite(placeOf(q)), p.also(q)))
	}
	p.offer(ShowSources, "button.sources")
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
		when = w.Say("quotes.said", "Day", day(q.Said, w))
	case !q.Day().IsZero():
		when = w.Say("quotes.published", "Day", day(q.Day(), w))
	}
	all := spans(when, " · ", w.kind(q.Kind))
	if q.Hearer != "" {
		all = spans(all, " · ", w.Say("quotes.to", "Name", soft(Shorten(q.Hearer, longestTitle))))
	}
	if as := q.WrittenAs(); as != "" {
		all = spans(all, " · ", w.Say("quotes.as", "Name", soft(Shorten(as, longestTitle))))
	}
	return all
}

// longestSaid is how many characters of what was said are shown.
const longestSaid = 400

// words returns what was said as a sentence: in quotation marks where the words are the speaker's own,
// else behind the words of saying.
func words(q quote.Quote, w Printer) []Span {
	lead, words := strings.TrimSpace(q.Lead()), sentence(cutClause(joined(q), longestSaid))
	if q.Kind == quotation.Direct {
		return []Span{quoted(soft(UpperFirst(words)), w)}
	}
	if lead == "" {
		return []Span{soft(UpperFirst(words))}
	}
	return []Span{marked(Italic, Outside(UpperFirst(lead))), own(" "), soft(words)}
}

// joined returns the words of a quote in one piece. Where no more than "he said" stood between two
// halves nothing is left out: “We will go,” he said. “We must.”
func joined(q quote.Quote) string {
	parts := q.Plain()
	said := parts[0]
	for _, next := range parts[1:] {
		r, _ := utf8.DecodeRuneInString(next)
		switch {
		case q.Kind == quotation.Direct && unicode.IsUpper(r):
			said = sentence(said) + " " + next
		case q.Kind == quotation.Direct:
			said = strings.TrimRight(said, " ") + " " + next
		default:
			said = strings.TrimRight(said, " ,;:–—") + " … " + next
		}
	}
	return said
}

// sentence returns words with a full stop behind them, which takes the place of a comma that led on.
func sentence(words string) string {
	words = strings.TrimRight(words, " ,;:–—")
	open := strings.TrimRight(words, "\"”’»'")
	marks := words[len(open):]
	if led := strings.TrimRight(open, ",;:"); led != open {
		return led + "." + marks
	}
	if open == "" || strings.HasSuffix(open, ".") || strings.HasSuffix(open, "!") || strings.HasSuffix(open, "?") || strings.HasSuffix(open, "…") {
		return words
	}
	return words + "."
}

// cutClause returns words in at most n characters: up to the last sentence or clause that ends in the
// second half, with an ellipsis.
func cutClause(words string, n int) string {
	if utf8.RuneCountInString(words) <= n {
		return words
	}
	seen, clause, word := 0, 0, 0
	for i, r := range words {
		if seen++; seen > n-2 {
			break
		}
		if unicode.IsSpace(r) && i > 0 {
			if word = i; strings.ContainsRune(",;:.!?—–”\"", last(words[:i])) {
				clause = i
			}
		}
	}
	if clause < word/2 {
		clause = word
	}
	return strings.TrimRight(words[:clause], " ,;:–—") + " …"
}

func last(text string) rune {
	r, _ := utf8.DecodeLastRuneInString(text)
	return r
}

// UpperFirst returns text as a heading begins.
func UpperFirst(text string) string {
	r, size := utf8.DecodeRuneInString(text)
	if size == 0 {
		return ""
	}
	return string(unicode.ToUpper(r)) + text[size:]
}
