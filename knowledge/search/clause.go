package search

import (
	"strings"

	"talksbot/knowledge/english"
	"talksbot/knowledge/question"
)

// A doing is the question's clause in units: who does what. The zero doing has no verb.
type doing struct {
	known           bool
	anybody         bool // the subject is one that may be called anything: "people"
	wish            bool // the verb says no more than that somebody wants it
	verb            int
	aim             int // the verb after it in "agree to negotiate", else the verb itself
	subject, object []int
}

// doing finds the units of the question's clause.
func (r *ranker) doingOf(c question.Clause) doing {
	var d doing
	if c.Verb == (english.Span{}) {
		return d
	}
	d.wish = wishes.Has(r.q.Text[c.Verb.Start:c.Verb.End])
	in := func(u unit, s english.Span) bool { return s.Start <= u.start && u.start < s.End }
	for i, u := range r.units {
		switch {
		case in(u, c.Verb):
			d.verb, d.aim, d.known = i, i, true
		case in(u, c.Aim) && d.known && d.aim == d.verb:
			d.aim = i
		case in(u, c.Subject):
			d.anybody = d.anybody || anybody.Has(english.Stem(r.q.Text[u.start:u.end]))
			d.subject = append(d.subject, i)
		case in(u, c.Object):
			d.object = append(d.object, i)
		}
	}
	return d
}

// wishes are the verbs that an answer need not have: who proposes or demands it wants it.
var wishes = english.Class("wishes")

// anybody are the subjects that a sentence need not name.
var anybody = english.Stems("anybody")

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

func (r *ranker) turnedAt(found []match, verb match, v voice) bool {
	subject, object := r.doing.subject, r.doing.object
	switch {
	case v == unclear, v == passive && verb.strength < likeDerived:
		return false
	case v == passive:
		subject, object = object, subject
	}
	before, after := sides(found, subject, verb.token)
	if after < nowhere && before == nowhere {
		return true
	}
	before, after = sides(found, object, verb.token)
	return before <= 2 && after == nowhere && r.units.nameAny(object)
}

const nowhere = 1 << 20

// sides returns how many tokens before and after the verb the nearest match of one of the
// units stands.
func sides(found []match, units []int, verb int) (before, after int) {
	before, after = nowhere, nowhere
	for _, m := range found {
		for _, u := range units {
			switch {
			case m.unit != u:
			case m.token < verb:
				before = min(before, verb-m.token)
			case m.token > verb:
				after = min(after, m.token-verb)
			}
		}
	}
	return before, after
}

func (us units) nameAny(list []int) bool {
	for _, u := range list {
		if us[u].name {
			return true
		}
	}
	return false
}

// A voice is how a verb stands in a sentence.
type voice int

const (
	unclear voice = iota // "said Lavrov", "addressing a meeting"
	active               // with the one it is done to after it
	passive
)

// voiceOf reads the voice of the verb at token i of a text.
func voiceOf(text string, tokens []english.Token, i int) voice {
	if strings.HasSuffix(tokens[i].Norm, "ing") || question.IsNominal(tokens[i].Norm) || i == 0 {
		return unclear
	}
	if i+1 < len(tokens) && tokens[i+1].Norm == "by" {
		return passive
	}
	for back := i - 1; back >= max(0, i-2) && tokens[back].Stop && tokens[back].Norm != "to"; back-- {
		if beForms.Has(tokens[back].Norm) {
			return passive
		}
	}
	if plainlySaid.Has(tokens[i].Stem) || strings.ContainsAny(text[tokens[i-1].End:tokens[i].Start], ",\"”’") {
		return unclear
	}
	if i+1 < len(tokens) && (!tokens[i+1].Stop || determiners.Has(tokens[i+1].Norm) || complements.Has(tokens[i+1].Norm)) {
		return active
	}
	return unclear
}

var (
	beForms     = english.Class("forms of be")
	determiners = english.Class("noun openers")
	plainlySaid = english.Stems("plain verbs of saying")
)

// complements open what a verb has for an object: "pledged not to".
var complements = english.SetOf(`to not that`)

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

// lacks reports whether none of the units is matched, of those that there are.
func lacks(units []int, best []float64) bool {
	for _, u := range units {
		if best[u] > 0 {
			return false
		}
	}
	return len(units) > 0
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
	f.note(certainOtherDoer, r.anotherDoes(s, found, best))
	f.note(gateNoSubject, !r.doing.anybody && lacks(r.doing.subject, r.around(s, best)))
	f.note(certainNoDeed, r.q.Kind == question.Who && r.q.Future && best[r.doing.verb] == 0)
	f.note(gateNotSaid, r.q.Kind == question.YesNo && r.unsaid(s, best))
}
