package verify

import (
	"cmp"
	"context"
	"slices"

	"talksbot/knowledge/article"
	"talksbot/knowledge/english"
	"talksbot/knowledge/grammar"
	"talksbot/knowledge/names"
	"talksbot/knowledge/timex"
)

// A Verdict is the judgement of one claim against the sentences it cites.
type Verdict struct {
	Supported bool
	Score     float64           // 0..1, higher is surer that the evidence supports the claim; a claim may score high and still fail a rule
	Reasons   []Reason          // why not: one for each rule that failed; empty when supported
	Cites     []article.Passage // the sentences that support the claim or come closest; from Rule
	found     features          // what the score counts
}

// A Judge compares claims with evidence. The zero Judge works; it then knows no names but
// as they are written.
type Judge struct {
	Names    *names.Names
	MinScore float64 // a claim with a lower score is not supported; 0 means DefaultMinScore
}

// MaxLength is how many bytes a claim may have, and all the sentences laid beside it
// together. Longer ones are not supported, whatever they say: no reader follows them, and
// the time to judge is bounded.
const MaxLength = 8 << 10

// Judge reports whether the evidence supports the claim. Relative dates of the claim are
// resolved against the publication of the articles cited. Empty evidence supports nothing,
// and neither do more than a few dozen sentences at once: cite what says it. When ctx is
// done, only what stands there to the letter is supported.
func (j Judge) Judge(ctx context.Context, claim string, evidence []article.Passage) Verdict {
	sentences := make([]*grammar.Sentence, len(evidence))
	length := 0
	for _, p := range evidence {
		length += len(p.Text())
	}
	if max(length, len(claim)) > MaxLength {
		return Verdict{Reasons: because(Coverage, tooLong)}
	}
	for i, p := range evidence {
		sentences[i] = readPassage(p, j.Names)
	}
	return j.judge(ctx, compare(j.readClaim(claim, published(evidence)), sentences, j.Names, false))
}

func (j Judge) readClaim(claim string, published timex.Moment) *grammar.Sentence {
	text := english.Read(claim)
	return grammar.ReadWhole(grammar.Source{Text: text, Dates: timex.Find(text, published)}, j.Names)
}

func published(evidence []article.Passage) timex.Moment {
	if len(evidence) == 0 {
		return timex.Moment{}
	}
	return evidence[0].Article.Published
}

func readPassage(p article.Passage, names *names.Names) *grammar.Sentence {
	src := grammar.Source{Text: p.Words(), Dates: p.Dates(), Quoted: grammar.InsideQuotation(p)}
	if speaker, spoken := p.Speaker(); spoken {
		src = saidBy(cmp.Or(speaker, "somebody"), p)
	}
	s := grammar.ReadWhole(src, names)
	s.Passage = p
	return s
}

// saidBy returns what a speaker of a transcript says as an article would tell it.
func saidBy(speaker string, p article.Passage) grammar.Source {
	before := speaker + " said: "
	src := grammar.Source{Text: english.Read(before + p.Text()), Dates: slices.Clone(p.Dates())}
	for i := range src.Dates {
		src.Dates[i].Start += len(before)
		src.Dates[i].End += len(before)
	}
	return src
}

func (j Judge) judge(ctx context.Context, c *comparison) Verdict {
	if c.verbatim() {
		return Verdict{Supported: true, Score: 1}
	}
	v := Verdict{}
	if ctx.Err() == nil {
		c.untied() // which settles where the words of the claim stand
	}
	for _, r := range rules {
		if ctx.Err() != nil {
			return Verdict{Reasons: because(Coverage, stopped)}
		}
		if r.judge != nil {
			v.Reasons = append(v.Reasons, r.judge(c)...)
		}
	}
	v.found = featuresOf(c, v.Reasons)
	v.Score = score(v.found)
	if v.Score < cmp.Or(j.MinScore, DefaultMinScore) && len(v.Reasons) == 0 {
		v.Reasons = because(Coverage, tooLittle)
	}
	v.Supported = len(v.Reasons) == 0
	return v
}

// DefaultMinScore is the score below which a claim is not supported; see score.go for how
// it was set.
const DefaultMinScore = 0.5
