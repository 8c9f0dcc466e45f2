// Package knowledge holds the articles talksbot answers from and finds in them the
// sentences that answer a question.
//
// A Library holds articles and the index over their sentences; it is made whole or not at
// all, never changes afterwards, and may be used by any number of goroutines.
package knowledge

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"sync"

	"talksbot/knowledge/article"
	"talksbot/knowledge/calendar"
	"talksbot/knowledge/english"
	"talksbot/knowledge/names"
	"talksbot/knowledge/question"
	"talksbot/knowledge/quote"
	"talksbot/knowledge/search"
	"talksbot/knowledge/story"
	"talksbot/knowledge/timex"
)

// A Library is a set of articles and the index over their sentences. It is a view: With
// makes another from it and leaves it as it is. New(nil) is the empty one.
type Library struct {
	articles []*article.Article
	byID     map[string]*article.Article
	versions map[article.Short]*article.Article // nil where two that differ begin alike
	index    *search.Index
	names    *names.Names
	encoder  search.Encoder
	quotes   func() *quote.Record // read once, when first asked for
	said     sync.Map             // article -> its quotes, read when first asked for
	story    *story.Story         // finds what it is asked for
	made     sync.Map             // type -> what is made of the library once: see Once
	grown    sync.Map             // type -> that, where OnceFrom has made it
	earlier  sync.Map             // type -> what it can be made from: see OnceFrom
}

// New returns a library of the articles, in their order. Two articles with one ID are an
// error that names it.
func New(articles []*article.Article) (*Library, error) {
	if err := distinct(articles); err != nil {
		return nil, err
	}
	return Of(Bind(articles...))
}

// Of returns the library of the articles of some volumes. Two articles with one ID are an error that
// names it.
func Of(volumes ...*Volume) (*Library, error) {
	var articles []*article.Article
	var lessons []*names.Lesson
	var segments []*search.Segment
	for _, v := range volumes {
		articles = append(articles, v.articles...)
		lessons = append(lessons, v.lesson)
		segments = append(segments, v.segments...)
	}
	if err := distinct(articles); err != nil {
		return nil, err
	}
	return view(articles, new(names.Names).With(lessons, nil), new(search.Index).With(segments, nil), nil).knowing(nil, articles), nil
}

func distinct(articles []*article.Article) error {
	seen := make(map[string]bool, len(articles))
	for _, a := range articles {
		if seen[a.ID] {
			return fmt.Errorf("two articles have the id %q: give each its own", a.ID)
		}
		seen[a.ID] = true
	}
	return nil
}

// With returns the library with more articles and without those of some versions. One that is
// added takes the place of the one with its ID. No other article is read again, and the
// library answers as one made of the same articles at once.
func (l *Library) With(add []*article.Article, drop []article.Version) *Library {
	return l.WithVolumes([]*Volume{Bind(add...)}, drop)
}

// WithVolumes is With of the articles of volumes.
func (l *Library) WithVolumes(add []*Volume, drop []article.Version) *Library {
	added := map[string]bool{}
	var more []*article.Article
	var lessons []*names.Lesson
	var segments []*search.Segment
	for _, v := range add {
		for _, a := range v.articles {
			added[a.ID] = true
		}
		more, lessons, segments = append(more, v.articles...), append(lessons, v.lesson), append(segments, v.segments...)
	}
	kept, gone := l.without(added, drop)
	var forget names.Lesson
	for _, a := range gone {
		forget.Learn(a)
	}
	all := append(slices.Clip(kept), more...)
	next := view(all, l.names.With(lessons, []*names.Lesson{&forget}), l.index.With(segments, gone), l.encoder).after(l)
	if len(gone) == 0 {
		return next.knowing(l, more)
	}
	return next.knowing(nil, all)
}

// without returns the articles that are not replaced by one of an ID and not of one of the versions, and the others.
func (l *Library) without(added map[string]bool, drop []article.Version) (kept, gone []*article.Article) {
	replaced := false
	for id := range added {
		replaced = replaced || l.byID[id] != nil
	}
	if !replaced && len(drop) == 0 {
		return l.articles, nil
	}
	for _, a := range l.articles {
		if added[a.ID] || slices.Contains(drop, a.Version) {
			gone = append(gone, a)
		} else {
			kept = append(kept, a)
		}
	}
	return kept, gone
}

// Encoded returns the library with an encoder that reads closely what Search finds, nil for
// none; what is made of it by With keeps the encoder.
func (l *Library) Encoded(e search.Encoder) *Library {
	return view(l.articles, l.names, l.index, e).after(l).knowing(l, nil)
}

func view(articles []*article.Article, n *names.Names, x *search.Index, e search.Encoder) *Library {
	return &Library{
		articles: articles, names: n, index: x, encoder: e,
		quotes: sync.OnceValue(func() *quote.Record { return quote.Read(articles, n) }),
		story:  story.New(articles, x, n),
	}
}

// knowing returns the library, which knows the articles, and those another one knows, by their IDs and versions.
func (l *Library) knowing(other *Library, articles []*article.Article) *Library {
	if other != nil { // these maps are copied in a tenth of the time that making them takes
		l.byID, l.versions = maps.Clone(other.byID), maps.Clone(other.versions)
	} else {
		l.byID = make(map[string]*article.Article, len(articles))
		l.versions = make(map[article.Short]*article.Article, len(articles))
	}
	for _, a := range articles {
		l.byID[a.ID] = a
		for _, id := range a.Also {
			l.byID[id] = a
		}
		l.addVersion(a)
	}
	return l
}

