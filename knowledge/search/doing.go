package search

import (
	"talksbot/knowledge/english"
	"talksbot/knowledge/question"
)

// A doing is the question's clause in units: who does what. The zero doing has no verb.
type doing struct {
	known           bool
	asked           bool // the subject is what is asked for
	anybody         bool // the subject is one that may be called anything: "people"
	wish            bool // the verb says no more than that somebody wants it
	light           bool // the verb leaves it to other words what is done
	verb            int
	aim             int // the verb after it in "agree to negotiate", else the verb itself
	subject, object []int
	other           string // what turns round the word behind the verb: "against" of "voted for"
}

// doingOf finds the units of the question's clause.
func doingOf(q question.Question, us units) doing {
	var d doing
	c := q.Clause
	if c.Verb == (english.Span{}) {
		return d
	}
	asksWhich := q.Kind == question.Who || q.Kind == question.What && q.Focus != ""
	d.asked = asksWhich && !c.Passive && c.Subject == (english.Span{})
	d.wish = wishes.Has(q.Text[c.Verb.Start:c.Verb.End])
	in := func(u unit, s english.Span) bool { return s.Start <= u.start && u.start < s.End }
	for i, u := range us {
		switch {
		case in(u, c.Verb):
			d.verb, d.aim, d.known = i, i, true
			d.light = lightVerbs.Has(q.Words.Touching(c.Verb)[0].Stem)
			if behind := q.Words.Touching(english.Span{Start: u.end + 1, End: u.end + 2}); len(behind) > 0 {
				d.other = otherSides[behind[0].Norm]
				d.light = d.light && !heavy.Has(behind[0].Norm)
			}
		case in(u, c.Aim) && d.known && d.aim == d.verb:
			d.aim = i
		case in(u, c.Subject):
			d.anybody = d.anybody || anybody.Has(english.Stem(q.Text[u.start:u.end]))
			d.subject = append(d.subject, i)
		case in(u, c.Object):
			d.object = append(d.object, i)
		}
	}
	return d
}

// wishes are the verbs that an answer need not have: who proposes or demands it wants it.
var wishes = english.Class("wishes")

// otherSides leads from a word behind a verb to the one that turns it round.
var otherSides = func() map[string]string {
	m := map[string]string{}
	for _, row := range english.Rows("sides") {
		m[row[0]] = row[1]
	}
	return m
}()

// heavy are the words behind a light verb by which it says what is done: "took down".
var heavy = english.Class("behind a light verb")

var lightVerbs = english.Stems("light verbs")

// anybody are the subjects that a sentence need not name.
var anybody = english.Stems("anybody")

// lacks reports whether none of the units is matched, of those that there are.
func lacks(units []int, best []float64) bool {
	for _, u := range units {
		if best[u] > 0 {
			return false
		}
	}
	return len(units) > 0
}

// namesOf returns those of the units that are names, all where none is: "Bosk" of "Bosk companies",
// for companies there are elsewhere too.
func (us units) namesOf(list []int) []int {
	var named []int
	for _, u := range list {
		if us[u].name {
			named = append(named, u)
		}
	}
	if named == nil {
		return list
	}
	return named
}

func (us units) nameAny(list []int) bool {
	for _, u := range list {
		if us[u].name {
			return true
		}
	}
	return false
}
