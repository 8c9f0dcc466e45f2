package names

import (
	"slices"

	"talksbot/knowledge/english"
)

// ownerAt returns the place or body named at token i that may have offices, and how many
// tokens name it.
func (n *Names) ownerAt(t english.Text, i int) (of string, size int) {
	a, size := n.aliasAt(t, i)
	if size == 0 || a.name.Kind != Place && a.name.Kind != Org {
		return "", 0
	}
	return a.name.owner(), size
}

// longestHolder is how many words the name of a person after an office has at most.
const longestHolder = 4

// ownerBeforeHolder returns what it is that an office is of, where that is not known and the name
// of the holder follows in one run of capitals: "Mayor of Fort Velin Jana Sorel". The office begins
// at token i, what it is of at token at. A first name tells where the holder begins; where none is
// known, an office without an article stands before a name, whose last two words are the holder.
func ownerBeforeHolder(n *Names, t english.Text, i, at int) (of string, size int) {
	run := n.runAt(t, at)
	if run < 3 {
		return "", 0
	}
	words := t.Tokens[at : at+run]
	if size = holderIn(words); size == 0 && isTitle(t, i) && !slices.ContainsFunc(words[run-2:], namesBody) {
		size = run - 2
	}
	if size == 0 {
		return "", 0
	}
	from := at
	if size > 2 && polities.Has(words[0].Norm) && words[1].Norm == "of" {
		from += 2
	}
	s := written(t, from, at+size-from)
	return t.String[s.Start:s.End], size
}

// holderIn returns where in a run of capitalised words after "of" a person's name begins, or 0. Of
// two first names in a row it is the first one, unless a place is never named by what stands before
// it alone: "San Diego Todd Gloria".
func holderIn(words []english.Token) int {
	for k := 1; k < len(words)-1; k++ {
		begins := firstNames.Has(words[k].Norm) && len(words)-k <= longestHolder && !placeOpeners.Has(words[k-1].Norm)
		if begins && !slices.ContainsFunc(words[k:], namesBody) {
			return k
		}
	}
	return 0
}

var (
	determiners  = english.Class("determiners")
	polities     = english.Class("polities")
	placeOpeners = english.Class("place openers")
)

// namesBody reports whether a word ends the name of a body or a place.
func namesBody(w english.Token) bool { return institutions.Has(w.Norm) || landmarks.Has(w.Norm) }

// isTitle reports whether the office at token i is written as what stands before a name: with a
// capital, and without an article.
func isTitle(t english.Text, i int) bool {
	return t.Tokens[i].Upper && (opensSentence(t, i) || !determiners.Has(t.Tokens[i-1].Norm))
}
