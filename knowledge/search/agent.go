package search

import (
	"strings"

	"talksbot/knowledge/english"
)

// doerUnnamed reports whether the question asks who did something and the sentence, wherever it
// tells of the deed, does not say who: "Who stole the painting?" of "The painting was stolen, said
// the curator".
func (c *comparison) doerUnnamed() bool {
	if !c.doing.asked {
		return false
	}
	told := false
	for _, v := range c.found {
		if v.unit != c.doing.verb || v.strength < likeParaphrase {
			continue
		}
		if v.token >= len(c.text().Tokens) || !c.all.doerless(c.text(), c.doing.object, c.found, v) {
			return false
		}
		told = true
	}
	return told
}

// doerless reports whether the deed has nobody who does it.
func (all tokens) doerless(t english.Text, object []int, found []match, deed match) bool {
	i := deed.token
	if apposed(t, i) {
		return false
	}
	for _, w := range t.Tokens[i:min(i+byWithin, len(t.Tokens))] {
		if agents.Has(w.Norm) {
			return false
		}
	}
	if one := strings.TrimSuffix(t.Tokens[i].Norm, "s"); deed.strength < 1 && (strings.HasSuffix(one, "er") || strings.HasSuffix(one, "or")) {
		return !all.nameNear(found, i) // "the builders"
	}
	return voiceOf(t, i) == passive || all.byItself(t, object, found, i) || aside(t, i)
}

// apposed reports whether token i is a noun that a name explains: "the club's head, Ona Berg".
func apposed(t english.Text, i int) bool {
	return i+1 < len(t.Tokens) && strings.HasPrefix(t.Gap(i+1), ",") && t.Tokens[i+1].Upper && !t.Tokens[i+1].Stop
}

// Where the name of "the builder, Onix" or "Onix, the builder" stands, in tokens from the noun.
const (
	doerBefore = 3
	doerAfter  = 4
)

// nameNear reports whether a name that the question does not say stands near token i.
func (all tokens) nameNear(found []match, i int) bool {
	asked := all.asked(found)
	for j := max(0, i-doerBefore); j < min(i+1+doerAfter, len(all)); j++ {
		if all[j].name != 0 && !asked[j] {
			return true
		}
	}
	return false
}

// byItself reports whether what the deed is done to stands before it as what does it: "A warehouse
// in Mirstad burned down".
func (all tokens) byItself(t english.Text, object []int, found []match, i int) bool {
	if _, after := sides(found, object, i); after < nowhere {
		return false
	}
	j := i - 1
	for j > 0 {
		for j > 0 && all[j].name != 0 && all[j].name == all[j-1].name {
			j-- // the first word of a name
		}
		if !all.after(j, cueInside|cueToward) {
			break
		}
		for j--; j > 0 && t.Tokens[j].Stop; j-- {
		}
	}
	before, _ := sides(found, object, i)
	return before == i-j
}

// aside reports whether the noun at token i only says when or in which matter something else was:
// "after the attack", "as a result of the attack".
func aside(t english.Text, i int) bool {
	return i > 1 && determiners.Has(t.Tokens[i-1].Norm) && asides.Has(t.Tokens[i-2].Norm)
}

// agents stand before who does it, behind the verb.
var agents = english.SetOf(`by between`)

// asides are the prepositions of what is beside the matter.
var asides = english.SetOf(`after before during since of in from following amid despite`)
