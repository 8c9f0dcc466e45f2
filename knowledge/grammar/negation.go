package grammar

import (
	"slices"

	"talksbot/knowledge/english"
)

// markExcepted notes what a sentence names only to leave it out: "in Ghana but not yet in
// Kenya", "rather than Kenya", "except on Monday". Such a negation is of the name or day
// that follows it and of no verb, so that the rest of the sentence stands.
func markExcepted(s *Sentence) {
	for i := range s.Tokens {
		if last := excepts(s, i); last >= 0 {
			except(s, last)
		}
	}
}

// excepts returns the last of the words at token i that leave out what follows them, or -1.
func excepts(s *Sentence, i int) int {
	norm := s.Norm(i)
	switch {
	case i+1 >= len(s.Tokens) || NotOnly(s, i):
		return -1
	case exceptions.Has(norm) || Denies(norm) && norm != "no":
		return i
	case exceptionPairs[[2]string{norm, s.Norm(i + 1)}]:
		return i + 1
	}
	return -1
}

// except marks the names and dates after token i, as far as nothing but small words and
// more names stand between them.
func except(s *Sentence, i int) {
	for _, t := range s.After(i, Clause) {
		switch {
		case t.Name > 0 || t.Date > 0:
			t.Excepted = true
		case t.Norm == "and" || !t.Stop && !stays.Has(t.Norm) || Auxiliaries.Has(t.Norm):
			return
		}
	}
}

var (
	exceptions     = english.Class("exceptions")
	exceptionPairs = map[[2]string]bool{
		{"rather", "than"}: true, {"instead", "of"}: true, {"other", "than"}: true, {"apart", "from"}: true,
		{"as", "opposed"}: true,
	}
	// stays are words that may stand between "not" and what it leaves out.
	stays = english.Class("between not and what it leaves out")
)

// markNegation notes which tokens a negation reaches: those that follow it in its clause,
// up to four that carry meaning. Verbs such as "refuse" and "fail" deny what follows them
// as "not" does; two negations cancel out.
func markNegation(s *Sentence) {
	for i := range s.Tokens {
		negate(s, i, Negates(s, i))
	}
}

// Negates returns how many meaningful tokens after token i it denies.
func Negates(s *Sentence, i int) int {
	t := s.Tokens[i]
	switch {
	case NotOnly(s, i):
		return 0
	case Denies(t.Norm), t.Norm == "unless": // "unless it could" is "if it could not"
		return 4
	case Denials.Has(t.Key):
		return 3
	case exceptionPairs[[2]string{s.Norm(i - 1), t.Norm}]:
		return 2 // "talks rather than war"
	}
	return 0
}

// MayDeny reports whether token i of a text may deny or leave out what stands around it, whatever the grammar of
// that is. In a text that has no such token nothing is Negated or Excepted.
func MayDeny(t english.Text, i int) bool {
	w := t.Tokens[i]
	return Denies(w.Norm) || w.Norm == "unless" || exceptions.Has(w.Norm) || MayMean(t, i, Denials) ||
		i > 0 && exceptionPairs[[2]string{t.Tokens[i-1].Norm, w.Norm}]
}

// NotOnly reports whether token i is the "not" of "not only ... but": nothing is denied.
func NotOnly(s *Sentence, i int) bool {
	return s.Norm(i) == "not" && onlyWords.Has(s.Norm(i+1)) &&
		slices.ContainsFunc(s.Tokens[i+2:], func(t Token) bool { return t.Norm == "but" })
}

// negate marks the tokens after token i, as many as reach of which carry meaning.
func negate(s *Sentence, i, reach int) {
	for _, t := range s.After(i, Clause) {
		if reach == 0 || t.Norm == "and" || t.Norm == "but" {
			break
		}
		t.Negated = !t.Negated
		if t.Key != "" {
			reach--
		}
	}
}

var (
	Denials   = english.Keys("denials")
	onlyWords = english.Class("not only")
)
