package knowledge

import (
	"strings"

	"talksbot/knowledge/english"
	"talksbot/knowledge/word"
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
	cuePlace                    // in, at: what comes before a place
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
	cueMore   // most, largest, first: superlatives and orders
)

var cueWords = []struct {
	cue   cue
	words string
}{
	{cueReason, `because due since reason cause caused causes therefore thus hence result resulted owing thanks as
		consequently attributed account grounds led leads leading so response motivated sake amid after`},
	{cuePurpose, `prevent attempt effort aim aimed aims order purpose goal intend intended ensure allow avoid protect
		reduce defend seek seeking hope objective help address`},
	{cueManner, `by through via using with method means way process thereby`},
	{cueSpeech, `said told thought wrote spoke according quoted quote saying warning`},
	{cueBe, `is are was were be been being called known refers means defined term consists`},
	{cueNot, `not never no none neither nor cannot without nobody nothing refuse refused deny denied unable fail failed
		don't doesn't didn't isn't aren't wasn't weren't won't wouldn't can't couldn't`},
	{cueRole, `minister president secretary general chief head leader chairman director official spokesman spokeswoman
		diplomat ambassador king queen emperor commander founder chancellor senator governor mayor professor scientist
		author writer actor singer player coach artist philosopher economist historian deputy engineer inventor prince
		pope bishop general colonel envoy adviser premier physicist mathematician teacher coordinator negotiator economist`},
	{cuePlace, `in at near from between around across outside inside based located north south east west headquartered
		region city country town area coast border capital`},
	{cueMoney, `dollar dollars euro euros pound pounds rouble roubles ruble rubles cent cents yen yuan cost price revenue worth
		paid budget salary tax billion million trillion`},
	{cueTime, `second seconds minute minutes hour hours day days week weeks month months year years decade decades century
		centuries`},
	{cueLength, `mile miles kilometre kilometres kilometer kilometers km metre metres meter meters foot feet inch inches yard
		yards acre acres hectare hectares ft cm mm m`},
	{cueShare, `percent percentage half third quarter fifth majority per cent two-thirds`},
	{cueAge, `aged age old born`},
	{cueOften, `once twice times annually yearly monthly weekly daily every each cycle frequently often`},
	{cuePronoun, `he she they his her their him them it its this these such another`},
	{cueYear, `century era decade bc ad bce ce early late mid ago since until during yesterday today tomorrow`},
	{cueCalendar, `january february march april may june july august september october november december monday tuesday
		wednesday thursday friday saturday sunday jan feb aug sept oct nov dec`},
	{cueQuantity, `several dozen dozens hundreds thousands millions billions half quarter third double triple tripled doubled
		twofold threefold fivefold tenfold twice none nobody single both pair couple few many majority quarters thirds no zero`},
	{cueClock, `am pm noon midnight o'clock gmt utc`},
	{cueMass, `ton tons tonne tonnes kilogram kilograms kg gram grams pound pounds degree degrees celsius fahrenheit mph kph
		barrel barrels litre litres liter liters gallon gallons watt watts megawatts volt hectopascal knots point points`},
	{cueOn, `on`},
	{cueInside, `in at near on off outside`},
	{cueToward, `of from to into through across towards`},
	{cueTopic, `situation situations development developments crisis conflict war tension tensions interest interests event events
		problem problems policy invasion expansion border concern concerns involvement investment activity`},
	{cueAbout, `on about over regarding concerning`},
	{cueFuture, `will would shall plan plans planned planning expect expected expects next upcoming set scheduled due going may
		could can tomorrow soon future intend intends forecast likely decided agreed to`},
	{cueMore, `most least first last largest smallest biggest highest lowest best worst only oldest youngest longest greatest
		main major primary second third earliest latest`},
}

// readCues notes what the words of the library signal, by term.
func (b *builder) readCues() {
	b.cues = make([]cue, len(b.vocabulary))
	for stem := range sayStems {
		b.cues[b.vocabulary[stem]] |= cueSpeech
	}
	for stem := range english.Stems("common words") {
		b.cues[b.vocabulary[stem]] |= cueCommon
	}
	for norm, id := range b.terms {
		switch {
		case strings.HasSuffix(norm, "%"):
			b.cues[id&termMask] |= cueShare
		case strings.HasPrefix(norm, "$"), strings.HasPrefix(norm, "€"), strings.HasPrefix(norm, "£"):
			b.cues[id&termMask] |= cueMoney
		}
	}
	for _, row := range cueWords {
		for w := range strings.FieldsSeq(row.words) {
			if id, ok := b.terms[w]; ok {
				b.cues[id&termMask] |= row.cue
				continue
			}
			if id, ok := b.vocabulary[word.Stem(w)]; ok {
				b.cues[id] |= row.cue
			}
		}
	}
	b.cues[0] = 0
}
