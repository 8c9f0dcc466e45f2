package ask

import (
	"context"
	"slices"

	"talksbot/knowledge"
	"talksbot/knowledge/article"
	"talksbot/knowledge/question/message"
	"talksbot/knowledge/timex"
)

// scoped answers a question that says from whose articles, or those of which days, it is to be
// answered. It reports whether the question does.
func (a *Asker) scoped(ctx context.Context, q Question, asks string) (Answer, bool) {
	library := q.Library
	scope, rest := scopeOf(library, q, asks)
	if scope.IsZero() || rest == asks {
		return Answer{}, false
	}
	narrow := q
	narrow.Text, narrow.scope = rest, q.scope.With(scope)
	widened := func(answer Answer) Answer {
		if answer.Question == rest {
			answer.Question = asks
		}
		answer.Scope = narrow.scope
		return answer
	}
	if q.Watch != nil {
		narrow.Watch = func(answer Answer) { q.Watch(widened(answer)) }
	}
	answer := widened(a.answer(ctx, narrow))
	if !isHeld(library, narrow.scope) {
		answer.Scope, answer.Refusal = message.Scope{}, Refusal{}
		answer.Days, answer.From = scope.Published, library.Newest().Day
	}
	return answer, true
}

// isHeld reports whether there is an article within a scope.
func isHeld(library *knowledge.Library, scope message.Scope) bool {
	return slices.ContainsFunc(library.Articles(), func(a *article.Article) bool { return scope.Holds(a.Outlet, a.Published.Day) })
}

// scopeOf returns the scope that a question names, as seen from when it is asked or, where nothing is
// of such a day, from the newest article, and the question without it.
func scopeOf(library *knowledge.Library, q Question, asks string) (scope message.Scope, rest string) {
	outlets := outletsOf(library)
	for _, now := range []timex.Moment{timex.MomentOf(q.moment()), library.Newest()} {
		scope, rest = message.ScopeOf(asks, outlets, now)
		if isHeld(library, scope) {
			break
		}
	}
	return scope, rest
}

// outletsOf returns the outlets of the articles, each once.
func outletsOf(library *knowledge.Library) []string {
	var all []string
	for _, a := range library.Articles() {
		if a.Outlet != "" && !slices.Contains(all, a.Outlet) {
			all = append(all, a.Outlet)
		}
	}
	return all
}
