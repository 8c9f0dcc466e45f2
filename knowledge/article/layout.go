package article

import (
	"regexp"
	"strings"
	"unicode"

	"talksbot/knowledge/article/format"
	"talksbot/knowledge/calendar"
	"talksbot/knowledge/timex"
)

// A page's furniture is recognised line by line: first the lines above the article, then,
// from the first line of readers' comments or the last lines backwards, the tail, and
// captions wherever they stand alone. What is left is body, and only that is cited.

// maxHead is how many lines above the article are looked at for furniture.
const maxHead = 8

// A line is a block of a text, which in plain text is a line of it.
type line struct {
	format.Block
	text string
	kind PartKind
}

// layout says what each block of an article's text is, and fills the fields that the
// furniture states and the source left empty.
func layout(a *Article, blocks []format.Block) []Part {
	lines := make([]line, len(blocks))
	for i, b := range blocks {
		lines[i] = line{Block: b, text: b.Of(a.Text)}
	}
	at := head(a, lines)
	tail(lines[at:])
	for i := range lines[at:] {
		l := &lines[at+i]
		switch {
		case l.kind != Body:
		case l.Kind == format.Caption || isCaption(l.text):
			l.kind = Caption
		case isAside(l.text):
			l.kind = Tail
		case l.Kind == format.Heading:
			l.kind = Headline
		}
	}
	leadDateline(a, lines[at:])
	return joinLines(lines)
}

// joinLines returns the parts that the lines make: neighbours of one kind are one part, so
// that prose wrapped over lines stays whole. A Body part runs over blank lines too.
func joinLines(lines []line) []Part {
	var parts []Part
	for _, l := range lines {
		if n := len(parts); n > 0 && parts[n-1].Kind == l.kind {
			parts[n-1].End = l.End
			continue
		}
		parts = append(parts, Part{Span: l.Span, Kind: l.kind})
	}
	return parts
}

// head marks the furniture above the article and returns how many lines it takes.
func head(a *Article, lines []line) int {
	n := 0
	for n < len(lines) && n < maxHead {
		kind, ok := headLine(a, lines, n)
		if !ok {
			break
		}
		lines[n].kind = kind
		n++
	}
	return n
}

// datedTitle is the first line of a clipped article: the day it was published, its title.
var datedTitle = regexp.MustCompile(`^date (\d{4}-\d{2}-\d{2}) (.+)$`)

// headLine says what line n is, if it still belongs to the furniture above the article.
func headLine(a *Article, lines []line, n int) (PartKind, bool) {
	text := lines[n].text
	if m := datedTitle.FindStringSubmatch(text); n == 0 && m != nil {
		if day, err := calendar.ParseDay(m[1]); err == nil {
			setTitle(a, m[2])
			setPublished(a, timex.Moment{Day: day})
			return Headline, true
		}
	}
	if published, ok := dateline(text); ok {
		setPublished(a, published)
		return Dateline, true
	}
	if outlet, ok := strings.CutPrefix(text, "Source: "); ok && len(outlet) < 60 {
		if a.Outlet == "" {
			a.Outlet = outlet
		}
		return Dateline, true
	}
	if byline.MatchString(text) {
		return Dateline, true
	}
	if isCaption(text) {
		return Caption, true
	}
	if isTitle(a, lines, n) {
		setTitle(a, text)
		return Headline, true
	}
	return Body, false
}

func setTitle(a *Article, title string) {
	if a.Title == "" {
		a.Title = title
	}
}

// setPublished keeps the most precise of what is known of the publication: a clock time
// on the same day refines the day.
func setPublished(a *Article, m timex.Moment) {
	if a.Published.Day.IsZero() || a.Published.Day == m.Day && !a.Published.HasClock {
		a.Published = m
	}
}

// isTitle reports whether line n is the article's title: the title the source gives, a
// heading, or, in a text file, a first line that stands apart and does not end like a
// sentence.
func isTitle(a *Article, lines []line, n int) bool {
	text := lines[n].text
	if a.Title != "" && sameWords(text, a.Title) {
		return true
	}
	switch lines[n].Kind {
	case format.Heading:
		return true
	case format.Line:
		return a.Title == "" && len(lines) > 1 && len(text) <= 200 && !endsSentence(text)
	}
	return false
}

// sameWords compares two titles by their letters and digits alone.
func sameWords(a, b string) bool {
	fold := func(s string) string {
		return strings.Map(func(r rune) rune {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				return unicode.ToLower(r)
			}
			return -1
		}, s)
	}
	return fold(a) == fold(b)
}

func endsSentence(text string) bool {
	return strings.HasSuffix(strings.TrimRight(text, `"'”’)]»`), ".") ||
		strings.ContainsAny(text[len(text)-1:], "!?:,;") || strings.HasSuffix(text, "…")
}
