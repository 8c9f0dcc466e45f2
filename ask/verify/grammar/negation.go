package grammar

import (
	"strings"

	"talksbot/knowledge/english"
)

// markExcepted notes what a sentence names only to leave it out: "in Ghana but not yet in
// Kenya", "rather than Kenya", "except on Monday". Such a negation is of the name or day
// that follows it and of no verb, so that the rest of the sentence stands.
func markExcepted(r *Sentence) {
	for i := range r.Tokens {
		if from := excepts(r, i); from > 0 {
			except(r, from)
		}
	}
}

// excepts returns the token after words at token i that leave out what follows them, or 0.
func excepts(r *Sentence, i int) int {
	t := r.Tokens[i]
	next := i + 1
	switch {
	case next >= len(r.Tokens) || NotOnly(r, i):
		return 0
	case exceptions.Has(t.Norm) || Denies(t.Norm) && t.Norm != "no":
		return next
	case exceptionPairs[[2]string{t.Norm, r.Tokens[next].Norm}]:
		return next + 1
	}
	return 0
}

// except marks the names and dates from token i on, as far as nothing but small words and
// more names stand between them.
func except(r *Sentence, i int) {
	clause := r.Tokens[i-1].Clause
	for ; i < len(r.Tokens) && r.Tokens[i].Clause == clause; i++ {
		t := &r.Tokens[i]
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
		if reach := Negates(r, i); reach > 0 {
			negate(r, i+1, reach)
		}
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
	case i > 0 && exceptionPairs[[2]string{r.Tokens[i-1].Norm, t.Norm}]:
		return 2 // "talks rather than war"
	}
	return 0
}

func Denies(norm string) bool { return negators.Has(norm) || strings.HasSuffix(norm, "n't") }

// NotOnly reports whether token i is the "not" of "not only ... but": nothing is denied.
func NotOnly(r *Sentence, i int) bool {
	if r.Tokens[i].Norm != "not" || i+1 >= len(r.Tokens) || !onlyWords.Has(r.Tokens[i+1].Norm) {
		return false
	}
	for _, t := range r.Tokens[i+2:] {
		if t.Norm == "but" {
			return true
		}
	}
	return false
}

func negate(r *Sentence, from, reach int) {
	for i := from; i < len(r.Tokens) && reach > 0 && r.Tokens[i].Clause == r.Tokens[from-1].Clause; i++ {
		t := &r.Tokens[i]
		if t.Norm == "and" || t.Norm == "but" {
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
	Denials   = Keys("denials")
	onlyWords = english.Class("not only")
)
