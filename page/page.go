// Package page lays out what talksbot says: to a question, of dates and quotations, when a
// button is pressed. It says it once, for every place where it is read.
//
// The house, bottom up:
//
//	page.go      Page, and what it is made of: parts, lines, spans
//	printer.go   Printer: sentences from the catalogue in words/
//	shorten.go   shorter texts
//	fit.go       shorter pages: one ladder for all of them
//	layout.go    a page as lines, with the list of its sources
//	source.go    what is shown of an article, of a day
//	answer.go    and one file for each kind of page
//
// A page is a plain value. It holds words and what they are, a name, a quotation, a day, and not
// how they look: the bot writes a page as a Discord message, the program as text in a terminal.
// Text that is not ours is marked as such, and whoever writes a page sees to it that it is shown
// as it is. To say something new, put it into the catalogue and take it from there by its name.
package page

import (
	"strings"

	"talksbot/knowledge/article"
	"talksbot/knowledge/english"
)

// A Page is something to read. The zero Page says nothing.
type Page struct {
	Head    []Line // directly above the first part
	Parts   []Part // with air between them
	Notes   []Line // in small print at the end
	Cited   []Place
	List    Listing // how the articles cited are listed below the parts
	Buttons []Button

	// Left is how many things of the same kind as the parts are not on the page. Fit adds those
	// it leaves out. It leaves out no part where More is "".
	Left int
	More string // the name of the sentence that says how many

	words Printer
}

// A Part is some lines that belong together.
type Part struct {
	Lines []Line
	Stays bool // Fit does not leave it out
}

// A Line is one line, or one paragraph.
type Line struct {
	Kind  Kind
	Spans []Span
	Keys  []string // of a digest: what a reader of the line has been shown
}

// A Kind is what a line is.
type Kind int

const (
	Plain     Kind = iota
	Small          // said in small print
	Item           // of a list
	Quotation      // an article's own words, or who said them
	Aside          // small print within quotations
	Heading
)

// A Span is a stretch of text that is one thing.
type Span struct {
	Text    string
	Mark    Mark
	To      string // of a Link its address; of a Moment its format; of Spoken the marks around it
	Outside bool   // the text is not ours: it comes from a person, an article or a model
	Soft    bool   // Fit may shorten the text early on; all text from outside it may in the end
	Spare   int    // Fit may leave the span out: 1 is the first to go; 0 stays
	Number  int    // of a Citation
}

// A Mark is what a span is.
type Mark int

const (
	Words       Mark = iota
	Bold             // what the reader looks for: the words that answer, a name, a heading
	Italic           // words around a quotation that are not part of it
	Struck           // words that were put in
	Spoken           // somebody's own words: they stand between quotation marks
	Note             // explains the word before it
	Citation         // the number of a source
	Link             // leads to the address To
	Code             // to be typed
	CommandName      // of the bot: its name
	Channel          // its ID
	Person           // their ID
	Moment           // seconds of Unix time, shown in the reader's zone; To is Discord's letter for how
)

// A Place is some sentences of an article, in a row.
type Place struct {
	Article     *article.Article // nil where it is not held
	First, Last int              // sentences, both included
}

// A Listing says what is shown of the articles that a page cites.
type Listing int

const (
	Listed Listing = iota // each article with its numbers
	Quoted                // each article, and below it the sentences cited
	Brief                 // each article's title and numbers
	None                  // nothing: the parts say it, or there is no room
)

// A Button is offered below a page.
type Button struct {
	Does  string // the name of what happens when it is pressed
	Label string
	Arg   string // what that needs to know; "" for the page's citations
}

// ShowSources is the button that shows the sentences cited, in their places. It needs nothing but what its page
// cites.
const ShowSources = "src"

// PlaceOf returns the place of one sentence.
func PlaceOf(p article.Passage) Place { return Place{p.Article, p.Index, p.Index} }

// PlaceAt returns the place of the sentences that a span of the article's text touches; no article
// where there are none.
func PlaceAt(a *article.Article, s english.Span) Place {
	at := Place{First: len(a.Sentences), Last: -1}
	for i, sentence := range a.Sentences {
		if sentence.Start < s.End && s.Start < sentence.End {
			at = Place{a, min(at.First, i), i}
		}
	}
	return at
}

// Ref returns the citation that the place is.
func (p Place) Ref() article.Ref {
	first, last := p.Passage(), article.Passage{Article: p.Article, Index: p.Last}
	return article.Ref{Version: p.Article.Version, Span: english.Span{Start: first.Span().Start, End: last.Span().End}}
}

// Passage returns the first sentence of the place.
func (p Place) Passage() article.Passage { return article.Passage{Article: p.Article, Index: p.First} }

// cite returns the number of a place on the page, from 1, as it is shown behind words. It adds
// the place where it is not cited yet.
func (p *Page) cite(at Place) Span {
	for i, c := range p.Cited {
		if c == at {
			return Span{Mark: Citation, Number: i + 1}
		}
	}
	p.Cited = append(p.Cited, at)
	return Span{Mark: Citation, Number: len(p.Cited)}
}

// citeAll returns the numbers of passages in order, each once.
func (p *Page) citeAll(passages []article.Passage) []Span {
	var numbers []int
	for _, c := range passages {
		numbers = append(numbers, p.cite(PlaceOf(c)).Number)
	}
	return citations(numbers)
}

// add adds a part.
func (p *Page) add(lines ...Line) { p.Parts = append(p.Parts, Part{Lines: lines}) }

// offer adds a button that shows more of what the page cites.
func (p *Page) offer(does, label string) {
	if len(p.Cited) > 0 {
		p.Buttons = append(p.Buttons, Button{Does: does, Label: p.words.Text(label)})
	}
}

// Keys returns the keys of all lines.
func (p Page) Keys() []string {
	var keys []string
	for _, part := range p.Parts {
		for _, l := range part.Lines {
			keys = append(keys, l.Keys...)
		}
	}
	return keys
}

// Outside returns text that is not ours.
func Outside(text string) Span { return Span{Text: text, Outside: true} }

// quoted returns somebody's own words, between the quotation marks of the language.
func quoted(s Span, w Printer) Span {
	s.Mark, s.To = Spoken, w.Text("marks.open")+betweenMarks+w.Text("marks.close")
	return s
}

// betweenMarks stands between the two quotation marks of a span.
const betweenMarks = "|"

// Marks returns what stands before and behind a span that is Spoken.
func (s Span) Marks() (open, closing string) {
	open, closing, _ = strings.Cut(s.To, betweenMarks)
	return open, closing
}

// soft returns text that is not ours and that may be shortened.
func soft(text string) Span { return Span{Text: text, Outside: true, Soft: true} }

// own returns text of ours that is the same in every language: marks between words.
func own(text string) Span { return Span{Text: text} }

// marked returns the span as something else.
func marked(m Mark, s Span) Span {
	s.Mark = m
	return s
}

// line returns a line of spans and runs of spans.
func line(k Kind, parts ...any) Line {
	return Line{Kind: k, Spans: spans(parts...)}
}

// spans joins spans, runs of spans, and texts of ours.
func spans(parts ...any) []Span {
	var all []Span
	for _, p := range parts {
		switch p := p.(type) {
		case Span:
			if p.Text != "" || p.Mark == Citation {
				all = append(all, p)
			}
		case []Span:
			all = append(all, p...)
		case string:
			all = append(all, own(p))
		}
	}
	return all
}
