package search

import (
	"slices"

	"talksbot/knowledge/names"
)

// A token is a word of a text with the name it is a part of.
type token struct {
	word term // with flags
	name term // 0 for none
	cues cue
	kind names.Kind
}

// tokens are the words of a sentence or a title, in order.
type tokens []token

// has reports whether one of the tokens has the cue.
func (all tokens) has(c cue) bool {
	return slices.ContainsFunc(all, func(t token) bool { return t.cues&c != 0 })
}

// length returns how many tokens carry meaning.
func (all tokens) length() int {
	n := 0
	for _, t := range all {
		if t.word&flagStop == 0 {
			n++
		}
	}
	return n
}

// mention reports whether the tokens have a name.
func (all tokens) mention(name term) bool {
	return name != 0 && slices.ContainsFunc(all, func(t token) bool { return t.name == name })
}

// firstWords are those among which a sentence refers back by opening: "But then they left".
const firstWords = 4

// opensBack reports whether one of the first words of the sentence points to what was said
// before.
func (all tokens) opensBack() bool { return all[:min(firstWords, len(all))].has(cuePronoun) }

// unitWithin is how many tokens from a number its unit stands: "12 or 13 million dollars".
const unitWithin = 3

// soon reports whether a word with the cue stands at or soon after token i.
func (all tokens) soon(i int, c cue) bool {
	return all[i:min(i+1+unitWithin, len(all))].has(c)
}

// after reports whether a word with the cue stands right before token i, an article aside.
func (all tokens) after(i int, c cue) bool {
	for back := 1; back <= 2 && i-back >= 0; back++ {
		t := all[i-back]
		if t.cues&c != 0 {
			return true
		}
		if t.word&flagStop == 0 {
			return false
		}
	}
	return false
}
