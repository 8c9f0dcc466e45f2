package ask

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"talksbot/ask/model"
	"talksbot/knowledge/article"
	"talksbot/knowledge/calendar"
	"talksbot/knowledge/english"
	"talksbot/knowledge/timex"
	"talksbot/prompts"
)

// errNoClaims is the error of a reply without a claim that passes verification.
var errNoClaims = errors.New("no claim holds up against the articles")

// worded has the model answer from the passages and returns the claims that pass
// verification, or why there are none; without a model there is nothing to explain.
func (a *Asker) worded(ctx context.Context, p plan, passages []article.Passage) (claims []Claim, instead Fallback) {
	if a.Model == nil {
		return nil, 0
	}
	passages = bearing(passages)
	data := prompts.AnswerData{Question: p.words.Text}
	for _, passage := range passages {
		data.Passages = append(data.Passages, material(passage))
	}
	prompt := prompts.Answer(data)
	data.Question = normalised(data.Question)
	err := a.Model.Ask(ctx, prompt, prompts.Answer(data), func(reply string) (err error) {
		claims, err = a.claims(ctx, p, reply, passages)
		return err
	})
	if err != nil {
		a.counts.fallbacks.Add(1)
		a.log().Warn("model not used", "reason", err)
		return nil, fallback(err)
	}
	return claims, 0
}

// claims returns what of a reply passes verification, which is at least one claim.
func (a *Asker) claims(ctx context.Context, p plan, reply string, passages []article.Passage) ([]Claim, error) {
	drafts, faults, err := prompts.ParseAnswer(reply)
	if err != nil {
		return nil, err
	}
	for _, fault := range faults {
		a.counts.dropped.Add(1)
		a.log().Info("claim dropped", "reason", fault)
	}
	var claims []Claim
	for _, d := range drafts {
		c, err := p.verified(ctx, d, passages)
		if err != nil {
			a.counts.dropped.Add(1)
			a.log().Info("claim dropped", "reason", err)
			continue
		}
		c.Marks = p.wordedMarks(c)
		claims = append(claims, c)
	}
	if len(claims) == 0 {
		return nil, errNoClaims
	}
	return claims, nil
}

// material is what the model is told of a passage.
func material(p article.Passage) prompts.Passage {
	speaker, _ := p.Speaker()
	m := prompts.Passage{Speaker: speaker, Text: p.Text(), Title: p.Article.Title, Outlet: p.Article.Outlet}
	if d := p.Article.Published.Day; !d.IsZero() {
		m.Published = calendar.Days{From: d}.Plain()
	}
	for _, d := range p.Dates() {
		if d.Relative && !d.From.IsZero() {
			m.Meanings = append(m.Meanings, prompts.Meaning{Words: p.Text()[d.Start:d.End], Means: meaning(d)})
		}
	}
	return m
}

// verified returns the claim that a draft makes, or why it may not be shown. Numbers of no passage
// beside others count for nothing; what is claimed is held against the rest.
func (p plan) verified(ctx context.Context, d prompts.ClaimDraft, passages []article.Passage) (Claim, error) {
	c := Claim{Text: d.Text}
	for _, n := range d.Cites {
		if n < 1 || n > len(passages) {
			continue
		}
		if cited := passages[n-1]; !slices.Contains(c.Cites, cited) {
			c.Cites = append(c.Cites, cited)
		}
	}
	if len(c.Cites) == 0 {
		return Claim{}, fmt.Errorf("it cites none of the %d passages", len(passages))
	}
	verdict := judge(p.library).Judge(ctx, c.Text, c.Cites)
	if !verdict.Supported {
		reasons := make([]string, len(verdict.Reasons))
		for i, r := range verdict.Reasons {
			reasons[i] = string(r.Rule) + ": " + r.String()
		}
		return Claim{}, errors.New(strings.Join(reasons, "; "))
	}
	return c, nil
}

// wordedMarks makes bold the words of a model's claim that answer in a sentence it cites,
// and explains its relative dates by the article it cites.
func (p plan) wordedMarks(c Claim) []Mark {
	var all []Mark
	for _, cited := range c.Cites {
		for _, s := range p.library.AnswerSpans(p.question, cited) {
			words := cited.Text()[s.Start:s.End]
			if at := strings.Index(c.Text, words); at >= 0 {
				all = append(all, Mark{Start: at, End: at + len(words), Bold: true})
			}
		}
	}
	return merge(append(all, notes(c.Text, timex.Find(english.Read(c.Text), c.Cites[0].Article.Published))...))
}

// fallback returns what of an error readers are told. Nothing of the error itself is in it: that
// may hold what a server wrote.
func fallback(err error) Fallback {
	switch {
	case errors.Is(err, errNoClaims):
		return NothingHolds
	case errors.Is(err, model.ErrBudget):
		return OverBudget
	case errors.Is(err, context.DeadlineExceeded):
		return Slow
	}
	return Unusable
}
