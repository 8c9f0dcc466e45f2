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

// A rule is all there is to one rule. It stands in a file of its own, and the list below
// drives judging, the score, repair, receipts and the table of docs/quality.md.
type rule struct {
	Description
	judge func(*comparison) []Reason // why the claim fails the rule, if it does; nil of Coverage
	mend  func(*comparison) []repair // the claim with what is wrong put right, in every way worth trying
	hurts feature                    // the feature of the score that each failure raises
	by    float64                    // by how much; 0 for not at all
}

// rules are all rules. Coverage is judged by the score, and so comes last.
var rules = []rule{dateRule, numberRule, nameRule, quoteRule, negationRule, roleRule, joinedRule, modalityRule, quantifierRule,
	comparativeRule, attributionRule, addedRule, coverageRule}
