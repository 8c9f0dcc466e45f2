package timex

import (
	"strings"

	"talksbot/knowledge/english"
)

// What is ahead although no word says so: timetables are told in the present tense ("the ferry sails
// on Friday"), and a meeting that somebody has called is yet to come.

var (
	// timetable holds verbs that tell in the present what is due; the headlines' present is for what has happened
	// ("quake kills 30"), so it takes a verb of going, or of beginning and ending.
	timetable = wordsOf("timetable verbs")

	// timetablePlural are their forms after a plural: "talks open on Monday".
	timetablePlural = wordsOf("plural timetable verbs")

	// needed are the words without which a verb means too many things: takes place, goes on sale.
	needed = func() map[*word]words {
		m := map[*word]words{}
		for _, row := range english.Rows("timetable verbs that need more") {
			m[intern(row[0])] = words{}
			for _, w := range phraseOf(row[1]) {
				m[intern(row[0])][w] = true
			}
		}
		return m
	}()

	// sameInPast are the verbs whose past is written like their present.
	sameInPast = wordsOf("same in past")

	// helpers are the words after which a verb stands in its base form.
	helpers = wordsOf("before a base form")

	arrangers  = wordsOf("arranging verbs")
	gatherings = wordsOf("gatherings")
	haves      = wordsOf("finite have")
)

// timetabled reports whether token i is a verb in the present that tells what is due.
func (p *parser) timetabled(i int) bool {
	t, before := &p.tokens[i], p.at(i-1)
	if t.shape != lower || before.shape == other || p.sentenceEnds(i-1) || !p.finite(i) {
		return false
	}
	if more := needed[t.word]; more != nil {
		if next := p.at(i + 1); !more[next.word] && next.digits == 0 && !next.word.is(symMonth) && !next.word.is(symWeekday) {
			return false
		}
	}
	plural := before.shape != upper && before.hasSuffix(p.text, "s") && before.word != genitive && before.cue == 0
	return timetable[t.word] && !plural || timetablePlural[t.word] && plural
}

// finite reports whether the verb at token i has a tense of its own: no helping verb stands before it,
// and no word that makes it a noun ("the cut", "its visits") or a participle ("was cut").
func (p *parser) finite(i int) bool {
	before := p.at(i - 1)
	if p.sentenceEnds(i - 1) {
		return true
	}
	if before.hasSuffix(p.text, "ly") && i > 1 {
		before = p.at(i - 2)
	}
	return !helpers[before.word] && (before.word == wordAnd || !smallWords[before.word]) && !beForms[before.word] && before.word != genitive
}

// arranged reports whether the expression is the day of a gathering that somebody has called: "has
// invited both sides to a meeting on Thursday".
func (p *parser) arranged(first, end int) bool {
	i := first - 1
	planned := p.infinitiveAt(end)
	for i >= 0 && i > first-4 && (wordsTouching[p.tokens[i].word] || p.tokens[i].word == wordFor) {
		planned = planned || p.tokens[i].word == wordFor
		i--
	}
	if i < 0 || !gatherings[p.tokens[i].word] {
		return false
	}
	for i--; i > 0 && i > first-maxReach/2 && !p.sentenceEnds(i); i-- {
		switch t := &p.tokens[i]; {
		case arrangers[t.word]:
			return planned || haves[p.tokens[i-1].word] || i > 1 && haves[p.tokens[i-2].word]
		case t.cue != 0 && t.shape == lower:
			return false
		}
	}
	return false
}

var (
	presentBe   = wordsOf("present forms of be")
	lookingBack = wordsOf("looking back")
	isPronouns  = wordsOf("before an s that is a verb")
	forDays     = wordsOf("looking back unless beside a day")
	plannedFor  = wordsOf("planned for a day")
	movedTo     = wordsOf("moved to a day")
	modals      = wordsOf("modals of what may be")
	haveForms   = wordsOf("forms of have")
	denials     = wordsOf("negatives")
	intentions  = func() words {
		m := words{}
		for w := range english.Inflected("verbs of intending", english.AnyForm) {
			m[intern(w)] = true
		}
		return m
	}()
	mustDo = wordsOf("before what is to be done")
)

// presentReach is how many tokens may stand between a verb in the present and the day it tells of.
const presentReach = 10

