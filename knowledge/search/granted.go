package search

import (
	"slices"
	"strings"

	"talksbot/knowledge/english"
	"talksbot/knowledge/names"
	"talksbot/knowledge/question"
)

// doubtful is the encoder's log of the odds below which a sentence is no answer where nothing that was
// searched speaks of the deed: a reason is looked for where the deed is told, other things are told of
// it in many words.
var doubtful = map[question.Kind]float64{question.Why: -4, question.When: -3, question.YesNo: -2}

// byNames is how much surer the encoder has to be of a sentence that has nothing of the question but names.
const byNames = 3

// deedUnheard reports whether the question takes for granted a deed of which nothing that was searched
// speaks, and the encoder doubts the sentence: "Why did the mayor apologise?" of articles without an
// apology.
func deedUnheard(c *comparison, logit float64) bool {
	d := c.doing
	most, asks := doubtful[c.q.Kind]
	if c.units.onlyNames(c.found) {
		most += byNames
	}
	return asks && logit < most && d.known && !d.light && !d.wish && c.whole[d.verb] == 0 && c.whole[d.aim] == 0
}

// deedAside reports whether a reason is asked for, and the sentence names the deed only to say when
// something else was: "shortly after the arrest".
func (c *comparison) deedAside() bool {
	told := false
	for _, v := range c.found {
		if v.unit != c.doing.verb {
			continue
		}
		if t := c.text(); !c.doing.known || c.q.Kind != question.Why || v.token >= len(t.Tokens) || !aside(t, v.token) || !timeAsides.Has(t.Tokens[v.token-2].Norm) {
			return false
		}
		told = true
	}
	return told
}

// mostContrary is the encoder's log of the odds from which it is so sure of a sentence that the contrary
// elsewhere is no reason to doubt it.
const mostContrary = 1

// contraryTold reports whether the question takes for granted a deed that nothing searched speaks of,
// where its contrary is told: "Why did the union accept the offer?" of "The union rejected the offer".
func contraryTold(c *comparison, logit float64) bool {
	d := c.doing
	if c.q.Kind != question.Why && c.q.Kind != question.When || logit >= mostContrary || c.q.Negative {
		return false
	}
	return d.known && c.whole[d.verb] == 0 && c.told[d.verb]
}

// holderOfAnother reports whether it is asked who holds a post, and the sentence gives it as one with
// others: "the Malta coach" where the coach of Spain is asked for.
func (c *comparison) holderOfAnother() bool {
	head := slices.IndexFunc(c.q.Terms, func(t question.Term) bool { return t.Stem == c.q.Head })
	if c.q.Kind != question.Who || head < 0 {
		return false
	}
	asked, told := c.all.asked(c.found), false
	for _, m := range c.found {
		if u := c.units[m.unit]; u.start > c.q.Terms[head].Start || c.q.Terms[head].Start >= u.end {
			continue
		}
		i := m.token
		if i == 0 || c.all[i-1].name == 0 || c.all[i-1].kind == names.Person || asked[i-1] {
			return false
		}
		told = true
	}
	return told
}

// speakerOnly reports whether it is asked who did something, and all whom the sentence names only speak in
// it, of something else: "Who set the barn on fire?" of "“We lost all,” said Ona Berg".
func speakerOnly(c *comparison) bool {
	d := c.doing
	if c.q.Kind != question.Who || !d.known || !d.asked || c.best[d.verb] > 0 || c.best[d.aim] > 0 {
		return false
	}
	asked, speaks := c.all.asked(c.found), false
	for i, w := range c.all {
		if w.name == 0 || asked[i] || w.kind == names.Place || w.kind == names.Role {
			continue
		}
		beside := c.text().Tokens[max(0, i-speechBeside):min(len(c.all), i+1+speechBeside)]
		if !slices.ContainsFunc(beside, func(t english.Token) bool { return plainSpeech.Has(t.Stem) }) {
			return false
		}
		speaks = true
	}
	return speaks
}

// speechBeside is how many words from a verb of speech a word of its speaker's name stands.
const speechBeside = 3

// otherFate reports whether it is asked what became of people, and the sentence has no word of that:
// "How many people died?" of "The flood left 40 families without a home".
func (c *comparison) otherFate() bool {
	switch c.q.Kind {
	case question.HowMany, question.Who, question.Where, question.When:
	default:
		return false
	}
	fate := slices.IndexFunc(c.q.Terms, func(t question.Term) bool { return !t.Focus && fates[t.Stem] != nil })
	if fate < 0 || c.q.Clause.Verb != (english.Span{}) && c.q.Clause.Verb.Start != c.q.Terms[fate].Start {
		return false
	}
	words := fates[c.q.Terms[fate].Stem]
	return !hasAny(c.text(), words) && !(c.follows(c.s) && c.all.opensBack() && hasAny(c.passage(c.s-1).Words(), words))
}

// hasAny reports whether a text has one of the words, by its stem.
func hasAny(t english.Text, words english.Set) bool {
	return slices.ContainsFunc(t.Tokens, func(w english.Token) bool { return words.Has(w.Stem) })
}

