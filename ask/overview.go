package ask

import (
	"context"
	"slices"

	"talksbot/knowledge/article"
	"talksbot/knowledge/question/message"
	"talksbot/knowledge/quote"
	"talksbot/knowledge/summary"
)

// How many sentences an overview has, and of one article where there are several.
const (
	mostTold    = 4
	mostOfOne   = 2
	mostOnTopic = 40 // sentences that are looked at where it is to be about something
)

// overview returns the sentences that tell all there is in short, in the order they are read; those
// about something the newest first.
func (p plan) overview(ctx context.Context, r message.Request) []article.Passage {
	found := p.lines(ctx, r, nil)
	if r.About == "" {
		slices.SortFunc(found, article.Passage.Compare)
	}
	return found
}

// looksAhead reports whether a sentence tells what is to come.
func looksAhead(s article.Passage) bool { return message.LooksAhead(s.Words()) }

// lines returns the sentences that carry the articles, the newest first: those that may be taken and
// are about what is asked.
func (p plan) lines(ctx context.Context, r message.Request, may func(article.Passage) bool) []article.Passage {
	articles := p.within()
	weights := summary.Weigh(p.library)
	size := summary.Size{Lines: mostTold, PerArticle: mostOfOne, Words: r.Words, Aside: r.Want == message.Background, Only: func(s article.Passage) bool {
		return !p.spoken(s) && (may == nil || may(s)) && p.library.Story().Stands(s)
	}}
	if r.Lines > 0 {
		size.Lines = r.Lines
	}
	if r.About != "" {
		topic := p.topic(ctx, r.About)
		fits := size.Only
		size.Only = func(s article.Passage) bool { return Number(topic, s) > 0 && fits(s) }
		articles = slices.DeleteFunc(articles, func(a *article.Article) bool {
			return !slices.ContainsFunc(topic, func(s article.Passage) bool { return s.Article == a })
		})
	}
	if len(articles) == 1 {
		size.PerArticle = size.Lines
	}
	if r.Want == message.Overview {
		articles = weights.Central(articles, size.Lines)
	}
	found := weights.Lines(articles, size)
	for i := 0; len(found) == 0 && i < len(articles); i++ {
		found = opening(articles[i], size)
	}
	for i := range found {
		found[i].Score = sureOfRequest
	}
	return found
}

// opening returns how an article begins, where none of its sentences can be read alone.
func opening(a *article.Article, size summary.Size) []article.Passage {
	for i := range a.Sentences {
		if s := (article.Passage{Article: a, Index: i}); size.Only(s) {
			return []article.Passage{s}
		}
	}
	return nil
}

// topic returns the sentences that are about something: they have all its words or names, they are
// found by what they mean, or they open an article whose headline has its words.
func (p plan) topic(ctx context.Context, about string) []article.Passage {
	subject := quote.SubjectOf(p.library.Names(), about)
	q := p.query()
	q.Question, q.Limit = p.library.Analyze(about), mostOnTopic
	found := only(p.library.Search(ctx, q), func(s article.Passage) bool {
		return subject.AllIn(s.Words()) || answers([]article.Passage{s})
	})
	for _, a := range p.within() {
		if lead := (article.Passage{Article: a}); subject.AllIn(a.Head()) && Number(found, lead) == 0 {
			found = append(found, lead)
		}
	}
	return found
}
