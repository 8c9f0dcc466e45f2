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
// of the model's, or only the beginning of one, is in instead. While the model writes, grows is told what
// may be shown already, unless it is nil.
func (a *Asker) worded(ctx context.Context, p plan, found []article.Passage, grows func([]Claim)) (claims []Claim, instead Fallback) {
	shown := evidence(p, found, cmp.Or(a.Evidence, defaultEvidence))
	data := material(p, shown)
	prompt := prompts.Answer(data)
	data.Question = normalised(data.Question)
	w := wording{plan: p, passages: shown, doubted: a.Opinion != nil}
	err := a.Model.Listen(ctx, prompt, prompts.Answer(data), w.listening(ctx, grows), func(reply string) error {
		return a.read(ctx, &w, reply)
	})
	if err != nil {
		a.counts.fallbacks.Add(1)
		a.log().Warn("model not used", "reason", err)
		claims, _ = w.claims(w.settled())
		return claims, fallback(err)
	}
	a.reread(ctx, &w)
	claims, dropped := w.claims(len(w.drafts))
	for _, why := range dropped {
		a.drop(why)
	}
	if len(claims) == 0 && len(w.drafts) > 0 {
		a.counts.fallbacks.Add(1)
		return nil, NothingHolds
	}
	return claims, 0
}

// read has what a reply says considered, claim by claim. It is an error where nothing is left of what the
// model said; that it found nothing to say is none.
func (a *Asker) read(ctx context.Context, w *wording, reply string) error {
	from, faults, err := prompts.ParseAnswer(reply)
	if err != nil {
		return err
	}
	for _, fault := range faults {
		a.drop(fault)
	}
	for i, d := range from {
		w.consider(ctx, i, d)
	}
	w.drafts = w.drafts[:len(from)]
	if claims, dropped := w.claims(len(from)); len(claims) == 0 && len(from) > 0 {
		for _, why := range dropped {
			a.drop(why)
		}
		w.drafts = nil // a kept reply may be followed by another
		return errNoClaims
	}
	return nil
}

// drop notes that a claim is not shown as it was worded.
func (a *Asker) drop(why error) {
	a.counts.dropped.Add(1)
	a.log().Info("claim dropped", "reason", why)
	if a.Drops == nil {
		return
	}
	d, ok := errors.AsType[Dropped](why)
	if !ok {
		d.Why = why
	}
	a.Drops(d)
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
