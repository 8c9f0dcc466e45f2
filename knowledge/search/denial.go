package search

import (
	"slices"
	"talksbot/knowledge/english"
	"talksbot/knowledge/question"
)

// asGood is how well a word of the question is matched that the sentence is held to have: better
// than by a synonym, which may itself lie close to the contrary.
const asGood = 0.6

// contradicts reports whether the sentence has the contrary of a word of the question that it
// lacks.
func (c *comparison) contradicts() bool {
	for i, u := range c.units {
		if c.best[i] > asGood || u.contrary == nil {
			continue
		}
		if slices.ContainsFunc(c.all, func(t token) bool { return slices.Contains(u.contrary, t.word&termMask) }) {
			return true
		}
	}
	return false
}

// contraryInPlace reports whether the contrary of a word of the question that the sentence lacks
// stands beside a word that goes with it there: "North Osby" of "Who governs South Osby?". A yes/no
// question may be answered by it.
func (c *comparison) contraryInPlace() bool {
	for i, u := range c.units {
		if c.best[i] > 0 || u.contrary == nil && u.opposite == nil || c.q.Kind == question.YesNo {
			continue
		}
		beside := func(m match) bool { return m.unit == i-1 || m.unit == i+1 }
		for j, t := range c.all {
			if (slices.Contains(u.contrary, t.word&termMask) || slices.Contains(u.opposite, t.word&termMask)) && nearToken(c.found, j, beside) {
				return true
			}
		}
	}
	return false
}

// otherSide reports whether wherever the sentence has the verb asked about, what turns it round
// stands behind it: "voted against it" of "Who voted for the bill?".
func (c *comparison) otherSide() bool {
	if c.doing.other == "" {
		return false
	}
	told := false
	for _, v := range c.found {
		if v.unit != c.doing.verb {
			continue
		}
		t := c.text()
		behind := t.Tokens[min(v.token+1, len(t.Tokens)):min(v.token+1+besideSpan, len(t.Tokens))]
		if !slices.ContainsFunc(behind, func(w english.Token) bool { return w.Norm == c.doing.other }) {
			return false
		}
		told = true
	}
	return told
}

// denied reports whether the question takes for granted what the sentence says is not so, wherever
// it speaks of it: "Why did Osby join the union?" of "Osby was barred from joining".
func (c *comparison) denied() bool {
	if c.q.Negative || c.q.Kind == question.YesNo || c.q.Kind == question.Said {
		return false
	}
	told := false
	for _, v := range c.found {
		if v.unit != c.doing.verb {
			continue
		}
		if t := c.text().Tokens; v.token >= len(t) || !deniedAt(t, v.token) {
			return false
		}
		told = true
	}
	return told
}

// deniedBefore is how many words before a verb its denial stands: "has not yet been found".
const deniedBefore = 4

// deniedAt reports whether what the verb at token i says does not happen. "Not until May" says that
// it does.
func deniedAt(t []english.Token, i int) bool {
	for _, w := range t[i:min(i+byWithin, len(t))] {
		if exceptions.Has(w.Norm) {
			return false
		}
	}
	before := t[max(0, i-deniedBefore):i]
	for k, w := range before {
		rest := before[k+1:]
		switch {
		case exceptions.Has(w.Norm):
			return false
		case denials.Has(w.Norm) && allStop(rest):
			return true
		case refusals.Has(w.Stem) && len(rest) == 1 && rest[0].Norm == "to":
			return true
		case w.Norm == "from" && len(rest) == 0:
			return slices.ContainsFunc(t[max(0, i-byWithin):i], func(w english.Token) bool { return preventions.Has(w.Stem) })
		}
	}
	return false
}

func allStop(words []english.Token) bool {
	return !slices.ContainsFunc(words, func(w english.Token) bool { return !w.Stop })
}

var (
	denials     = english.Class("negated verbs")
	refusals    = english.Stems("refusal")
	preventions = english.Stems("prevention")
	exceptions  = english.SetOf(`until till before unless only but except`)
)

// nearToken reports whether a match of which is holds stands within a phrase of token j.
func nearToken(found []match, j int, is func(match) bool) bool {
	return slices.ContainsFunc(found, func(m match) bool { return is(m) && m.token-j <= besideSpan && j-m.token <= besideSpan })
}

// compareNegation notes where only one of question and sentence denies something.
func (f *features) compareNegation(question, sentence bool) {
	f.note(negation, question != sentence)
	f.note(questionNegative, question && !sentence)
	f.note(sentenceNegative, sentence && !question)
}
