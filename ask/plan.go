package ask

import (
	"strings"

	"talksbot/knowledge"
	"talksbot/knowledge/question"
	"talksbot/knowledge/question/conversation"
)

// maxPassages is how many passages a search brings: as many as a model is shown.
const maxPassages = 8

// A plan is what to search for, and where.
type plan struct {
	reach
	words    conversation.Words // the question, completed offline from the turns before it
	question question.Question  // what is searched for, taken apart once
	show     int                // how many of the passages found are to be shown; 0 leaves that open
	asked    string             // the question as it was put
	earlier  []Turn             // the conversation so far
	offers   bool               // whether a refusal offers another question
	watch    func(Answer)       // is told what may be shown of the answer already; nil
}

// query returns the search that the plan begins with.
func (p plan) query() knowledge.Query {
	return knowledge.Query{Question: p.question, Article: p.article, Among: p.among(), Limit: maxPassages}
}

func planned(q Question) plan {
	library := q.Library
	words := conversation.Complete(library.Names(), q.Text, q.Earlier)
	within := reach{library: library, article: q.Article, scope: q.scope, today: q.day()}
	p := plan{reach: within, words: words, question: library.Analyze(words.Query()), asked: q.Text, earlier: q.Earlier, offers: q.Offers, watch: q.Watch}
	if days, ok := question.PeriodOf(p.question, q.moment()); ok {
		p.period = &days
	}
	return p
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
