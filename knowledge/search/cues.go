package search

import (
	"strings"
	"sync"

	"talksbot/knowledge/english"
)

// A cue is what a word of a sentence signals, whatever the sentence is about. A word may
// signal several things.
type cue uint32

const (
	cueReason   cue = 1 << iota // because, due
	cuePurpose                  // to prevent, aimed: a verb of purpose
	cueManner                   // by, through
	cueSpeech                   // said, pledged
	cueBe                       // is, was
	cueNot                      // not, never
	cueRole                     // minister, chief
	cueMoney                    // dollars, million
	cueTime                     // years, hours: units of time
	cueLength                   // miles, metres
	cueShare                    // percent
	cueAge                      // aged, old
	cueOften                    // times, twice, annually
	cuePronoun                  // he, she, they
	cueYear                     // century, era: words of dates
	cueCalendar                 // January, Monday
	cueQuantity                 // dozens, half: a number without one
	cueClock                    // noon, p.m.
	cueMass                     // tonnes, degrees: other units
	cueOn
	cueInside // in, at
	cueToward // of, to: what comes before a place that may be the one
	cueTopic  // the situation, the war: what is said of a place
	cueAbout  // on, about
	cueCommon // one of the most common words of English
	cueFuture // will, planned
	cueWhile  // after, before: opens what says when
)

// cueSections are the sections of words that signal each cue.
var cueSections = []struct {
	cue     cue
	section string
}{

	{cueReason, "cue reason"},
	{cuePurpose, "cue purpose"},
	{cueManner, "cue manner"},
	{cueSpeech, "cue speech"},
	{cueBe, "cue being"},
	{cueNot, "cue negation"},
	{cueRole, "cue office"},
	{cueMoney, "cue money"},
	{cueTime, "cue time"},
	{cueLength, "cue length"},
	{cueShare, "cue share"},
	{cueAge, "cue age"},
	{cueOften, "cue frequency"},
	{cuePronoun, "cue referring back"},
	{cueYear, "cue era"},
	{cueCalendar, "cue calendar"},
	{cueQuantity, "cue quantity"},
	{cueClock, "cue clock"},
	{cueMass, "cue other"},
	{cueOn, "cue on"},
	{cueInside, "cue inside"},
	{cueToward, "cue toward"},
	{cueTopic, "cue topic"},
	{cueAbout, "cue about"},
	{cueFuture, "cue future"},
	{cueWhile, "cue while"},
}

// cuesByStem are the cues of the stems that have any.
var cuesByStem = sync.OnceValue(func() map[string]cue {
	cues := map[string]cue{}
	for stem := range english.Stems("verbs of saying asked about") {
		cues[stem] |= cueSpeech
	}
	for stem := range english.Stems("common words") {
		cues[stem] |= cueCommon
	}
	for _, row := range cueSections {
		for w := range english.Class(row.section) {
			cues[english.Stem(english.Norm(w))] |= row.cue
		}
	}
	return cues
})

// cueOf returns what a word signals, by its stem.
func cueOf(stem string) cue {
	c := cuesByStem()[stem]
	if strings.HasSuffix(stem, "%") {
		c |= cueShare
	} else if strings.HasPrefix(stem, "$") || strings.HasPrefix(stem, "€") || strings.HasPrefix(stem, "£") {
		c |= cueMoney
	}
	return c
}

// measureCues are what the unit after a number must be for a question "how long", "what
// price".
var measureCues = func() map[string]cue {
	sorts := map[string]cue{
		"time": cueTime, "length": cueLength, "money": cueMoney, "share": cueShare, "age": cueAge, "frequency": cueOften, "other": cueMass,
	}
	cues := map[string]cue{}
	for _, row := range append(english.Rows("measure adjectives"), english.Rows("measure nouns")...) {
		for sort := range strings.FieldsSeq(row[1]) {
			cues[row[0]] |= sorts[sort]
		}
	}
	return cues
}()
