package grammar

import "strings"

// findSubjects notes for each token the name its clause speaks of, where that is plain: a
// name at the head of a stretch between punctuation, with nothing but a title before it,
// and what goes on from there. Infinitives and participles have the subject of the clause
// they hang on: "Halden beat Brora to win". A possessor is no subject, and a name by itself
// between commas stands for what is before it: "Palek's predecessor, Vera Dolan, resigned".
func findSubjects(r *Sentence) {
	current := 0
	for i := 0; i < len(r.Tokens); {
		end := i + 1
		for end < len(r.Tokens) && !r.Broken(end) && !ClauseOpeners.Has(r.Tokens[end].Norm) {
			end++
		}
		current = subjectOf(r, i, end, current)
		for k := i; k < end; k++ {
			r.Tokens[k].Subject = current
		}
		i = end
	}
}

// subjectOf returns the subject of a stretch of tokens, one too high like all indexes in
// tokens; before is that of the stretch before it, and 0 is unknown.
func subjectOf(r *Sentence, i, end, before int) int {
	first := r.Tokens[i]
	switch {
	case first.Norm == "who" && i > 0:
		return r.Tokens[i-1].Name
	case first.Norm == "and" && i+1 < end && r.Tokens[i+1].Name > 0:
		return 0 // the last of a list, or a new clause
	case first.Norm != "a" && continues(r, i):
		return before
	case (first.Norm == "a" || first.Norm == "an") && before > 0 && onlyNoun(r, i, end):
		return before // "Mia Ek, a nurse"
	case first.Number > 0 && end == i+1:
		return before // "Mia Ek, 44"
	}
	at := headName(r, i, end)
	if at < 0 {
		return 0
	}
	name := r.Tokens[at].Name
	last := at
	for last+1 < end && r.Tokens[last+1].Name == name {
		last++
	}
	switch {
	case r.Possessed(r.Names[name-1].End):
		return 0
	case last+1 < end && (Listing[r.Tokens[last+1].Norm] || r.Tokens[last+1].Name > 0):
		return 0
	case last+1 == end && before > 0:
		return 0 // a list, or somebody else named in passing
	}
	return name
}

// headName returns the token where a name begins at the head of a stretch, or -1.
func headName(r *Sentence, i, end int) int {
	for k := i; k < end && k <= i+maxTitle; k++ {
		t := r.Tokens[k]
		switch {
		case t.Name > 0 && t.Date == 0:
			return k
		case t.Date > 0 || k == i && (ClauseOpeners.Has(t.Norm) || Conjunctions.Has(t.Norm) || t.Norm == "on" && k+1 < end && r.Tokens[k+1].Date > 0):
		case t.Stop && !determiners.Has(t.Norm), verbal(r, k):
			return -1
		}
	}
	return -1
}

// maxTitle is how many words a title before a name has at most.
const maxTitle = 5

// continues reports whether what begins at token i hangs on the clause before it: a verb, an
// infinitive, a participle.
func continues(r *Sentence, i int) bool {
	if i == 0 {
		return false
	}
	if Conjunctions.Has(r.Tokens[i].Norm) && i+1 < len(r.Tokens) {
		i++
	}
	t := r.Tokens[i]
	return t.Name == 0 && (t.Norm == "to" || Auxiliaries.Has(t.Norm) || verbal(r, i) || strings.HasSuffix(t.Norm, "ing") || Speaks.Has(t.Stem))
}

// verbal reports whether a word is a verb in the past tense by its form, as far as that tells.
func verbal(r *Sentence, i int) bool {
	t := r.Tokens[i]
	return t.Name == 0 && !t.Upper && (strings.HasSuffix(t.Norm, "ed") || isIrregular(t.Norm) && t.Norm == lower(r, i))
}

func lower(r *Sentence, i int) string { return strings.ToLower(r.Written(i)) }

// onlyNoun reports whether tokens i to end are a noun with its adjectives: no verb, no preposition.
func onlyNoun(r *Sentence, i, end int) bool {
	for k := i + 1; k < end; k++ {
		if t := r.Tokens[k]; Auxiliaries.Has(t.Norm) || t.Name > 0 {
			return false
		}
	}
	return true
}
