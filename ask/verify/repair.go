package verify

import (
	"context"
	"slices"

	"talksbot/knowledge"
	"talksbot/knowledge/grammar"
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

// repairs returns what is worth trying on a claim that the rules found wrong for the reasons.
// The last rule's come first: that these are another's words tells a reader more than that
// the name is another.
func repairs(c *comparison, reasons []Reason) (all []repair) {
	for _, r := range slices.Backward(rules) {
		if r.mend != nil && slices.ContainsFunc(reasons, func(why Reason) bool { return why.Rule == r.Rule }) {
			all = append(all, r.mend(c)...)
		}
	}
	return all[:min(len(all), maxRepairs)]
}

// contradicted returns the repair that makes the claim hold, and whose words the sentence
// then gives it as.
func (j Judge) contradicted(ctx context.Context, c *comparison, lib *knowledge.Library) (r repair, whose string, ok bool) {
	for _, r := range repairs(c, j.judge(ctx, c).Reasons) {
		own := j.readClaim(r.claim, c.evidence[0].Passage.Article.Published)
		repaired := compare(own, c.evidence, j.Names, true)
		if !sameNumber(repaired) {
			continue
		}
		if j.judge(ctx, repaired).Supported {
			return r, "", true
		}
		if whose := j.reported(ctx, repaired, lib); whose != "" {
			return r, whose, true
		}
	}
	return repair{}, "", false
}

// sameNumber reports whether the claim speaks of one thing where the sentence does, and of several where
// that does: "won eleven matches" says nothing against "lost the match".
func sameNumber(c *comparison) bool {
	for p := range c.pairs() {
		thing := p.own.Speech == grammar.Noun && p.there.Speech == grammar.Noun && p.own.Name == 0 && p.own.Number == 0 && p.own.Date == 0
		if thing && p.own.Stem == p.there.Stem && grammar.Plural(c.claim, p.i) != grammar.Plural(p.in, p.token) {
			return false
		}
	}
	return true
}

// put returns the claim with text[start:end] replaced, and why: for words, which are those put
// in and those taken out where none are given.
func put(c *comparison, start, end int, text string, rule Rule, why Case, words ...string) repair {
	t := c.claim.String
	if len(words) == 0 {
		words = []string{text, t[start:end]}
	}
	return repair{t[:start] + text + t[end:], Reason{rule, why, words}}
}
