// Package digest makes a day's digest of a library: what is new, what is ahead, what was on
// this day, and who said what. It is data, every line of it cited; package page has its words.
//
// The house, bottom up:
//
//	events.go   today, ahead, on this day
//	quote.go    one quotation
//	revised.go  what articles say otherwise than they did
//	digest.go   Editor: the whole, and what was shown before
//
// What a reader was shown goes by keys, which mean the same in every run as long as the
// article is the same. Whoever posts digests keeps the day each key was shown last and gives
// it back with the next Request; the package itself remembers nothing.
package digest

import (
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"slices"

	"talksbot/ask"
	"talksbot/knowledge"
	"talksbot/knowledge/article"
	"talksbot/knowledge/calendar"
	"talksbot/knowledge/quote"
	"talksbot/knowledge/story"
	"talksbot/knowledge/summary"
	"talksbot/knowledge/timeline"
)

// How many sentences carry the new articles, and of how many articles; and of one of them.
const (
	maxLines    = 4
	maxPerPiece = 2
)

// A Digest is what there is to tell on one day. The zero Digest tells nothing; see Empty.
type Digest struct {
	Day      calendar.Day
	First    bool               // nothing was shown before: all the articles are new
	Since    calendar.Day       // the day of the digest before, or the one asked from; zero where First
	Revised  []Revision         // articles that say something else since then, or were withdrawn
	Revisals int                // in all, also those there is no room for
	Articles []*article.Article // new since then, the newest first
	New      []ask.Claim        // the sentences that carry them, at most maxLines, by article, the newest first
	Today    []Event
	Ahead    []Event
	OnDay    []Event // on this day in years before
	Past     *Event  // where nothing is new and no day is near: an earlier one
	Quote    *Quote

	Asked, Answered int // questions since the digest before
}

// An Event is something on the timeline, as a digest has it.
type Event struct{ timeline.Event }

// A Quote is a quotation, as a digest has it.
type Quote struct{ quote.Quote }

// Empty reports whether there is nothing to tell.
func (d Digest) Empty() bool {
	return len(d.Revised)+len(d.Articles)+len(d.Today)+len(d.Ahead)+len(d.OnDay) == 0 && d.Past == nil && d.Quote == nil
}

// Quiet reports whether no article is new, nor says anything new.
func (d Digest) Quiet() bool { return len(d.Articles)+len(d.Revised) == 0 }

// events returns all the digest's events, in the order they are read.
func (d Digest) events() []Event {
	all := slices.Concat(d.Today, d.Ahead, d.OnDay)
	if d.Past != nil {
		all = append(all, *d.Past)
	}
	return all
}

// Cites returns the sentences the digest rests on, each once, in the order they are read: the
// number a reader sees is the place here, counted from 1.
func (d Digest) Cites() []article.Passage {
	var all []article.Passage
	add := func(cites []article.Passage) {
		for _, p := range cites {
			if ask.Number(all, p) == 0 {
				all = append(all, p)
			}
		}
	}
	for _, r := range d.Revised {
		for _, pair := range r.Pairs {
			add(pair[0].Cites)
			add(pair[1].Cites)
		}
	}
	for _, c := range d.New {
		add(c.Cites)
	}
	for _, e := range d.events() {
		add(e.Cites())
	}
	if d.Quote != nil {
		add(d.Quote.Passages())
	}
	return all
}

// Shows returns the keys of what a reader of the digest is shown.
func (d Digest) Shows() []string {
	keys := map[string]bool{}
	for _, r := range d.Revised {
		keys[r.Key()] = true
	}
	for _, a := range d.Articles {
		keys[ArticleKey(a)] = true
	}
	for _, p := range d.Cites() {
		keys[SentenceKey(p)] = true
	}
	for _, e := range d.events() {
		keys[e.Key()] = true
	}
	if d.Quote != nil {
		keys[d.Quote.Key()] = true
	}
	return slices.Sorted(maps.Keys(keys))
}

// A Request says what a digest is for.
type Request struct {
	Day             calendar.Day            // articles published later are not known yet
	Since           calendar.Day            // articles of this day and later are new, whatever was shown; zero: those not shown
	Shown           map[string]calendar.Day // by key: when it was shown last
	Revised         []Revision              // articles that say something else by now, the latest first
	Asked, Answered int                     // questions since the digest before
}

// last returns the day of the digest before; zero where there was none.
func (r Request) last() calendar.Day {
	var last calendar.Day
	for _, d := range r.Shown {
		if d.After(last) {
			last = d
		}
	}
	return last
}

