package timex

// A cue is what a word tells of the time of its clause.
type cue uint8

const (
	cuePast   cue = 1 << iota // said, was, went
	cueFuture                 // will, plans, scheduled
)

// maxReach is how many tokens around an expression are asked for its tense: enough for a clause, and
// a bound that keeps the work linear.
const maxReach = 40

// A tense is the time of the clause around an expression: below 0 past, above 0 still to come.
type tense int8

const (
	tenseDone tense = iota - 2 // what the verb beside it has done: nothing after now is meant
	tensePast                  // told in the past, as plans are too
	tenseUnknown
	tenseFuture // planned, or would
	tenseWill   // will, or is to: nothing before now is meant
)

func (t tense) isPast() bool { return t < tenseUnknown }

var (
	wordsTouching   = wordsOf("between verb and date")
	wordsUntil      = wordsOf("looking ahead")
	wordsReporting  = wordsOf("reporting that")
	wordsAsSoonAs   = wordsOf("as soon as")
	wordAs, wordTo  = intern("as"), intern("to")
	wordBe, wordFor = intern("be"), intern("for")
	wordPut         = intern("set")
	wordAhead       = intern("ahead")
	wordSince       = intern("since")
)

// tenseAt reads the tense of the clause around the tokens first to end. A verb that touches the
// expression decides ("said Friday", "on Sunday issued"); then a preposition that looks ahead
// ("until Tuesday", "as soon as Tuesday"); then the nearest verb before it in its sentence, and at
// last the nearest after it. A meeting that somebody has called is ahead, and so is what nobody has done
// yet ("a news conference Thursday to announce it"): "beat them on Saturday to win" is past.
func (p *parser) tenseAt(first, end int) tense {
	if t := p.touchingTense(first, end); t != tenseUnknown {
		return t
	}
	switch {
	case p.standsAhead(first):
		return tenseWill
	case p.arranged(first, end):
		return tenseFuture
	}
	toDo := false // an infinitive stands between: "vowed to strike in March"
	for i := first - 1; i >= max(0, first-maxReach) && !p.sentenceEnds(i); i-- {
		if toDo && p.meansToDo(i) {
			return tenseWill
		}
		if t := p.cueTense(i); t != tenseUnknown {
			return t
		}
		toDo = toDo || p.infinitiveAt(i)
	}
	if p.infinitiveAt(end) {
		return tenseFuture
	}
	return p.tenseAfter(end)
}

func (p *parser) tenseAfter(end int) tense {
	for i := end; i < min(len(p.tokens), end+maxReach) && !p.sentenceEnds(i); i++ {
		if c := &p.tokens[i]; c.cue&cueFuture != 0 && c.hasSuffix(p.text, "ed") && !beForms[p.tokens[i-1].word] {
			return tensePast // "On Friday, the government planned": the planning was on Friday
		}
		if t := p.cueTense(i); t != tenseUnknown {
			return t
		}
	}
	return tenseUnknown
}

var beForms = wordsOf("before a participle")

// touchingTense is the tense told by the words right beside the expression.
func (p *parser) touchingTense(first, end int) tense {
	if p.plannedDay(first) {
		return p.plannedTense(end)
	}
	if next := p.at(end); next.gap != broken && !p.sentenceEnds(end-1) {
		switch {
		case next.cue&cueFuture != 0:
			return p.cueTense(end)
		case end+1 < len(p.tokens) && certain[p.tokens[end+1].word] && next.shape != other && !joining[next.word]:
			return tenseWill // "in two weeks it will"
		case next.word == genitive && p.tenseAfter(end) != tenseWill && !p.aheadOf(first):
			return tensePast // "Wednesday's ruling"
		case next.cue&cuePast != 0 && next.shape == lower, wordsReporting[next.word]:
			return tensePast
		}
	}
	if p.aheadOf(first) {
		return tenseFuture
	}
	i := first - 1
	for i >= 0 && i > first-5 && wordsTouching[p.tokens[i].word] && !p.sentenceEnds(i) {
		i--
	}
	if i < 0 || p.sentenceEnds(i) {
		return tenseUnknown
	}
	switch t := &p.tokens[i]; {
	case t.word == wordSince:
		return tensePast
	case wordsUntil[t.word]:
		return p.deadlineTense(i, end)
	case t.word == wordAs && i > 1 && wordsAsSoonAs[p.tokens[i-1].word] && p.tokens[i-2].word == wordAs:
		return tenseFuture
	case p.cueTense(i) == tensePast && !reports[t.word]:
		return tenseDone
	case p.cueTense(i) == tenseFuture && (presentBe[p.at(i-1).word] || t.cue&cueFuture != 0 && t.shape == lower && t.hasSuffix(p.text, "s")):
		return tenseWill // "is due in May", "expires in May"
	}
	return p.cueTense(i)
}

