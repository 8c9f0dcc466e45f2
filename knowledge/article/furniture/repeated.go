package furniture

import (
	"hash/maphash"
	"slices"
	"strings"
	"unicode"

	"talksbot/knowledge/english"
)

// fewestHolders is in how many articles at least the page's own words stand that are known by that.
const fewestHolders = 3

// readerWords are the pronouns by which a paragraph turns to its reader, or speaks of who publishes it.
var readerWords = english.Class("words to the reader")

// Repeated marks what stands word for word in several articles and is the page's: a paragraph that
// turns to its reader, and the lines above the first sentence and below the last. Other paragraphs
// that return are what the articles tell again, and stay text. Copies of one article, which share
// its longest paragraph, count once.
func Repeated(articles [][]Block) {
	seed := maphash.MakeSeed()
	holders := map[uint64][]uint64{} // by the hash of a block: those of the longest paragraphs beside it
	for _, blocks := range articles {
		longest, next := longest(blocks)
		for _, b := range blocks {
			beside := longest
			if b.Text == longest {
				beside = next
			}
			hash, mark := maphash.String(seed, b.Text), maphash.String(seed, beside)
			if len(holders[hash]) < fewestHolders && !slices.Contains(holders[hash], mark) {
				holders[hash] = append(holders[hash], mark)
			}
		}
	}
	for _, blocks := range articles {
		first, last := ends(blocks)
		for i := range blocks {
			if b := &blocks[i]; b.Kind == Body && len(holders[maphash.String(seed, b.Text)]) == fewestHolders {
				b.Kind = b.repeated(i < first || i > last)
			}
		}
	}
}

// longest returns the two longest paragraphs that turn to nobody.
func longest(blocks []Block) (first, second string) {
	for _, b := range blocks {
		if len(b.Text) <= len(second) || b.Text == first || !b.isText() || turnsToReader(b.Text) {
			continue
		}
		if second = b.Text; len(second) > len(first) {
			first, second = second, first
		}
	}
	return first, second
}

// ends returns the places of the first and the last block of prose.
func ends(blocks []Block) (first, last int) {
	first, last = len(blocks), -1
	for i, b := range blocks {
		if b.isText() {
			first, last = min(first, i), i
		}
	}
	return first, last
}

// repeated returns what a block is that stands in several articles; outside says that it stands above
// or below their sentences.
func (b Block) repeated(outside bool) Kind {
	switch {
	case b.isProse() && turnsToReader(b.Text):
		return Notice
	case !b.isProse() && outside:
		return Menu
	}
	return Body
}

// turnsToReader reports whether a text that quotes nobody speaks to its reader, or of those who publish
// it as "we".
func turnsToReader(text string) bool {
	if strings.ContainsAny(text, "“”\"") {
		return false
	}
	for w := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if readerWords.Has(w) {
			return true
		}
	}
	return false
}
