package grammar

import (
	"slices"
	"strings"

	"talksbot/knowledge/english"
)

// markExcepted notes what a sentence names only to leave it out: "in Ghana but not yet in
// Kenya", "rather than Kenya", "except on Monday". Such a negation is of the name or day
// that follows it and of no verb, so that the rest of the sentence stands.
func markExcepted(r *Sentence) {
	for i := range r.Tokens {
		if last := excepts(r, i); last >= 0 {
			except(r, last)
		}
	}
}

// excepts returns the last of the words at token i that leave out what follows them, or -1.
func excepts(r *Sentence, i int) int {
	norm := r.Norm(i)
	switch {
	case i+1 >= len(r.Tokens) || NotOnly(r, i):
		return -1
	case exceptions.Has(norm) || Denies(norm) && norm != "no":
		return i
	case exceptionPairs[[2]string{norm, r.Norm(i + 1)}]:
		return i + 1
	}
	return -1
}

// except marks the names and dates after token i, as far as nothing but small words and
// more names stand between them.
func except(r *Sentence, i int) {
	for _, t := range r.After(i, Clause) {
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
func markNegation(r *Sentence) {
	for i := range r.Tokens {
		negate(r, i, Negates(r, i))
	}
}

// Negates returns how many meaningful tokens after token i it denies.
func Negates(r *Sentence, i int) int {
	t := r.Tokens[i]
	switch {
	case NotOnly(r, i):
		return 0
	case Denies(t.Norm):
		return 4
	case Denials.Has(t.Key):
		return 3
	case exceptionPairs[[2]string{r.Norm(i - 1), t.Norm}]:
		return 2 // "talks rather than war"
	}
	return 0
}

func Denies(norm string) bool { return negators.Has(norm) || strings.HasSuffix(norm, "n't") }

// NotOnly reports whether token i is the "not" of "not only ... but": nothing is denied.
func NotOnly(r *Sentence, i int) bool {
	return r.Norm(i) == "not" && onlyWords.Has(r.Norm(i+1)) &&
		slices.ContainsFunc(r.Tokens[i+2:], func(t Token) bool { return t.Norm == "but" })
}

// negate marks the tokens after token i, as many as reach of which carry meaning.
func negate(r *Sentence, i, reach int) {
	for _, t := range r.After(i, Clause) {
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
	negators  = english.Class("negators")
	Denials   = english.Keys("denials")
	onlyWords = english.Class("not only")
)
