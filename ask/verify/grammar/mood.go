package grammar

import (
	"strings"

	"talksbot/knowledge/english"
)

// A Mood is what the words before a verb make of it.
type Mood int

const (
	Factual  Mood = iota
	Future        // will, would, is to, is due to
	Possible      // may, might, could, can, perhaps
	Bound         // must, should, has to
	Intended      // to V or V-ing after a word of intention: asked to, plans to, accused of
	Alleged       // the same after "accused of"
	Settled       // the same after "decided to", "agreed to": will do as good as
)

// markMood finds modal verbs and words of intention, and marks the verb they govern: the
// first token with a key after them in the clause.
func markMood(r *Sentence) {
	for i, t := range r.Tokens {
		if m := Modals[t.Norm]; m != Factual && !monthMay(r, i) {
			setMood(r, i+1, m)
		}
		switch {
		case Intentions.Has(t.Key):
			markGoverned(r, i, Intended)
		case charges.Has(t.Key):
			markGoverned(r, i, Alleged)
		case decisions.Has(t.Key):
			markGoverned(r, i, Settled)
		}
	}
}

// markGoverned marks the infinitive or gerund that token i governs: "asked NATO to offer",
// "accused of preparing", "considering leaving".
func markGoverned(r *Sentence, i int, m Mood) {
	for j, t := range r.After(i, governReach) {
		gerund := strings.HasSuffix(r.Norm(j+1), "ing")
		switch {
		case t.Norm == "to" && j+1 < len(r.Tokens) && (determiners.Has(r.Norm(j+1)) || r.Tokens[j+1].Name > 0):
			if k := r.next(j + 1); k >= 0 && k <= j+3 && strings.HasSuffix(r.Norm(k), "ing") {
				r.Tokens[k].Mood = m // "invited to a meeting"
			}
		case t.Norm == "to", gerundLeads.Has(t.Norm) && gerund:
			setMood(r, j+1, m)
			return
		case j == i+1 && strings.HasSuffix(t.Norm, "ing") && t.Key != "":
			setMood(r, j, m)
			return
		}
	}
}

// governReach is how many tokens may stand between a word of intention and its infinitive:
// "asked the United States and its NATO allies to offer".
const governReach = 10

func setMood(r *Sentence, from int, m Mood) {
	if from >= len(r.Tokens) {
		return
	}
	if k := r.next(from); k >= 0 && k <= from+3 {
		r.Tokens[k].Mood = m
	}
}

// monthMay reports whether token i is the month of May: part of a date, or capitalised within
// a sentence.
func monthMay(r *Sentence, i int) bool {
	t := r.Tokens[i]
	return t.Norm == "may" && (t.Date > 0 || t.Upper && i > 0)
}

var Modals = kinds[Mood]("moods")

var (
	Intentions  = english.Keys("intentions")
	charges     = english.Keys("charges")
	decisions   = english.Keys("decisions")
	gerundLeads = english.Class("gerund leads")
)

// markSupposed notes the tokens of conditions: what stands after "if", "unless", "until" and
// "in case" to the end of the clause. A day after "until" is a time and no condition.
func markSupposed(r *Sentence) {
	for i, t := range r.Tokens {
		if !supposes(r, i) {
			continue
		}
		for k := i; k < len(r.Tokens) && r.Tokens[k].Clause == t.Clause; k++ {
			r.Tokens[k].Supposed = r.Tokens[k].Date == 0
		}
	}
}

func supposes(r *Sentence, i int) bool {
	t := r.Tokens[i]
	switch {
	case NotConditions.Has(r.Norm(i - 1)):
		return false
	case Conditions.Has(t.Norm):
		return true
	case i+1 >= len(r.Tokens):
		return false
	case t.Norm == "until" || t.Norm == "till":
		return r.Tokens[i+1].Date == 0 && !Past(r, i+2)
	}
	return t.Norm == "case" && r.Norm(i-1) == "in" && r.Norm(i+1) != "of"
}

var (
	Conditions    = english.Class("conditions")
	NotConditions = english.Class("before no condition")
)
