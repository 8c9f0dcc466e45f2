package search

import (
	"slices"

	"talksbot/knowledge/names"
	"talksbot/knowledge/question"
)

// types notes whether the sentence holds what the question wants: a date for "when", a
// person for "who". What the question itself names does not count.
func (c *comparison) types(f *features) {
	set := func(has, lacks feature, v float64) {
		f[has] = v
		if v == 0 {
			f[lacks] = 1
		}
	}
	all := c.all
	asked := all.asked(c.found)
	switch c.q.Kind {
	case question.When:
		set(hasTime, lacksTime, all.dates(asked, c.q.Focus == "time" || c.q.Focus == "hour"))
	case question.Who:
		if c.q.Identity {
			set(saysWhatItIs, saysNotWhatItIs, all.identity(c.found))
			return
		}
		set(hasPerson, lacksPerson, all.persons(asked))
	case question.Where:
		set(hasPlace, lacksPlace, c.places(asked))
	case question.HowMany:
		set(hasNumber, lacksNumber, c.numbers(asked))
	case question.Why:
		set(hasReason, lacksReason, all.cueShare(cueReason|cuePurpose))
	case question.How:
		set(hasManner, lacksManner, all.cueShare(cueManner))
	case question.Said:
		set(hasTheirWords, lacksTheirWords, c.said())
	case question.What:
		switch {
		case c.q.Identity:
			set(saysWhatItIs, saysNotWhatItIs, all.identity(c.found))
		case c.q.About:
			set(hasFocus, lacksFocus, all.about(c.found))
		case c.q.Focus != "":
			set(hasFocus, lacksFocus, c.units.focus(c.found))
		}
	}
}

// How surely words give a time where the question asks for one. The fit weighs them all by one
// number, so it is their order that counts; gates look at unitOfTime.
const (
	dayForHour = 0.2 // a day, where the hour is asked for
	unitOfTime = 0.3 // "years": mostly how long, not when
	eraOfTime  = 0.6 // "century"
)

// dates returns how surely the sentence states a time that the question does not, as
// precisely as it is asked for.
func (all tokens) dates(asked []bool, clock bool) float64 {
	best := 0.0
	for i, t := range all {
		if asked[i] {
			continue
		}
		switch {
		case t.cues&cueClock != 0:
			return 1
		case clock:
			best = max(best, dayForHour)
		case t.cues&cueCalendar != 0 && t.word&flagUpper != 0, t.word&flagYear != 0:
			return 1
		case t.cues&cueYear != 0:
			best = max(best, eraOfTime)
		case t.cues&cueTime != 0:
			best = max(best, unitOfTime)
		}
	}
	return best
}

// How surely a name that is not known for a person's is who is asked for.
const (
	bodyForPerson  = 0.7 // bodies act as persons do, and an unknown name may be one's
	placeForPerson = 0.4 // "France asked for help"
)

// persons returns how surely the sentence names somebody the question does not.
func (all tokens) persons(asked []bool) float64 {
	best := 0.0
	for i, t := range all {
		if t.name == 0 || asked[i] {
			continue
		}
		switch t.kind {
		case names.Person:
			return 1
		case names.Other, names.Org:
			best = max(best, bodyForPerson)
		default:
			best = max(best, placeForPerson)
		}
	}
	return best
}

func (all tokens) cueShare(c cue) float64 {
	if all.has(c) {
		return 1
	}
	return 0
}

// How surely words of somebody are those asked about.
const (
	anybodySaid   = 0.5 // no speaker is asked about
	saidByOne     = 0.7 // of a "he" or "they" that is named in the sentence before
	saidOtherwise = 0.5 // of what it would be: who warned has not promised
)

// said returns how surely the sentence reports the words of the speaker asked about.
func (c *comparison) said() float64 {
	all := c.all
	if !all.has(cueSpeech) {
		return 0
	}
	if c.q.Speaker == "" {
		return anybodySaid
	}
	v := 0.0
	if all.mention(c.speaker) {
		v = 1
	} else if c.follows(c.s) && all.opensBack() && c.tokens(sentences, c.s-1).mention(c.speaker) {
		v = saidByOne
	}
	if c.q.Head != "" && c.headMissing() {
		v *= saidOtherwise
	}
	return v
}

// Where what somebody is stands, in tokens from the name.
const (
	beAfter    = 4 // "Ona Berzins, 41, is a judge"
	roleBefore = 3 // "Judge Ona Berzins"
	aboutAfter = 6 // "talks in Arlen on arms control": what a thing deals with
)

// identity returns how surely the sentence says who or what the thing asked about is.
func (all tokens) identity(found []match) float64 {
	for _, m := range found {
		i := m.token
		if all[i:min(i+1+beAfter, len(all))].has(cueBe) || all[min(max(i-roleBefore, 1), i+1):i+1].has(cueRole) {
			return 1
		}
	}
	return 0
}

// about returns how surely the sentence says what the thing asked about deals with: "talks
// on arms control".
func (all tokens) about(found []match) float64 {
	for _, m := range found {
		for i := m.token + 1; i < min(m.token+1+aboutAfter, len(all)); i++ {
			if all[i].cues&cueAbout != 0 && (i+1 == len(all) || all[i+1].cues&cueCalendar == 0) {
				return 1
			}
		}
	}
	return 0
}

// headMissing reports whether the sentence lacks what somebody is asked to be: "captain" of
// "who is the captain of the ship".
func (c *comparison) headMissing() bool {
	head := slices.IndexFunc(c.q.Terms, func(t question.Term) bool { return t.Stem == c.q.Head })
	return head >= 0 && !slices.ContainsFunc(c.found, func(m match) bool {
		u := c.units[m.unit]
		return u.start <= c.q.Terms[head].Start && c.q.Terms[head].Start < u.end
	})
}
