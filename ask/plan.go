package ask

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"talksbot/knowledge"
	"talksbot/knowledge/english"
	"talksbot/knowledge/question"
	"talksbot/knowledge/question/conversation"
	"talksbot/prompts"
)

// maxPassages is how many passages a search brings: as many as a model is shown.
const maxPassages = 8

// A plan is what to search for, and where.
type plan struct {
	reach
	words    conversation.Words // the question, completed offline from the turns before it
	question question.Question  // what is searched for, taken apart once
	show     int                // how many of the passages found are to be shown; 0 leaves that open
	earlier  []Turn             // the conversation so far
	offers   bool               // whether a refusal offers another question
}

// query returns the search that the plan begins with.
func (p plan) query() knowledge.Query {
	return knowledge.Query{Question: p.question, Article: p.article, Among: p.among(), Limit: maxPassages}
}

func (a *Asker) plan(ctx context.Context, library *knowledge.Library, q Question) plan {
	words := conversation.Complete(library.Names(), q.Text, q.Earlier)
	text := words.Query()
	if a.Model != nil && len(q.Earlier) > 0 {
		text = cmp.Or(a.condense(ctx, q), text)
	}
	within := reach{library: library, article: q.Article, scope: q.scope, today: q.day()}
	p := plan{reach: within, words: words, question: library.Analyze(text), earlier: q.Earlier, offers: q.Offers}
	if days, ok := question.PeriodOf(p.question, q.moment()); ok {
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
		for _, s := range english.ContentStems(text) {
			said[s] = true
		}
	}
	hear(q.Text)
	for _, t := range conversation.Recent(q.Earlier) {
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
	for _, s := range english.ContentStems(text) {
		if !said[s] {
			return "", fmt.Errorf("it has %q, which nobody said", s)
		}
	}
	return strings.TrimSpace(text), nil
}

// normalised returns the question without what people type in one way or another: capitals,
// spaces, the marks at its end.
func normalised(question string) string {
	return strings.TrimRight(strings.ToLower(strings.Join(strings.Fields(question), " ")), "?!. ")
}

// lists reports whether every passage found answers by itself: what happens on some days, or in
// a longer time.
func (p plan) lists() bool {
	return p.period != nil && (p.period.Alone || p.period.Several())
}
