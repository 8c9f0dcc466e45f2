package article

import (
	"regexp"
	"strings"
	"unicode"

	"talksbot/knowledge/english"
	"talksbot/knowledge/timex"
)

// What lines around an article look like. A line must be short and whole to count: a
// sentence that mentions comments or photographs is no furniture.
const (
	maxFurniture = 160 // bytes
	maxCaption   = 400
	maxCredit    = 25 // of the words before a colon: "Illustration credit:"
)

// byline is a line that names who wrote the article and says nothing else.
var byline = regexp.MustCompile(`^[*_]*(?i:by|written by|reported by|posted by)\s+[^.!?]{2,80}$`)

// caption is what the words under a picture look like: they end in a credit, or begin
// with a word for a picture.
var caption = regexp.MustCompile(`(?i)^(file )?(photo|image|picture|illustration|video|credit|caption)\s*(credit|by)?\s*[:/]|` +
	`[(\[]\s*(file |ap |afp |reuters )?(photo|image|picture|illustration|credit)s?(\s*[:/]|\s+(by|from|courtesy|via|credit)\b)[^()\[\]]{0,80}[)\]]\.?$|` +
	`[(\[](file )?(photo|image|picture)[)\]]\.?$|` +
	`[(\[][^()\[\]]{0,60}(getty images|via (ap|reuters|afp|getty)|/(ap|afp|reuters|tass|sputnik|epa))[^()\[\]]{0,40}[)\]]\.?$|` +
	`^!\[[^\]]*\]\([^)]*\)$`)

// isCaption reports whether the text is the words under a picture. Most text neither ends in a
// bracket nor begins like one, and costs no more than that look.
func isCaption(text string) bool {
	last := strings.TrimSuffix(text, ".")
	credited := strings.HasSuffix(last, ")") || strings.HasSuffix(last, "]")
	return len(text) <= maxCaption && (credited || strings.ContainsAny(text[:min(len(text), maxCredit)], ":/!")) && caption.MatchString(text)
}

// comments is the line at which readers' comments begin, or would.
var comments = regexp.MustCompile(`(?i)^[#*_ ]*((no|\d+|reader'?s?’?'?|view all( \d+)?|leave a|add a|join the) )?(comments?|repl(y|ies)|responses?|conversation)( \(\d+\)| yet| so far| below)?\s*[:.]?[*_]*$`)

// related is the line at which links to other articles begin.
var related = regexp.MustCompile(`(?i)^[#*_ ]*(related|recommended|more|most read|popular|trending|latest|you may also like|also read|read next|see also|further reading)` +
	`( (articles?|stories|coverage|news|posts?|topics?|links?|on this( story| topic)?|(from|in) [\w ]{1,30}))*\s*:?[*_]*$`)

// aside is a line that stands after an article, or between its paragraphs, and is no part
// of it.
var aside = regexp.MustCompile(`(?i)^(post a comment|leave a (comment|reply)|add a comment|newer posts?|older posts?|home|email this.*|blogthis!?.*|` +
	`share (this|to|on)\b.*|labels?:.*|tags?:.*|filed under:?.*|(subscribe|sign up)\b.*|(read more|also read|see also|related|more|watch|listen):.*|` +
	`continue reading.*|(story|article) continues below.*|click here\b.*|follow us\b.*|posted (by|at)\b.*|(copyright|©).*|.{0,60}all rights reserved\.?|` +
	`reactions:?|print|advertise?ment|sponsored( content)?)$`)

// rights are asides that end like sentences.
var rights = regexp.MustCompile(`(?i)^(copyright|©)|all rights reserved\.?$`)

// isAside reports whether a line is none of the article's, wherever it stands.
func isAside(text string) bool {
	return len(text) <= maxFurniture && (!endsSentence(text) || rights.MatchString(text)) && aside.MatchString(text)
}

// datelineWords may stand in a date line beside the date.
var datelineWords = regexp.MustCompile(`(?i)\b(published|updated|posted|last|modified|on|at|date|time|gmt|utc|est|edt|cet|cest|msk|local)\b`)

// dateline reports whether a line holds when the article was published and nothing else.
func dateline(text string) (timex.Moment, bool) {
	if len(text) > maxFurniture {
		return timex.Moment{}, false
	}
	published, rest := firstDay(text)
	left := datelineWords.ReplaceAllString(rest, "")
	return published, !published.Day.IsZero() && strings.IndexFunc(left, unicode.IsLetter) < 0
}

// firstDay returns the first day that text gives in full, and text with blanks in place of
// all such days.
func firstDay(text string) (timex.Moment, string) {
	var first timex.Moment
	rest := []byte(text)
	for _, e := range timex.Find(english.Read(text), timex.Moment{}) {
		m, err := timex.ParseMoment(e.Value)
		if err != nil || e.From.IsZero() || e.From != e.To {
			continue
		}
		if first.Day.IsZero() {
			first = m
		}
		for i := e.Start; i < e.End; i++ {
			rest[i] = ' '
		}
	}
	return first, string(rest)
}

// lead is how a news agency begins an article: the place, the day, perhaps the agency.
var lead = regexp.MustCompile(`^[*_]*\p{Lu}[\p{Lu} .'’/-]{2,40},? ([^()—–]{4,50}?) ?(?:\(([\pL&. ]{2,30})\))?[*_]* ?(?:—|–|--|-) `)

// leadDateline takes from the first line of the body when and for whom it was written,
// where the page says neither. The words stay where they are: they are the article's.
func leadDateline(a *Article, lines []line) {
	if !a.Published.Day.IsZero() {
		return
	}
	for _, l := range lines {
		if l.kind != Body {
			continue
		}
		m := lead.FindStringSubmatch(l.text)
		if m == nil {
			return
		}
		if published, _ := firstDay(m[1]); !published.Day.IsZero() {
			a.Published = published
			if a.Outlet == "" {
				a.Outlet = strings.TrimSpace(m[2])
			}
		}
		return
	}
}

// tail marks what the page says after the article: everything from the line where readers'
// comments begin; links to other articles, up to a line that ends like a sentence; and the
// asides at the end.
func tail(lines []line) {
	end := len(lines)
	for i, l := range lines {
		if i > 0 && len(l.text) <= maxFurniture && comments.MatchString(l.text) && hasProse(lines[:i]) {
			end = i
			break
		}
	}
	for i := 1; i < end; i++ {
		if len(lines[i].text) > maxFurniture || !related.MatchString(lines[i].text) || !hasProse(lines[:i]) {
			continue
		}
		lines[i].kind = Tail
		for i+1 < end && !endsSentence(lines[i+1].text) {
			i++
			lines[i].kind = Tail
		}
	}
	for i := end; i < len(lines); i++ {
		lines[i].kind = Tail
	}
}

// hasProse reports whether the article has begun: a menu above it has words like these too.
func hasProse(lines []line) bool {
	for _, l := range lines {
		if l.kind == Body && strings.Contains(l.text, " ") && endsSentence(l.text) {
			return true
		}
	}
	return false
}
