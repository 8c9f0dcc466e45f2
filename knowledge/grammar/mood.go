package grammar

import (
	"strings"

	"talksbot/knowledge/english"
)

// markMood finds modal verbs and words of intention, and marks the verb they govern: the
// first token with a key after them in the clause.
func markMood(s *Sentence) {
	for i, t := range s.Tokens {
		if m := Modals[t.Norm]; m != Factual && !monthMay(s, i) {
			setMood(s, i+1, m)
		}
		if beWords.Has(t.Norm) && s.Norm(i+1) == "to" && i+2 < len(s.Tokens) && !s.Broken(i+1) && s.Tokens[i+2].Name == 0 {
			if f, _ := english.VerbForm(s.Norm(i + 2)); f&english.Base != 0 {
				setMood(s, i+2, Future) // "is to vote"
			}
		}
		switch {
		case Intentions.Has(t.Key):
			markGoverned(s, i, Intended)
		case charges.Has(t.Key):
			markGoverned(s, i, Alleged)
		case decisions.Has(t.Key):
			markGoverned(s, i, Settled)
		}
	}
}

// markGoverned marks the infinitive or gerund that token i governs: "asked NATO to offer",
// "accused of preparing", "considering leaving".
func markGoverned(s *Sentence, i int, m Mood) {
	for j, t := range s.After(i, governReach) {
		gerund := strings.HasSuffix(s.Norm(j+1), "ing")
		switch {
		case t.Norm == "to" && j+1 < len(s.Tokens) && (determiners.Has(s.Norm(j+1)) || s.Tokens[j+1].Name > 0):
			if k := s.next(j + 1); k >= 0 && k <= j+3 && strings.HasSuffix(s.Norm(k), "ing") {
				s.Tokens[k].Mood = m // "invited to a meeting"
			}
		case t.Norm == "to", gerundLeads.Has(t.Norm) && gerund:
			setMood(s, j+1, m)
			return
		case j == i+1 && strings.HasSuffix(t.Norm, "ing") && t.Key != "":
			setMood(s, j, m)
			return
		}
	}
}

// governReach is how many tokens may stand between a word of intention and its infinitive:
// "asked the United States and its NATO allies to offer".
const governReach = 10

func setMood(s *Sentence, from int, m Mood) {
	if from >= len(s.Tokens) {
		return
	}
	if k := s.next(from); k >= 0 && k <= from+3 {
		s.Tokens[k].Mood = m
	}
}

// monthMay reports whether token i is the month of May: part of a date, or capitalised within
// a sentence.
func monthMay(s *Sentence, i int) bool {
	t := s.Tokens[i]
	return t.Norm == "may" && (t.Date > 0 || t.Upper && i > 0)
}

var (
	decisions   = english.Keys("decisions")
	gerundLeads = english.Class("gerund leads")
)

// markSupposed notes the tokens of conditions, open questions and what is denied or doubted: what stands after
// "if", "unless", "whether", "denied that", "until" and "in case" to the end of the clause, and on to the verb of its subject where something is put between: "whether the
// mill, a listed house, burned". A day after "until" is a time and no condition.
func markSupposed(s *Sentence) {
	for i, t := range s.Tokens {
		if !supposes(s, i) {
			continue
		}
		s.suppose(i)
		for _, tie := range s.Ties {
			if verb := tie.Heads[0]; tie.Relation <= Patient && tie.Dep > i && s.Tokens[tie.Dep].Clause == t.Clause && s.Tokens[verb].Clause > t.Clause && !s.aside(tie) {
				s.suppose(verb)
			}
		}
	}
}

// aside reports whether a verb only says more of the noun: "the mill, which burned", "the mill, built in 1900".
func (s *Sentence) aside(t Tie) bool {
	first := t.Heads[0]
	for k := range s.Before(first, Clause) {
		first = k
	}
	return s.Tokens[first].Speech == Relative || t.Relation == Patient && first == t.Heads[0]
}

// suppose marks a token, and what is behind it in its clause, as supposed. Days are left out.
func (s *Sentence) suppose(i int) {
	s.Tokens[i].Supposed = s.Tokens[i].Date == 0
	for _, after := range s.After(i, Clause) {
		after.Supposed = after.Date == 0
	}
}

func supposes(s *Sentence, i int) bool {
	t := s.Tokens[i]
	switch {
	case NotConditions.Has(s.Norm(i - 1)):
		return false
	case Conditions.Has(t.Norm) || t.Norm == "whether":
		return true
	case i+1 >= len(s.Tokens):
		return false
	case t.Norm == "that" && i > 0 && (Denials.Has(s.Tokens[i-1].Key) || s.Tokens[i-1].Stem == english.Stem("doubt")):
		return true
	case t.Norm == "until" || t.Norm == "till":
		return s.Tokens[i+1].Date == 0 && !Past(s, i+2)
	}
	return t.Norm == "case" && s.Norm(i-1) == "in" && s.Norm(i+1) != "of"
}

var NotConditions = english.Class("before no condition")
