package ask

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"talksbot/knowledge"
	"talksbot/knowledge/article"
	"talksbot/knowledge/calendar"
	"talksbot/knowledge/english"
	"talksbot/knowledge/question"
	"talksbot/knowledge/question/conversation"
	"talksbot/knowledge/question/message"
	"talksbot/prompts"
)

// maxPassages is how many passages a search brings: as many as a model is shown.
const maxPassages = 8

// A plan is what to search for, and where.
type plan struct {
	library  *knowledge.Library
	words    conversation.Words // the question, completed offline from the turns before it
	question question.Question  // what is searched for, taken apart once
	article  string             // the ID of the only article to answer from; "" is all
	scope    message.Scope      // the only articles to answer from
	period   *question.Period   // the days asked about; nil where the question names none
	show     int                // how many of the passages found are to be shown; 0 leaves that open
	today    calendar.Day       // the day it is asked
	earlier  []Turn             // the conversation so far
	offers   bool               // whether a refusal offers another question
}

// query returns the search that the plan begins with.
func (p plan) query() knowledge.Query {
	return knowledge.Query{Question: p.question, Article: p.article, Among: p.among(), Limit: maxPassages}
}

// among returns the filter that the scope is, nil where there is none.
func (p plan) among() func(*article.Article) bool {
	if p.scope.IsZero() {
		return nil
	}
	return p.inScope
}

func (p plan) inScope(a *article.Article) bool { return p.scope.Holds(a.Outlet, a.Published.Day) }

// within returns the articles that may answer, the newest first: the only one, where one is
// named, and those of the days asked about.
func (p plan) within() []*article.Article {
	all := slices.Clone(p.library.Articles())
	all = slices.DeleteFunc(all, func(a *article.Article) bool {
		day := a.Published.Day
		outside := p.period != nil && (day.IsZero() || !p.period.Holds(day))
		return p.article != "" && a.ID != p.article || !p.inScope(a) || outside || len(a.Sentences) == 0
	})
	slices.SortStableFunc(all, newestFirst)
	return all
}

func newestFirst(a, b *article.Article) int { return b.Published.Day.Compare(a.Published.Day) }

func (a *Asker) plan(ctx context.Context, library *knowledge.Library, q Question) plan {
	words := conversation.Complete(library.Names(), q.Text, q.Earlier)
	text := words.Query()
	if a.Model != nil && len(q.Earlier) > 0 {
		text = cmp.Or(a.condense(ctx, q), text)
	}
	p := plan{library: library, words: words, question: library.Analyze(text), article: q.Article, scope: q.scope, today: q.day(), earlier: q.Earlier, offers: q.Offers}
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