// Articles returns the articles in the order they were given. The slice is the library's
// own: read it, do not change it.
func (l *Library) Articles() []*article.Article { return l.articles }

// Sentences returns how many sentences the articles have together.
func (l *Library) Sentences() int {
	n := 0
	for _, a := range l.articles {
		n += len(a.Sentences)
	}
	return n
}

// Frequency returns in how many sentences a stem stands.
func (l *Library) Frequency(stem string) int { return l.index.Frequency(stem) }

// ByMeaning reports whether an encoder reads closely what Search finds.
func (l *Library) ByMeaning() bool { return l.encoder != nil }

// Article returns the article with the ID, or nil.
func (l *Library) Article(id string) *article.Article { return l.byID[id] }

// addVersion makes an article known by its version. Of two articles that are the same but for
// their IDs the first stands for both.
func (l *Library) addVersion(a *article.Article) {
	short := a.Version.Short()
	before, taken := l.versions[short]
	switch {
	case !taken:
		l.versions[short] = a
	case before != nil && before.Version != a.Version:
		l.versions[short] = nil
	}
}

// Held returns the article whose version begins so; nil where the library holds none, or
// where it cannot tell which of two is meant.
func (l *Library) Held(version article.Short) *article.Article { return l.versions[version] }

// Names returns what the library knows of who and what goes by which names.
func (l *Library) Names() *names.Names { return l.names }

// Story returns how the sentences of the articles stand to one another.
func (l *Library) Story() *story.Story { return l.story }

// A Query says what to look for and where. The zero Query finds nothing.
type Query struct {
	Question question.Question           // as Analyze takes it apart
	Article  string                      // restrict to the article with this ID; "" is all
	From, To calendar.Day                // restrict to sentences that state a day in this range; zero is open
	Among    func(*article.Article) bool // restrict to these articles; nil is all
	Limit    int                         // at most so many passages; 0 means 10
	ByWords  bool                        // leave the encoder out: what is looked for is no question
}

// Search returns the sentences that answer the query best, as [search.Index.Search] does.
func (l *Library) Search(ctx context.Context, q Query) []article.Passage {
	a := l.byID[q.Article]
	if a == nil && q.Article != "" {
		return nil
	}
	within := search.Query{Question: q.Question, Article: a, From: q.From, To: q.To, Among: q.Among, Limit: q.Limit}
	if !q.ByWords {
		within.Encoder = l.encoder
	}
	return l.index.Search(ctx, l.names, within)
}

// FindNames has the names found that stand in its sentences, as [search.Index.FindNames] does.
func (l *Library) FindNames(ctx context.Context) { l.index.FindNames(ctx, l.names) }

// AnswerSpans returns the words of the passage that answer the question, as
// [search.Spans] does.
func (l *Library) AnswerSpans(q question.Question, p article.Passage) []english.Span {
	return search.Spans(l.names, q, p)
}

// Analyze takes a question apart. Dates in it are read as seen from the day the newest
// article appeared.
func (l *Library) Analyze(text string) question.Question {
	return question.Analyze(text, l.names, l.Newest())
}

// Newest returns when the newest article was published.
func (l *Library) Newest() timex.Moment {
	var newest timex.Moment
	for _, a := range l.articles {
		p := a.Published
		if newest.Day.Before(p.Day) || newest.Day == p.Day && newest.Clock < p.Clock {
			newest = p
		}
	}
	return newest
}

// Quotes returns the quotes of the library that fit, newest first. The quotes of all
// articles are found the first time they are asked for.
func (l *Library) Quotes(q quote.Query) []quote.Quote { return l.quotes().Find(q) }

// QuotesAt returns the quotes that stand in the sentence, wholly or in part, in order.
func (l *Library) QuotesAt(p article.Passage) []quote.Quote {
	return quote.At(l.QuotesIn(p.Article), p)
}

// QuotesIn returns the quotes of an article, in order.
func (l *Library) QuotesIn(a *article.Article) []quote.Quote {
	quotes, ok := l.said.Load(a)
	if !ok {
		quotes, _ = l.said.LoadOrStore(a, quote.Of(l.names, a))
	}
	return quotes.([]quote.Quote)
}

// Speakers returns those quoted who go by the name, as [quote.Record.Speakers] does.
func (l *Library) Speakers(name string) []quote.Speaker { return l.quotes().Speakers(name) }

// OtherSpeakers returns whom to name where no quotation is as asked, as [quote.Record.Others] does.
func (l *Library) OtherSpeakers(q quote.Query) (all []quote.Speaker, known bool) {
	return l.quotes().Others(q)
}

// Voice returns the speaker that words stand for, as [quote.Record.Voice] does.
func (l *Library) Voice(written string) quote.Voice { return l.quotes().Voice(written) }

// WhoSaid returns where the articles hold the text's words, as [quote.Record.WhoSaid] does.
func (l *Library) WhoSaid(text string) []quote.Match { return l.quotes().WhoSaid(l.index, text) }
