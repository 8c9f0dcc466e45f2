package ask

import (
	"cmp"
	"slices"

	"talksbot/knowledge/article"
	"talksbot/knowledge/question"
	"talksbot/knowledge/quotation"
	"talksbot/knowledge/quote"
	"talksbot/knowledge/search"
)

// saidBy narrows what was found to what one speaker said, where the question asks for that.
// It leaves out the passages that are only somebody else's words. A quote of the speaker that
// has all the question wants it to be about answers, whatever the search makes of its
// sentence. Where passages that answer are close to the question, by their own words or,
// if it names no subject, by being the speaker's, the rest is left out; else those stay
// whose surroundings speak of the subject.
func (p plan) saidBy(passages []article.Passage) []article.Passage {
	lib, q := p.library, p.question
	if q.Voice.Start == q.Voice.End {
		return passages
	}
	voice := lib.Voice(q.Voice.Of(q.Text))
	if q.Kind == question.Said && q.Speaker == "" && len(voice.Names) == 0 {
		return passages // words that may be no speaker at all
	}
	passages = slices.Clone(passages)
	for _, found := range p.quotes(quote.Query{Speaker: voice.Written, About: q.Topic, Article: p.article}) {
		passages = raise(passages, found.Closest(q.Topic))
	}
	about := quote.SubjectOf(lib.Names(), q.Topic)
	var near, far []article.Passage
	for _, s := range passages {
		quotes := lib.QuotesAt(s)
		spoken := voice.In(lib.Names(), s, quotes)
		switch {
		case !spoken && len(quotes) > 0: // somebody else's words
		case q.Topic == "" && spoken || q.Topic != "" && (about.In(s.Words()) || about.In(s.Article.WordsIn(s.Asked()))):
			near = append(near, s)
		case q.Topic == "" || slices.ContainsFunc(around(s), func(near article.Passage) bool { return about.In(near.Words()) }):
			far = append(far, s)
		}
	}
	if answers(near) {
		return near
	}
	return append(near, far...)
}

// statements returns what somebody is quoted with, where that is asked for and nothing says about
// what: the newest first and of one day the words spoken before what is only reported, a few, as a
// reader meets them.
func (p plan) statements() []article.Passage {
	q := p.question
	if p.period != nil {
		q = p.library.Analyze(p.period.Rest)
	}
	if q.Kind != question.Said || q.Topic != "" || q.Voice.Start == q.Voice.End {
		return nil
	}
	quotes := p.quotes(quote.Query{Speaker: q.Voice.Of(q.Text), Article: p.article})
	quotes = slices.DeleteFunc(quotes, func(said quote.Quote) bool { return p.period != nil && !p.period.Holds(said.Day()) })
	slices.SortStableFunc(quotes, func(a, b quote.Quote) int {
		return cmp.Or(b.Day().Compare(a.Day()), cmp.Compare(turn(a), turn(b)))
	})
	var all []article.Passage
	for _, said := range quotes {
		s := fullest(said)
		if s.Score = search.Answers; len(all) < maxClaims && Number(all, s) == 0 {
			all = append(all, s)
		}
	}
	slices.SortStableFunc(all, func(a, b article.Passage) int {
		return cmp.Or(newestFirst(a.Article, b.Article), a.Compare(b))
	})
	return all
}

// fewWords is how many words that carry meaning are too few to tell what somebody thinks: "That's
// perfect".
const fewWords = 3

// turn places a quotation: the words that were spoken, then what is reported of them, and last
// what says little.
func turn(q quote.Quote) int {
	switch {
	case len(fullest(q).Words().ContentStems()) <= fewWords:
		return 2
	case q.Kind == quotation.Indirect:
		return 1
	}
	return 0
}

// fullest returns the sentence of a quotation that says most.
func fullest(q quote.Quote) article.Passage {
	return slices.MaxFunc(q.Passages(), func(a, b article.Passage) int {
		return len(a.Words().ContentStems()) - len(b.Words().ContentStems())
	})
}

// around returns a passage with the two before and the two after it: what somebody speaks
// about is often said once.
func around(p article.Passage) []article.Passage {
	var all []article.Passage
	for n := -2; n <= 2; n++ {
		if near, ok := p.Neighbour(n); ok {
			all = append(all, near)
		}
	}
	return all
}

// raise gives a passage at least a score that answers, and adds it where it is not there.
func raise(passages []article.Passage, p article.Passage) []article.Passage {
	at := Number(passages, p) - 1
	if at < 0 {
		at = len(passages)
		passages = append(passages, p)
	}
	passages[at].Score = max(passages[at].Score, search.Answers)
	return passages
}