// shown returns when a thing, or a sentence that tells it, was shown last.
func (r Request) shown(key string, cites ...article.Passage) calendar.Day {
	if len(r.Shown) == 0 {
		return calendar.Day{}
	}
	last := r.Shown[key]
	for _, p := range cites {
		if at := r.Shown[SentenceKey(p)]; at.After(last) {
			last = at
		}
	}
	return last
}

// stands returns whether no article that is out by then takes back what a sentence says.
func (r Request) stands(l *knowledge.Library) func(article.Passage) bool {
	return func(p article.Passage) bool {
		return !slices.ContainsFunc(l.Story().Replacing(p), func(by story.Relation) bool { return known(by.There.Article, r.Day) })
	}
}

// new reports whether an article is new to the reader.
func (r Request) new(a *article.Article) bool {
	if !r.Since.IsZero() {
		return !a.Published.Day.Before(r.Since)
	}
	return r.Shown[ArticleKey(a)].IsZero()
}

// An Editor makes digests of one library. It may be used by any number of goroutines.
type Editor struct {
	library *knowledge.Library
	events  []timeline.Event
	quotes  []Quote
	weights summary.Weights
}

// NewEditor returns an editor of the library's digests. It reads every article once.
func NewEditor(l *knowledge.Library) *Editor {
	e := &Editor{library: l, weights: summary.Weigh(l)}
	e.events = slices.DeleteFunc(timeline.New(l).Find(timeline.Query{}), timeline.Event.Vague)
	for _, q := range l.Quotes(quote.Query{}) {
		if quote := (Quote{q}); quote.fits() {
			e.quotes = append(e.quotes, quote)
		}
	}
	return e
}

// Make returns the digest of a day. It depends on nothing but the library, with the vectors its
// articles have by then, and the request.
// Where there is nothing to tell that the digest before did not, it is empty.
func (e *Editor) Make(r Request) Digest {
	d := Digest{Day: r.Day, Since: r.last(), Asked: r.Asked, Answered: r.Answered}
	if !r.Since.IsZero() {
		d.Since = r.Since
	}
	d.First = d.Since.IsZero()
	d.Revised, d.Revisals = r.revised(d.First)
	d.Articles = e.newArticles(r)
	for _, p := range e.weights.Lines(d.Articles, summary.Size{Lines: maxLines, PerArticle: maxPerPiece, Only: r.stands(e.library)}) {
		d.New = append(d.New, Plain(p))
	}
	if d.Quiet() {
		e.oneEvent(&d, r)
	} else {
		e.allEvents(&d, r)
	}
	d.Quote = e.quote(d, r)
	if d.Quiet() && len(d.Today) == 0 && repeats(d, r) {
		return Digest{Day: d.Day, Since: d.Since, Asked: d.Asked, Answered: d.Answered}
	}
	return d
}

// repeats reports whether the digest before showed all that this one does.
func repeats(d Digest, r Request) bool {
	last := r.last()
	if last.IsZero() {
		return false
	}
	for _, key := range d.Shows() {
		if r.Shown[key] != last {
			return false
		}
	}
	return true
}

// newArticles returns the articles that are new to the reader, the newest first.
func (e *Editor) newArticles(r Request) []*article.Article {
	var found []*article.Article
	for _, a := range e.library.Articles() {
		if len(a.Sentences) > 0 && !a.Published.Day.After(r.Day) && r.new(a) {
			found = append(found, a)
		}
	}
	slices.SortStableFunc(found, func(a, b *article.Article) int { return b.Published.Day.Compare(a.Published.Day) })
	return found
}

// known reports whether an article was out on a day.
func known(a *article.Article, day calendar.Day) bool { return !a.Published.Day.After(day) }

// shows reports whether the digest has a sentence among its new lines.
func (d Digest) shows(p article.Passage) bool {
	return slices.ContainsFunc(d.New, func(c ask.Claim) bool { return ask.Number(c.Cites, p) > 0 })
}

// ArticleKey stands for an article among what a reader was shown.
func ArticleKey(a *article.Article) string { return "article " + digestOf(a.ID) }

// SentenceKeys returns what stands for sentences among what a reader was shown.
func SentenceKeys(all []article.Passage) []string {
	var keys []string
	for _, p := range all {
		keys = append(keys, SentenceKey(p))
	}
	return keys
}

// SentenceKey stands for a sentence.
func SentenceKey(p article.Passage) string {
	return "sentence " + digestOf(p.Article.ID+"\x00"+p.Text())
}

func digestOf(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:8])
}
