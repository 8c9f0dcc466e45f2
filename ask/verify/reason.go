package verify

import (
	"fmt"
	"strings"

	"talksbot/knowledge/english"
)

// A Reason says why a claim fails a rule.
type Reason struct {
	Rule  Rule
	Case  Case     // which way of failing it is; each has a sentence
	Words []string // what is put into the sentence: words of the claim, of the articles, and phrases below
}

// String returns the reason for a reader, without a full stop: "the article says January 12,
// not January 13".
func (r Reason) String() string {
	words := make([]any, len(r.Words))
	for i, w := range r.Words {
		words[i] = w
	}
	return fmt.Sprintf(sentences[r.Case], words...)
}

// because returns the reason as the rules give it: alone in a list.
func because(rule Rule, c Case, words ...string) []Reason { return []Reason{{rule, c, words}} }

// asWordsOf is the reason of a claim that drops whose words it is made of.
func asWordsOf(whose string) Reason {
	if first, _, _ := strings.Cut(whose, " "); english.IsStop(strings.ToLower(first)) {
		whose = strings.ToLower(first) + whose[len(first):]
	}
	if whose == "reports" {
		return Reason{Rule: Attribution, Case: onlyReports}
	}
	return Reason{Attribution, onlyWordsOf, []string{whose}}
}

// A Case is one way to fail a rule. Several rules may share one.
type Case string

const (
	differs        Case = "differs"
	differsQuoted  Case = "differs-quoted"
	differsWord    Case = "differs-word"
	differsUnit    Case = "differs-unit"
	noDate         Case = "no-date"
	noNumber       Case = "no-number"
	numberFor      Case = "number-for"
	numberAs       Case = "number-as"
	numberWith     Case = "number-with"
	noName         Case = "no-name"
	noWords        Case = "no-words"
	cutOff         Case = "cut-off"
	deniedThere    Case = "denied-there"
	deniedHere     Case = "denied-here"
	deniesMore     Case = "denies-more"
	withoutIt      Case = "without"
	leftOutThere   Case = "left-out-there"
	leftOutHere    Case = "left-out-here"
	notDoneBy      Case = "not-done-by"
	otherSides     Case = "other-sides"
	notBefore      Case = "not-before"
	otherWayRound  Case = "other-way-round"
	ofAnother      Case = "of-another"
	wordOfAnother  Case = "word-of-another"
	apartSentences Case = "apart-sentences"
	apartSubjects  Case = "apart-subjects"
	drops          Case = "drops"
	otherMood      Case = "other-mood"
	onlyIf         Case = "only-if"
	withCondition  Case = "with-condition"
	otherAmount    Case = "other-amount"
	noAmount       Case = "no-amount"
	noComparison   Case = "no-comparison"
	otherSpeaker   Case = "other-speaker"
	wordsOf        Case = "words-of"
	onlyWordsOf    Case = "only-words-of"
	onlyReports    Case = "only-reports"
	nobodysWords   Case = "nobodys-words"
	speaksOf       Case = "speaks-of"
	saysNothingOf  Case = "says-nothing-of"
	tooLittle      Case = "too-little"
	silent         Case = "silent"
	tooLong        Case = "too-long"
	stopped        Case = "stopped"
)

// sentences are what the cases are for a reader. The verbs stand for the words of a Reason;
// "the articles" and "the cited sentences" come as the first of them.
var sentences = map[Case]string{
	differs:        "the article says %s, not %s",
	differsQuoted:  "the article says “%s”, not “%s”",
	differsWord:    "the article says %q, not %q",
	differsUnit:    "the article says %q, not %s",
	noDate:         "%s do not give the date %s",
	noNumber:       "%s do not give the number %s",
	numberFor:      "the article gives %s for %s",
	numberAs:       "the article gives %s as %s, not %s",
	numberWith:     "the article gives %s with %q, not %s",
	noName:         "%s do not name %s",
	noWords:        "the words %[2]q do not stand in %[1]s",
	cutOff:         "the quotation %q breaks off before %q",
	deniedThere:    "the article denies %q, the claim does not",
	deniedHere:     "the claim denies %q, the article does not",
	deniesMore:     "the claim denies more than the article",
	withoutIt:      "the article says this without “%s”",
	leftOutThere:   "the article leaves out %q, the claim does not",
	leftOutHere:    "the claim leaves out %q, the article does not",
	notDoneBy:      "in the article it is not %q that %q is done by",
	otherSides:     "the article does not have %q and %q in these roles around %q",
	notBefore:      "in the article it is not %q that comes before %q",
	otherWayRound:  "the article has it the other way round",
	ofAnother:      "the article says this of %q, not of %q",
	wordOfAnother:  "the article says %q of %q, not of %q",
	apartSentences: "the article does not say %q of %q: they stand in different sentences",
	apartSubjects:  "the article does not say %q of %q but of %q",
	drops:          "the article says %q, the claim drops %q",
	otherMood:      "the article puts %q %s, the claim %s",
	onlyIf:         "the article says %q only as a condition",
	withCondition:  "the article says this only with the condition %q",
	otherAmount:    "of %q the claim says %s, the article %s",
	noAmount:       "the article does not say %q",
	noComparison:   "%s make no comparison with %q",
	otherSpeaker:   "the article gives these words to %s",
	wordsOf:        "the article says these are the words of %s, not of %s",
	onlyWordsOf:    "the article only gives this as the words of %s",
	onlyReports:    "the article only gives this as reports, and does not say whose",
	nobodysWords:   "the article does not give this as anybody's words",
	speaksOf:       "the claim speaks of %[2]q, %[1]s do not",
	saysNothingOf:  "%s say nothing of %q",
	tooLittle:      "too little of the claim stands in the article's sentences",
	silent:         "the articles say nothing of this",
	tooLong:        "the claim, or what it cites, is too long to check",
	stopped:        "the check was stopped before its end",
}

// Phrases that stand among the words of a Reason.
const (
	theArticles  = "the articles"
	theSentences = "the cited sentences"
	somebody     = "somebody it quotes" // where nothing tells whose words they are
	onThatDay    = "in or on"           // before a date on which something is, beside "since" and "until"
)

var moodNames = [...]string{"as a fact", "of what will be", "as possible", "as a duty", "as wanted, asked or tried", "as an accusation", "as decided"}

var amountNames = [...]string{"no such limit", "all", "most", "many", "some", "few", "none", "only"}
