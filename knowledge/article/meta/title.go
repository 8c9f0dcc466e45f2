package meta

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"talksbot/knowledge/english"
)

// title finds the title among the lines above the article, and the day that it may have. What
// stands above the title is none of the article's, nor are names beside a stamp.
func (r *reader) title(f *Facts) {
	at := r.titleLine(f.Title)
	if at >= 0 {
		r.marks[at] = Mark{Role: Title}
		if f.Title == "" {
			f.Title = r.lines[at].Text
		}
	}
	for i := range r.lines[:min(max(r.body, 0), mostAbove, len(r.lines))] {
		if r.marks[i].Role == None && !r.lines[i].Other && r.lines[i].Loose && (i < at || at >= 0 && r.isName(i)) {
			r.marks[i].Role = Byline
		}
	}
	if r.published.Day.IsZero() {
		r.published, _ = titleDay(f.Title)
	}
}

// isName reports whether a line is but a few names beside a stamp: an author, an outlet.
func (r *reader) isName(i int) bool {
	beside := i > 0 && r.marks[i-1].Role == Stamp || i+1 < len(r.marks) && r.marks[i+1].Role == Stamp
	n, ok := names(r.lines[i].Text)
	return beside && ok && n > 0 && n < leastProse
}

// titleLine returns the line that is the title, -1 for none: the title that the source states, or
// else a heading, or else a line of a text file that stands above its prose.
func (r *reader) titleLine(stated string) int {
	var lines []int // that may be it
	for i, l := range r.lines[:min(len(r.lines), r.body+1, mostAbove)] {
		switch {
		case r.marks[i].Role != None && r.marks[i].Cut == 0 || l.Other && !l.Heading:
		case stated != "":
			if sameWords(l.Text, stated) {
				return i
			}
		case l.Heading || l.Loose && i < r.body && r.marks[i].Role == None || r.marks[i].Cut > 0 && !isProse(l.Text):
			lines = append(lines, i)
		}
	}
	switch {
	case len(r.lines) == 1:
		return -1
	case len(lines) == 0 && r.named && stated == "":
		return 0
	case len(lines) == 0:
		return -1
	}
	for _, i := range lines {
		if r.lines[i].Heading {
			return i
		}
	}
	return r.firstTitle(lines)
}

// longestLoose is how many words a title has in a text file that is not written in capitals, as
// titles are: a longer line is the article's first sentence without its stop.
const longestLoose = 16

// mayBeTitle reports whether a line of a text file can be a title: not too long, no menu in one
// line, none of the words that stand above titles.
func mayBeTitle(text string) bool {
	words := strings.Fields(text)
	capital := 0
	for _, w := range words {
		if first, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "\"'“‘(")); !unicode.IsLower(first) {
			capital++
		}
	}
	return (len(words) <= longestLoose || 3*capital > 2*len(words)) && !isMenu(text) && !noTitles.Has(strings.Join(english.Norms(text), " "))
}

// isMenu reports whether a line is made of three short entries or more.
func isMenu(text string) bool {
	entries := strings.FieldsFunc(text, func(r rune) bool { return isParting(r) || r == '›' || r == '>' })
	if len(entries) < fewestMenu {
		return false
	}
	for _, e := range entries {
		if strings.Count(strings.TrimSpace(e), " ") >= mostMenu {
			return false
		}
	}
	return true
}

// A menu is a run of lines of so few words.
const (
	fewestMenu = 3
	mostMenu   = 2 // words of an entry
)

// firstTitle returns the first of the lines that is neither of a menu nor the name of a section or
// an outlet above the title, -1 for none.
func (r *reader) firstTitle(lines []int) int {
	short := 0
	for short < len(lines) && strings.Count(r.lines[lines[short]].Text, " ") < mostMenu {
		short++
	}
	switch {
	case short < len(lines) && (short >= fewestMenu || short > 0 && strings.Count(r.lines[lines[short]].Text, " ") >= leastProse-1):
		lines = lines[short:]
	case short >= fewestMenu:
		return -1
	}
	for _, i := range lines {
		if mayBeTitle(r.lines[i].Text) {
			return i
		}
	}
	return -1
}

// parted are marks that part a day from the rest of a title.
const parted = "–—-|:·•,()[]/"

// titleDay returns the day that a title has, and whether it is when the article was published: it
// stands apart from the words, or what the title names appears on that day.
func titleDay(title string) (day, bool) {
	if len(title) > longestTitle {
		return day{}, false
	}
	all := days(title)
	if len(all) != 1 {
		return day{}, false
	}
	d := all[0]
	before, after := strings.TrimRightFunc(title[:d.Start], unicode.IsSpace), strings.TrimLeftFunc(title[d.End:], unicode.IsSpace)
	apart := before == "" && beginsIn(after, parted) || before != "" && endsIn(before, parted) && (after == "" || beginsIn(after, parted))
	if apart || after == "" && hasAny(lastWords(before), datedTitles) {
		return d, true
	}
	return day{}, false
}

// lastWords returns the last words of a text, about four.
func lastWords(text string) english.Text {
	return english.Read(text[max(0, len(text)-24):])
}

func endsIn(text, marks string) bool {
	runes := []rune(text)
	return strings.ContainsRune(marks, runes[len(runes)-1])
}

func beginsIn(text, marks string) bool {
	for _, r := range text {
		return strings.ContainsRune(marks, r)
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
