package verify

// A Rule names what a claim was compared on.
type Rule string

// The rules, in the order they are tried.
const (
	Date        Rule = "date"
	Number      Rule = "number"
	Name        Rule = "name"
	Quote       Rule = "quote"
	Negation    Rule = "negation"
	Role        Rule = "role"
	Joined      Rule = "joined"
	Modality    Rule = "modality"
	Quantifier  Rule = "quantifier"
	Comparative Rule = "comparative"
	Attribution Rule = "attribution"
	Added       Rule = "added"
	Coverage    Rule = "coverage"
)

// A Description is what a reader is told of a rule.
type Description struct {
	Rule  Rule
	Tick  string // what was compared, as a receipt says it; rules of one tick follow each other
	About string // what the rule holds a claim to
}

// Rules describes every rule, in the order they are tried.
func Rules() []Description {
	all := make([]Description, len(rules))
	for i, r := range rules {
		all[i] = r.Description
	}
	return all
}

// A rule is all there is to one rule. Its functions stand in a file of its name.
type rule struct {
	Description
	judge func(*comparison) []Reason // why the claim fails the rule, if it does; nil of Coverage
	mend  func(*comparison) []repair // the claim with what is wrong put right, in every way worth trying
	hurts feature                    // the feature of the score that each failure raises
	by    float64                    // by how much; 0 for not at all
}

// rules are all rules: they drive judging, the score, repair, receipts and the table of
// docs/quality.md. Coverage is judged by the score, and so comes last.
var rules = []rule{
	{Description{Date, "dates", "each date of the claim is one the sentence gives for it, and as the same end of a time"},
		all(judgeDate, judgePeriod, judgeDays), mendDate, wrongDate, 0.5},
	{Description{Number, "numbers", "each number of the claim is one the sentence gives, of the same thing, as exactly"},
		all(judgeNumber, judgeTies(Number)), mendNumber, wrongNumber, 0.5},
	{Description{Name, "names", "each name of the claim stands in the sentences, in some form that means the same"},
		judgeName, mendName, wrongName, 0.5},
	{Description{Quote, "quotations", "what the claim puts in quotation marks stands in the sentences so, and is not cut where its sense turns"},
		judgeQuote, nil, misquotes, 1},
	{Description{Negation, "negation", "what the claim denies or leaves out the sentence does, and nothing else"},
		all(judgeNegation, judgeContrast), mendNegation, wrongDenial, 0.5},
	{Description{Role, "who did what", "who does what to whom is as in the sentence, and in the same relation"},
		judgeTies(Role), mendRole, wrongRole, 0.5},
	{Description{Joined, "who did what", "what the claim says of one thing the sentence does not say of another"},
		judgeTies(Joined), nil, wrongTie, 0.5},
	{Description{Modality, "certainty and amounts", "what will, may or should be, was asked for or holds on a condition is not put as done, nor the other way round; what was over is not put as so now"},
		all(judgeModality, judgeOvertaken), nil, wrongMood, 0.5},
	{Description{Quantifier, "certainty and amounts", "all, most, some, few and only are the sentence's own"},
		judgeQuantifier, nil, wrongAmount, 0.5},
	{Description{Comparative, "certainty and amounts", "no word of the claim has its opposite in the sentence, and nothing is compared that is not there"},
		judgeComparative, mendOpposite, contrary, 0.5},
	{Description{Attribution, "whose words", "what the article only gives as somebody's words the claim does too, and as the same person's"},
		judgeAttribution, mendSpeaker, wrongVoice, 0.5},
	{Description{Added, "wording, nothing added", "no words of weight are added to what the sentences say"},
		judgeAdded, nil, adds, 0.5},
	{Description{Coverage, "wording, nothing added", "enough of the claim stands in the sentences, in their words and order"},
		nil, nil, 0, 0},
}

// all returns what judges by each of several.
func all(judges ...func(*comparison) []Reason) func(*comparison) []Reason {
	return func(c *comparison) (reasons []Reason) {
		for _, judge := range judges {
			reasons = append(reasons, judge(c)...)
		}
		return reasons
	}
}
