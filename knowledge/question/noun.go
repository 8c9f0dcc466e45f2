package question

import "talksbot/knowledge/english"

// NounPhrase returns where the noun phrase ends that begins at token i, i where none does: an
// article with the words behind it, or words that end in a plural.
func NounPhrase(t english.Text, i int, verb english.Span) int {
	isVerb := func(w english.Token) bool { return IsVerb(w) && !w.Upper || w.Span == verb }
	start := i
	if determiners.Has(t.Tokens[i].Norm) {
		start++
	} else if t.Tokens[i].Stop || isVerb(t.Tokens[i]) {
		return i
	}
	end := start
	for end < len(t.Tokens) && !t.Tokens[end].Stop && !prepositions.Has(t.Tokens[end].Norm) && (end == i || t.Gap(end) == " ") && (end == start || !isVerb(t.Tokens[end])) {
		end++
	}
	if end == start {
		return i
	}
	return end
}
