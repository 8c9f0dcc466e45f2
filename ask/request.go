package ask

import (
	"context"

	"talksbot/knowledge/article"
	"talksbot/knowledge/calendar"
	"talksbot/knowledge/question/message"
	"talksbot/knowledge/quote"
	"talksbot/knowledge/timeline"
)

// request answers what asks for the articles as a whole rather than for something that stands in
// one. It reports false where nothing of what is asked is ahead: then the words are looked for as
// those of any question.
func (a *Asker) request(ctx context.Context, p plan, r message.Request) (Answer, bool) {
	answer := Answer{Outcome: Answered, Question: p.words.Text, Score: sureOfRequest, Mode: Extract, Request: r, Today: p.today}
	if r.Want == message.Held {
		answer.Outcome, answer.Score, answer.Articles = Purpose, 0, p.articles(r.About)
		return answer, true
	}
	if r.Want == message.Changed || r.Want == message.Differing {
		answer.Claims, answer.Total = aged{p}.changes(ctx, r)
		switch {
		case len(answer.Claims) > 0:
			return answer, true
		case r.Want == message.Changed && !r.Corrects:
			r.Want, answer.Request.Want = message.Newest, message.Newest
		}
	}
	found := p.asWhole(ctx, r, &answer)
	if len(found) == 0 {
		return p.nothingOf(ctx, r), r.Want != message.Ahead || r.About == ""
	}
	if r.Want == message.Overview || r.Want == message.Newest {
		if a.Model != nil {
			answer.Claims, answer.Fallback = a.worded(ctx, p, found, growing{p, answer}.claims())
		}
		if len(answer.Claims) > 0 {
			answer.Mode = WordedModel
			if answer.Fallback != 0 {
				answer.Claims = complete(answer.Claims, p.plainly(found))
			}
			return answer, true
		}
	}
	answer.Claims = p.plainly(found)
	return answer, true
}

// asWhole returns the sentences that tell what is asked for as a whole, and notes in the answer the
// events, quotes or people they tell of.
func (p plan) asWhole(ctx context.Context, r message.Request, answer *Answer) (found []article.Passage) {
	switch r.Want {
	case message.Overview:
		found = p.overview(ctx, r)
		answer.Total = len(p.articles(r.About))
	case message.Newest:
		found = p.lines(ctx, r, nil)
	case message.Background:
		found = background(ctx, p, r)
	case message.Ahead:
		next, from := p.ahead(r.About)
		answer.Events, answer.Total = firstOf(next, mostEvents)
		answer.From = from
		if found = tellings(answer.Events); len(found) == 0 {
			found = p.lines(ctx, r, looksAhead)
		}
	case message.Days:
		answer.Events, answer.Total = firstOf(p.events(timeline.Query{About: r.About}), mostEvents)
		found = tellings(answer.Events)
	case message.Quotations:
		answer.Quotes, answer.Total = firstOf(p.quotes(p.quotations(r)), mostQuotes)
		for _, q := range answer.Quotes {
			found = append(found, q.Passages()...)
		}
	case message.Mentioned:
		answer.People, answer.Total = firstOf(p.mentioned(), mostPeople)
		for _, m := range answer.People {
			found = append(found, m.Passage)
		}
	}
	return found
}

// nothingOf is the answer where there is nothing of what is asked for.
func (p plan) nothingOf(ctx context.Context, r message.Request) Answer {
	none := p.silent(ctx, nil, p.near(ctx, r.About))
	none.Request, none.Today = r, p.today
	if r.Want == message.Quotations {
		none.Unquoted = p.quotations(r)
		none.Speakers, none.Speaks = p.library.OtherSpeakers(none.Unquoted)
	}
	if p.period != nil && r.About == "" && (r.Want == message.Overview || r.Want == message.Newest) {
		none.Days, none.From = calendar.Days{From: p.period.From, To: p.period.To}, p.library.Newest().Day
		none.Refusal = Refusal{}
	}
	return none
}

// near returns the sentences that come closest to what should be told of; none for "".
func (p plan) near(ctx context.Context, about string) []article.Passage {
	if about == "" {
		return nil
	}
	q := p.query()
	q.Question = p.library.Analyze(about)
	return p.library.Search(ctx, q)
}

// How many of what there is an answer shows.
const (
	mostEvents = 10
	mostQuotes = 8
	mostPeople = 20
)

// firstOf returns the first of a list, at most so many, and how many there are in all.
func firstOf[T any](all []T, most int) ([]T, int) { return all[:min(len(all), most)], len(all) }

// tellings returns the sentences that tell events, the first of each.
func tellings(events []timeline.Event) []article.Passage {
	var found []article.Passage
	for _, e := range events {
		found = append(found, e.Mentions[0].Passage)
	}
	return found
}

// quotations returns which quotations are asked for: by whom or about what.
func (p plan) quotations(r message.Request) quote.Query {
	q := quote.Query{About: r.About, Article: p.article}
	if r.By {
		q.Speaker, q.About = r.About, ""
	}
	return q
}
