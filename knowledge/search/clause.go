package search

import (
	"talksbot/knowledge/english"
	"talksbot/knowledge/question"
)

// turned reports whether wherever the sentence has the verb asked about, who is asked to do it
// is the one it is done to, or the other way round: "Who beat Norbyg?" of "Norbyg, which
// beat three bidders".
func (r *ranker) turned(s uint32, found []match) bool {
	text, tokens := "", []english.Token(nil)
	for _, v := range found {
		if v.unit != r.doing.verb || v.strength < likeParaphrase {
			continue
		}
		if tokens == nil {
			words := r.passage(s).Words()
			text, tokens = words.String, words.Tokens
		}
		if v.token >= len(tokens) || !r.turnedAt(found, v, voiceOf(text, tokens, v.token)) {
			return false
		}
	}
	return tokens != nil
}

// rightBefore is how many tokens before a verb its subject stands: "Arlen has beaten".
const rightBefore = 2

func (r *ranker) turnedAt(found []match, verb match, v voice) bool {
	subject, object := r.doing.subject, r.doing.object
	switch {
	case v == unclear, v == passive && verb.strength < likeDerived:
		return false
	case v == passive:
		subject, object = object, subject
	}
	before, after := sides(found, r.units.namesOf(subject), verb.token)
	if after < nowhere && before == nowhere {
		return true
	}
	before, after = sides(found, object, verb.token)
	return before <= rightBefore && after == nowhere && r.units.nameAny(object)
}

// anotherDoes reports whether the sentence says it of somebody else: who is asked about is not
// in it, and another name stands right before the verb.
func (r *ranker) anotherDoes(s uint32, found []match, best []float64) bool {
	who := r.doing.subject
	if len(who) == 0 || !r.units.nameAny(who) {
		return false
	}
	for _, u := range who {
		if best[u] > 0 {
			return false
		}
	}
	all := r.tokens(sentences, s)
	for _, v := range found {
		if v.unit != r.doing.verb {
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

// unsaid reports whether the sentence says nothing of what a yes/no question asks, neither so
// nor the contrary: it lacks the verb, or who does it.
func (r *ranker) unsaid(s uint32, best []float64) bool {
	if best[r.doing.verb] == 0 && best[r.doing.aim] == 0 && !r.doing.wish && !r.contradicts(r.tokens(sentences, s), best) {
		return true
	}
	var before []float64
	if r.follows(s) && r.tokens(sentences, s).opensBack() {
		_, before = r.matches(s - 1)
	}
	return r.lacksName(r.doing.subject, best, before) || r.lacksName(r.doing.object, best, before)
}

// lacksName reports whether one of the units is a name and the sentence, and the one before it
// if there is one to look at, has none of them.
func (r *ranker) lacksName(units []int, best, before []float64) bool {
	return lacks(units, best) && (before == nil || lacks(units, before)) && r.units.nameAny(units)
}

// gateClause notes where the sentence says something else of those asked about.
func (r *ranker) gateClause(f *features, s uint32, found []match, best []float64) {
	if !r.doing.known {
		return
	}
	f.note(certainRolesTurned, r.turned(s, found))
	f.note(certainOtherSide, r.otherSide(s, found))
	f.note(certainDoerUnnamed, r.doerUnnamed(s, found))
	f.note(certainOtherDoer, r.anotherDoes(s, found, best))
	f.note(gateNoSubject, !r.doing.anybody && lacks(r.doing.subject, r.around(s, best)))
	f.note(certainNoDeed, r.q.Kind == question.Who && r.q.Future && best[r.doing.verb] == 0)
	f.note(gateNotSaid, r.q.Kind == question.YesNo && r.unsaid(s, best))
}
