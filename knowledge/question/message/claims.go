package message

import (
	"strings"

	"talksbot/knowledge/english"
	"talksbot/knowledge/sentence"
)

// The bounds of what is read of a message to be checked, in bytes.
const (
	maxClaim   = 2000 // of one claim: more is no sentence
	maxMessage = 8 << 10
)

// Claims returns the sentences of a message that claim something, how many ask, and how many say
// too little by themselves to be checked: "It is blue." Each line stands by itself: people end
// lines where they would end sentences.
func Claims(message string) (claims []string, asked, left int) {
	if len(message) > maxMessage {
		message = strings.ToValidUTF8(message[:maxMessage], "")
	}
	for line := range strings.Lines(message) {
		line = strings.TrimLeft(strings.TrimSpace(line), ">-*•# \t")
		for _, s := range sentence.Split(line) {
			switch text := strings.TrimSpace(line[s.Start:s.End]); {
			case EndsAsking(text):
				asked++
			case len(text) <= maxClaim && states(text):
				claims = append(claims, text)
			case isSentence(text):
				left++
			}
		}
	}
	return claims, asked, left
}

// isSentence reports whether a text is more than a word or a formula.
func isSentence(text string) bool {
	t := english.Read(text)
	return len(t.Tokens) > 1 && strings.HasSuffix(text, ".") && !utterance{Text: t}.is(smallTalk)
}

// states reports whether a sentence is more than a greeting or a cry: it has two words that
// mean something.
func states(text string) bool {
	t := english.Read(text)
	meaning := 0
	for _, w := range t.Tokens {
		if !w.Stop {
			meaning++
		}
	}
	return meaning >= 2 && !utterance{Text: t}.is(smallTalk)
}
