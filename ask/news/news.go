// Package news says what is new in a library since a day: articles, corrections, days and quotations that
// were not stated before, articles that their publishers withdrew. It is data, every line of it cited; package
// page has its words.
//
//	news.go    what happened to articles, weighed and sorted
//	stories.go articles that tell one story in the same words
//	gather.go  what the shelf knows of it
package news

import (
	"cmp"
	"slices"
	"time"

	"talksbot/ask"
	"talksbot/ask/digest"
	"talksbot/knowledge"
	"talksbot/knowledge/article"
	"talksbot/knowledge/calendar"
	"talksbot/knowledge/revision"
	"talksbot/knowledge/summary"
)

// An Item is something that happened to an article.
type Item struct {
	Kind    string // new, corrected, updated, withdrawn, back
	At      time.Time
	Article *article.Article // as it was from then on
	Before  *article.Article // as it was until then, where it has changed
	Was     time.Time        // since when it was so
	Changes revision.Changes
}

// News is what is new.
type News struct {
	Since     time.Time // zero: ever
	New       []Piece   // the newest first
	Corrected []Revised // the latest first
	Dates     []Stated  // days that were not stated before
	Quotes    []Stated  // quotations that were not there before
	More      []Stated  // what else articles state that they did not
	Withdrawn []Item

	Articles, Corrections int // in all, also those there is no room for
}

// How much of each there is at most.
const (
	mostPieces  = 5
	mostRevised = 4
	mostPairs   = 2 // of one article
	mostStated  = 4
)

// A Piece is a new article, told by one sentence, and how many others tell its story in the same words.
type Piece struct {
	Item
	Line   *ask.Claim // nil: none of its sentences stands alone
	Copies int
}

// Revised is an article that now says something else.
type Revised struct {
	Item
	Note  string         // what its publisher says of it
	Pairs [][2]ask.Claim // what it said, and what it says
}

// A Stated is a sentence that is new in an article known before.
type Stated struct {
	Item
	ask.Claim
}

// Empty reports whether nothing is new.
func (n News) Empty() bool {
	return len(n.New)+len(n.Corrected)+len(n.Dates)+len(n.Quotes)+len(n.More)+len(n.Withdrawn) == 0
}

// Make weighs what happened to the articles of a library since a time. Days before today are no news.
func Make(l *knowledge.Library, since time.Time, today calendar.Day, items []Item) News {
	n := News{Since: since}
	slices.SortStableFunc(items, func(a, b Item) int { return b.At.Compare(a.At) })
	var fresh []Item
	for _, i := range items {
		switch i.Kind {
		case "new":
			fresh = append(fresh, i)
		case revision.Corrected:
			n.corrected(i)
			n.stated(i, today)
		case revision.Updated:
			n.stated(i, today)
		case "withdrawn":
			n.Withdrawn = append(n.Withdrawn, i)
		}
	}
	n.fresh(l, fresh)
	n.Withdrawn = n.Withdrawn[:min(len(n.Withdrawn), mostStated)]
	return n
}

// Revisions returns what was corrected and withdrawn as a digest takes it.
func (n News) Revisions() (all []digest.Revision) {
	for _, r := range n.Corrected {
		all = append(all, digest.Revision{Article: r.Article, Was: r.Was, At: r.At, Note: r.Note, Pairs: r.Pairs})
	}
	for _, i := range n.Withdrawn {
		all = append(all, digest.Revision{Article: i.Article, Was: i.Was, At: i.At})
	}
	return all
}

// corrected adds an article that now says something else: what each sentence said, and says.
func (n *News) corrected(i Item) {
	n.Corrections++
	r := Revised{Item: i}
	for _, c := range i.Changes.Changes {
		switch {
		case c.Kind == revision.Note:
			r.Note = cmp.Or(r.Note, c.After.Text)
		case !replaces(c) || len(r.Pairs) == mostPairs:
		default:
			was, before := claim(i.Before, c.Before)
			is, after := claim(i.Article, c.After)
			if before && after && !slices.ContainsFunc(r.Pairs, func(p [2]ask.Claim) bool { return p[1].Text == is.Text }) {
				r.Pairs = append(r.Pairs, [2]ask.Claim{was, is})
			}
		}
	}
	if len(n.Corrected) < mostRevised && (len(r.Pairs) > 0 || r.Note != "") {
		n.Corrected = append(n.Corrected, r)
	}
}

// replaces reports whether a change is of something that was stated otherwise.
func replaces(c revision.Change) bool {
	return c.Kind != revision.Wording && c.Both() && c.Before.Words != (article.Span{})
}

// stated adds what an article states that it did not state before.
func (n *News) stated(i Item, today calendar.Day) {
	for _, c := range i.Changes.Changes {
		if c.Kind == revision.Wording || c.Kind == revision.Note || replaces(c) {
			continue
		}
		said, ok := claim(i.Article, c.After)
		if !ok || n.has(said) {
			continue
		}
		list := &n.More
		switch {
		case c.Kind == revision.Quotation:
			list = &n.Quotes
		case c.Kind == revision.Date && ahead(said, c.After.Words, today):
			list = &n.Dates
		}
		if len(*list) < mostStated {
			*list = append(*list, Stated{i, said})
		}
	}
}

func (n *News) has(c ask.Claim) bool {
	same := func(s Stated) bool { return s.Text == c.Text }
	return slices.ContainsFunc(n.Dates, same) || slices.ContainsFunc(n.Quotes, same) || slices.ContainsFunc(n.More, same)
}

// ahead reports whether the day that stands in a span of the article's text is not over.
func ahead(c ask.Claim, at article.Span, today calendar.Day) bool {
	p := c.Cites[0]
	for _, d := range p.Article.Dates() {
		if d.Start == at.Start && !d.To.IsZero() {
			return !d.To.Before(today)
		}
	}
	return false
}

// claim returns the sentence of one side of a change.
func claim(a *article.Article, s revision.Side) (ask.Claim, bool) {
	if a == nil || !s.Has() {
		return ask.Claim{}, false
	}
	i := slices.Index(a.Sentences, s.Span)
	if i < 0 {
		return ask.Claim{}, false
	}
	return digest.Plain(article.Passage{Article: a, Index: i}), true
}

// fresh adds new articles, each story once, and of each the sentence that carries it best.
func (n *News) fresh(l *knowledge.Library, items []Item) {
	n.Articles = len(items)
	pieces := stories(items)
	pieces = pieces[:min(len(pieces), mostPieces)]
	var articles []*article.Article
	for _, p := range pieces {
		articles = append(articles, p.Article)
	}
	weights := knowledge.Once(l, summary.Weigh)
	size := summary.Size{Lines: len(articles), PerArticle: 1, Only: l.Story().Stands}
	for _, p := range weights.Lines(articles, size) {
		i := slices.Index(articles, p.Article)
		line := digest.Plain(p)
		pieces[i].Line = &line
	}
	n.New = pieces
}
