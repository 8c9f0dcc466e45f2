package ask

import (
	"context"
	"fmt"
	"slices"

	"talksbot/knowledge/article"
	"talksbot/prompts"
)

// reread has what a model worded in words of its own read a second time, beside the sentences it rests on.
// What is then not found supported is not shown as it was worded. Nothing else can come of it: where the
// second reading fails, or is of no use, all stands as the rules left it.
func (a *Asker) reread(ctx context.Context, w *wording) {
	if a.Opinion == nil {
		return
	}
	w.claims(len(w.drafts)) // which tells those that are shown
	var data prompts.OpinionData
	var put []int
	for i, d := range w.drafts {
		if d.worded && !d.copied {
			data.Claims = append(data.Claims, stated(d.Claim))
			put = append(put, i)
		}
	}
	if len(put) == 0 {
		return
	}
	var found []prompts.Verdict
	var unread error
	prompt := prompts.Opinion(data)
	err := a.Opinion.Ask(ctx, prompt, prompt, func(reply string) error {
		found, unread = prompts.ParseOpinion(reply, len(put))
		return unread
	})
	switch {
	case unread != nil:
		a.log().Info("a second reading is of no use", "reason", unread)
		return
	case err != nil: // which whoever runs the bot may have to mend
		a.log().Warn("nothing was read a second time", "reason", err)
		return
	}
	for i, v := range found {
		if !v.Supported {
			w.drafts[put[i]].why = fmt.Errorf("read a second time, it is not supported: %q", v.Why)
		}
	}
}

// stated is a claim as it is read a second time: with the sentences that it cites, and before each the one
// that it may lean on.
func stated(c Claim) prompts.Stated {
	told := prompts.Stated{Text: c.Text}
	for _, s := range c.Cites {
		e := prompts.Evidence{Passage: passage(s)}
		if before, ok := s.Neighbour(-1); ok && !slices.ContainsFunc(c.Cites, func(o article.Passage) bool { return o.Article == s.Article && o.Index == before.Index }) {
			e.Before = before.Text()
		}
		told.Evidence = append(told.Evidence, e)
	}
	return told
}
