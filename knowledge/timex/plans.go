package timex

import "talksbot/knowledge/english"

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
		if next := p.at(i + 1); !more[next.word] {
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
