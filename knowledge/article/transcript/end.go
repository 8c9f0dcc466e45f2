package transcript

import (
	"strings"

	"talksbot/knowledge/article/furniture"
	"talksbot/knowledge/english"
)

// ends reports whether the block ends what is said: a rule, a note on the interview, what a page has
// below.
func ends(b furniture.Block) bool {
	switch b.Kind {
	case furniture.Menu, furniture.Rights, furniture.Comments, furniture.Correction, furniture.Tags:
		return true
	case furniture.Notice:
		return !isDirection(b.Text) && furniture.EndsSentence(b.Text)
	}
	return false
}

// isDirection reports whether the block says what happens in the room: "(Laughter.)".
func isDirection(text string) bool {
	text = strings.Trim(text, "*_ ")
	first, last := text[:1], text[max(0, len(text)-1):]
	return len(text) > 2 && len(text) < 80 && (first == "(" && last == ")" || first == "[" && last == "]")
}

var saying = english.Inflected("verbs of saying/quotes", english.AnyForm)

// returns reports whether a paragraph is the article's own again: it tells what the speaker says.
func returns(b furniture.Block, speaker string) bool {
	if b.Kind != furniture.Body {
		return false
	}
	parts := strings.Fields(speaker)
	surname := parts[len(parts)-1]
	if isCaps(surname) && len(surname) > 1 {
		surname = surname[:1] + strings.ToLower(surname[1:])
	}
	if len(surname) < 3 || !strings.Contains(b.Text, surname) {
		return false
	}
	words := strings.Fields(b.Text)
	for i, w := range words {
		if strings.Trim(w, ".,;:\"“”") != surname {
			continue
		}
		for _, near := range []int{i - 1, i + 1} {
			if near >= 0 && near < len(words) && saying.Has(strings.ToLower(strings.Trim(words[near], ".,;:"))) {
				return true
			}
		}
	}
	return false
}
