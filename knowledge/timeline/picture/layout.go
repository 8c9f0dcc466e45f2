package picture

import (
	"cmp"
	"fmt"
	"strings"

	"talksbot/knowledge/article"
	"talksbot/knowledge/calendar"
	"talksbot/knowledge/timeline"
)

// Sizes, in pixels.
const (
	margin      = 44.0  // around everything
	columnWidth = 620.0 // with the line and the dots
	indent      = 40.0  // from the line to the text
	between     = 24.0  // from one block to the next
	dayLines    = 2
	labelLines  = 5
	noteLines   = 2
	sourceLines = 2
	mostSources = 8
)

// A box is a place in the picture.
type box struct{ x, y, w, h float64 }

// A block is one event as it is drawn: its box, which nothing else may touch, and its lines.
type block struct {
	box
	day   []line
	away  string // beside the last line of the day
	label []line
	notes []line
	tone  tone
}

// days returns a day or a range; one too long for a line in two parts.
func (f face) days(text string, width float64) []string {
	if f.width(text) <= width {
		return []string{text}
	}
	return strings.SplitAfterN(text, "– ", dayLines)
}

// aside is the room between a day and how far away it is.
const aside = "   "

// A tone says how an event is coloured.
type tone int

const (
	past tone = iota
	coming
	vague
)

// A layout is a picture before it is drawn.
type layout struct {
	faces           *faces
	width, height   float64
	title, subtitle []line
	blocks          []block
	rule            box // from the first dot to the last
	sources         []line
	sourcesAt       box
}

// lay places the events, top to bottom, and their sources below.
func lay(events []timeline.Event, o Options, f *faces) *layout {
	l := &layout{faces: f}
	first, end := window(events, o.Today)
	shown := events[first:end]
	cites := citing(shown)
	l.width = 2*margin + columnWidth
	inner := l.width - 2*margin
	l.title = f.title.set([]run{{text: f.title.printable(cmp.Or(o.Title, o.Words.Text("picture.title")))}}, inner, 2)
	l.subtitle = f.small.set([]run{{text: subtitle(events, len(shown), o)}}, inner, 2)
	top := margin + float64(len(l.title))*f.title.leading + float64(len(l.subtitle))*f.small.leading + 28
	if first > 0 {
		l.blocks = append(l.blocks, folded(events[:first], "picture.earlier", o.Words, f))
	}
	for _, e := range shown {
		l.blocks = append(l.blocks, newBlock(e, o, f, cites))
	}
	if end < len(events) {
		l.blocks = append(l.blocks, folded(events[end:], "picture.later", o.Words, f))
	}
	bottom := l.place(top)
	l.sources = cites.lines(o.Words, f.small, inner)
	l.sourcesAt = box{margin, bottom + 12, inner, float64(len(l.sources)) * f.small.leading}
	l.height = l.sourcesAt.y + l.sourcesAt.h + margin
	return l
}

// subtitle counts what has days as dates, and the rest apart, as a calendar does.
func subtitle(events []timeline.Event, shown int, o Options) string {
	dated := 0
	for _, e := range events {
		if !e.Vague() {
			dated++
		}
	}
	text := o.Words.Text("picture.dates", "N", dated)
	if dated > shown {
		text = o.Words.Text("picture.some", "N", dated, "Shown", shown)
	}
	if vague := len(events) - dated; vague > 0 {
		text += ", " + o.Words.Text("picture.vague", "N", vague)
		if hidden := min(vague, len(events)-shown); hidden > 0 {
			text += " (" + o.Words.Text("picture.hidden", "N", hidden) + ")"
		}
	}
	if !o.Today.IsZero() {
		text += " · " + o.Words.Text("picture.today", "Day", o.Words.LongDays(calendar.Days{From: o.Today}))
	}
	return text
}

// newBlock sets one event's words into lines.
func newBlock(e timeline.Event, o Options, f *faces, cites *citations) block {
	width := columnWidth - indent
	day := o.Words.LongDays(e.Days)
	b := block{away: o.Words.Away(e.Away(o.Today)), tone: coming}
	switch {
	case e.Vague():
		day, b.tone = o.Words.Text("picture.no-day"), vague
	case !o.Today.IsZero() && e.To.Before(o.Today):
		b.tone = past
	}
	for _, part := range f.day.days(day, width) {
		b.day = append(b.day, f.day.set([]run{{text: part}}, width, 1)...)
	}
	if f.day.width(b.day[len(b.day)-1].String())+f.small.width(aside+b.away) > width {
		b.away = ""
	}
	m := e.Mentions[0]
	text := m.Article.Text
	b.label = f.body.set(f.body.spoken(text[m.Clause.Start:m.Time.Start], text[m.Time.Start:m.Time.End], text[m.Time.End:m.Clause.End]), width, labelLines)
	b.notes = f.small.set(cites.note(e, o.Words, f.small), width, noteLines)
	b.w = columnWidth
	b.h = b.height(f)
	return b
}

// place puts the blocks below one another and returns where the last ends.
func (l *layout) place(top float64) float64 {
	y := top
	for i := range l.blocks {
		b := &l.blocks[i]
		b.x, b.y = margin, y
		y += b.h + between
	}
	if n := len(l.blocks); n > 0 {
		l.rule = box{margin, top, columnWidth, l.blocks[n-1].y - top}
	}
	return y
}

// citations number the articles in the order they are first cited.
type citations struct {
	articles []*article.Article
	numbers  map[*article.Article]int
}

func citing(events []timeline.Event) *citations {
	c := &citations{numbers: map[*article.Article]int{}}
	for _, e := range events {
		for _, p := range e.Cites() {
			if c.numbers[p.Article] == 0 {
				c.articles = append(c.articles, p.Article)
				c.numbers[p.Article] = len(c.articles)
			}
		}
	}
	return c
}

// note returns the words under an event: its sources, whose words they are and, marked, who
// says otherwise.
func (c *citations) note(e timeline.Event, w timeline.Words, f face) []run {
	var marks []string
	seen := map[int]bool{}
	for _, p := range e.Cites() {
		if n := c.numbers[p.Article]; !seen[n] {
			seen[n] = true
			marks = append(marks, fmt.Sprintf("[%d]", n))
		}
	}
	said := strings.Join(marks, " ")
	if e.Speaker() != "" {
		said += " " + f.printable(w.Text("picture.according", "Speaker", e.Speaker()))
	}
	runs := []run{{text: said}}
	for _, d := range e.Otherwise {
		runs = append(runs, run{text: "· " + w.Text("picture.another", "Days", w.LongDays(d)), marked: true})
	}
	return runs
}

// lines returns the list of sources.
func (c *citations) lines(w timeline.Words, f face, width float64) []line {
	var lines []line
	for i, a := range c.articles {
		if i == mostSources && len(c.articles) > mostSources+1 {
			return append(lines, line{{text: w.Text("picture.more", "N", len(c.articles)-i)}})
		}
		lines = append(lines, f.set([]run{{text: fmt.Sprintf("[%d] %s", i+1, f.printable(timeline.Source(a, w)))}}, width, sourceLines)...)
	}
	return lines
}
