package knowledge

import (
	"regexp"
	"strings"
	"unicode"

	"talksbot/knowledge/timex"
)

// A page's furniture is recognised line by line: first the lines above the article, then,
// from the first line of readers' comments or the last lines backwards, the tail, and
// captions wherever they stand alone. What is left is body, and only that is cited.

// maxHead is how many lines above the article are looked at for furniture.
const maxHead = 8

// A line is one line of a text without its line end and surrounding white space.
type line struct {
	Span
	text string
	kind PartKind
}

// layout says what each block of an article's text is, and fills the fields that the
// furniture states and the source left empty. form says how the text came.
func layout(a *Article, form form) []Part {
	lines := textLines(a.Text)
	if form == markdown {
		lines = frontMatter(lines)
	}
	at := 0
	for at < len(lines) && lines[at].kind == Metadata {
		at++
	}
	at += head(a, lines[at:], form)
	tail(lines[at:])
	for i := range lines[at:] {
		l := &lines[at+i]
		if l.kind != Body {
			continue
		}
		if isCaption(l.text) {
			l.kind = Caption
		} else if form == markdown && isHeading(l.text) {
			l.kind = Headline
		}
	}
	return joinLines(lines)
}

// textLines returns the lines of text that hold anything, all of them Body so far.
func textLines(text string) []line {
	var lines []line
	at := 0
	if strings.HasPrefix(text, "\uFEFF") {
		at = len("\uFEFF")
	}
	for at < len(text) {
		end := at + strings.IndexByte(text[at:], '\n')
		if end < at {
			end = len(text)
		}
		if s := trimSpan(text, Span{at, end}); s.Start < s.End {
			lines = append(lines, line{Span: s, text: text[s.Start:s.End]})
		}
		at = end + 1
	}
	return lines
}

// trimSpan returns s without the white space at its ends.
func trimSpan(text string, s Span) Span {
	inside := text[s.Start:s.End]
	s.Start += len(inside) - len(strings.TrimLeftFunc(inside, unicode.IsSpace))
	s.End -= len(inside) - len(strings.TrimRightFunc(inside, unicode.IsSpace))
	return Span{s.Start, max(s.Start, s.End)}
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
func head(a *Article, lines []line, form form) int {
	n := 0
	for n < len(lines) && n < maxHead {
		kind, ok := headLine(a, lines, n, form)
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
func headLine(a *Article, lines []line, n int, form form) (PartKind, bool) {
	text := lines[n].text
	if m := datedTitle.FindStringSubmatch(text); n == 0 && m != nil {
		if day, err := timex.ParseDay(m[1]); err == nil {
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
	if isTitle(a, lines, n, form) {
		setTitle(a, strings.TrimSpace(strings.TrimLeft(text, "#")))
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

// byline is a line that names who wrote the article and says nothing else.
var byline = regexp.MustCompile(`^(?i:by|written by|reported by|posted by)\s+\p{Lu}[^.!?]{1,80}$`)

// datelineWords may stand in a date line beside the date.
var datelineWords = regexp.MustCompile(`(?i)\b(published|updated|posted|last|modified|on|at|date|time|gmt|utc|est|edt|cet|cest|msk|local)\b`)

// dateline says whether a line holds when the article was published and nothing else.
func dateline(text string) (timex.Moment, bool) {
	if len(text) > 120 {
		return timex.Moment{}, false
	}
	var published timex.Moment
	rest := []byte(text)
	for _, e := range timex.Find(text, timex.Moment{}) {
		m, err := timex.ParseMoment(e.Value)
		if err != nil || e.From.IsZero() || e.From != e.To {
			continue
		}
		if published.Day.IsZero() {
			published = m
		}
		for i := e.Start; i < e.End; i++ {
			rest[i] = ' '
		}
	}
	left := datelineWords.ReplaceAllString(string(rest), "")
	return published, !published.Day.IsZero() && strings.IndexFunc(left, unicode.IsLetter) < 0
}

// caption is what the words under a picture look like: they end in a credit, or begin
// with a word for a picture.
var caption = regexp.MustCompile(`(?i)^(file )?(photo|image|picture|illustration|video|credit|caption)\s*(credit|by)?\s*[:/]|` +
	`[(\[]\s*(file |ap |afp |reuters )?(photo|image|picture|illustration|credit)s?(\s*[:/]|\s+(by|from|courtesy|via|credit)\b)[^()\[\]]{0,80}[)\]]\.?$|` +
	`[(\[](file )?(photo|image|picture)[)\]]\.?$|` +
	`[(\[][^()\[\]]{0,60}(getty images|via (ap|reuters|afp|getty)|/(ap|afp|reuters|tass|sputnik|epa))[^()\[\]]{0,40}[)\]]\.?$|` +
	`^!\[[^\]]*\]\([^)]*\)$`)

func isCaption(text string) bool {
	return len(text) <= 400 && caption.MatchString(text)
}

func isHeading(text string) bool {
	return strings.HasPrefix(text, "#") && strings.HasPrefix(strings.TrimLeft(text, "#"), " ")
}

// isTitle says whether line n is the article's title: the title the source gives, a
// Markdown heading, or, in plain text, a first line that stands apart and does not end
// like a sentence.
func isTitle(a *Article, lines []line, n int, form form) bool {
	text := lines[n].text
	if a.Title != "" && sameWords(text, a.Title) {
		return true
	}
	switch form {
	case markdown:
		return isHeading(text)
	case plain:
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

// comments is the line at which readers' comments begin, or would.
var comments = regexp.MustCompile(`(?i)^(no|\d+) (comments?|responses?)( yet)?\s*[:.]?$`)

// afterword is a line that only ever stands after an article.
var afterword = regexp.MustCompile(`(?i)^(post a comment|leave a (comment|reply)|add a comment|comments?:?|newer posts?|older posts?|home|` +
	`email this.*|blogthis!?.*|share (this|to|on)\b.*|labels?:.*|tags?:.*|filed under:?.*|subscribe to:?.*|read more:?.*|see also:?.*|` +
	`posted (by|at)\b.*|(copyright|©).*|all rights reserved\.?|reactions:?|print|advertisement)$`)

// tail marks what the page says after the article: everything from the line where
// comments begin, and the afterwords at the end.
func tail(lines []line) {
	end := len(lines)
	for i, l := range lines {
		if i > 0 && comments.MatchString(l.text) {
			end = i
			break
		}
	}
	for end > 1 && (end < len(lines) || len(lines) > 1) && afterword.MatchString(lines[end-1].text) {
		end--
	}
	for i := end; i < len(lines); i++ {
		lines[i].kind = Tail
	}
}

// frontMatter marks the lines of a Markdown file's YAML block, delimiters included. Such
// a block is the file's first line "---" to the next one.
func frontMatter(lines []line) []line {
	if len(lines) == 0 || lines[0].text != "---" {
		return lines
	}
	for i := 1; i < len(lines); i++ {
		if lines[i].text == "---" || lines[i].text == "..." {
			for j := range lines[:i+1] {
				lines[j].kind = Metadata
			}
			return lines
		}
	}
	return lines
}
