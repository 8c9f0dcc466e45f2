package search

import (
	"slices"
	"strings"

	"talksbot/knowledge/english"
	"talksbot/knowledge/question"
)

// mostUncounted is the encoder's log of the odds from which it is so sure of a sentence that what its
// numbers count may be another word for what is asked.
const mostUncounted = 1.5

// countsOther reports whether it is asked how many of something there are, and each number of the
// sentence plainly counts something else: "three prisoners" where soldiers are asked for.
func countsOther(c *comparison, logit float64) bool {
	if c.q.Kind != question.HowMany || c.q.Measure != "many" || c.q.Focus == "" || c.unitAsked != 0 || logit >= mostUncounted {
		return false
	}
	t, asked, given := c.text(), c.all.asked(c.found), false
	for i := 0; i < len(c.all); i++ {
		if asked[i] || !isFigure(t.Tokens[i]) && c.all[i].cues&cueQuantity == 0 || c.all.inDate(i) {
			continue
		}
		if c.all.ageAt(t, i) {
			given = true
			continue
		}
		end := countedEnd(t, i)
		if t.Tokens[i].Norm == "none" || !countsElse(c, i, end) {
			return false
		}
		given, i = true, end-1
	}
	return given
}

// countedEnd returns where what the number at token i counts ends, as far as a few words tell.
func countedEnd(t english.Text, i int) int {
	end := i + 1
	for end < len(t.Tokens) && isFigure(t.Tokens[end]) {
		end++ // "two million"
	}
	if of := end; of+1 < len(t.Tokens) && t.Tokens[of].Norm == "of" {
		for end = of + 1; end < len(t.Tokens) && t.Tokens[end].Stop; end++ { // "nine of their ten games"
		}
	}
	first := end
	for end < len(t.Tokens) && end-first <= mostCounted && !t.Tokens[end].Stop && strings.Trim(t.Gap(end), " -") == "" && !verbal(t.Tokens[end]) {
		end++
	}
	return end
}

// countsElse reports whether the number at token i counts what is not asked for. A number that stands
// alone may count anything: "killed four".
func countsElse(c *comparison, i, end int) bool {
	t := c.text()
	from := i + 1
	for from < end && (t.Tokens[from].Stop || isFigure(t.Tokens[from])) {
		from++
	}
	if from == end {
		return false
	}
	counts := func(m match) bool { return c.units[m.unit].focus && m.token > i && m.token < end }
	isAsked := func(w english.Token) bool { return w.Stem == c.q.Focus }
	if slices.ContainsFunc(c.found, counts) || slices.ContainsFunc(t.Tokens[from:end], isAsked) {
		return false
	}
	return !peopleAsked.Has(c.q.Focus) || !slices.ContainsFunc(t.Tokens[from:end], isPeople)
}

var peopleAsked = english.Stems("people in numbers")

// isPeople reports whether a noun may stand for people: by its ending, by a capital ("150 Indians"), or
// as one of those that no ending tells.
func isPeople(w english.Token) bool {
	if w.Upper || severalPeople.Has(w.Stem) || peopleNouns.Has(w.Stem) || peopleAsked.Has(w.Stem) {
		return true
	}
	for end := range peopleEnds {
		if strings.HasSuffix(w.Norm, end) {
			return true
		}
	}
	return false
}

var (
	severalPeople = english.Stems("several people")
	peopleNouns   = english.Stems("nouns for a person by what they do")
	peopleEnds    = english.Class("endings of people")
)
