package message

import "talksbot/knowledge/english"

// The words by which a message leans on what was said before it.
var (
	openings = english.Phrases("follow-up openings")
	closings = english.Phrases("follow-up closings")
)

// Opened returns a question without the words by which it leans on the one before it, and
// whether there are any.
func Opened(asked string) (rest english.Text, leans bool) {
	rest = english.Read(asked)
	for {
		n := rest.PhraseAt(0, openings)
		if n == 0 || n == len(rest.Tokens) {
			return rest, leans
		}
		rest, leans = english.Read(rest.String[rest.Tokens[n].Start:]), true
	}
}

// Unended returns the words of a text without the marks at its end, and without what ends a
// follow-up and adds nothing.
func Unended(t english.Text) string {
	end := len(t.Tokens)
	for n := 1; n <= 2 && n < end; n++ {
		if t.PhraseAt(end-n, closings) == n {
			end -= n
			break
		}
	}
	if end == 0 {
		return ""
	}
	return t.String[:t.Tokens[end-1].End]
}

// written returns tokens [from, to) of a text as they are written.
func written(t english.Text, from, to int) string {
	if from >= to || to > len(t.Tokens) {
		return ""
	}
	return t.String[t.Tokens[from].Start:t.Tokens[to-1].End]
}