// fates leads from what may become of people to the words by which it is told.
var fates = func() map[string]english.Set {
	all := map[string]english.Set{}
	for _, row := range english.Rows("fates") {
		words := english.Set{}
		for w := range strings.FieldsSeq(row[0] + " " + row[1]) {
			words[english.Stem(w)] = struct{}{}
		}
		for verb := range strings.FieldsSeq(row[0]) {
			all[english.Stem(verb)] = words
		}
	}
	return all
}()

// otherUnit reports whether it is asked how many of something there are, and each number of the sentence
// is one of money, of time or of another unit: "1,500 euros to each household".
func (c *comparison) otherUnit() bool {
	const units = cueTime | cueLength | cueMass
	if c.q.Kind != question.HowMany || c.q.Measure != "many" || c.unitAsked != 0 || measureCues[c.q.Measure] != 0 {
		return false
	}
	asked, given := c.all.asked(c.found), false
	t := c.text().Tokens
	for i := 0; i < len(c.all); i++ {
		first := i
		for i+1 < len(t) && isFigure(t[i]) && isFigure(t[i+1]) {
			i++ // "$2 million"
		}
		if asked[i] || !isFigure(t[i]) && c.all[i].cues&cueQuantity == 0 || c.all.inDate(i) {
			continue
		}
		money := isSum(t[first]) || i+1 < len(t) && currencies.Has(t[i+1].Stem)
		if !money && !(i+1 < len(t) && c.all[i+1].cues&units != 0 && !asked[i+1]) {
			return false
		}
		given = true
	}
	return given
}

// isSum reports whether a word is a number with the sign of a currency.
func isSum(t english.Token) bool { return strings.ContainsAny(t.Norm, "$€£") }

func isFigure(t english.Token) bool { return english.IsNumber(t.Norm) || isSum(t) }

// timeElsewhere reports whether it is asked when something was that the sentence only names to say when
// something else was, and every day in it is of that: "After meeting the board, she resigned on Monday".
func (c *comparison) timeElsewhere() bool {
	if c.q.Kind != question.When || !c.doing.known {
		return false
	}
	dates, told := c.passage(c.s).Dates(), false
	for _, v := range c.found {
		if v.unit != c.doing.verb {
			continue
		}
		phrase, ok := asidePhrase(c.text(), v.token)
		if !ok {
			return false
		}
		for _, d := range dates {
			if phrase.Start <= d.Start && d.Start < phrase.End {
				return false
			}
		}
		told = true
	}
	return told && len(dates) > 0
}

// asideBefore is how many words before what is named beside the matter its preposition stands: "after his
// second meeting".
const asideBefore = 4

// asidePhrase returns the words from "after" or the like before token i to the next comma.
func asidePhrase(t english.Text, i int) (english.Span, bool) {
	for k := i - 1; k >= 0 && k >= i-asideBefore && !strings.ContainsAny(t.Gap(k+1), ",;"); k-- {
		if !timeAsides.Has(t.Tokens[k].Norm) {
			continue
		}
		end := i
		for end+1 < len(t.Tokens) && !strings.ContainsAny(t.Gap(end+1), ",;") {
			end++
		}
		return english.Span{Start: t.Tokens[k].Start, End: t.Tokens[end].End}, end+1 < len(t.Tokens)
	}
	return english.Span{}, false
}

var (
	plainSpeech = english.Stems("plain verbs of saying")

	currencies = english.Stems("money units")
	timeAsides = english.Class("time asides")
)

// unreal reports whether the question takes for granted that something was done, and the sentence only
// says that it is wanted, planned or possible, or that another did it: "When did Malta join?" of "Spain
// joined in 1990, and Malta has applied to join".
func unreal(c *comparison) bool {
	switch c.q.Kind {
	case question.When, question.Why, question.Where:
	default:
		return false
	}
	if !c.doing.known || c.q.Future || c.q.Negative || !pastAuxiliaries.HasAny(c.q.Words.Tokens) {
		return false
	}
	t, asked, told := c.text(), c.all.asked(c.found), false
	for _, v := range c.found {
		switch {
		case v.unit != c.doing.verb || v.strength < 1:
		case unrealAt(t.Tokens, v.token):
			told = true
		case !byAnother(c, asked, v.token):
			return false
		}
	}
	return told
}

// byAnother reports whether right before the verb at token i, as who does it, a name stands that is not
// asked about, where one is.
func byAnother(c *comparison, asked []bool, i int) bool {
	for i--; i >= 0 && c.all[i].word&flagStop != 0; i-- {
	}
	return i >= 0 && c.all[i].name != 0 && !asked[i] && c.units.nameAny(c.doing.subject)
}

// unrealAt reports whether the verb at token i is told as wanted or possible: "applied to join", "could join".
func unrealAt(t []english.Token, i int) bool {
	for k := i - 1; k >= max(0, i-unrealBefore); k-- {
		switch w := t[k]; {
		case possible.Has(w.Norm):
			return true
		case w.Norm == "to":
			return k > 0 && intentions.Has(t[k-1].Stem)
		case !w.Stop && !strings.HasSuffix(w.Norm, "ly"):
			return false
		}
	}
	return false
}

// unrealBefore is how many words before a verb what makes it unreal stands: "could soon also join".
const unrealBefore = 4

var (
	pastAuxiliaries = english.Class("auxiliaries of the past")
	possible        = english.Class("auxiliaries of the possible")
	intentions      = english.Stems("intended")
)
