package verify

import (
	"fmt"
	"slices"

	"talksbot/knowledge"
	"talksbot/knowledge/word"
)

// To contradict a claim, a sentence has to say all of it but for one thing, and that one
// thing otherwise. So the claim is repaired in one place, with what the sentence has there,
// and judged again by that sentence alone: where the repaired claim holds, the repair is
// what differs. Whatever else is wrong with the claim makes the repaired one fail, too.

// A repair is the claim with one thing put right.
type repair struct {
	claim  string
	reason Reason
}

// maxRepairs bounds how many repairs of one claim are judged by one sentence.
const maxRepairs = 48

// A mender makes the repairs that may put right what a rule found wrong.
type mender struct {
	rule Rule
	mend func(*comparison) []repair
}

var menders = []mender{
	{Date, mendDate},
	{Number, mendNumber},
	{Attribution, mendSpeaker},
	{Name, mendName},
	{Comparative, mendOpposite},
	{Negation, mendNegation},
	{Role, mendRole},
}

// repairs returns what is worth trying on a claim that the rules found wrong for the reasons.
func repairs(c *comparison, reasons []Reason) (all []repair) {
	for _, m := range menders {
		if slices.ContainsFunc(reasons, func(r Reason) bool { return r.Rule == m.rule }) {
			all = append(all, m.mend(c)...)
		}
	}
	return all[:min(len(all), maxRepairs)]
}

// contradicted returns the repair that makes the claim hold, and whose words the sentence
// then gives it as.
func (j Judge) contradicted(c *comparison, lib *knowledge.Library, words *word.Reader) (r repair, whose string, ok bool) {
	for _, r := range repairs(c, j.judge(c).Reasons) {
		own := j.readClaim(r.claim, c.evidence[0].Passage.Article.Published, words)
		repaired := compare(own, c.evidence, j.Names)
		if j.judge(repaired).Supported {
			return r, "", true
		}
		if whose, reported := j.reported(repaired, lib); reported {
			return r, whose, true
		}
	}
	return repair{}, "", false
}

// put returns the claim with text[start:end] replaced, and why.
func put(c *comparison, start, end int, text string, rule Rule, said, instead string) repair {
	t := c.claim.Text
	return repair{t[:start] + text + t[end:], Reason{rule, fmt.Sprintf("the article says %s, not %s", said, instead)}}
}

func quoted(s string) string { return "“" + s + "”" }
