package knowledge

import (
	"talksbot/knowledge/article"
	"talksbot/knowledge/english"
	"talksbot/knowledge/names"
	"talksbot/knowledge/question"
	"talksbot/knowledge/quote"
	"talksbot/knowledge/search"
)

// Names that stood here before their packages were made.
type (
	Article    = article.Article
	Part       = article.Part
	PartKind   = article.PartKind
	Passage    = article.Passage
	Span       = english.Span
	Names      = names.Names
	NameKind   = names.Kind
	Mention    = names.Mention
	Question   = question.Question
	Kind       = question.Kind
	Term       = question.Term
	Clause     = question.Clause
	Quote      = quote.Quote
	QuoteQuery = quote.Query
	Speaker    = quote.Speaker
	Match      = quote.Match
	Edit       = quote.Edit
	EditKind   = quote.EditKind
)

const (
	OtherName = names.Other
	Person    = names.Person
	Place     = names.Place
	Org       = names.Org
	Role      = names.Role

	Said  = question.Said
	YesNo = question.YesNo

	Kept    = quote.Kept
	Left    = quote.Left
	Added   = quote.Added
	Skipped = quote.Skipped

	Answers = search.Answers
)

// NewArticle is article.New.
func NewArticle(a Article) *Article { return article.New(a) }

// Load is article.Load.
func Load(paths ...string) ([]*Article, error) { return article.Load(paths...) }

// DecodeLine is article.DecodeLine.
func DecodeLine(data []byte, into any) error { return article.DecodeLine(data, into) }

// GroupQuotes is quote.Group.
func GroupQuotes(quotes []Quote) []Quote { return quote.Group(quotes) }

// CountSpeakers is quote.CountSpeakers.
func CountSpeakers(quotes []Quote) []Speaker { return quote.CountSpeakers(quotes) }
