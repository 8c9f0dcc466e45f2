package article

import (
	"sync"

	"talksbot/knowledge/article/format"
	"talksbot/knowledge/english"
	"talksbot/knowledge/sentence"
	"talksbot/knowledge/timex"
)

// New returns a with its parts and sentences found. Text is kept as it is, and no line of it is
// taken for a title that a does not state.
func New(a Article) *Article {
	a.Version = versionOf(&a)
	return read(a, sourceOf(format.Document{Text: a.Text, Blocks: format.Verbatim(a.Text), Record: true}, a.facts()))
}

// read returns a, whose version is known, with what stands in the blocks of its text.
func read(a Article, from source) *Article {
	a.source = from
	a.Parts = layout(&a, from.marked, from.loose)
	a.Sentences = sentencesOf(a.Text, a.Parts)
	article := &a
	article.words = sync.OnceValue(func() english.Kept { return english.ReadParts(article.Text, article.Sentences).Keep() })
	article.head = sync.OnceValue(func() english.Text { return english.Read(article.Title) })
	article.dates = sync.OnceValue(article.findDates)
	article.quotations = sync.OnceValue(article.findQuotations)
	article.findVectors()
	return article
}

// sentencesOf returns the sentences that may be cited: those of the body parts.
func sentencesOf(text string, parts []Part) []Span {
	var sentences []Span
	for _, p := range parts {
		if p.Kind != Body {
			continue
		}
		for _, s := range sentence.Split(p.Of(text)) {
			sentences = append(sentences, Span{Start: p.Start + s.Start, End: p.Start + s.End})
		}
	}
	return sentences
}

// findDates tags the whole text, since what stands before a sentence decides what its
// dates mean, and keeps what stands inside a sentence.
func (a *Article) findDates() []timex.Expression {
	var dates []timex.Expression
	i := 0
	for _, e := range timex.Find(a.Words(), a.Published) {
		for i < len(a.Sentences) && a.Sentences[i].End < e.End {
			i++
		}
		if i < len(a.Sentences) && a.Sentences[i].Start <= e.Start {
			dates = append(dates, e)
		}
	}
	return dates
}
