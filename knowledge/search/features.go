package search

import "slices"

// A feature is one thing that speaks for or against a sentence as the answer.
type feature int

const (
	bias           feature = iota
	coverage               // share of the question's weight that the sentence has
	coverageAround         // the same with the title and the sentences beside it
	coverageScope          // the same with all that was searched
	nameCoverage           // share of the question's names
	nameMissing            // a name of the question stands nowhere
	rarestMissing          // weight of the rarest word it lacks
	scoreShare             // BM25 against the best sentence's
	pairsKept              // neighbouring words of the question that are neighbours in it
	closeness              // how closely the matching words stand together
	numberMissing          // a number of the question is not in it
	negation               // one of the two is negative
	sentenceLength         // log of its words
	standsEarly            // stands early in its article
	contraryWord           // has the contrary of a word it lacks
	coverageLocal          // share of the question's weight, words weighed by how rare they are in what was searched
	coverageBefore         // what the sentence before has that this one lacks
	coverageAfter          // what the next has
	coverageTitle          // what the title has
	refersBack             // opens with "it", "this", "they", and the sentence before has what this one lacks
	coverageSquared
	coverageUnderHalf // how far the coverage is under a half
	aroundUnderSixTenths
	namesUnderHalf
	namesHere       // share of the question's names in the sentence itself
	otherNameOfKind // lacks a name of the question and has another of the same kind
	missingCount    // words of the question it lacks
	missingWeight   // and their weight
	absentCount     // words of the question that stand nowhere in what was searched
	absentWeight
	partnerMissing // share of neighbouring words of the question of which it has only one
	pairsApart     // share of those of which it has both, far apart
	orderKept      // share of the matched words that stand in the question's order
	firstMissing   // lacks the first word of the question
	lastMissing    // lacks the last
	sameWordShare  // share of the weight matched by the very word
	questionLength // log of how many words the question has
	scoreLead      // how far its BM25 is ahead of the next
	questionNegative
	sentenceNegative
	officeUnknown  // asks for the holder of an office that the articles name nobody for
	onlyNamesMatch // has nothing of the question but names
	tellsNoFuture  // asks what will be of a sentence that says what was or is
	otherDay       // states days, but none that the question names
	speakerUnknown // asks what somebody said who is not named
	degreeMissing  // lacks a "first", "only", "largest" of the question
	otherNumber    // lacks a number of the question and has another
	hasTime
	hasPerson
	hasPlace
	hasNumber
	hasReason
	hasManner
	hasTheirWords
	hasFocus
	saysWhatItIs
	lacksTime
	lacksPerson
	lacksPlace
	lacksNumber
	lacksReason
	lacksManner
	lacksTheirWords // reports no words of whom the question asks about
	lacksFocus
	saysNotWhatItIs

	// What the encoder makes of it: see reading.closely. Zero where it has not read it.
	readLogit       // log of the odds that it answers, in tens
	readProbability // the same as a probability
	readBehind      // how far the log is behind that of the best, in tens
	readUnlikely    // how far the log is below -2, in fives
	readCosine      // of the question and the sentence
	noCosine        // the sentence has no vector yet
	doubtNoDeed     // how improbable it is, where it lacks what is done
	doubtNoFocus    // the same where it lacks the noun that is asked for
	deedMissing     // lacks what is done, where something of a sort is asked for that other deeds have too
	doubtNames      // the same where it has nothing of the question but names

	plainly // it gives what is asked for by the way it is written: it answers, where no gate is closed

	// What the sentence must have and has not. A closed gate counts by itself and is no feature
	// among others; but how probably a sentence answers that the encoder has read, only the
	// certain ones decide by themselves: see weights.
	gateNoTime
	gateNoPlace
	gateNoPerson
	gateNoNumber
	gateNotSaid            // neither says nor denies what a yes/no question asks
	gateNoSubject          // neither has who is asked about nor stands beside a sentence that has
	gateNameElsewhere      // the question names somebody or something that stands only where was not searched
	certainOnlySpokenOf    // asks when something is of a sentence that says when somebody spoke of it
	certainAsks            // is itself a question
	certainNoColour        // a colour is asked for, and none is there
	certainNoTime          // a time is asked for, and neither a date nor a word of time is there
	certainNoNumber        // a number is asked for, and neither a number nor a word of quantity is there
	certainOtherMeasure    // an age, a sum of money or a length of time is asked for, and the numbers are of something else
	certainOtherPlace      // a city or a country is asked for, and the places there are of another sort
	certainRolesTurned     // who does it and whom it is done to are the other way round
	certainDenied          // takes for granted what it says is not so
	certainOtherSide       // has "against" for the "for" behind the verb
	certainDoerUnnamed     // asks who did what it tells of without saying who
	certainOtherDoer       // somebody else does it
	certainYearUnknown     // the question names a year that stands nowhere
	certainNameUnknown     // the question names somebody or something that stands nowhere
	certainDeedUnheard     // nothing searched speaks of the deed, and the encoder doubts the sentence
	certainContraryTold    // the contrary of the deed is told, and the deed nowhere
	certainHolderOfAnother // who holds a post is asked for, and the sentence gives it as one with others
	certainOtherFate       // what became of people is asked about, and the sentence has no word of that
	certainOtherUnit       // it is asked how many there are, and the numbers are of money, time or the like
	certainDeedAside       // why something was done is asked, and the deed only says when something else was
	certainSpeakerOnly     // who did it is asked, and all who are named only speak of something else
	certainTimeElsewhere   // when something was is asked, and the days are of what came after it
	certainUnreal          // it was done, the question says, and the sentence only that it is wanted or possible
	certainDoubted         // lacks what is done, or all but the names, or gives the place of something else, and the encoder does not speak for it
	certainCountsOther     // it is asked how many there are, and each number counts something else
	certainContrary        // has the contrary of a word it lacks, in its place: it stays where it is in order
	featureCount
)

// Where the gates begin, and among them the certain ones.
const (
	firstGate    = gateNoTime
	firstCertain = certainOnlySpokenOf
)

// features are the values of the features of one sentence, mostly in 0..1.
type features [featureCount]float64

// Logs, counts and weights are brought near 0..1 too, since the penalty of the fit bears on all
// features alike. Each is divided by about the most that it mostly comes to.
const (
	mostLogit    = 10 // of the encoder
	mostWeight   = 10 // of one word, in logs
	mostWeights  = 20 // of all words that a sentence lacks
	mostMissing  = 5  // words that a sentence lacks
	mostLogWords = 4  // of a sentence: e⁴ is 55 words
	mostLogUnits = 2  // of a question: e² is 7 words
)

// The hinges of features that count only below a point: a sentence that has more than that of the
// question is not the worse for what it lacks.
const (
	halfCovered   = 0.5
	sixTenths     = 0.6 // with what stands around the sentence more can be asked of it
	unlikelyLogit = -2  // the encoder gives one in eight: below, it is sure that this is no answer
)

func (f *features) dot(w *features) float64 {
	sum := 0.0
	for i := range f {
		sum += f[i] * w[i]
	}
	return sum
}

// gated reports whether one of the gates from the first on is closed: whether the sentence
// lacks what the question must have.
func (f *features) gated(first, end feature) bool {
	return slices.Contains(f[first:end], 1)
}

// note sets a feature that is there or not.
func (f *features) note(what feature, is bool) {
	if is {
		f[what] = 1
	}
}
