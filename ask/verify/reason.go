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

// sentences are what the cases are for a reader.
var sentences = map[Case]string{}

// says gives a case its sentence. The verbs of it stand for the words of a Reason; "the
// articles" and "the cited sentences" are the first of them.
func says(c Case, sentence string) Case {
	sentences[c] = sentence
	return c
}

var (
	differs        = says("differs", "the article says %s, not %s")
	differsQuoted  = says("differs-quoted", "the article says “%s”, not “%s”")
	differsWord    = says("differs-word", "the article says %q, not %q")
	differsUnit    = says("differs-unit", "the article says %q, not %s")
	noDate         = says("no-date", "%s do not give the date %s")
	noNumber       = says("no-number", "%s do not give the number %s")
	numberFor      = says("number-for", "the article gives %s for %s")
	numberAs       = says("number-as", "the article gives %s as %s, not %s")
	numberWith     = says("number-with", "the article gives %s with %q, not %s")
	noName         = says("no-name", "%s do not name %s")
	noWords        = says("no-words", "the words %[2]q do not stand in %[1]s")
	cutOff         = says("cut-off", "the quotation %q breaks off before %q")
	deniedThere    = says("denied-there", "the article denies %q, the claim does not")
	deniedHere     = says("denied-here", "the claim denies %q, the article does not")
	deniesMore     = says("denies-more", "the claim denies more than the article")
	withoutIt      = says("without", "the article says this without “%s”")
	leftOutThere   = says("left-out-there", "the article leaves out %q, the claim does not")
	leftOutHere    = says("left-out-here", "the claim leaves out %q, the article does not")
	notDoneBy      = says("not-done-by", "in the article it is not %q that %q is done by")
	otherSides     = says("other-sides", "the article does not have %q and %q in these roles around %q")
	notBefore      = says("not-before", "in the article it is not %q that comes before %q")
	otherWayRound  = says("other-way-round", "the article has it the other way round")
	ofAnother      = says("of-another", "the article says this of %q, not of %q")
	wordOfAnother  = says("word-of-another", "the article says %q of %q, not of %q")
	apartSentences = says("apart-sentences", "the article does not say %q of %q: they stand in different sentences")
	apartSubjects  = says("apart-subjects", "the article does not say %q of %q but of %q")
	drops          = says("drops", "the article says %q, the claim drops %q")
	otherMood      = says("other-mood", "the article puts %q %s, the claim %s")
	onlyIf         = says("only-if", "the article says %q only as a condition")
	withCondition  = says("with-condition", "the article says this only with the condition %q")
	otherAmount    = says("other-amount", "of %q the claim says %s, the article %s")
	noAmount       = says("no-amount", "the article does not say %q")
	noComparison   = says("no-comparison", "%s make no comparison with %q")
	otherSpeaker   = says("other-speaker", "the article gives these words to %s")
	wordsOf        = says("words-of", "the article says these are the words of %s, not of %s")
	onlyWordsOf    = says("only-words-of", "the article only gives this as the words of %s")
	onlyReports    = says("only-reports", "the article only gives this as reports, and does not say whose")
	nobodysWords   = says("nobodys-words", "the article does not give this as anybody's words")
	speaksOf       = says("speaks-of", "the claim speaks of %[2]q, %[1]s do not")
	saysNothingOf  = says("says-nothing-of", "%s say nothing of %q")
	tooLittle      = says("too-little", "too little of the claim stands in the article's sentences")
	silent         = says("silent", "the articles say nothing of this")
	tooLong        = says("too-long", "the claim, or what it cites, is too long to check")
	stopped        = says("stopped", "the check was stopped before its end")
)

// Phrases that stand among the words of a Reason.
const (
	theArticles  = "the articles"
	theSentences = "the cited sentences"
	somebody     = "somebody it quotes" // where nothing tells whose words they are
	onThatDay    = "in or on"           // before a date on which something is, beside "since" and "until"
)

var moodNames = [...]string{"as a fact", "of what will be", "as possible", "as a duty", "as wanted, asked or tried", "as an accusation", "as decided"}

var amountNames = [...]string{"no such limit", "all", "most", "many", "some", "few", "none", "only"}
