package verify

import "strconv"

// A Reason says why a claim fails a rule.
type Reason struct {
	Rule  Rule
	Case  Case     // which way of failing it is; package page has a sentence for each
	Words []string // what is put into the sentence: words of the claim, of the articles, and phrases below
}

// String returns the reason as data: `differs "January 12" "January 13"`.
func (r Reason) String() string {
	s := string(r.Case)
	for _, w := range r.Words {
		s += " " + strconv.Quote(w)
	}
	return s
}

// because returns the reason as the rules give it: alone in a list.
func because(rule Rule, c Case, words ...string) []Reason { return []Reason{{rule, c, words}} }

// A Case is one way to fail a rule. Several rules may share one.
type Case string

// The cases.
const (
	differs       Case = "differs"
	differsYear   Case = "differs-year"
	differsQuoted Case = "differs-quoted"
	differsWord   Case = "differs-word"
	differsUnit   Case = "differs-unit"
	differsEnd    Case = "other-end"
	noDate        Case = "no-date"
	noNumber      Case = "no-number"
	numberFor     Case = "number-for"
	numberAs      Case = "number-as"
	noName        Case = "no-name"
	noWords       Case = "no-words"
	cutOff        Case = "cut-off"
	deniedThere   Case = "denied-there"
	deniedHere    Case = "denied-here"
	deniesMore    Case = "denies-more"
	withoutIt     Case = "without"
	leftOutThere  Case = "left-out-there"
	leftOutHere   Case = "left-out-here"
	otherWayRound Case = "other-way-round"
	notSaidOf     Case = "not-said-of"
	drops         Case = "drops"
	otherMood     Case = "other-mood"
	onlyIf        Case = "only-if"
	withCondition Case = "with-condition"
	otherAmount   Case = "other-amount"
	noAmount      Case = "no-amount"
	noComparison  Case = "no-comparison"
	otherSpeaker  Case = "other-speaker"
	wordsOf       Case = "words-of"
	onlyWordsOf   Case = "only-words-of"
	onlyReports   Case = "only-reports"
	nobodysWords  Case = "nobodys-words"
	speaksOf      Case = "speaks-of"
	saysNothingOf Case = "says-nothing-of"
	tooLittle     Case = "too-little"
	silent        Case = "silent"
	newerSays     Case = "newer-says"
	othersSay     Case = "others-say"
	tooLong       Case = "too-long"
	stopped       Case = "stopped"
)

// The phrases: what stands among the words of a Reason where no words of the claim or the
// articles do. Package page says them.
const (
	theArticles  = "<articles>" // what was looked through
	theSentences = "<cited>"    // what was looked at
	somebody     = "<somebody>" // where nothing tells whose words they are
	onThatDay    = "<in-or-on>" // before a date on which something is, beside "since" and "until"
)

var (
	moods   = [...]string{"<fact>", "<future>", "<possible>", "<duty>", "<wanted>", "<accusation>", "<decided>"}
	amounts = [...]string{"<unlimited>", "<all-of>", "<most-of>", "<many-of>", "<some-of>", "<few-of>", "<none-of>", "<only-of>"}
)
