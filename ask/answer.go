package ask

import (
	"context"

	"talksbot/knowledge"
	"talksbot/knowledge/english"
	"talksbot/knowledge/names"
	"talksbot/knowledge/question/conversation"
	"talksbot/knowledge/question/message"
)

// Answer answers q. It does not fail: where the model does, the answer is in the
// articles' own sentences and Fallback says why. It returns soon after ctx ends.
func (a *Asker) Answer(ctx context.Context, q Question) Answer {
	a.counts.asked.Add(1)
	if q.Library == nil {
		q.Library = a.Articles.Library()
	}
	if q.Plain && a.Model != nil {
		answer := a.plain().answer(ctx, q)
		a.counts.count(answer.Outcome)
		return answer
	}
	answer := a.answer(ctx, q)
	if answer.Fallback != 0 && answer.Mode == Extract && ctx.Err() == nil && message.LanguageOf(q.Text) == "" {
		plain := a.plain().answer(ctx, q) // which takes a question apart, and says yes or no
		plain.Fallback = answer.Fallback
		return plain
	}
	return answer
}

// plain returns who answers as a does where there is no model.
func (a *Asker) plain() *Asker { return &Asker{Log: a.Log} }

func (a *Asker) answer(ctx context.Context, q Question) Answer {
	library := q.Library
	language := message.LanguageOf(q.Text)
	if language != "" && a.Model == nil {
		return foreign(q, language)
	}
	act, asks := message.ActOf(q.Text)
	remarks := len(q.Earlier) > 0 && message.GoesWith(q.Text)
	if act != message.Asks && !remarks {
		return Answer{Outcome: Purpose, Question: q.Text, Mode: Extract, Act: act}.holding(library.Articles())
	}
	if !remarks {
		if answer, ok := a.taken(ctx, q, asks); ok {
			return answer
		}
		q.Text = asks
	}
	r, remark := meant(q, asks)
	if who := whom(library, r); who != "" {
		r, q.Text = message.Request{}, "Who is "+who+"?"
	}
	switch alone := q; {
	case r.Want != message.Fact:
		alone.Earlier = nil
		if answer, ok := a.request(ctx, planned(alone), r); ok {
			a.counts.count(answer.Outcome)
			return answer.holding(library.Articles())
		}
	case remark != message.NoRemark && len(q.Earlier) == 0:
		return Answer{Outcome: Purpose, Question: q.Text, Mode: Extract, Act: message.Nothing}.holding(library.Articles())
	case remark == message.AsksSource:
		q.Text = "source?"
	}
	p := planned(q)
	if p.words.Remark != message.NoRemark {
		return a.remarked(ctx, p, q)
	}
	answer := a.found(ctx, p, q)
	if answer.Outcome == Silent && language != "" {
		answer = foreign(q, language)
		answer.Helped = true
	}
	return answer
}

// taken answers a message that is taken apart first: into several questions, or one and its scope.
func (a *Asker) taken(ctx context.Context, q Question, asks string) (Answer, bool) {
	if answer, ok := a.several(ctx, q, asks); ok {
		return answer, true
	}
	return a.scoped(ctx, q, asks)
}

// found answers from what a search finds, chosen by what the question asks for.
func (a *Asker) found(ctx context.Context, p plan, q Question) Answer {
	all := p.search(ctx)
	passages, show := p.introduced(ctx, whoSaid(p, p.saidBy(unsaid(p, q, all))))
	if words := unsaid(p, q, replies(p)); len(words) > 0 {
		passages, show = words, len(words)
	}
	if words := unsaid(p, q, p.statements()); len(words) > 0 {
		passages, show = words, len(words)
	}
	if c, compares := message.ComparisonOf(q.Text); compares && (c.Bid || !p.tellsBoth(passages, c)) {
		if answer, ok := p.sideBySide(ctx, c); ok {
			a.counts.count(Answered)
			return answer.holding(p.library.Articles())
		}
	}
	p.show = show
	return a.given(ctx, p, p.latestFirst(passages), all)
}

// meant returns what a message asks of the whole, and what it says to the last answer: where it says
// something, it asks for nothing else.
func meant(q Question, asks string) (message.Request, message.Remark) {
	r, remark := message.RequestOf(asks), message.RemarkOf(q.Text)
	switch {
	case len(q.Earlier) == 0:
	case r.Leans && r.Want == message.Held && !conversation.AboutPublished(q.Earlier):
		return message.Request{}, message.AsksSource // "When was it published?"
	case r.Want == message.Background: // "how did it come to that?"
	case r.Leans, remark != message.NoRemark: // "what happened then?"
		r = message.Request{}
	}
	return r, remark
}

// whom returns whom a message asks about as such, "What do you know about Ida Kern?"; "" where it asks
// about something else.
func whom(library *knowledge.Library, r message.Request) string {
	if r.Want != message.Overview || r.Words > 0 || r.Lines > 0 || r.About == "" {
		return ""
	}
	named := library.Names().FindIn(english.Read(r.About))
	if len(named) != 1 || named[0].Kind != names.Person || named[0].End-named[0].Start != len(r.About) {
		return ""
	}
	return r.About
}

// foreign is the answer to a question in another language, where it has no other: the articles may
// well say what was asked.
func foreign(q Question, language string) Answer {
	return Answer{Outcome: Purpose, Question: q.Text, Mode: Extract, Act: message.Foreign, Language: language}
}
