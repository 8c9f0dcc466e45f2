package grammar

import (
	"strings"
)

// findSubjects notes for each token the name its clause speaks of, where that is plain: a
// name at the head of a stretch between punctuation, with nothing but a title before it,
// and what goes on from there. Infinitives and participles have the subject of the clause
// they hang on: "Halden beat Brora to win". A possessor is no subject, and a name by itself
// between commas stands for what is before it: "Palek's predecessor, Vera Dolan, resigned".
func findSubjects(s *Sentence) {
	current := 0
	for i := 0; i < len(s.Tokens); {
		end := i + 1
		for end < len(s.Tokens) && !s.Broken(end) && !ClauseOpeners.Has(s.Tokens[end].Norm) {
			end++
		}
		current = subjectOf(s, i, end, current)
		for k := i; k < end; k++ {
			s.Tokens[k].Subject = current
		}
		i = end
	}
}

// subjectOf returns the subject of a stretch of tokens, one too high like all indexes in
// tokens; before is that of the stretch before it, and 0 is unknown.
func subjectOf(s *Sentence, i, end, before int) int {
	first := s.Tokens[i]
	switch {
	case first.Norm == "who" && i > 0:
		return s.Tokens[i-1].Name
	case first.Norm == "and" && i+1 < end && s.Tokens[i+1].Name > 0:
		return 0 // the last of a list, or a new clause
	case first.Norm != "a" && continues(s, i):
		return before
	case (first.Norm == "a" || first.Norm == "an") && before > 0 && onlyNoun(s, i, end):
		return before // "Mia Ek, a nurse"
	case first.Number > 0 && end == i+1:
		return before // "Mia Ek, 44"
	}
	at := headName(s, i, end)
	if at < 0 {
		return 0
	}
	name := s.Tokens[at].Name
	last := at
	for last+1 < end && s.Tokens[last+1].Name == name {
		last++
	}
	switch {
	case s.Possessed(s.Names[name-1].End):
		return 0
	case last+1 < end && (Listing[s.Tokens[last+1].Norm] || s.Tokens[last+1].Name > 0):
		return 0
	case last+1 == end && before > 0:
		return 0 // a list, or somebody else named in passing
	}
	return name
}

// headName returns the token where a name begins at the head of a stretch, or -1.
func headName(s *Sentence, i, end int) int {
	for k := i; k < end && k <= i+maxTitle; k++ {
		t := s.Tokens[k]
		switch {
		case t.Name > 0 && t.Date == 0:
			return k
		case t.Date > 0 || k == i && (ClauseOpeners.Has(t.Norm) || Conjunctions.Has(t.Norm) || t.Norm == "on" && k+1 < end && s.Tokens[k+1].Date > 0):
		case t.Stop && !determiners.Has(t.Norm), verbal(s, k):
			return -1
		}
	}
	return -1
}

// maxTitle is how many words a title before a name has at most.
const maxTitle = 5

// continues reports whether what begins at token i hangs on the clause before it: a verb, an
// infinitive, a participle.
func continues(s *Sentence, i int) bool {
	if i == 0 {
		return false
	}
	if Conjunctions.Has(s.Tokens[i].Norm) && i+1 < len(s.Tokens) {
		i++
	}
	t := s.Tokens[i]
	return t.Name == 0 && (t.Norm == "to" || Auxiliaries.Has(t.Norm) || verbal(s, i) || strings.HasSuffix(t.Norm, "ing") || Speaks.Has(t.Stem))
}

// verbal reports whether a word is a verb in the past tense by its form, as far as that tells.
func verbal(s *Sentence, i int) bool {
	t := s.Tokens[i]
	return t.Name == 0 && !t.Upper && (strings.HasSuffix(t.Norm, "ed") || isIrregular(t.Norm) && t.Norm == lower(s, i))
}

func lower(s *Sentence, i int) string { return strings.ToLower(s.Written(i)) }

// onlyNoun reports whether tokens i to end are a noun with its adjectives: no verb, no preposition.
func onlyNoun(s *Sentence, i, end int) bool {
	for k := i + 1; k < end; k++ {
		if t := s.Tokens[k]; Auxiliaries.Has(t.Norm) || t.Name > 0 {
			return false
		}
	}
	return true
}
