package names

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"talksbot/knowledge/english"
)

// longestName is how many words a name may have. What runs on in capitals is no name.
const longestName = 12

// runAt returns how many tokens from token i on are one run of capitalised words, the small
// words inside a name ("of", "de") among them.
func (n *Names) runAt(t english.Text, i int) int {
	if i >= len(t.Tokens) || !n.opensName(t, i) {
		return 0
	}
	end := i + 1
	for end < len(t.Tokens) && end-i < longestName {
		if adjoins(t, end) && continuesName(t.Tokens[end]) {
			end++
			continue
		}
		link := linkAt(t, end)
		if link == 0 {
			break
		}
		end += link + 1
	}
	return end - i
}

// linkAt returns how many small words stand at token i between two parts of one name.
func linkAt(t english.Text, i int) int {
	before := t.Tokens[i-1].Norm
	body := institutions.Has(before) || landmarks.Has(before)
	size := 0
	for ; i+size < len(t.Tokens) && size < 2 && adjoins(t, i+size); size++ {
		norm := t.Tokens[i+size].Norm
		if !particles.Has(norm) && !(nameLinks.Has(norm) && body) && (size == 0 || norm != "the") {
			break
		}
	}
	if size == 0 || i+size >= len(t.Tokens) || !adjoins(t, i+size) || !continuesName(t.Tokens[i+size]) {
		return 0
	}
	return size
}

var (
	particles     = english.Class("name particles")
	nameLinks     = english.SetOf(`of for`) // join a body to what it is of
	calendarNames = english.Lowered("calendar names")
	negatives     = english.Class("negatives")
)

func continuesName(t english.Token) bool {
	return t.Upper && !t.Stop && !calendarNames.Has(t.Norm)
}

// opensName reports whether a name may begin at token i: it has a capital, and where every
// sentence's first word has one, it is not a common word.
func (n *Names) opensName(t english.Text, i int) bool {
	w := t.Tokens[i]
	if !continuesName(w) || !startsWithLetter(w.Norm) {
		return false
	}
	if !opensSentence(t, i) {
		return true
	}
	u := n.usage(w.Norm)
	if negatives.Has(w.Norm) || english.IsCommon(w.Stem) && u.capital == 0 || u.lower > 0 && u.capital <= u.lower {
		return i+1 < len(t.Tokens) && firstNames.Has(w.Norm) && continuesName(t.Tokens[i+1])
	}
	return true
}

func startsWithLetter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}

// opensSentence reports whether token i is the first of a sentence, a line or a quotation.
func opensSentence(t english.Text, i int) bool {
	if i == 0 {
		return true
	}
	gap := t.Gap(i)
	if strings.ContainsAny(gap, "!?:\n\"“”") {
		return true
	}
	return strings.Contains(gap, ".") && t.Tokens[i-1].End-t.Tokens[i-1].Start > 3
}
