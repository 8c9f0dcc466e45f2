package search

import (
	"talksbot/knowledge/names"
	"talksbot/knowledge/question"
)

// turned reports whether wherever the sentence has the verb asked about, who is asked to do it
// is the one it is done to, or the other way round: "Who beat Norbyg?" of "Norbyg, which
// beat three bidders".
func (c *comparison) turned() bool {
	told := false
	for _, v := range c.found {
		if v.unit != c.doing.verb || v.strength < likeParaphrase {
			continue
		}
		if t := c.text(); v.token >= len(t.Tokens) || apposed(t, v.token) || !c.turnedAt(v, voiceOf(t, v.token)) {
			return false
		}
		told = true
	}
	return told
}

// rightBefore is how many tokens before a verb its subject stands: "Arlen has beaten".
const rightBefore = 2

func (c *comparison) turnedAt(verb match, v voice) bool {
	subject, object := c.doing.subject, c.doing.object
	switch {
	case v == unclear, v == passive && verb.strength < likeDerived, otherFrame(c, verb):
		return false
	case v == passive:
		subject, object = object, subject
	}
	before, after := sides(c.found, c.units.namesOf(subject), verb.token)
	if after < nowhere && before == nowhere {
		return true
	}
	before, after = sides(c.found, object, verb.token)
	right := rightBefore
	if v == passive {
		right += besideSpan // "the Osby miners were freed"
	}
	return before <= right && after == nowhere && c.units.nameAny(object)
}

// otherFrame reports whether the word that stands for the verb asked about may have the other way round who
// does it and whom it is done to: of those who died, "the storm killed four".
func otherFrame(c *comparison, verb match) bool {
	return verb.strength < 1 && fates[c.q.Words.Touching(c.q.Clause.Verb)[0].Stem] != nil
}

// anotherDoes reports whether the sentence says it of somebody else: who is asked about is not
// in it, and another name stands right before the verb.
func (c *comparison) anotherDoes() bool {
	who := c.doing.subject
	if len(who) == 0 || !c.units.nameAny(who) {
		return false
	}
	for _, u := range who {
		if c.best[u] > 0 {
			return false
		}
	}
	all := c.all
	for _, v := range c.found {
		if v.unit != c.doing.verb {
			continue
		}
		for i := v.token - 1; i >= 0; i-- {
			if all[i].name != 0 && all[i].word&flagUpper != 0 {
				return true
			}
			if all[i].word&flagStop == 0 {
				break
			}
		}
	}
	return false
}

// anotherThere reports whether it is asked where somebody was, and the sentence is of
// somebody else.
func (c *comparison) anotherThere() bool {
	if c.q.Kind != question.Where || c.all.opensBack() {
		return false
	}
	if u := c.units[0]; u.kind != names.Person || !u.name || u.term == 0 || c.best[0] > 0 {
		return false
	}
	asked := c.all.asked(c.found)
	for j, t := range c.all {
		if t.name != 0 && t.kind == names.Person && !asked[j] {
			return true
		}
	}
	return false
}

// unsaid reports whether the sentence says nothing of what a yes/no question asks, neither so
// nor the contrary: it lacks the verb, or who does it.
func (c *comparison) unsaid() bool {
	if c.best[c.doing.verb] == 0 && c.best[c.doing.aim] == 0 && !c.doing.wish && !c.contradicts() {
		return true
	}
	var before []float64
	if c.follows(c.s) && c.all.opensBack() {
		_, before = c.matches(c.s - 1)
	}
	return c.lacksName(c.doing.subject, before) || c.lacksName(c.doing.object, before)
}

// lacksName reports whether one of the units is a name and the sentence, and the one before it
// if there is one to look at, has none of them.
func (c *comparison) lacksName(units []int, before []float64) bool {
	return lacks(units, c.best) && (before == nil || lacks(units, before)) && c.units.nameAny(units)
}

// gateClause notes where the sentence says something else of those asked about.
func (c *comparison) gateClause(f *features) {
	f.note(certainOtherDoer, c.anotherThere())
	if !c.doing.known {
		return
	}
	f.note(certainRolesTurned, c.turned())
	f.note(certainDenied, c.denied())
	f.note(certainDeedAside, c.deedAside())
	f.note(certainUnreal, unreal(c))
	f.note(certainSpeakerOnly, f[plainly] == 0 && speakerOnly(c))
	f.note(certainOtherSide, c.otherSide())
	f.note(certainDoerUnnamed, c.doerUnnamed())
	f.note(certainOtherDoer, c.anotherThere() || c.anotherDoes())
	f.note(gateNoSubject, !c.doing.anybody && lacks(c.doing.subject, c.around()))
	f.note(gateNotSaid, c.q.Kind == question.YesNo && c.unsaid())
}
