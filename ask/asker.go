package ask

import (
	"context"
	"log/slog"
	"slices"
	"strings"
	"sync/atomic"

	"talksbot/ask/model"
	"talksbot/knowledge"
	"talksbot/knowledge/article"
	"talksbot/knowledge/question/conversation"
	"talksbot/knowledge/question/message"
)

// An Asker answers questions from the articles, each from one view of them. Only Articles is
// needed; an Asker may be used by any number of goroutines, and its fields must not change
// once it is in use.
type Asker struct {
	Articles *knowledge.Current
	Model    *model.Model // nil: answer in the articles' own sentences
	Log      *slog.Logger // nil: nothing is logged

	counts counts
}

// Counts are what an Asker has done since it began.
type Counts struct {
	Asked, Answered, Silent int64
	Dropped                 int64 // claims of the model that did not pass verification
	Fallbacks               int64 // answers a model was asked for and did not word
	Calls                   int64 // of the model
	Cached                  int64 // calls spared by its Cache
}

// LogValue writes the counts as a group.
func (c Counts) LogValue() slog.Value {
	return slog.GroupValue(slog.Int64("asked", c.Asked), slog.Int64("answered", c.Answered), slog.Int64("silent", c.Silent),
		slog.Int64("dropped", c.Dropped), slog.Int64("fallbacks", c.Fallbacks))
}

type counts struct{ asked, answered, silent, dropped, fallbacks atomic.Int64 }

// count counts a question with an answer of that kind.
func (c *counts) count(o Outcome) {
	switch o {
	case Answered:
		c.answered.Add(1)
	case Silent:
		c.silent.Add(1)
	}
}

// Counts returns the counts so far.
func (a *Asker) Counts() Counts {
	c := &a.counts
	all := Counts{Asked: c.asked.Load(), Answered: c.answered.Load(), Silent: c.silent.Load(), Dropped: c.dropped.Load(), Fallbacks: c.fallbacks.Load()}
	if a.Model != nil {
		all.Calls, all.Cached = a.Model.Calls(), a.Model.Cached()
	}
	return all
}

// Answer answers q. It does not fail: where the model does, the answer is in the
// articles' own sentences and Fallback says why. It returns soon after ctx ends.
func (a *Asker) Answer(ctx context.Context, q Question) Answer {
	a.counts.asked.Add(1)
	library := a.Articles.Library()
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
		q.Text = asks
	}
	if a.Model != nil {
		limited, cancel := a.Model.Limit(ctx)
		defer cancel()
		ctx = limited
	}
	r, remark := meant(q, asks)
	switch alone := q; {
	case r.Want != message.Fact:
		alone.Earlier = nil
		if answer, ok := a.request(ctx, a.plan(ctx, library, alone), r); ok {
			a.counts.count(answer.Outcome)
			return answer.holding(library.Articles())
		}
	case remark != message.NoRemark && len(q.Earlier) == 0:
		return Answer{Outcome: Purpose, Question: q.Text, Mode: Extract, Act: message.Nothing}.holding(library.Articles())
	case remark == message.AsksSource:
		q.Text = "source?"
	}
	p := a.plan(ctx, library, q)
	if p.words.Remark != message.NoRemark {
		return a.remarked(ctx, p, q)
	}
	found := p.search(ctx)
	passages, show := p.introduced(ctx, p.saidBy(unsaid(q, found)))
	p.show = show
	answer := a.given(ctx, p, p.latestFirst(passages), found)
	if answer.Outcome == Silent && language != "" {
		answer = foreign(q, language)
		answer.Helped = true
	}
	return answer
}

// meant returns what a message asks of the whole, and what it says to the last answer: where it says
// something, it asks for nothing else.
func meant(q Question, asks string) (message.Request, message.Remark) {
	r, remark := message.RequestOf(asks), message.RemarkOf(q.Text)
	switch {
	case len(q.Earlier) == 0:
	case r.Leans && r.Want == message.Held && !conversation.AboutPublished(q.Earlier):
		return message.Request{}, message.AsksSource // "When was it published?"
	case r.Leans, remark != message.NoRemark: // "what happened then?"
		r = message.Request{}
	}
	return r, remark
}

// foreign is the answer to a question in another language, where it has no other: the articles may
// well say what was asked.
func foreign(q Question, language string) Answer {
	return Answer{Outcome: Purpose, Question: q.Text, Mode: Extract, Act: message.Foreign, Language: language}
}

// given answers from passages, or refuses with what of them and of all that was found comes closest.
func (a *Asker) given(ctx context.Context, p plan, passages, found []article.Passage) Answer {
	if !answers(passages) {
		a.counts.count(Silent)
		return p.silent(ctx, passages, found)
	}
	a.counts.count(Answered)
	answer := Answer{Outcome: Answered, Question: p.words.Text, After: p.words.After, Score: passages[0].Score, Mode: WordedModel}
	answer.Claims, answer.Fallback = a.worded(ctx, p, passages)
	if len(answer.Claims) == 0 {
		answer.Mode = Extract
		answer.Claims = p.extract(passages)
	}
	if newer, ok := p.since(answer.Claims[0].Cites[0]); ok && !answer.cites(newer) {
		answer.Claims = append(p.plainly([]article.Passage{newer}), answer.Claims...)
		answer.Dated = true
	}
	return answer
}

// cites reports whether one of the claims cites the passage.
func (a Answer) cites(s article.Passage) bool {
	return slices.ContainsFunc(a.Claims, func(c Claim) bool { return Number(c.Cites, s) > 0 })
}

// unsaid leaves out what the answers before said already where the question asks what else
// there is.
func unsaid(q Question, passages []article.Passage) []article.Passage {
	if len(q.Earlier) == 0 || !conversation.AsksMore(q.Text) && message.RemarkOf(q.Text) != message.GoesOn {
		return passages
	}
	said := ""
	for _, t := range q.Earlier {
		said += t.Answer + " "
	}
	return slices.DeleteFunc(slices.Clone(passages), func(p article.Passage) bool {
		// An answer may have notes within a sentence: either half of it will do.
		text := p.Text()
		half := len(text) / 2
		return strings.Contains(said, text[:half]) || strings.Contains(said, text[half:])
	})
}

func (a *Asker) log() *slog.Logger {
	if a.Log == nil {
		return slog.New(slog.DiscardHandler)
	}
	return a.Log
}

// holding returns the answer with what there is to ask about.
func (a Answer) holding(articles []*article.Article) Answer {
	if a.Held = len(articles); a.Held == 1 {
		a.Title = articles[0].Title
	}
	return a
}