// standsAhead reports whether the clause before token first puts a day ahead without a word for the future:
// "The election is on November 5", "A march is called for Monday", "was postponed to May".
func (p *parser) standsAhead(first int) bool {
	if p.at(first-1).word == wordFrom && smallWords[p.at(first-3).word] {
		return false // "the report from Monday"
	}
	for i := first - 1; i >= max(0, first-presentReach) && p.sameClause(i); i-- {
		t := &p.tokens[i]
		switch {
		case presentBe[t.word] && t.shape == lower, t.word == genitive && isPronouns[p.at(i-1).word]:
			return true
		case lookingBack[t.word] && (i < first-1 || !forDays[t.word]), t.cue&cuePast != 0 && !presentBe[p.at(i-1).word]:
			return false
		}
	}
	return false
}

// plannedDay reports whether the words right before token first put a day ahead: "forecast for Monday",
// "was postponed to May".
func (p *parser) plannedDay(first int) bool {
	lead, before := p.at(first-1).word, p.at(first-2).word
	return lead == wordFor && plannedFor[before] || (lead == wordTo || lead == wordFor) && movedTo[before]
}

// plannedTense is the tense of a planned day that ends before token end. Where the plan has been changed
// the day may have passed: "A summit set for April was moved".
func (p *parser) plannedTense(end int) tense {
	if p.at(end).cue&cuePast != 0 {
		return tenseFuture
	}
	return tenseWill
}

// sameClause reports whether no mark that parts clauses stands at token i.
func (p *parser) sameClause(i int) bool {
	t := &p.tokens[i]
	return !p.sentenceEnds(i) && (t.shape != other || t.digits > 0 || t.word == hyphen || t.word == genitive)
}

// meansToDo reports whether token i is a verb by which somebody means to do what an infinitive after it
// says, or has to: "vowed to", "is to", "needs to".
func (p *parser) meansToDo(i int) bool {
	t, next := &p.tokens[i], p.at(i+1)
	if t.shape == upper || next.gap == broken {
		return false
	}
	return intentions[t.word] || next.word == wordTo && mustDo[t.word]
}

// modalTense is what "may", "should" or the like tells: with "have" after it, of the past.
func (p *parser) modalTense(i int) tense {
	if p.tokens[i].shape != lower {
		return tenseUnknown // the month
	}
	next := i + 1
	if denials[p.at(next).word] || p.at(next).hasSuffix(p.text, "ly") {
		next++
	}
	if haveForms[p.at(next).word] || p.tokens[i].word == wordCould && p.deniedBefore(next) {
		return tensePast
	}
	return tenseFuture
}

// deniedBefore reports whether something is denied in the clause before token i: "nobody could be reached".
func (p *parser) deniedBefore(i int) bool {
	for k := i - 1; k >= max(0, i-presentReach) && p.sameClause(k); k-- {
		if denials[p.tokens[k].word] {
			return true
		}
	}
	return false
}

// deadlineTense is the tense of a day behind "by" or "until" at token i. It is ahead, but for what had
// come about by then ("By Wednesday they had left", "They had left by Wednesday") or did not before
// ("was not told until Tuesday").
func (p *parser) deadlineTense(i, end int) tense {
	if p.sentenceEnds(i-1) || joining[p.at(i-1).word] || p.at(end).word == comma && !p.sameClause(i-1) {
		if p.tenseAfter(end) == tensePast {
			return tensePast
		}
		return tenseFuture
	}
	past := false
	for k := i - 1; k >= max(0, i-presentReach) && p.sameClause(k); k-- {
		t := &p.tokens[k]
		switch {
		case p.infinitiveAt(k), t.cue&cueFuture != 0, modals[t.word]:
			return tenseFuture
		case denials[t.word] && past, t.word == wordHad:
			return tensePast
		}
		past = past || t.cue&cuePast != 0
	}
	return tenseFuture
}

var wordHad, wordCould, wordFrom = intern("had"), intern("could"), intern("from")

// reports holds the forms of verbs by which somebody says something: the day beside one is that of the
// saying.
var reports = func() words {
	m := words{}
	add := func(verb string) {
		for w := range english.Inflect(verb) {
			m[intern(w)] = true
		}
	}
	for _, row := range english.Rows("verbs of saying") {
		if strings.Contains(row[1], "quotes") && !strings.Contains(strings.Join(row[2:], " "), "attitude") {
			add(row[0])
		}
	}
	for verb := range english.Class("verbs of speaking") {
		add(verb)
	}
	return m
}()
