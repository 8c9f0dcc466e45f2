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
	t, told := c.passage(c.s).Words(), false
	for _, v := range c.found {
		if v.unit != c.doing.verb {
			continue
		}
		behind := t.Tokens[min(v.token+1, len(t.Tokens)):min(v.token+1+besideSpan, len(t.Tokens))]
		if !slices.ContainsFunc(behind, func(w english.Token) bool { return w.Norm == c.doing.other }) {
			return false
		}
		told = true
	}
	return told
}

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
