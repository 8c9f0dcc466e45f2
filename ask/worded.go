package ask

import (
	"cmp"
	"context"
	"errors"
	"strings"

	"talksbot/ask/model"
	"talksbot/knowledge/article"
	"talksbot/knowledge/english"
	"talksbot/knowledge/timex"
	"talksbot/prompts"
)

// errNoClaims is the error of a reply without a claim that passes verification.
var errNoClaims = errors.New("no claim holds up against the articles")

// worded has the model answer from the articles, as far as it is shown them, and returns what of the
// answer may be shown; none where the model finds that the articles do not answer. Why there is no answer
// of the model's is in instead.
func (a *Asker) worded(ctx context.Context, p plan, found []article.Passage) (claims []Claim, instead Fallback) {
	shown := evidence(p, found, cmp.Or(a.Evidence, defaultEvidence))
	data := material(p, shown)
	prompt := prompts.Answer(data)
	data.Question = normalised(data.Question)
	err := a.Model.Ask(ctx, prompt, prompts.Answer(data), func(reply string) (err error) {
		claims, err = a.claims(ctx, p, reply, shown)
		return err
	})
	if err != nil {
		a.counts.fallbacks.Add(1)
		a.log().Warn("model not used", "reason", err)
		return nil, fallback(err)
	}
	return claims, 0
}

// claims returns what a reply says, claim by claim: as the model worded it where that passes
// verification, and else in the sentences it cites. It is an error where nothing is left of what the
// model said; that it found nothing to say is none.
func (a *Asker) claims(ctx context.Context, p plan, reply string, passages []article.Passage) ([]Claim, error) {
	drafts, faults, err := prompts.ParseAnswer(reply)
	if err != nil {
		return nil, err
	}
	for _, fault := range faults {
		a.counts.dropped.Add(1)
		a.log().Info("claim dropped", "reason", fault)
	}
	w := wording{plan: p}
	for _, d := range drafts {
		w.consider(ctx, d, passages)
	}
	for _, why := range w.dropped {
		a.counts.dropped.Add(1)
		a.log().Info("claim dropped", "reason", why)
	}
	claims := w.claims()
	if len(claims) == 0 && len(drafts) > 0 {
		return nil, errNoClaims
	}
	return claims, nil
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

// fallbacks are the errors that readers are told of.
var fallbacks = []struct {
	err error
	Fallback
}{
	{errNoClaims, NothingHolds}, {model.ErrBudget, OverBudget}, {context.DeadlineExceeded, Slow},
	{model.ErrKey, WrongKey}, {model.ErrUnknown, UnknownModel}, {model.ErrQuota, QuotaSpent}, {model.ErrRate, TooManyCalls},
}

// fallback returns what of an error readers are told. Nothing of the error itself is in it: that
// may hold what a server wrote.
func fallback(err error) Fallback {
	for _, known := range fallbacks {
		if errors.Is(err, known.err) {
			return known.Fallback
		}
	}
	return Unusable
}
