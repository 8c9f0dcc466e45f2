package furniture

import (
	"strings"
	"unicode"

	"talksbot/knowledge/english"
)

// A place says where in a line a phrase must stand, and what else the line must be, for the phrase
// to tell furniture. See data/furniture.txt.
type place string

const (
	whole place = "whole"
	bare  place = "bare"
	label place = "label"
	page  place = "page"
	begin place = "begin"
	in    place = "in"
)

// A phrase is words that tell furniture of some kind, where they stand in their place.
type phrase struct {
	words []string
	place place
	kind  Kind
}

// phrases are all there are, by their first word.
var phrases = readPhrases(english.Rows("furniture phrases"))

func readPhrases(rows [][]string) map[string][]phrase {
	kinds := map[string]Kind{}
	for k, name := range names {
		kinds[name] = Kind(k)
	}
	all := map[string][]phrase{}
	for _, row := range rows {
		kind, ok := kinds[row[0]]
		if !ok {
			panic("furniture: no kind " + row[0])
		}
		for written := range strings.SplitSeq(row[2], ",") {
			words := strings.Fields(strings.ReplaceAll(written, "#", "0"))
			words = normal(words)
			all[words[0]] = append(all[words[0]], phrase{words, place(row[1]), kind})
		}
	}
	return all
}

var (
	pageWords   = english.Class("words for the page")
	besideWords = english.Class("words beside those for the page")
)

// The most that is read for phrases: what is longer is prose.
const (
	longestLine   = 160 // bytes of a line that begins with a phrase
	longestNotice = 400 // bytes of one that has a phrase anywhere
	mostWords     = 80
)

// words are those of a line as phrases have them: in lower case, numbers as "#", the marks
// around each word left out.
func words(text string) []string {
	fields := strings.Fields(text)
	return normal(fields[:min(len(fields), mostWords)])
}

func normal(fields []string) []string {
	all := fields[:0]
	for _, w := range fields {
		w = strings.ToLower(strings.ReplaceAll(strings.TrimFunc(w, isMark), "’", "'"))
		switch {
		case w == "":
		case isNumber(w):
			all = append(all, "#")
		default:
			all = append(all, w)
		}
	}
	return all
}

func isMark(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '©' && r != '@'
}

// isNumber reports whether a word is a count as pages write it: "12", "1.2k", "3,400".
func isNumber(w string) bool {
	w = strings.TrimRight(w, "km")
	return w != "" && strings.Trim(w, "0123456789.,") == ""
}

// byPhrase returns the kind of the phrase that tells what the line is, the longest where several
// do, Body where none does.
func (l line) byPhrase() Kind {
	kind, longest := Body, 0
	for i, w := range l.words {
		for _, p := range phrases[w] {
			if len(p.words) > longest && (i == 0 || p.place == in) && startsWith(l.words[i:], p.words) && l.counts(p) {
				kind, longest = p.kind, len(p.words)
			}
		}
	}
	return kind
}

func startsWith(words, with []string) bool {
	if len(words) < len(with) {
		return false
	}
	for i, w := range with {
		if words[i] != w {
			return false
		}
	}
	return true
}

// counts reports whether the line is what the place of a phrase that it has asks for.
func (l line) counts(p phrase) bool {
	if p.place == in || p.place == begin {
		return len(l.text) <= longestNotice && !l.quotes
	}
	if len(l.text) > longestLine {
		return false
	}
	switch p.place {
	case whole:
		return len(l.words) == len(p.words)
	case bare:
		return !l.ends
	case label:
		return l.labelled(len(p.words))
	case page:
		return l.turns() && !l.quotes
	}
	return false
}

// labelled reports whether the first n words of the line are a label of what follows: a colon
// stands behind them, or they are in capitals and the rest is not.
func (l line) labelled(n int) bool {
	at := 0
	rest := l.text
	for range n {
		rest = strings.TrimLeftFunc(rest, isMark)
		end := strings.IndexFunc(rest, unicode.IsSpace)
		if end < 0 {
			end = len(rest)
		}
		at += len(rest) - len(rest[end:])
		rest = rest[end:]
	}
	head := strings.TrimSuffix(l.text, rest)
	if after := strings.TrimLeft(rest, " *_"); strings.HasSuffix(strings.TrimRight(head, " *_"), ":") || strings.HasPrefix(after, ":") || strings.HasPrefix(after, "|") {
		return true
	}
	rest = strings.TrimSpace(rest)
	return rest != "" && len(head) > 1 && isShouted(head) && !isShouted(rest) && !l.ends
}

// isShouted reports whether all letters of a text are capitals, and there are several.
func isShouted(text string) bool {
	letters := 0
	for _, r := range text {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	return letters > 1
}

// turns reports whether the line turns to the reader of the page.
func (l line) turns() bool {
	points := 0
	for _, w := range l.words {
		switch {
		case pageWords.Has(w) || strings.HasPrefix(w, "@"):
			points += 2
		case besideWords.Has(w):
			points++
		}
	}
	return points >= 2
}
