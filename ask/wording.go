package ask

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"talksbot/knowledge/article"
	"talksbot/knowledge/english"
	"talksbot/prompts"
)

// A wording is an answer of a model's, put together claim by claim.
type wording struct {
	plan
	parts   []part
	dropped []error // why claims are not shown as they were worded
}

// A part is a claim that passed, or the sentences that stand for one that did not.
type part struct {
	Claim
	instead []article.Passage
}

// mostInstead is how many sentences stand for a claim that did not pass.
const mostInstead = 2

// consider adds what a draft claims: in its own words, if the sentences that it cites support them and
// whoever it speaks of is known by then, and else those sentences. Nothing of the draft is repaired.
func (w *wording) consider(ctx context.Context, d prompts.ClaimDraft, passages []article.Passage) {
	cited := citedBy(d, passages)
	c := Claim{Text: d.Text, Cites: cited}
	err := w.refuses(ctx, c)
	if err == nil {
		c.Marks = w.wordedMarks(c)
		w.parts = append(w.parts, part{Claim: c})
		return
	}
	w.dropped = append(w.dropped, err)
	var instead []article.Passage
	for _, s := range cited {
		if len(instead) < mostInstead && overlaps(s, d.Text) {
			instead = append(instead, s)
		}
	}
	if len(instead) > 0 {
		w.parts = append(w.parts, part{instead: instead})
	}
}

// citedBy returns the passages that a draft cites, each once. Numbers of none count for nothing.
func citedBy(d prompts.ClaimDraft, passages []article.Passage) []article.Passage {
	var cited []article.Passage
	for _, n := range d.Cites {
		if n < 1 || n > len(passages) {
			continue
		}
		if s := passages[n-1]; Number(cited, s) == 0 {
			cited = append(cited, s)
		}
	}
	return cited
}

// refuses returns why a claim may not be shown as it is worded, nil where it may.
func (w *wording) refuses(ctx context.Context, c Claim) error {
	if len(c.Cites) == 0 {
		return errors.New("it cites none of the passages")
	}
	verdict := judge(w.library).Judge(ctx, c.Text, c.Cites)
	if !verdict.Supported {
		reasons := make([]string, len(verdict.Reasons))
		for i, r := range verdict.Reasons {
			reasons[i] = string(r.Rule) + ": " + r.String()
		}
		return errors.New(strings.Join(reasons, "; "))
	}
	if pronoun := w.dangles(c.Text); pronoun != "" {
		return fmt.Errorf("nobody before it is whom %q means", pronoun)
	}
	return nil
}

var (
	personalPronouns = english.Class("personal pronouns")
	ownersPronouns   = english.Class("possessive determiners")
)

// dangles returns the pronoun with which a text begins, where the claim before it names nobody whom it
// could mean; "" where there is nothing to wonder at.
func (w *wording) dangles(text string) string {
	read := english.Read(text)
	if len(read.Tokens) == 0 {
		return ""
	}
	first := read.Tokens[0]
	if !personalPronouns.Has(first.Norm) && !ownersPronouns.Has(first.Norm) {
		return ""
	}
	if n := len(w.parts); n > 0 && w.parts[n-1].instead == nil && len(w.library.Names().FindIn(english.Read(w.parts[n-1].Text))) > 0 {
		return ""
	}
	return text[first.Start:first.End]
}

// claims returns the answer. A sentence stands in it once, and not where the model's words, which rest
// on it alone, say most of it already.
func (w *wording) claims() []Claim {
	var claims []Claim
	var shown []article.Passage
	for _, p := range w.parts {
		if p.instead == nil {
			claims = append(claims, p.Claim)
			continue
		}
		for _, s := range p.instead {
			if Number(shown, s) > 0 || w.says(s) {
				continue
			}
			shown = append(shown, s)
			c := w.claim(s)
			c.Own = true
			claims = append(claims, c)
		}
	}
	return claims
}

// mostSaid is the share of a sentence's words of weight that says what it says.
const mostSaid = 0.7

// says reports whether one of the model's claims that passed says most of what a sentence says.
func (w *wording) says(s article.Passage) bool {
	return slices.ContainsFunc(w.parts, func(p part) bool {
		return p.instead == nil && Number(p.Cites, s) > 0 && covers(p.Text, s.Text()) >= mostSaid
	})
}

// covers returns which share of the second text's words of weight the first has.
func covers(first, second string) float64 {
	wanted := english.ContentStems(second)
	return float64(shared(wanted, english.ContentStems(first))) / float64(max(len(wanted), 1))
}
