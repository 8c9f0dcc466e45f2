package verify

import (
	"cmp"
	"context"
	"slices"

	"talksbot/knowledge"
	"talksbot/knowledge/article"
	"talksbot/knowledge/english"
	"talksbot/knowledge/grammar"
)

// A Ruling says in a word what the articles say to a claim.
type Ruling string

// The rulings. Where it is not sure of one of the first three, a Judge rules Absent.
const (
	Supported    Ruling = "supported"
	Contradicted Ruling = "contradicted" // a sentence says it all, but for one thing that it says otherwise
	Reported     Ruling = "reported"     // a sentence says it, but only as somebody's words
	Superseded   Ruling = "superseded"   // a sentence says it, and a newer article that it is so no longer
	Disputed     Ruling = "disputed"     // a sentence says it, and another article of the same time says otherwise
	Absent       Ruling = "not in the articles"
)

// A Finding is a ruling on a claim with the sentences it rests on. The Verdict in it is of
// the few sentences that come closest, but that Cites and Reasons are of the ruling: of one
// that is Contradicted or Reported, the one sentence and what it says.
type Finding struct {
	Verdict
	Ruling Ruling
	Whose  string // whose words the sentence gives it as, in the article's words or as a phrase; "" where it does not

	// With Superseded: what newer articles say instead of Cites. With Disputed: what others say.
	Against []article.Passage
}

// Rule says what the library says to the claim, in the article with the ID or in any when
// article is "". Stopped by ctx, it rules Absent.
func (j Judge) Rule(ctx context.Context, lib *knowledge.Library, claim, article string) Finding {
	if j.Names == nil {
		j.Names = lib.Names()
	}
	f := j.rule(ctx, lib, claim, article)
	if article == "" {
		return j.aged(ctx, lib, claim, f)
	}
	return f
}

// rule is Rule, whatever newer articles say.
func (j Judge) rule(ctx context.Context, lib *knowledge.Library, claim, article string) Finding {
	from := poolOf(ctx, lib, claim, article)
	f := Finding{Ruling: Absent}
	if f.Verdict, _ = j.check(ctx, claim, from); f.Supported {
		f.Ruling = Supported
		return f
	}
	var found []*comparison
	for _, p := range from.nearest() {
		if len(p.Text()) > MaxLength {
			continue
		}
		own, evidence := j.readClaim(claim, p.Article.Published), readPassage(p, j.Names)
		if len(own.Tokens) > maxClaimTokens || len(evidence.Tokens) > maxSentenceTokens {
			continue
		}
		c := compare(own, []*grammar.Sentence{evidence}, j.Names, true)
		if whose := j.reported(ctx, c, lib); whose != "" {
			f.rests(p, Reported, whose, asWordsOf(whose))
			return f
		}
		found = append(found, c)
	}
	for _, c := range found {
		if r, whose, ok := j.contradicted(ctx, c, lib); ok {
			f.rests(c.evidence[0].Passage, Contradicted, whose, r.reason)
			return f
		}
	}
	return f
}

// rests puts the ruling on one sentence.
func (f *Finding) rests(p article.Passage, r Ruling, whose string, why Reason) {
	f.Ruling, f.Whose = r, whose
	f.found[map[Ruling]feature{Contradicted: contradicts, Reported: hearsay}[r]] = 1
	f.Score = score(f.found)
	f.Cites, f.Reasons = []article.Passage{p}, []Reason{why}
	if r == Contradicted && whose != "" {
		f.Reasons = append(f.Reasons, asWordsOf(whose))
	}
}

// What Rule looks at: a longer claim is put together of several, and a longer sentence is a
// list that can be made to say anything.
const (
	maxNearest        = 3 // sentences, each by itself
	maxClaimTokens    = 80
	maxSentenceTokens = 150
)

// reported returns whose words the sentence gives as the claim, where that is all that is
// wrong with it; else "".
func (j Judge) reported(ctx context.Context, c *comparison, lib *knowledge.Library) string {
	v := j.judge(ctx, c)
	other := slices.ContainsFunc(v.Reasons, func(r Reason) bool { return r.Rule != Attribution })
	if other || v.Supported || score(featuresOf(c, nil)) < cmp.Or(j.MinScore, DefaultMinScore) || len(c.claim.Reports) > 0 {
		return ""
	}
	for p := range c.pairs() {
		if p.there.Report > 0 {
			whose := whoseWords(c, p, lib)
			if nobodies.Has(english.Norm(whose)) {
				return "" // nobody said so
			}
			return whose
		}
	}
	return ""
}

var (
	nobodies = english.Class("nobodies")
	unnamed  = english.Class("pronouns of speakers")
)

// whoseWords is speaker, with a look at the quotations there where the sentence does not say, or has
// only a pronoun for who it is.
func whoseWords(c *comparison, p pair, lib *knowledge.Library) string {
	r := p.in.Reports[p.there.Report-1]
	if r.Until <= r.Source || unnamed.Has(english.Norm(speaker(c, p.link))) {
		for _, q := range lib.QuotesAt(p.in.Passage) {
			if q.Speaker != "" {
				return q.Speaker
			}
		}
	}
	return speaker(c, p.link)
}