// aheadOf reports whether "ahead of" stands before token i.
func (p *parser) aheadOf(i int) bool {
	return i >= 2 && p.tokens[i-1].word == wordOf && p.tokens[i-2].word == wordAhead
}

// infinitiveAt reports whether "to do" something stands at token i: "a news conference Thursday to
// announce".
func (p *parser) infinitiveAt(i int) bool {
	t, verb := p.at(i), p.at(i+1)
	return t.word == wordTo && t.gap == spaced && verb.shape == lower && !smallWords[verb.word]
}

var smallWords = wordsOf("before a noun")

// cueTense is the tense token i tells. A participle after "be" or "is" tells nothing: what stands before
// it does ("would be held").
func (p *parser) cueTense(i int) tense {
	t := &p.tokens[i]
	switch {
	case t.cue&cueFuture != 0 && nouns[t.word]:
		if next := p.at(i + 1); !verbObjects[next.word] {
			return tenseUnknown
		}
		return tenseFuture
	case t.cue&cueFuture != 0 && i > 0 && t.hasSuffix(p.text, "ed") && p.modifies(i-1):
		return tenseUnknown // "the planned visit"
	case modals[t.word]:
		return p.modalTense(i)
	case t.word == wordPut && i+1 < len(p.tokens) && (p.tokens[i+1].word == wordFor || p.tokens[i+1].word == wordTo):
		return tenseFuture // "set for Friday"
	case sameInPast[t.word] && !p.finite(i):
		return tenseUnknown // "will cut", "a hit"
	case p.timetabled(i):
		return tenseFuture
	case certain[t.word]:
		return tenseWill
	case t.cue&cueFuture != 0:
		return tenseFuture
	case t.cue&cuePast != 0 && t.shape != lower && i > 0 && !p.sentenceEnds(i-1):
		return tenseUnknown // part of a name: the United States
	case t.cue&cuePast != 0 && i > 0 && (p.tokens[i-1].word == wordBe || presentBe[p.tokens[i-1].word] || lastingVerbs[p.tokens[i-1].word]):
		return tenseUnknown
	case t.cue&cuePast != 0:
		return tensePast
	}
	return tenseUnknown
}

// modifies reports whether the participle after token i is an adjective: a determiner or an adverb
// stands there.
func (p *parser) modifies(i int) bool {
	t := &p.tokens[i]
	return smallWords[t.word] || t.word == genitive || t.hasSuffix(p.text, "ly")
}

// nouns are the cues that are nouns as well, and verbs only before verbObjects.
var (
	nouns        = wordsOf("noun cues")
	certain      = wordsOf("will cues")
	lastingVerbs = wordsOf("lasting verbs")
	verbObjects  = wordsOf("before an object")
)

// sentenceEnds reports whether a sentence ends at token i. The stop of an abbreviation does not, nor
// one with a small letter or a figure after it.
func (p *parser) sentenceEnds(i int) bool {
	if i < 0 {
		return true
	}
	t := &p.tokens[i]
	next := p.at(i + 1)
	if next.gap == broken {
		return true
	}
	switch t.text(p.text) {
	case "!", "?":
		return true
	case ".":
		return next.gap != glued && next.shape != lower && next.digits == 0 && (i == 0 || !p.tokens[i-1].abbreviates())
	}
	return false
}

// abbreviates reports whether a stop after the token is likely that of an abbreviation: a letter
// alone, a short name or title ("Ala.", "Gov."), or one of a few small words.
func (t *token) abbreviates() bool {
	letters := t.End - t.Start
	switch t.shape {
	case lower:
		return letters == 1 || abbreviations[t.word]
	case capital:
		return letters <= 3 || abbreviations[t.word]
	case upper:
		return letters == 1
	}
	return false
}

var abbreviations = wordsOf("short forms")

// alone reports whether a date is all its text says, as when a person types one: there is no verb in
// it and no word that the grammar has no use for.
func (p *parser) alone(first, end int) bool {
	if len(p.tokens) > maxReach {
		return false
	}
	for i := range p.tokens {
		t := &p.tokens[i]
		if (i < first || i >= end) && (t.word.classes == 0 && !typedWords[t.word] || t.gap == broken && i > 0) {
			return false
		}
	}
	return true
}

// typedWords are the words that stand beside a date that is typed alone.
var typedWords = wordsOf("beside a typed date")
