package ask

import (
	"slices"

	"talksbot/knowledge"
	"talksbot/knowledge/article"
	"talksbot/knowledge/calendar"
	"talksbot/knowledge/question"
	"talksbot/knowledge/question/message"
	"talksbot/knowledge/quote"
	"talksbot/knowledge/timeline"
)

// A reach is which articles may answer a question, and what of theirs.
type reach struct {
	library *knowledge.Library
	article string           // the ID of the only article to answer from; "" is all
	scope   message.Scope    // the only articles to answer from
	period  *question.Period // the days asked about; nil where the question names none
	today   calendar.Day     // the day it is asked
}

// among returns the filter that the scope is, nil where there is none.
func (r reach) among() func(*article.Article) bool {
	if r.scope.IsZero() {
		return nil
	}
	return r.inScope
}

func (r reach) inScope(a *article.Article) bool { return r.scope.Holds(a.Outlet, a.Published.Day) }

// within returns the articles that may answer, the newest first: the only one, where one is
// named, and those of the days asked about.
func (r reach) within() []*article.Article {
	all := slices.Clone(r.library.Articles())
	all = slices.DeleteFunc(all, func(a *article.Article) bool {
		day := a.Published.Day
		outside := r.period != nil && (day.IsZero() || !r.period.Holds(day))
		return r.article != "" && a.ID != r.article || !r.inScope(a) || outside || len(a.Sentences) == 0
	})
	slices.SortStableFunc(all, newestFirst)
	return all
}

func newestFirst(a, b *article.Article) int { return b.Published.Day.Compare(a.Published.Day) }

// articles returns those that speak of something, the newest first; all of them for "".
func (r reach) articles(about string) []*article.Article {
	subject := quote.SubjectOf(r.library.Names(), about)
	all := r.within()
	if about == "" {
		return all
	}
	return slices.DeleteFunc(all, func(a *article.Article) bool { return !subject.AllIn(a.Head()) && !subject.AllIn(a.Words()) })
}

// quotes returns the quotations that fit, of the articles that may answer.
func (r reach) quotes(q quote.Query) []quote.Quote {
	return slices.DeleteFunc(r.library.Quotes(q), func(q quote.Quote) bool { return !r.inScope(q.Article) })
}

// events returns what is on the days that the articles name.
func (r reach) events(q timeline.Query) []timeline.Event {
	return slices.DeleteFunc(timeline.New(r.library).Find(q), func(e timeline.Event) bool { return !r.inScope(e.Mentions[0].Passage.Article) })
}

// ahead returns what the articles name for days to come, the next first, and from when that is
// seen: from the day of the question or, where that is later than all of them, from that of the
// newest article.
func (r reach) ahead(about string) (next []timeline.Event, from calendar.Day) {
	for _, from = range []calendar.Day{r.today, r.library.Newest().Day} {
		next = r.events(timeline.Query{About: about, Days: calendar.Days{From: from}})
		next = slices.DeleteFunc(next, func(e timeline.Event) bool {
			today := e.From == from && from == r.today
			return !today && !e.From.After(from) || e.To.Sub(e.From) > longestEvent || e.Off()
		})
		if len(next) > 0 {
			break
		}
	}
	return next, from
}

// longestEvent is how many days something to look forward to may be from its first to its last.
const longestEvent = 31
