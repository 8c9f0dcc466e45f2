package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"talksbot/knowledge/article/furniture"
	"talksbot/knowledge/english"
)

// CountWords returns how many words the article's sentences have.
func (a *Article) CountWords() int {
	n := 0
	for _, s := range a.Sentences {
		n += len(strings.Fields(s.Of(a.Text)))
	}
	return n
}

// CountParts returns how many parts of each kind the article has.
func (a *Article) CountParts() map[furniture.Kind]int {
	count := map[furniture.Kind]int{}
	for _, p := range a.Parts {
		count[p.Kind]++
	}
	return count
}

// Corrections returns the notes that say what an earlier version of the article had wrong.
func (a *Article) Corrections() []Span {
	var notes []Span
	for _, p := range a.Parts {
		if p.Kind == furniture.Correction {
			notes = append(notes, p.Span)
		}
	}
	return notes
}

// What tells another language: of prose in English two words in five that do not begin with a capital are
// small words of English.
const (
	fewestTold  = 40  // words; of fewer nothing is told
	mostTold    = 400 // words that are looked at
	fewestSmall = 0.2 // the share of small words
)

// IsForeign reports whether the article is in another language than English, as far as its first few hundred
// words tell. Its sentences are found by names and figures at best.
func (a *Article) IsForeign() bool {
	words, small := 0, 0
	for _, s := range a.Sentences {
		for w := range strings.FieldsFuncSeq(s.Of(a.Text), func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' }) {
			if r, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(r) {
				continue // a name, as lists of results have them
			}
			if words++; english.IsStop(english.Norm(w)) {
				small++
			}
		}
		if words > mostTold {
			break
		}
	}
	return words >= fewestTold && float64(small) < fewestSmall*float64(words)
}
