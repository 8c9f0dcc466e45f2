package sentence

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// kindOf returns the kind of the word before a full stop.
func kindOf(word string) kind {
	if k := abbreviations[word]; k != ordinary {
		return k
	}
	low := strings.ToLower(word)
	if k := abbreviations[low]; k != ordinary {
		return k
	}
	if word != "" && strings.ToUpper(word) == word { // "AUG."
		_, n := utf8.DecodeRuneInString(word)
		if k := abbreviations[word[:n]+low[min(n, len(low)):]]; k != ordinary {
			return k
		}
	}
	if isDotted(word) {
		return final
	}
	return ordinary
}

// isDotted reports whether word is single letters with full stops between them:
// "U.S".
func isDotted(word string) bool {
	letters := 0
	for _, r := range word {
		switch {
		case r == '.':
			letters = 0
		case !unicode.IsLetter(r) || letters > 0:
			return false
		default:
			letters++
		}
	}
	return strings.Contains(word, ".")
}

// initial tells an initial, which a name follows, from a letter at the end of a
// sentence: "Albert I. Jones" from "you and I."
func (s *scanner) initial(st stop) kind {
	r, n := utf8.DecodeRuneInString(st.word)
	left, _ := utf8.DecodeLastRuneInString(s.text[:st.start-len(st.word)])
	if n != len(st.word) || !unicode.IsLetter(r) || strings.ContainsRune("=/_&+", left) {
		return ordinary
	}
	if !unicode.IsUpper(r) {
		return numbered
	}
	before := strings.TrimRightFunc(s.text[max(0, st.start-n-maxWord):st.start-n], unicode.IsSpace)
	prev := wordBefore(before, len(before))
	if labels[prev] || r == 'I' && prev != "" && unicode.IsLower(firstRune(prev)) {
		return ordinary
	}
	return final
}

// fronted reports whether the sentence so far is a phrase of time and no more:
// "At 5 a.m."
func (s *scanner) fronted(st stop) bool {
	so := s.text[s.start:st.start]
	return len(so) < maxWord && fronts[wordAt(so)] && len(strings.Fields(so)) < 5
}
