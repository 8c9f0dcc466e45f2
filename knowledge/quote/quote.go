// Package quote knows who said what: the quotations of all articles under one name for each
// speaker, whose words a text is, and whether a sentence gives somebody's words.
package quote

import (
	"cmp"
	"slices"
	"strings"

	"talksbot/knowledge/article"
	"talksbot/knowledge/calendar"
	"talksbot/knowledge/english"
	"talksbot/knowledge/names"
	"talksbot/knowledge/quotation"
)

// A Quote is one act of reported speech in an article: what is reported, whose words they
// are, and the sentences that say so. Its spans are offsets into Article.Text and lie in
// sentences that may be cited.
type Quote struct {
	Article   *article.Article
	Kind      quotation.Kind
	Spans     []english.Span // the words reported, their quotation marks included; two where "he said" breaks them
	Cue       english.Span   // the words of saying ("also said", "according to"); zero when none
	Written   english.Span   // the speaker as the article has it there ("the top Russian diplomat", "he"); zero when none
	Speaker   string         // whom that stands for, by one name in all articles; "" where the article does not tell
	Role      string         // the office the articles give to the speaker; "" when none
	Hearer    string         // to whom, as the sentence has it ("reporters"); "" where it does not say
	Sentences []int          // where it stands: indices into Article.Sentences, in order, at least one
	Said      calendar.Day   // when it was said, where the sentence states the day; else zero
	Also      []Quote        // the same words of the same speaker in other articles, from [Record.Find]
}

// Day returns when it was said, or else when the article was published; zero where neither
// is known.
func (q Quote) Day() calendar.Day {
	if q.Said.IsZero() {
		return q.Article.Published.Day
	}
	return q.Said
}

// Words returns the words of each span as the article has them.
func (q Quote) Words() []string {
	var words []string
	for _, s := range q.Spans {
		words = append(words, q.Article.Text[s.Start:s.End])
	}
	return words
}

// Passages returns the sentences it stands in.
func (q Quote) Passages() []article.Passage {
	var passages []article.Passage
	for _, i := range q.Sentences {
		passages = append(passages, article.Passage{Article: q.Article, Index: i})
	}
	return passages
}

// Of returns the quotes of one article, in order.
func Of(n *names.Names, a *article.Article) []Quote {
	var quotes []Quote
	for _, found := range a.Quotations() {
		quotes = append(quotes, read(n, a, found))
	}
	return quotes
}

// At returns those of an article's quotes that stand in the sentence, wholly or in part.
func At(quotes []Quote, p article.Passage) []Quote {
	return slices.DeleteFunc(slices.Clone(quotes), func(q Quote) bool { return !slices.Contains(q.Sentences, p.Index) })
}

// read returns a quotation with its speaker by the names known, and where it stands.
func read(n *names.Names, a *article.Article, found quotation.Quotation) Quote {
	q := Quote{
		Article: a, Kind: found.Kind, Cue: english.Span(found.Cue), Written: english.Span(found.Speaker),
		Speaker: n.Voice(found.Name), Role: found.Role, Hearer: found.Hearer.Of(a.Text),
	}
	for _, s := range found.Spans {
		q.Spans = append(q.Spans, english.Span(s))
	}
	for _, s := range append(slices.Clone(q.Spans), q.Cue, q.Written) {
		first, last := a.SentencesAt(s)
		for i := first; i < last; i++ {
			q.Sentences = append(q.Sentences, i)
		}
	}
	slices.Sort(q.Sentences)
	q.Sentences = slices.Compact(q.Sentences)
	q.Said = q.daySaid()
	return q
}

// daySaid returns the day the sentence gives to the saying: a single day, not after
// publication, that stands in the cue's sentence outside what is reported and outside
// clauses with a verb of their own. Two such days, or none, are the zero Day.
func (q Quote) daySaid() calendar.Day {
	first, last := q.Article.SentencesAt(q.Cue)
	if first == last {
		return calendar.Day{}
	}
	var said calendar.Day
	s := q.Article.Sentences[first]
	for _, e := range (article.Passage{Article: q.Article, Index: first}).Dates() {
		e.Start, e.End = e.Start+s.Start, e.End+s.Start
		published := q.Article.Published.Day
		switch {
		case e.From.IsZero() || e.From != e.To || !published.IsZero() && e.From.After(published):
		case q.reports(english.Span{Start: e.Start, End: e.End}) || inClause(q.Article.Text[s.Start:e.Start]):
		case !said.IsZero() && said != e.From:
			return calendar.Day{}
		default:
			said = e.From
		}
	}
	return said
}

// reports reports whether the span lies in the words reported or in the name of the speaker.
func (q Quote) reports(s english.Span) bool {
	for _, r := range append(slices.Clone(q.Spans), q.Written) {
		if s.Start < r.End && r.Start < s.End {
			return true
		}
	}
	return false
}

// inClause reports whether the text of a sentence up to a date leaves open a clause that says
// something else of that date: "Lavrov, who met Blinken on Friday, said".
func inClause(before string) bool {
	segment := before[strings.LastIndexAny(before, ",;:—–(")+1:]
	for w := range strings.FieldsSeq(segment) {
		if openers.Has(strings.ToLower(w)) {
			return true
		}
	}
	return false
}

// openers are words that begin such a clause.
var openers = english.Class("saying interrupters")

// newestFirst orders quotes by day, then as a reader meets them.
func newestFirst(a, b Quote) int {
	if c := b.Day().Compare(a.Day()); c != 0 {
		return c
	}
	if a.Article != b.Article {
		return cmp.Or(b.Article.Published.Day.Compare(a.Article.Published.Day), cmp.Compare(a.Article.ID, b.Article.ID))
	}
	return cmp.Compare(a.Spans[0].Start, b.Spans[0].Start)
}
