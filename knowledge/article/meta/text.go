package meta

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"

	"talksbot/knowledge/calendar"
	"talksbot/knowledge/english"
	"talksbot/knowledge/timex"
)

// A Line is a block of an article's text, as far as others have told what it is.
type Line struct {
	Text    string
	Heading bool // the source marks it as one
	Loose   bool // a line of a text file, which may be the title
	Other   bool // something that stands around an article: a menu, a caption
	Note    bool // something about the article: a dateline, a byline
}

// A Role is what a line is for.
type Role int

const (
	None  Role = iota
	Title      // the article's
	Stamp      // when it was published or changed
	Byline
)

// A Mark says what a line is, or its beginning.
type Mark struct {
	Role
	Cut int // only so many bytes of the line are; 0: all of it
}

// most of what is looked at above and below an article.
const (
	mostAbove = 14 // lines
	mostBelow = 6
)

// Complete adds to the facts what the text of the article says around itself, where its source
// has stated nothing, and returns what each of its lines is for.
func (f *Facts) Complete(lines []Line) []Mark {
	r := reader{lines: lines, marks: make([]Mark, len(lines))}
	r.body = r.firstProse()
	r.clipped()
	r.above()
	r.title(f)
	r.below()
	if f.Published.Day.IsZero() || r.refines(f.Published) {
		r.settle(f)
	}
	f.Author = cmp.Or(f.Author, r.author)
	f.Outlet = cmp.Or(f.Outlet, r.outlet)
	if f.Modified.Day.IsZero() {
		f.Modified = r.changed.Moment
	}
	return r.marks
}

// A reader gathers what the lines of an article say.
type reader struct {
	lines          []Line
	marks          []Mark
	body           int // the first line of prose
	published      day // the first of the kinds of evidence that are found, the surest first
	changed        day
	author, outlet string
	named          bool // the first line has a day and names: it may be a title
}

// firstProse returns the first line of prose, len(lines) where there is none.
func (r *reader) firstProse() int {
	for i, l := range r.lines {
		if l.Other || l.Heading || !isProse(l.Text) {
			continue
		}
		if _, stamped := readStamp(l.Text); !stamped {
			return i
		}
	}
	return len(r.lines)
}

// leastProse is how many words a sentence has that is more than a remark of the page.
const leastProse = 4

// isProse reports whether a line is a sentence or several, and no title.
func isProse(text string) bool {
	return len(text) > longestTitle || endsSentence(text) && strings.Count(text, " ") >= leastProse && !asks(text) || hasStop(text)
}

// longestTitle is the longest title that is looked for in a text, in bytes.
const longestTitle = 180

// endsSentence reports whether text ends as a sentence does.
func endsSentence(text string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text, "\"'”’)]»*_ "))
	return strings.ContainsRune(".!?…", last)
}

// asks reports whether text is one short question or cry, as titles are.
func asks(text string) bool {
	return len(text) <= 100 && !strings.HasSuffix(text, ".") && !strings.ContainsAny(text[:len(text)-1], ".!?\"”")
}

// hasStop reports whether a sentence ends within text, which is none of a title's.
func hasStop(text string) bool {
	at := 0
	for {
		n := strings.Index(text[at:], ". ")
		if n < 0 {
			return false
		}
		before, after := text[:at+n], text[at+n+2:]
		word := before[strings.LastIndexAny(before, " (")+1:]
		next, _ := utf8.DecodeRuneInString(after)
		if utf8.RuneCountInString(word) > 4 && !strings.Contains(word, ".") && unicode.IsUpper(next) && strings.Count(after, " ") >= leastProse {
			return true
		}
		at += n + 2
	}
}

// clipped reads the first line of a clipped article: "date 2022-03-01 Its title".
func (r *reader) clipped() {
	if len(r.lines) == 0 {
		return
	}
	text := r.lines[0].Text
	rest, ok := strings.CutPrefix(text, "date ")
	if !ok || len(rest) < len("2006-01-02 x") || rest[10] != ' ' {
		return
	}
	d, err := calendar.ParseDay(rest[:10])
	if err != nil {
		return
	}
	r.published = day{Moment: timex.Moment{Day: d}}
	cut := len("date 2006-01-02 ")
	r.marks[0] = Mark{Stamp, cut}
	r.lines[0].Text = text[cut:]
	r.body = r.firstProse()
}

