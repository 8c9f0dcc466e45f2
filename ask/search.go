package ask

import (
	"context"

	"talksbot/knowledge/article"
	"talksbot/knowledge/search"
	"talksbot/knowledge/summary"
)

// How sure it is that a sentence answers.
const (
	sureOfRequest = 0.9                // where the articles are asked for as a whole: it shows what there is
	sureOfDay     = 0.9                // what happens on a day it names
	sureOfOther   = search.Answers / 2 // where it names another: that it answers nothing is sure
)

// search finds the passages for a plan. Where the question asks about days, sentences that
// name other days are no answer, those that name these days need not repeat their words, and
// where the articles say nothing of them nothing answers.
func (p plan) search(ctx context.Context) []article.Passage {
	found := p.library.Search(ctx, p.query())
	if p.period == nil {
		return found
	}
	if p.period.Alone {
		if on := p.happened(); len(on) > 0 {
			return on
		}
		return unsure(found)
	}
	states := func(s article.Passage) bool { return p.period.States(s.Dates()) }
	stated := only(found, states)
	fit := only(found, func(s article.Passage) bool { return !p.period.Elsewhere(s.Dates()) })
	switch {
	case !p.period.Narrow() && !p.period.Seen: // a year is a setting more than a day to be found
		if answers(found) {
			return found
		}
	case answers(stated):
		return stated
	}
	within := p.query()
	within.Question, within.From, within.To = p.library.Analyze(p.period.Rest), p.period.From, p.period.To
	stated = only(p.library.Search(ctx, within), states)
	switch {
	case answers(stated):
		return stated
	case p.period.Narrow() && answers(fit) && !p.period.Seen:
		return fit
	}
	return unsure(found)
}

// unsure returns passages as the closest there are, answering nothing.
func unsure(found []article.Passage) []article.Passage {
	for i := range found {
		found[i].Score = min(found[i].Score, sureOfOther)
	}
	return found
}

// happened returns the sentences that name a day of the period and, of several days, those that
// carry the articles that appeared then, where few name one.
func (p plan) happened() []article.Passage {
	on := p.stated()
	if p.period.From == p.period.To || len(on) >= maxClaims {
		return on
	}
	for _, s := range p.carrying(p.within(), maxClaims) {
		if Number(on, s) == 0 {
			on = append(on, s)
		}
	}
	return on
}

// carrying returns the sentences that carry articles, which are given the newest first.
func (p plan) carrying(articles []*article.Article, most int) []article.Passage {
	size := summary.Size{Lines: most, PerArticle: 1, Only: func(s article.Passage) bool { return !p.spoken(s) }}
	found := summary.Weigh(p.library).Lines(articles, size)
	for i := range found {
		found[i].Score = sureOfDay
	}
	return found
}

// stated returns the sentences that name a day of the period, in reading order.
func (p plan) stated() []article.Passage {
	var stated []article.Passage
	for _, from := range p.library.Articles() {
		if p.article != "" && from.ID != p.article {
			continue
		}
		for i := range from.Sentences {
			s := article.Passage{Article: from, Index: i, Score: sureOfDay}
			if p.period.States(s.Dates()) {
				stated = append(stated, s)
			}
			if len(stated) == maxPassages {
				return stated
			}
		}
	}
	return stated
}

// answers reports whether the best of what was found is sure enough to answer.
func answers(found []article.Passage) bool {
	return len(found) > 0 && found[0].Score >= search.Answers
}

func only(all []article.Passage, wanted func(article.Passage) bool) []article.Passage {
	var kept []article.Passage
	for _, p := range all {
		if wanted(p) {
			kept = append(kept, p)
		}
	}
	return kept
}
