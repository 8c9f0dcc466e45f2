package article

import (
	"talksbot/knowledge/article/format"
	"talksbot/knowledge/article/meta"
)

// A source is what an article was read from beside its text. Whoever reads it again from these has the
// same article, or a better one when reading has become better.
type source struct {
	stated   meta.Facts     // before the text was asked for what they leave open
	marked   []format.Block // of the text: those of which the source says what they are
	loose    bool           // a line that nothing marks may be the title
	repeated []mark         // blocks that are known for the page's by standing in other articles too
}

// sourceOf returns what of a document and its facts an article is read from.
func sourceOf(d format.Document, stated meta.Facts) source {
	s := source{stated: stated, loose: !d.Record}
	for _, b := range d.Blocks {
		if b.Kind == format.Heading || b.Kind == format.Caption {
			s.marked = append(s.marked, b)
		}
	}
	return s
}