// above reads the lines above the article: stamps and bylines.
func (r *reader) above() {
	for i := range r.lines[:min(r.body, mostAbove, len(r.lines))] {
		l := r.lines[i]
		if l.Other {
			continue
		}
		if s, ok := readStamp(l.Text); ok && r.marks[i].Role == None {
			r.keep(s)
			r.marks[i].Role = s.role()
			r.named = r.named || i == 0 && l.Loose && !s.alone && !s.labelled && s.author == "" && s.outlet == ""
		}
	}
	if r.body < len(r.lines) {
		if s, n := lead(r.lines[r.body].Text); n > 0 {
			r.keep(s)
		}
	}
}

// keep takes what a stamp says, where nothing has been said before, or it says the same day more
// precisely.
func (r *reader) keep(s stamp) {
	if !s.published.Day.IsZero() && (r.published.Day.IsZero() || r.published.Day == s.published.Day && !r.published.HasClock) {
		r.published = s.published
	}
	if r.changed.Day.IsZero() {
		r.changed = s.changed
	}
	r.author = cmp.Or(r.author, s.author)
	r.outlet = cmp.Or(r.outlet, s.outlet)
}

// below reads the lines below the article.
func (r *reader) below() {
	for i := len(r.lines) - 1; i > r.body && i >= len(r.lines)-mostBelow; i-- {
		l := r.lines[i]
		if l.Other {
			continue
		}
		s, ok := readStamp(l.Text)
		if !ok && l.Note {
			s, ok = readNote(l.Text)
		}
		if !ok {
			continue
		}
		r.marks[i].Role = s.role()
		if s.labelled || s.alone || l.Note {
			r.keep(s)
		}
	}
}

// refines reports whether the text has the clock of a day that the source states.
func (r *reader) refines(stated timex.Moment) bool {
	return !stated.HasClock && r.published.Day == stated.Day
}

// settle sets when the article was published, from the surest evidence that was found.
func (r *reader) settle(f *Facts) {
	d := r.published
	if d.Day.IsZero() {
		d = r.changed
	}
	if d.Day.IsZero() {
		return
	}
	f.Published, f.Guessed, f.Other, f.Slashes = d.Moment, d.isGuess(), d.other, d.order
	if f.Guessed {
		r.decideByText(f)
	}
}

// decideByText tells a day that may be two by the dates in the article's own text.
func (r *reader) decideByText(f *Facts) {
	var text strings.Builder
	for _, l := range r.lines {
		text.WriteString(l.Text + "\n")
	}
	if first := habit(text.String()); first != Unknown {
		f.Decide(first)
		return
	}
	here, there := 0, 0
	for _, e := range timex.Find(english.Read(text.String()), f.Published) {
		words := text.String()[e.Start:e.End]
		switch {
		case e.From.IsZero() || e.From != e.To || !strings.ContainsFunc(words, unicode.IsLetter) || !strings.ContainsFunc(words, unicode.IsDigit):
		case isNear(e.From, f.Published.Day):
			here++
		case isNear(e.From, f.Other):
			there++
		}
	}
	switch {
	case here > there:
		f.Decide(MonthFirst)
	case there > here:
		f.Decide(DayFirst)
	}
}

// isNear reports whether a text published on one of the days is likely to speak of the other.
func isNear(a, b calendar.Day) bool {
	days := a.Sub(b)
	return days >= -14 && days <= 14
}

// Decide says of a publication that may be on two days, read as the month first, which one it is.
func (f *Facts) Decide(first Order) {
	if !f.Guessed || f.Other.IsZero() || first == Unknown {
		return
	}
	if first == DayFirst {
		f.Published.Day = f.Other
	}
	f.Guessed, f.Other = false, calendar.Day{}
}

// The vocabulary of what stands around an article.
var (
	aroundDates  = english.Class("words around a publication")
	ofChange     = english.Class("words of a change")
	ofPublishing = english.Class("words of a publication")
	beforeAuthor = english.Class("words before an author")
	datedTitles  = english.Class("dated titles")
	noTitles     = english.Phrases("lines above a title")
)
