package knowledge

import "talksbot/knowledge/article"

// Names that stood here before their packages were made.
type (
	Article  = article.Article
	Part     = article.Part
	PartKind = article.PartKind
	Passage  = article.Passage
	Span     = article.Span
)

const (
	Body     = article.Body
	Metadata = article.Metadata
	Headline = article.Headline
	Dateline = article.Dateline
	Caption  = article.Caption
	Tail     = article.Tail
)

// NewArticle is article.New.
func NewArticle(a Article) *Article { return article.New(a) }

// Load is article.Load.
func Load(paths ...string) ([]*Article, error) { return article.Load(paths...) }

// ParseLine is article.ParseLine.
func ParseLine(data []byte) (*Article, error) { return article.ParseLine(data) }

// DecodeLine is article.DecodeLine.
func DecodeLine(data []byte, into any) error { return article.DecodeLine(data, into) }
