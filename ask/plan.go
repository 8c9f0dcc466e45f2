package ask

import (
	"context"
	"fmt"
	"strings"
	"time"

	"talksbot/knowledge"
	"talksbot/knowledge/question"
	"talksbot/knowledge/word"
	"talksbot/prompts"
)

// maxPassages is how many passages a search brings: as many as a model is shown.
const maxPassages = 8

// A plan is what to search for.
type plan struct {
	understood string // the question, completed offline from the turns before it
	query      knowledge.Query
	period     *question.Period // the days asked about; nil where the question names none
}

func (a *Asker) plan(ctx context.Context, q Question) plan {
	u := understand(a.Library, q)
	p := plan{understood: u.text}
	p.query = knowledge.Query{Text: u.query(), Article: q.Article, Limit: maxPassages}
	if a.Model != nil && len(q.Earlier) > 0 {
		if text := a.condense(ctx, q); text != "" {
			p.query.Text = text
		}
	}
	asked := q.Asked
	if asked.IsZero() {
		asked = time.Now()
	}
	if days, ok := question.PeriodOf(p.query.Text, a.Library.Analyze(p.query.Text).Dates, asked); ok {
		p.period = &days
	}
	return p
}

// condense has the model make one question of a conversation. Its words are used as a
// search query and nothing else, and only if each one that means something was said in
// the conversation; "" where that fails.
func (a *Asker) condense(ctx context.Context, q Question) string {
	data := prompts.CondenseData{Question: q.Text}
	said := map[string]bool{}
	hear := func(text string) {
		for _, s := range word.Stems(text) {
			said[s] = true
		}
	}
	hear(q.Text)
	for _, t := range q.Earlier[max(0, len(q.Earlier)-maxEarlier):] {
		data.Earlier = append(data.Earlier, prompts.Turn{Question: t.Question, Answer: t.Answer})
		hear(t.Question)
		hear(t.Answer)
	}
	prompt := prompts.Condense(data)
	data.Question = normalised(data.Question)
	text := ""
	err := a.Model.Ask(ctx, prompt, prompts.Condense(data), func(reply string) (err error) {
		text, err = condensed(reply, said)
		return err
	})
	if err != nil {
		a.log().Info("question not condensed", "reason", err)
		return ""
	}
	return text
}

// condensed returns the question that a reply holds. Every stem in it must have been said.
func condensed(reply string, said map[string]bool) (string, error) {
	text, err := prompts.ParseCondense(reply)
	if err != nil {
		return "", err
	}
	for _, s := range word.Stems(text) {
		if !said[s] {
			return "", fmt.Errorf("it has %q, which nobody said", s)
		}
	}
	return strings.TrimSpace(text), nil
}
