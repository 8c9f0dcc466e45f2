// Package article reads articles: from files and lines of JSON, apart into what is the
// article's and what is the page's furniture, and into the sentences that may be cited.
//
// An Article is parsed once and never rewritten: its sentences, dates and parts are byte
// offsets into the text as it was given, so that whatever a reader is shown can be traced
// to the letter. It is read once, too: its words, dates and quotations are found when they
// are first asked for, and kept for whoever asks next.
package article

import (
	"cmp"
	"sort"
	"strings"

	"talksbot/knowledge/article/furniture"
	"talksbot/knowledge/article/meta"
	"talksbot/knowledge/article/transcript"
	"talksbot/knowledge/english"
	"talksbot/knowledge/quotation"
	"talksbot/knowledge/timex"
)

// A Span is a stretch of a text.
type Span = english.Span

// An Article is one text with what is known of its origin. Fields other than ID and Text
// are zero where the source does not give them.
type Article struct {
	ID        string
	Also      []string // other IDs under which the very same article was loaded
	Version   Version  // what of it is cited; New sets it
	Title     string
	Outlet    string
	Author    string
	URL       string
	Published timex.Moment
	Modified  timex.Moment
	State     State             // how much of it is held, and whether it still stands
	Guessed   bool              // Published is a guess: day and month may be told apart in two ways, or only the file's name, its address or a change has it
	Text      string            // as it was given, byte for byte
	Parts     []Part            // what each block of Text is, in order, white space between them left out
	Sentences []Span            // the sentences of the body parts, in order: all that may be cited
	Turns     []transcript.Turn // who speaks, in a printed interview or the like; in order

	source     source              // what it was read from
	dated      meta.Facts          // how it was read when the article was published
	words      func() english.Kept // each found once, when first asked for
	head       func() english.Text
	dates      func() []timex.Expression
	quotations func() []quotation.Quotation
	vectors    func() *vectors
}

// Kept returns the words of the whole text, as they are kept.
func (a *Article) Kept() english.Kept { return a.words() }

// Words returns the words of the whole text.
func (a *Article) Words() english.Text { return a.words().Text() }

// WordsIn returns the words of a span of Text, with offsets into the span.
func (a *Article) WordsIn(s Span) english.Text { return a.words().Cut(s) }

// WordsInto is WordsIn, its tokens in the memory of buf where that is large enough.
func (a *Article) WordsInto(buf []english.Token, s Span) english.Text {
	return a.words().CutInto(buf, s)
}

// Head returns the words of the title.
func (a *Article) Head() english.Text { return a.head() }

// Dates returns the temporal expressions of the article's sentences, in order, resolved
// against its publication. Their offsets are into Text.
func (a *Article) Dates() []timex.Expression { return a.dates() }

// A Part is one block of an article's text, or several of one kind, and what it is for.
type Part struct {
	Span
	Kind furniture.Kind
}

// The kinds of parts that the rest of this package names. Only the sentences of a Body may be cited.
const (
	Body     = furniture.Body
	Metadata = furniture.Metadata
	Headline = furniture.Headline
	Dateline = furniture.Dateline
	Byline   = furniture.Byline
	Caption  = furniture.Caption
)

// A Passage is one sentence of one article, as a search finds it.
type Passage struct {
	Article *Article
	Index   int     // into Article.Sentences
	Score   float64 // 0..1: how sure the search is that this sentence answers; see Library.Search
	Answer  Span    // bytes of Text: the words that would answer, as the encoder reads it; empty where it has not
}

// Span returns where the passage stands in its article's text.
func (p Passage) Span() Span { return p.Article.Sentences[p.Index] }

// Text returns the sentence as the article has it.
func (p Passage) Text() string {
	s := p.Span()
	return p.Article.Text[s.Start:s.End]
}

// Words returns the words of the sentence, with offsets into Text of the passage, not of the
// article.
func (p Passage) Words() english.Text { return p.Article.WordsIn(p.Span()) }

// Dates returns the temporal expressions of the sentence, with offsets into Text of the
// passage, not of the article.
func (p Passage) Dates() []timex.Expression {
	s, all := p.Span(), p.Article.Dates()
	first := sort.Search(len(all), func(i int) bool { return all[i].Start >= s.Start })
	var dates []timex.Expression
	for _, d := range all[first:] {
		if d.End > s.End {
			break
		}
		d.Start -= s.Start
		d.End -= s.Start
		dates = append(dates, d)
	}
	return dates
}

// Neighbour returns the sentence n places after this one (before, where n is negative),
// and whether there is one.
func (p Passage) Neighbour(n int) (Passage, bool) {
	p.Index += n
	p.Score, p.Answer = 0, Span{}
	return p, p.Index >= 0 && p.Index < len(p.Article.Sentences)
}

// Compare orders passages as they are read: within an article as they stand, articles by
// their publication and then their IDs. It returns a negative number where p comes before
// q, a positive one where it comes after, else 0.
func (p Passage) Compare(q Passage) int {
	if p.Article == q.Article {
		return cmp.Compare(p.Index, q.Index)
	}
	return cmp.Or(p.Article.Published.Day.Compare(q.Article.Published.Day), strings.Compare(p.Article.ID, q.Article.ID))
}
