package ask

import (
	"context"
	"slices"
	"strings"

	"talksbot/ask/verify"
	"talksbot/knowledge/article"
	"talksbot/knowledge/english"
	"talksbot/knowledge/names"
)

// sureOfClaim is the score of a finding from which yes or no is said. Of claims that people wrote to
// mislead, the check lets 1 in 25 pass from here on, of true ones a third.
const sureOfClaim = 0.6

// polar answers a yes/no question by checking what it asks about as a claim. It says yes or no only
// where one sentence says all of it, in the article's own words, and leaves nothing open; a sentence
// that says it as somebody's words answers without. It reports whether there is such a sentence.
func polar(ctx context.Context, p plan) (Answer, bool) {
	claim := p.question.Statement()
	if claim == "" {
		return Answer{}, false
	}
	f := judge(p.library).Rule(ctx, p.library, claim, p.article)
	if f.Ruling == verify.Absent || len(f.Cites) != 1 && len(f.Against) == 0 || f.Ruling == verify.Supported && f.Score < sureOfClaim {
		return Answer{}, false
	}
	if slices.ContainsFunc(slices.Concat(f.Cites, f.Against), func(s article.Passage) bool { return !p.inScope(s.Article) }) {
		return Answer{}, false
	}
	says := f.Cites[0]
	if _, newer := p.since(says); newer {
		return Answer{}, false
	}
	if len(f.Against) > 0 {
		return Answer{Outcome: Answered, Question: p.words.Text, Score: sureOfClaim, Mode: Extract, Claims: aged{p}.against(f)}, true
	}
	answer := Answer{Outcome: Answered, Question: p.words.Text, Score: max(f.Score, sureOfClaim), Mode: Extract, Claims: []Claim{p.claim(says)}}
	if f.Ruling == verify.Reported {
		return answer, true
	}
	answer.Polarity = polarity(p.library.Names(), f, english.Read(claim))
	return answer, answer.Polarity != 0
}

// polarity returns what a finding that rests on one sentence answers: nothing where the sentence
// lacks a word of the claim, or leaves open what it says.
func polarity(n *names.Names, f verify.Finding, claim english.Text) Polarity {
	says := f.Cites[0].Words()
	lacking := lacking(n, says, claim)
	switch {
	case addsAny(says, claim, leftOpen) || addsAny(says, claim, wanted):
		return 0
	case f.Ruling == verify.Supported && len(lacking) == 0 && countsAlike(says, claim) && !addsAny(says, claim, denying):
		return Yes
	case f.Ruling == verify.Contradicted && f.Whose == "" && slices.ContainsFunc(f.Reasons, func(r verify.Reason) bool { return decides(r, lacking) }):
		return No
	}
	return 0
}

// decides reports whether it is for that reason, and for no other, that a claim is false: the article
// denies it, counts otherwise, or says what settles the contrary: a bill that was rejected did not pass,
// but a shop that opened may have closed. That somebody else did it, or on another day, leaves it open.
func decides(r verify.Reason, lacking []english.Token) bool {
	differs := english.Read(strings.Join(r.Words, " ")).Tokens
	settled := slices.ContainsFunc(differs, func(d english.Token) bool { return settling.Has(d.Stem) })
	if r.Rule != verify.Negation && r.Rule != verify.Number && !(r.Rule == verify.Comparative && settled) {
		return false
	}
	return !slices.ContainsFunc(lacking, func(w english.Token) bool {
		return !slices.ContainsFunc(differs, func(d english.Token) bool { return d.Stem == w.Stem })
	})
}

// lacking returns the words of a claim that mean something and that a sentence has in no form.
func lacking(n *names.Names, says, claim english.Text) []english.Token {
	named := n.FindIn(says)
	var lacking []english.Token
	for _, w := range claim.Tokens {
		met := w.Stop || tells(says, w.Stem, english.Synonym)
		for _, m := range n.FindIn(claim) {
			inside := m.Start <= w.Start && w.Start < m.End
			met = met || inside && slices.ContainsFunc(named, func(other names.Mention) bool { return n.Same(m.Name, other.Name) })
		}
		if !met {
			lacking = append(lacking, w)
		}
	}
	return lacking
}

// countsAlike reports whether a sentence counts with each number of a claim what the claim does: "by 70
// votes" is not said by "88 votes to 70".
func countsAlike(says, claim english.Text) bool {
	for i, n := range claim.Tokens[:max(0, len(claim.Tokens)-1)] {
		counted := claim.Tokens[i+1]
		if _, ok := english.Number(n.Norm); !ok || counted.Stop {
			continue
		}
		same := func(w english.Token) bool {
			next := says.In(english.Span{Start: w.End, End: len(says.String)}).Tokens
			return w.Norm == n.Norm && len(next) > 0 && tells(english.Text{Tokens: next[:1]}, counted.Stem, english.Synonym)
		}
		if !slices.ContainsFunc(says.Tokens, same) {
			return false
		}
	}
	return true
}

// addsAny reports whether a sentence has a word of the class that the claim has not.
func addsAny(says, claim english.Text, class english.Set) bool {
	return slices.ContainsFunc(says.Tokens, func(w english.Token) bool {
		month := w.Upper && w.Start > 0 && w.Norm == "may"
		return (class.Has(w.Norm) || class.Has(w.Stem)) && !month && !slices.ContainsFunc(claim.Tokens, func(c english.Token) bool { return c.Norm == w.Norm })
	})
}

var (
	leftOpen = english.Class("leaves open")
	denying  = english.Class("denies openly")
	wanted   = english.Stems("intentions")
	settling = english.Stems("settles the contrary")
)

// tells reports whether a text has a word, or one that may stand for it by a relation that is not looser.
func tells(t english.Text, stem string, loosest english.Relation) bool {
	alike := english.Alike(stem)
	return slices.ContainsFunc(t.Tokens, func(w english.Token) bool {
		return w.Stem == stem || slices.ContainsFunc(alike, func(l english.Likeness) bool { return l.Relation >= loosest && l.Stem == w.Stem })
	})
}
