package pdf

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"talksbot/knowledge/english"
)

// A spelling is how words are written in a document: those that are not broken, in lower case.
type spelling map[string]bool

func spellings(lines []line) spelling {
	all := spelling{}
	for _, l := range lines {
		words := strings.Fields(l.text)
		for i, w := range words {
			if w = bare(w); w != "" && (i < len(words)-1 || !l.broken) {
				all[w] = true
			}
		}
	}
	return all
}

// join returns the text of the lines of a paragraph.
func (s spelling) join(lines []line) string {
	text := ""
	for i, l := range lines {
		text = s.joined(text, l.text, i > 0 && lines[i-1].broken)
	}
	return text
}

// joined returns two lines as one. broken says that a hyphen at the end of the first was left out.
func (s spelling) joined(first, second string, broken bool) string {
	switch {
	case first == "", strings.HasSuffix(first, "/") && !strings.HasSuffix(first, " /"):
		return first + second
	case isDashed(first, second):
		return first + second
	case strings.HasSuffix(first, "-") && !strings.HasSuffix(first, " -"):
		first, broken = strings.TrimSuffix(first, "-"), true
	}
	if !broken {
		return first + " " + second
	}
	after, _, _ := strings.Cut(second, " ")
	if s.isHyphenated(first[strings.LastIndexByte(first, ' ')+1:], after) {
		return first + "-" + second
	}
	return first + second
}

// isDashed reports whether two lines part at a dash that has no space on its other side.
func isDashed(first, second string) bool {
	before, after := strings.TrimSuffix(first, "—"), strings.TrimPrefix(second, "—")
	return before != first && !strings.HasSuffix(before, " ") || after != second && after != "" && !strings.HasPrefix(after, " ")
}

// isHyphenated reports whether a word that is broken is one of two words with a hyphen: it is written so
// elsewhere in the document, or both are words and they make no other.
func (s spelling) isHyphenated(before, after string) bool {
	if first, _ := utf8.DecodeRuneInString(after); !unicode.IsLower(first) || strings.Contains(before, "-") {
		return true
	}
	before, after = bare(before), bare(after)
	if whole := before + after; s[whole] || isWord(whole) {
		return false
	}
	return s[before+"-"+after] || strings.Trim(before, "0123456789.,") == "" || s.knows(before) && s.knows(after)
}

func (s spelling) knows(word string) bool { return len(word) > 2 && (s[word] || isWord(word)) }

// isWord reports whether a word is one of those that the tables of English know.
func isWord(word string) bool {
	stem := english.Stem(word)
	return english.IsCommon(stem) || len(english.Alike(stem)) > 0
}

// bare is a word in lower case without the marks around it.
func bare(word string) string {
	return strings.ToLower(strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }))
}
