package summary

import (
	"strings"

	"talksbot/knowledge/article"
	"talksbot/knowledge/english"
)

// A line that stands alone has so many words, and so many characters at most.
const (
	fewestWords = 7
	mostWords   = 48
	mostLetters = 330
)

// standsAlone reports whether a sentence can be read without those around it.
func standsAlone(t english.Text) bool {
	tokens, text := t.Tokens, t.String
	if len(tokens) < fewestWords || len(tokens) > mostWords || len(text) > mostLetters || strings.HasSuffix(text, "?") {
		return false
	}
	return !Leans(t) && !strings.ContainsAny(text[:tokens[0].Start], "\"“'‘") && balanced(text)
}

// balanced reports whether every quotation that begins in a sentence ends there: else it stands
// in somebody's speech, and shown by itself it would be taken for the article's.
func balanced(text string) bool {
	return strings.Count(text, "“") == strings.Count(text, "”") && strings.Count(text, "\"")%2 == 0
}

// leaning are words that begin a sentence which needs the one before it.
var leaning = english.Phrases("leaning openings")

// Leans reports whether a text begins with what points back to the text before it.
func Leans(t english.Text) bool {
	return len(t.Tokens) == 0 || t.PhraseAt(0, leaning) > 0
}

// fewestOfProse is how many words a sentence of prose has at the least.
const fewestOfProse = 4

// IsProse reports whether a passage is a sentence that tells something: it ends as one, asks
// nothing, and is not the title.
func IsProse(s article.Passage) bool {
	text := strings.TrimRight(s.Text(), " \n”’\"')")
	if !strings.HasSuffix(text, ".") && !strings.HasSuffix(text, "!") && !strings.HasSuffix(text, ",") {
		return false
	}
	return len(s.Words().Tokens) >= fewestOfProse && !isTitled(s.Words()) && strings.TrimRight(text, ".") != strings.TrimRight(s.Article.Title, ".")
}

// isTitled reports whether most words that mean something have a capital, as in a headline.
func isTitled(t english.Text) bool {
	upper, all := 0, 0
	for _, w := range t.Tokens {
		if w.Stop || len(w.Norm) < 4 {
			continue
		}
		if all++; w.Upper {
			upper++
		}
	}
	return all > 3 && 10*upper >= 8*all
}
