package article

import (
	"regexp"
	"strings"
	"unicode"

	"talksbot/knowledge/article/furniture"
	"talksbot/knowledge/english"
	"talksbot/knowledge/timex"
)

// longestDateline is the longest line that is read for a date, in bytes.
const longestDateline = 160

// datelineWords may stand in a date line beside the date.
var datelineWords = regexp.MustCompile(`(?i)\b(published|updated|posted|last|modified|on|at|date|time|gmt|utc|est|edt|cet|cest|msk|local)\b`)

// dateline reports whether a line holds when the article was published and nothing else.
func dateline(text string) (timex.Moment, bool) {
	if len(text) > longestDateline || !strings.ContainsAny(text, "0123456789") {
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
func leadDateline(a *Article, blocks []furniture.Block) {
	if !a.Published.Day.IsZero() {
		return
	}
	for _, l := range blocks {
		if l.Kind != Body {
			continue
		}
		m := lead.FindStringSubmatch(l.Text)
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
