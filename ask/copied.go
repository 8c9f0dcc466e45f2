package ask

import (
	"slices"

	"talksbot/knowledge/article"
	"talksbot/knowledge/english"
)

// mostLeftOut is the share of a sentence's words that a claim may leave out and still be nearly the sentence.
const mostLeftOut = 0.2

// bearing are the classes of words on which it hangs what a sentence says: nothing that leaves one of them
// out is nearly the sentence.
var bearing = []english.Set{leftOpen, denying, wanted, sayingVerbs, english.Class("not by itself"), english.Class("limiting words"),
	english.Class("quantifiers"), english.Class("auxiliaries")}

// copies reports whether a claim says a sentence of the article again, or nearly: its words are those of
// the sentence, in their order, and of these at most a few are left out, none of which bears what it says.
// What somebody else is quoted with is no statement of the article's, and no copy of it is one.
func (w *wording) copies(claim string, s article.Passage) bool {
	says, claims := s.Words(), english.Read(claim)
	if w.spoken(s) || s.IsSpoken() || float64(len(says.Tokens)-len(claims.Tokens)) > mostLeftOut*float64(len(says.Tokens)) {
		return false
	}
	at := 0
	for _, t := range says.Tokens {
		switch {
		case at < len(claims.Tokens) && claims.Tokens[at].Norm == t.Norm:
			at++
		case weighs(t):
			return false
		}
	}
	return at == len(claims.Tokens)
}

// weighs reports whether it hangs on a word what a sentence says.
func weighs(w english.Token) bool {
	return english.IsNumber(w.Norm) || slices.ContainsFunc(bearing, func(class english.Set) bool { return class.Has(w.Norm) || class.Has(w.Stem) })
}
